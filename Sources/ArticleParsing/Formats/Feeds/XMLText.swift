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

    /// A text with the faults mended that feeds commonly have; `nil` where there are none.
    ///
    /// An ampersand that begins no reference stands for itself, HTML's names stand for their
    /// characters, a reference to a character that XML does not know is left out, and HTML's tags
    /// without an end (`<br>`) end. Sections of CDATA, comments and declarations stay as they are.
    /// The cost is linear in the length.
    static func mended(_ bytes: [UInt8]) -> [UInt8]? {
        var mending = XMLMending(rest: bytes[...])
        mending.run()
        let isWhole = mending.faults <= XMLMending.mostFaults
        return isWhole && mending.mended != bytes ? mending.mended : nil
    }

    /// Whether a long text has so many faults that none is worth reading on: libxml2 takes some 3 µs
    /// to say what is wrong with each of millions.
    static func isHopeless(_ bytes: [UInt8]) -> Bool {
        guard bytes.count > 1 << 20 else { return false }
        var mending = XMLMending(rest: bytes[...])
        mending.run()
        return mending.faults > XMLMending.mostFaults
    }

    /// Where a tag begins that does not end within a megabyte; `nil` where all do.
    ///
    /// libxml2 looks for the end of such a tag again with each piece that it is given, so that its
    /// work grows with the square of the length.
    static func endlessTag(in bytes: [UInt8]) -> Int? {
        let section = Array("<![CDATA[".utf8)
        var rest = bytes[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[open...]
            if rest.starts(with: section) {
                guard let end = rest.firstIndex(of: Array("]]>".utf8), from: open) else {
                    return nil
                }
                rest = rest[(end + 3)...]
                continue
            }
            let tag = rest.prefix(1 << 20)
            if let end = tag.firstIndex(of: UInt8(ascii: ">")) {
                rest = rest[(end + 1)...]
            } else if rest.dropFirst().first == UInt8(ascii: "!") {
                // A comment or a document type may be long.
                rest = rest.dropFirst()
            } else {
                return tag.endIndex < bytes.count ? open : nil
            }
        }
        return nil
    }
}
