/// The first bytes of a text, white space before them left out, and what they begin with.
struct Head {
    private let bytes: ArraySlice<UInt8>

    /// How many bytes are looked at.
    private static let length = 4_096

    init(_ text: String) {
        var text = text
        bytes = text.withUTF8 { Array($0.drop(while: ASCII.isSpace).prefix(Self.length))[...] }
    }

    /// The first byte.
    var first: UInt8? { bytes.first }

    /// Whether the text begins with a word, which is in lower case, capital letters or not.
    func begins(with word: String) -> Bool {
        ASCII.begins(bytes, with: word)
    }

    /// Whether the text begins as HTML does: with its document type, or a page's or block's tag.
    ///
    /// What comes before it in XHTML is passed over.
    var beginsWithHTML: Bool {
        let start = Self.afterPreamble(bytes)
        return ASCII.begins(start, with: "<!doctype html")
            || Self.htmlTags.contains { Self.tag($0, at: start) }
    }

    /// Whether the text begins as a feed does: with its element, whatever prefix that has, or the
    /// document type of one, behind comments and instructions.
    var beginsWithFeed: Bool { Self.isFeed(Self.afterPreamble(bytes)) }

    /// Whether a feed's element stands anywhere in it.
    var hasFeedTag: Bool {
        bytes.indices.contains {
            bytes[$0] == UInt8(ascii: "<") && Self.isFeed(bytes[$0...])
        }
    }

    private static func isFeed(_ bytes: ArraySlice<UInt8>) -> Bool {
        if ASCII.begins(bytes, with: "<!doctype rss") || ASCII.begins(bytes, with: "<!doctype rdf")
        {
            return true
        }
        guard bytes.first == UInt8(ascii: "<") else { return false }
        let prefix = bytes.dropFirst().prefix(20).prefix(while: ASCII.isLetter)
        let hasPrefix = bytes[prefix.endIndex...].first == UInt8(ascii: ":")
        let name = hasPrefix ? bytes[prefix.endIndex...].dropFirst() : bytes.dropFirst()
        return (hasPrefix ? ["feed", "rdf"] : ["rss", "feed"]).contains {
            Self.isName($0, at: name)
        }
    }

    /// Whether there is a tag in it at all.
    var hasTag: Bool {
        zip(bytes, bytes.dropFirst()).contains { first, second in
            first == UInt8(ascii: "<")
                && (ASCII.isLetter(second) || second == UInt8(ascii: "/")
                    || second == UInt8(ascii: "!"))
        }
    }

    /// Whether the text begins as a JSON object or array does.
    ///
    /// A text may well begin with `[Updated]`, `[ ] Share` or `{sic}`, so what follows the brackets
    /// counts: a name, a value in quotation marks, or nothing more at all.
    ///
    /// Comments before it are passed over.
    var beginsWithJSON: Bool {
        let bytes = Self.afterComments(bytes)
        var rest = bytes
        while rest.first == UInt8(ascii: "[") {
            rest = rest.dropFirst().drop(while: ASCII.isSpace)
            if rest.first == UInt8(ascii: "\"") { return true }
        }
        if rest.first == UInt8(ascii: "{") {
            rest = rest.dropFirst().drop(while: ASCII.isSpace)
            if rest.first == UInt8(ascii: "\"") || Self.isNameInSingleMarks(rest) { return true }
        }
        // Empty objects and arrays: brackets and nothing else.
        return rest.startIndex > bytes.startIndex && !rest.isEmpty
            && rest.allSatisfy { ASCII.isSpace($0) || "]},".utf8.contains($0) }
    }

    /// Whether a name in single quotation marks and a colon stand there, as Python prints an object:
    /// it is no JSON, and to be told so.
    private static func isNameInSingleMarks(_ bytes: ArraySlice<UInt8>) -> Bool {
        let mark = UInt8(ascii: "'")
        guard bytes.first == mark, let end = bytes.dropFirst().firstIndex(of: mark) else {
            return false
        }
        return bytes[(end + 1)...].drop(while: ASCII.isSpace).first == UInt8(ascii: ":")
    }

