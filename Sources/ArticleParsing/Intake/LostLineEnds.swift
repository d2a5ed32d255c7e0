import Articles

/// Puts back the line ends that `curl -d @file` takes out of a text.
///
/// What is left has seams, `…the group said.Officials in…`, where a sentence's end and the next
/// one's start touch. Nobody writes so more than once by accident, so a text without any line end
/// in which that happens twice has lost its line ends. Only then are the weaker seams looked for
/// that headlines and subheads leave, `…attack on IsraelOct 15: Hamas…`, since a capital in the
/// middle of a word may be meant: `McDonald`, `iPhone`.
struct LostLineEnds {
    /// A text with its line ends put back.
    struct Restoration {
        /// The text, a line feed in each place where line ends stood.
        var text: String
        /// What the client should know.
        var warning: ArticleWarning
    }

    /// The text with its line ends; `nil` where it has lost none, or none that can be found.
    ///
    /// Texts of more than a megabyte are left alone: no article is as long, and so the work is
    /// bounded for those who would make it long.
    static func restored(in text: String) -> Restoration? {
        guard (shortestText...longestText).contains(text.utf8.count),
            !text.utf8.contains(where: { $0 == ASCII.lineFeed || $0 == ASCII.carriageReturn })
        else { return nil }
        let bytes = Array(text.utf8)
        let finder = LostLineEnds(scalars: Array(text.unicodeScalars), byteCount: bytes.count)
        let seams = finder.seams()
        guard !seams.isEmpty else { return nil }
        // Bytes, since a string that scalars are appended to is copied each time.
        var restored: [UInt8] = []
        restored.reserveCapacity(bytes.count + seams.count)
        var start = 0
        var startByte = 0
        var joints = 0
        for seam in seams {
            let endByte = startByte + finder.byteCount(of: start..<seam.end)
            restored += bytes[startByte..<endByte]
            restored.append(ASCII.lineFeed)
            startByte = endByte + finder.byteCount(of: seam.end..<seam.start)
            start = seam.start
            joints += seam.isJoint ? 1 : 0
        }
        restored += bytes[startByte...]
        return Restoration(
            text: String(decoding: restored, as: UTF8.self),
            warning: warning(seams.count, joints: joints)
        )
    }

    private static let shortestText = 120
    private static let longestText = 1 << 20

    private static func warning(_ seams: Int, joints: Int) -> ArticleWarning {
        var detail =
            "The text came without line ends, as curl -d @file sends it; \(seams) of them were"
            + " put back where paragraphs must have ended."
        if joints > 0 {
            detail += " It seems to be several files joined by &: send each with a -F of its own."
        }
        return ArticleWarning(
            .newlinesLost,
            detail: detail,
            remedy: joints > 0 ? .sendFiles : .sendBinary
        )
    }

    /// A place where lines touch.
    struct Seam: Equatable {
        /// Where the line before it ends.
        var end: Int
        /// Where the line after it starts; later than `end` where an `&` of curl's joins two files.
        var start: Int

        var isJoint: Bool { end < start }
    }

    private let scalars: [Unicode.Scalar]
    private let byteCount: Int

    /// How many bytes of UTF-8 some of the scalars are.
    private func byteCount(of range: Range<Int>) -> Int {
        scalars[range].reduce(0) { $0 + UTF8.width($1) }
    }

    private func seams() -> [Seam] {
        let strong = SentenceSeams(scalars).find()
        // Paragraphs of a line or more: a writer who leaves out spaces makes shorter ones.
        guard strong.count >= 2, byteCount / strong.count >= 60 else { return [] }
        let weak = HeadlineSeams(scalars, bounds: strong).find()
        return (strong + weak).sorted { $0.end < $1.end }
    }
}
