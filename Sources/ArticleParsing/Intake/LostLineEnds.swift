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
        let finder = LostLineEnds(
            scalars: Array(text.unicodeScalars),
            byteCount: text.utf8.count
        )
        let seams = finder.seams()
        guard !seams.isEmpty else { return nil }
        var restored = String.UnicodeScalarView()
        var start = 0
        var joints = 0
        for seam in seams {
            restored.append(contentsOf: finder.scalars[start..<seam.end])
            restored.append("\n")
            start = seam.start
            joints += seam.isJoint ? 1 : 0
        }
        restored.append(contentsOf: finder.scalars[start...])
        return Restoration(text: String(restored), warning: warning(seams.count, joints: joints))
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
        return ArticleWarning(.newlinesLost, detail: detail, remedy: .sendBinary)
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

    private func seams() -> [Seam] {
        let strong = SentenceSeams(scalars).find()
        // Paragraphs of a line or more: a writer who leaves out spaces makes shorter ones.
        guard strong.count >= 2, byteCount / strong.count >= 60 else { return [] }
        let weak = HeadlineSeams(scalars, bounds: strong).find()
        return (strong + weak).sorted { $0.end < $1.end }
    }
}