    private static func afterComments(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = bytes
        while rest.first == UInt8(ascii: "/") {
            if ASCII.begins(rest, with: "//") {
                rest = rest.drop { $0 != ASCII.lineFeed }
            } else if ASCII.begins(rest, with: "/*"),
                let end = rest.firstIndex(of: Array("*/".utf8), from: rest.startIndex)
            {
                rest = rest[(end + 2)...]
            } else {
                return bytes
            }
            rest = rest.drop(while: ASCII.isSpace)
        }
        return rest
    }

    /// Whether the first line is a JSON object by itself and the next begins as one.
    var beginsWithObjectLines: Bool {
        guard bytes.first == UInt8(ascii: "{"), beginsWithJSON else { return false }
        let line = bytes.prefix { $0 != ASCII.lineFeed }
        let next = bytes[line.endIndex...].drop(while: ASCII.isSpace)
        return ASCII.trimmed(line).last == UInt8(ascii: "}") && next.first == UInt8(ascii: "{")
    }

    /// Whether the text begins with front matter: a line of `---`, lines of which the first with
    /// something on it is `name: value`, and another line of `---`.
    var beginsWithFrontMatter: Bool {
        guard let first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") else {
            return false
        }
        let lines = bytes.split(separator: ASCII.lineFeed, omittingEmptySubsequences: false)
            .map(ASCII.trimmed)
        // YAML's and TOML's.
        let signs: [(rule: String, mark: UInt8)] = [
            ("---", UInt8(ascii: ":")), ("+++", UInt8(ascii: "=")),
        ]
        guard lines.count > 2,
            let sign = signs.first(where: { lines[0].elementsEqual($0.rule.utf8) }),
            lines.dropFirst(2).contains(lines[0]),
            let line = lines.dropFirst().first(where: {
                !$0.isEmpty && $0.first != UInt8(ascii: "#")
            })
        else { return false }
        var name = ASCII.trimmed(line.prefix { $0 != sign.mark })
        if name.count > 2, name.first == name.last,
            name.first == UInt8(ascii: "\"") || name.first == UInt8(ascii: "'")
        {
            name = name.dropFirst().dropLast()
        }
        return line.contains(sign.mark) && !name.isEmpty
            && name.allSatisfy {
                ASCII.isLetter($0) || ASCII.isDigit($0) || $0 >= 0x80 || "_-.".utf8.contains($0)
            }
    }

    /// Whether the text begins with a heading: `# Words`, but not `#1 …` or `#tag`.
    var beginsWithHeading: Bool {
        let marks = bytes.prefix { $0 == UInt8(ascii: "#") }
        guard (1...6).contains(marks.count) else { return false }
        let rest = bytes.dropFirst(marks.count)
        return rest.first == ASCII.space
            && (rest.dropFirst().first.map { $0 > ASCII.space } ?? false)
    }

    /// Passes over an XML declaration, instructions, comments and white space.
    private static func afterPreamble(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = bytes
        while true {
            rest = rest.drop(while: ASCII.isSpace)
            let end: String
            if ASCII.begins(rest, with: "<?") {
                end = "?>"
            } else if ASCII.begins(rest, with: "<!--") {
                end = "-->"
            } else {
                return rest
            }
            guard let place = rest.firstIndex(of: Array(end.utf8), from: rest.startIndex) else {
                return rest
            }
            rest = rest[(place + end.utf8.count)...]
        }
    }

    /// Whether a tag stands at the start: its name, and then what ends a name.
    private static func tag(_ name: String, at bytes: ArraySlice<UInt8>) -> Bool {
        bytes.first == UInt8(ascii: "<") && isName(name, at: bytes.dropFirst())
    }

    /// Whether a tag's name stands at the start, and then what ends one.
    private static func isName(_ name: String, at bytes: ArraySlice<UInt8>) -> Bool {
        guard ASCII.begins(bytes, with: name) else { return false }
        let next = bytes.dropFirst(name.utf8.count).first
        return next.map { ASCII.isSpace($0) || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/") }
            ?? false
    }

    private static let htmlTags = [
        "html", "head", "body", "title", "meta", "link", "script", "style", "main", "article",
        "section", "header", "div", "table", "p", "h1", "h2", "h3", "ul", "ol", "span", "a", "b",
        "strong", "em", "blockquote", "figure", "br",
    ]
}
