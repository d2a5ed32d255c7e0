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
        var mended: [UInt8] = []
        mended.reserveCapacity(bytes.count + 64)
        var rest = bytes[...]
        var hasChanged = false
        while let place = rest.firstIndex(where: {
            $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<")
        }) {
            mended += rest[..<place]
            rest = rest[place...]
            if rest.first == UInt8(ascii: "&") {
                let (text, length) = reference(at: rest)
                if !text.elementsEqual(rest.prefix(length)) { hasChanged = true }
                mended += text
                rest = rest.dropFirst(length)
                continue
            }
            let length = markupLength(at: rest)
            var tag = Array(rest.prefix(length))
            rest = rest.dropFirst(length)
            if isOpenVoid(tag) {
                tag.insert(UInt8(ascii: "/"), at: tag.count - 1)
                hasChanged = true
            }
            mended += tag
        }
        mended += rest
        return hasChanged ? mended : nil
    }

    /// What stands for an ampersand and what follows it, and how many bytes it replaces.
    private static func reference(at bytes: ArraySlice<UInt8>) -> ([UInt8], length: Int) {
        guard let end = bytes.prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
            return (Array("&amp;".utf8), 1)
        }
        let length = end - bytes.startIndex + 1
        let name = String(decoding: bytes[(bytes.startIndex + 1)..<end], as: UTF8.self)
        if ["amp", "lt", "gt", "quot", "apos"].contains(name) {
            return (Array(bytes.prefix(length)), length)
        }
        if name.hasPrefix("#") {
            let isKnown = Entity.text(named: name) != nil
            return (isKnown ? Array(bytes.prefix(length)) : [], length)
        }
        guard let text = Entity.text(named: name) else { return (Array("&amp;".utf8), 1) }
        return (Array(text.utf8), length)
    }

    /// How many bytes the markup at a place has: a section, a comment, or a tag.
    private static func markupLength(at bytes: ArraySlice<UInt8>) -> Int {
        let ends = [("<![CDATA[", "]]>"), ("<!--", "-->"), ("<?", "?>")]
        for (start, end) in ends where bytes.starts(with: Array(start.utf8)) {
            let place = bytes.firstIndex(of: Array(end.utf8), from: bytes.startIndex)
            return place.map { $0 + end.utf8.count - bytes.startIndex } ?? bytes.count
        }
        // A tag has no reference in its name; those in its attributes are looked at in turn.
        let end = bytes.dropFirst().firstIndex {
            $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&")
        }
        guard let end else { return bytes.count }
        return end - bytes.startIndex + (bytes[end] == UInt8(ascii: ">") ? 1 : 0)
    }

    /// Whether a tag is one of HTML's that have no end and lacks the slash that XML asks for.
    private static func isOpenVoid(_ tag: [UInt8]) -> Bool {
        guard tag.last == UInt8(ascii: ">"), tag.dropLast().last != UInt8(ascii: "/") else {
            return false
        }
        let name = tag.dropFirst().prefix(while: ASCII.isLetter)
        return voids.contains(String(decoding: name.map(ASCII.lowercased), as: UTF8.self))
    }

    /// `link` is not among them: feeds have one of their own.
    private static let voids: Set<String> = ["br", "hr", "img", "input", "wbr", "embed"]
}
