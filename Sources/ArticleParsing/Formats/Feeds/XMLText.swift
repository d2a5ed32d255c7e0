/// Readies XML for a reader that takes none but what is well-formed and begins at once.
enum XMLText {
    /// A text with what stands before its first tag made blank, and its declaration too.
    ///
    /// A server's warning or a blank line before `<?xml` makes the whole of it no XML, and what a
    /// declaration says of the charset is no longer so when the text is decoded. Line ends stay, so
    /// that lines and columns do.
    static func withoutDeclaration(_ text: String) -> [UInt8] {
        var bytes = Array(text.utf8)
        let start = start(of: bytes)
        blank(&bytes, 0..<start)
        guard ASCII.begins(bytes[start...], with: "<?xml"),
            let next = bytes[start...].dropFirst(5).first, ASCII.isSpace(next),
            let end = bytes.firstIndex(of: Array("?>".utf8), from: start)
        else { return bytes }
        blank(&bytes, start..<end + 2)
        return bytes
    }

    /// Where the XML begins: at its declaration or a feed's tag, where something else stands first.
    private static func start(of bytes: [UInt8]) -> Int {
        let first = bytes.firstIndex { !ASCII.isSpace($0) } ?? 0
        guard first < bytes.count, bytes[first] != UInt8(ascii: "<") else { return first }
        let marks = ["<?xml", "<rss", "<feed", "<rdf:rdf"]
        let head = bytes.prefix(4_096)
        return head.indices.first { place in
            head[place] == UInt8(ascii: "<")
                && marks.contains { ASCII.begins(head[place...], with: $0) }
        } ?? first
    }

    private static func blank(_ bytes: inout [UInt8], _ range: Range<Int>) {
        for place in range where bytes[place] != ASCII.lineFeed { bytes[place] = ASCII.space }
    }

    /// Where markup begins that does not end within a megabyte: a tag, or a section of CDATA or a
    /// comment that does not end at all; `nil` where all do.
    ///
    /// libxml2 looks for the end of such markup again with each piece that it is given, so that its
    /// work grows with the square of the length.
    static func endlessMarkup(in bytes: [UInt8]) -> Int? {
        var index = 0
        while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            guard let end = markupEnd(of: bytes[open...]) else {
                return bytes.count - open > longestMarkup ? open : nil
            }
            index = end
        }
        return nil
    }

    /// The place behind the markup that bytes begin with; behind its bracket where it is none.
    private static func markupEnd(of bytes: ArraySlice<UInt8>) -> Int? {
        for (start, end) in [("<![CDATA[", "]]>"), ("<!--", "-->"), ("<?", "?>")]
        where bytes.starts(with: start.utf8) {
            return bytes.firstIndex(of: Array(end.utf8), from: bytes.startIndex)
                .map { $0 + end.utf8.count }
        }
        let first = bytes.dropFirst().first ?? 0
        let isTag =
            ASCII.isLetter(first) || first >= 0x80
            || [UInt8(ascii: "!"), UInt8(ascii: "/"), UInt8(ascii: "_")].contains(first)
        guard isTag else { return bytes.startIndex + 1 }
        var quote: UInt8?
        var depth = 0
        for index in bytes.indices.prefix(longestMarkup) {
            switch bytes[index] {
            case let byte where byte == quote: quote = nil
            case _ where quote != nil: break
            case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = bytes[index]
            // The declarations within a document type.
            case UInt8(ascii: "[") where first == UInt8(ascii: "!"): depth += 1
            case UInt8(ascii: "]") where first == UInt8(ascii: "!"): depth -= 1
            case UInt8(ascii: ">") where depth <= 0: return index + 1
            default: break
            }
        }
        return nil
    }

    private static let longestMarkup = 1 << 20
}
