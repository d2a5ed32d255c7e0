/// What can be told of a field that may hold HTML, without reading it as a page.
enum Markup {
    /// Whether a text is HTML and not plain: it has a tag that newspapers' editors write.
    static func isHTML(_ text: String) -> Bool {
        var text = text
        guard text.withUTF8({ $0.contains(UInt8(ascii: "<")) }) else { return false }
        let bytes = Array(text.utf8.prefix(sampleBytes))
        var index = 0
        while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = open + 1
            let name = bytes[index...].drop { $0 == UInt8(ascii: "/") }.prefix {
                ASCII.isLetter($0) || ASCII.isDigit($0)
            }
            guard !name.isEmpty, name.count <= 10 else { continue }
            let end = name.endIndex < bytes.count ? bytes[name.endIndex] : UInt8(ascii: ">")
            guard ASCII.isSpace(end) || end == UInt8(ascii: ">") || end == UInt8(ascii: "/") else {
                continue
            }
            if tags.contains(String(decoding: name.map(ASCII.lowercased), as: UTF8.self)) {
                return true
            }
        }
        return false
    }

    /// Whether HTML is a whole page, with what stands around the article.
    static func isPage(_ html: String) -> Bool {
        let head = Head(html)
        return ["<!doctype html", "<html", "<head", "<body"].contains { head.begins(with: $0) }
    }

    /// A text without the escapes that a second escaping of its HTML has put on: `&lt;p&gt;`.
    ///
    /// One that has tags of its own, or none once its references are read, stays as it is.
    static func withoutSecondEscape(_ text: String) -> String {
        var text = text
        guard text.withUTF8({ $0.contains(UInt8(ascii: "&")) }), !isHTML(text) else { return text }
        let unescaped = Entity.decoded(text)
        let hasEnd = unescaped.contains("</") || unescaped.contains("<br")
        return hasEnd && isHTML(unescaped) ? unescaped : text
    }

    /// Whether a text without tags is Markdown: it has a heading, a link, or words set bold.
    ///
    /// Lines that only a line end parts are one paragraph in Markdown, so that a text whose
    /// paragraphs are lines is none.
    static func isMarkdown(_ text: String) -> Bool {
        var text = text
        guard text.withUTF8(hasMarks) else { return false }
        guard !text.utf8.contains(ASCII.lineFeed) || text.contains("\n\n") else { return false }
        let sample = text.prefix(sampleBytes)
        if sample.contains("](http") || sample.contains("](/") { return true }
        let lines: [Substring] = sample.split { $0.isNewline }
        return lines.contains { hasHeadingOrBold($0) }
    }

    /// Whether there are marks of Markdown at all: most texts have none, and looking at letters is slow.
    private static func hasMarks(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var last: UInt8 = 0
        for byte in text {
            switch (last, byte) {
            case (_, UInt8(ascii: "#")), (UInt8(ascii: "*"), UInt8(ascii: "*")),
                (UInt8(ascii: "]"), UInt8(ascii: "(")):
                return true
            default: last = byte
            }
        }
        return false
    }

    private static func hasHeadingOrBold(_ line: Substring) -> Bool {
        let marks = line.prefix { $0 == "#" }.count
        if (1...6).contains(marks) { return line.dropFirst(marks).first == " " }
        guard let open = line.firstRange(of: "**"),
            let close = line[open.upperBound...].firstRange(of: "**")
        else { return false }
        let bold = line[open.upperBound..<close.lowerBound]
        return !bold.isEmpty && bold.first != " " && bold.last != " "
    }

    /// A line of text without tags, and with its entities read.
    static func plain(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") })
        else { return text }
        var rest = Array(text.utf8)[...]
        var plain: [UInt8] = []
        plain.reserveCapacity(rest.count)
        while let byte = rest.first {
            if byte == UInt8(ascii: "<"), let after = rest.dropFirst().first,
                ASCII.isLetter(after) || after == UInt8(ascii: "/"),
                let close = rest.firstIndex(of: UInt8(ascii: ">"))
            {
                rest = rest[(close + 1)...]
            } else if byte == UInt8(ascii: "&"), let (text, length) = Entity.text(at: rest) {
                plain += text.utf8
                rest = rest.dropFirst(length)
            } else {
                plain.append(byte)
                rest = rest.dropFirst()
            }
        }
        return String(decoding: plain, as: UTF8.self)
    }

    /// How much of a text is looked at, in bytes.
    private static let sampleBytes = 64 << 10

    private static let tags: Set<String> = [
        "p", "br", "div", "span", "a", "em", "strong", "b", "i", "ul", "ol", "li", "blockquote",
        "h1", "h2", "h3", "h4", "h5", "h6", "img", "figure", "figcaption", "section", "article",
        "table", "iframe", "html", "body", "hr",
    ]
}
