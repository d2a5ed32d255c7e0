/// A text with the faults mended that feeds commonly have.
///
/// An ampersand that begins no reference stands for itself, HTML's names stand for their characters, a
/// reference to a character that XML does not know is left out, and HTML's tags without an end
/// (`<br>`) end. Sections of CDATA, comments and declarations stay as they are. The cost is linear in
/// the length.
struct XMLMending {
    private var rest: ArraySlice<UInt8>
    /// The text, mended.
    private(set) var mended: [UInt8] = []
    /// How many references were mended.
    private var faults = 0
    /// Where there were more faults than a feed has, and no more were mended; `nil` where all were.
    private(set) var end: Int?
    /// Whether a quotation mark in a tag was never closed: then none is believed.
    private var hasOpenMark = false

    /// Mends a text, unless it has more faults than a feed has.
    init(_ text: [UInt8]) {
        rest = text[...]
        mended.reserveCapacity(rest.count + 64)
        while faults <= Self.mostFaults,
            let place = rest.firstIndex(where: {
                $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<")
            })
        {
            mended += rest[..<place]
            rest = rest[place...]
            if rest.first == UInt8(ascii: "&") {
                rest = rest.dropFirst(appendReference(at: rest))
            } else {
                readMarkup()
            }
        }
        if faults > Self.mostFaults { end = rest.startIndex }
        mended += rest
        rest = rest[rest.endIndex...]
    }

    // MARK: References

    /// Appends what stands for an ampersand and what follows it.
    ///
    /// - Returns: How many bytes it stands for.
    private mutating func appendReference(at bytes: ArraySlice<UInt8>) -> Int {
        let ampersand = "&amp;".utf8
        guard let end = bytes.prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
            mended += ampersand
            faults += 1
            return 1
        }
        let length = end - bytes.startIndex + 1
        let name = String(decoding: bytes[(bytes.startIndex + 1)..<end], as: UTF8.self)
        let text = Entity.text(named: name)
        if ["amp", "lt", "gt", "quot", "apos"].contains(name) || name.hasPrefix("#") && text != nil
        {
            mended += bytes.prefix(length)
        } else if let text {
            mended += text.utf8
        } else if !name.hasPrefix("#") {
            mended += ampersand
            faults += 1
            return 1
        }
        return length
    }

    // MARK: Tags

    private mutating func readMarkup() {
        for (start, end) in Self.sections where rest.starts(with: start) {
            let place = rest.firstIndex(of: end, from: rest.startIndex)
            let next = place.map { $0 + end.count } ?? rest.endIndex
            mended += rest[..<next]
            rest = rest[next...]
            return
        }
        guard let end = tagEnd() else {
            mended.append(UInt8(ascii: "<"))
            faults += 1
            rest = rest.dropFirst()
            return
        }
        var tag = rest[..<end]
        let isVoid = isOpenVoid(tag)
        rest = rest[(end + 1)...]
        while let place = tag.firstIndex(of: UInt8(ascii: "&")) {
            mended += tag[..<place]
            tag = tag[place...].dropFirst(appendReference(at: tag[place...]))
        }
        mended += tag
        if isVoid { mended.append(UInt8(ascii: "/")) }
        mended.append(UInt8(ascii: ">"))
    }

    /// Where the tag at the start ends; a bracket in quotation marks ends nothing.
    private mutating func tagEnd() -> Int? {
        var quote: UInt8?
        var last: UInt8 = 0
        for index in rest.indices.dropFirst().prefix(Self.longestTag) {
            let byte = rest[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if last == UInt8(ascii: "="),
                byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"),
                !hasOpenMark
            {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return index
            } else if byte == UInt8(ascii: "<") {
                return nil
            }
            if !ASCII.isSpace(byte) { last = byte }
        }
        if quote != nil { hasOpenMark = true }
        return nil
    }

    /// Whether a tag, without its bracket, is one of HTML's that have no end, and neither has the
    /// slash that XML asks for nor is closed at once.
    private func isOpenVoid(_ tag: ArraySlice<UInt8>) -> Bool {
        guard tag.last != UInt8(ascii: "/") else { return false }
        let name = tag.dropFirst().prefix(while: ASCII.isLetter).map(ASCII.lowercased)
        guard Self.voids.contains(String(decoding: name, as: UTF8.self)) else { return false }
        let next = rest[tag.endIndex...].dropFirst().prefix(name.count + 2).map(ASCII.lowercased)
        return next != Array("</".utf8) + name
    }

    private static let sections: [(start: [UInt8], end: [UInt8])] = [
        ("<![CDATA[", "]]>"), ("<!--", "-->"), ("<?", "?>"),
    ].map { (Array($0.utf8), Array($1.utf8)) }

    /// `link` is not among them: feeds have one of their own.
    private static let voids: Set<String> = ["br", "hr", "img", "input", "wbr", "embed"]

    /// How many faults are mended: what has more is no feed.
    static let mostFaults = 50_000

    /// No tag is longer, in bytes: what seems so has a bracket or a mark too few.
    private static let longestTag = 16 << 10
}
