import CLibXML2

/// Reads the HTML in the fields of feeds and JSON: an article's text without a page around it.
///
/// It is a scanner and no tree: tags of blocks end a block, all others are passed over, and what
/// shows nothing (scripts, styles, frames) goes with its content. The cost is linear in the length.
struct HTMLFragment {
    private var rest: ArraySlice<UInt8>
    private var shown = RenderedText()
    private var block: [UInt8] = []
    private var role: Role?

    /// What a fragment shows.
    static func rendered(_ html: String) -> RenderedText {
        var fragment = HTMLFragment(rest: Array(html.utf8)[...])
        fragment.read()
        return fragment.shown
    }

    private init(rest: ArraySlice<UInt8>) {
        self.rest = rest
    }

    private mutating func read() {
        while let byte = rest.first {
            switch byte {
            case UInt8(ascii: "<"): readTag()
            case UInt8(ascii: "&"):
                if let (text, length) = Entity.text(at: rest) {
                    block += text.utf8
                    rest = rest.dropFirst(length)
                } else {
                    take(1)
                }
            case ASCII.lineFeed, ASCII.carriageReturn, ASCII.tab, ASCII.formFeed:
                block.append(ASCII.space)
                rest = rest.dropFirst()
            default: take(rest.firstIndex { Self.isSpecial($0) }.map { $0 - rest.startIndex })
            }
        }
        endBlock()
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") || byte < ASCII.space
    }

    /// Takes so many bytes, at least one, or all.
    private mutating func take(_ count: Int?) {
        let taken = rest.prefix(max(1, count ?? rest.count))
        block += taken
        rest = rest[taken.endIndex...]
    }

    private mutating func readTag() {
        if rest.starts(with: Array("<!--".utf8)) { return skip(past: "-->") }
        let inner = rest.dropFirst()
        let isEnd = inner.first == UInt8(ascii: "/")
        let name = inner.dropFirst(isEnd ? 1 : 0).prefix {
            ASCII.isLetter($0) || ASCII.isDigit($0)
        }
        guard let first = name.first, ASCII.isLetter(first) else {
            if let mark = inner.first, mark == UInt8(ascii: "!") || mark == UInt8(ascii: "?") {
                return skip(past: ">")
            }
            return take(1)
        }
        let tag = String(decoding: name.prefix(20).map(ASCII.lowercased), as: UTF8.self)
        rest = rest[name.endIndex...]
        skipAttributes()
        if Self.hidden.contains(tag), !isEnd {
            skip(past: "</" + tag)
            skip(past: ">")
        } else if tag == "br" {
            block.append(ASCII.lineFeed)
        } else if let change = Self.blocks[tag] {
            endBlock()
            role = isEnd ? nil : change
        }
    }

    /// Passes over a tag's attributes; a bracket in quotation marks ends nothing.
    private mutating func skipAttributes() {
        var quote: UInt8?
        var last: UInt8 = 0
        var index = rest.startIndex
        while index < rest.endIndex {
            let byte = rest[index]
            index += 1
            if let open = quote {
                if byte == open { quote = nil }
            } else if last == UInt8(ascii: "="),
                byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
            {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                break
            }
            if !ASCII.isSpace(byte) { last = byte }
        }
        rest = rest[index...]
    }

    /// Passes over all up to a mark and the mark; over all that is left where there is none.
    private mutating func skip(past mark: String) {
        let wanted = Array(mark.utf8)
        var index = rest.startIndex
        while let next = rest[index...].firstIndex(where: { $0 | 0x20 == wanted[0] | 0x20 }) {
            if ASCII.begins(rest[next...], with: mark) {
                rest = rest[(next + wanted.count)...]
                return
            }
            index = next + 1
        }
        rest = rest[rest.endIndex...]
    }

    private mutating func endBlock() {
        shown.append(String(decoding: block, as: UTF8.self), role)
        block.removeAll(keepingCapacity: true)
    }

    /// What shows no text of the article, with all that stands in it.
    private static let hidden: Set<String> = [
        "script", "style", "iframe", "noscript", "template", "svg", "object", "select", "button",
        "head", "title", "audio", "video",
    ]

    /// The tags that begin and end a block, with the role of what they hold if they say one.
    private static let blocks: [String: Role?] = [
        "p": nil, "div": nil, "section": nil, "article": nil, "header": nil, "footer": nil,
        "main": nil, "aside": nil, "figure": nil, "ul": nil, "ol": nil, "dl": nil, "table": nil,
        "tr": nil, "hr": nil, "body": nil, "html": nil, "pre": nil, "address": nil, "center": nil,
        "blockquote": .quotation, "figcaption": .caption, "li": .listItem, "dt": .subhead,
        "dd": .paragraph, "h1": .subhead, "h2": .subhead, "h3": .subhead, "h4": .subhead,
        "h5": .subhead, "h6": .subhead,
    ]
}

/// Reads references to characters (HTML 4.01 §5.3).
enum Entity {
    /// The text of a reference at the start of bytes, and how many of them it has; `nil` for what
    /// is none.
    static func text(at bytes: ArraySlice<UInt8>) -> (String, length: Int)? {
        guard bytes.first == UInt8(ascii: "&"),
            let end = bytes.prefix(12).firstIndex(of: UInt8(ascii: ";"))
        else { return nil }
        let name = String(decoding: bytes[(bytes.startIndex + 1)..<end], as: UTF8.self)
        return text(named: name).map { ($0, end - bytes.startIndex + 1) }
    }

    /// The text of a reference's name, without its ampersand and semicolon: `eacute`, `#233`.
    static func text(named name: String) -> String? {
        if name.hasPrefix("#") {
            let digits = name.dropFirst()
            let isHexadecimal = digits.first == "x" || digits.first == "X"
            let value = UInt32(
                isHexadecimal ? digits.dropFirst() : digits,
                radix: isHexadecimal ? 16 : 10
            )
            guard let value, let scalar = scalar(value) else { return nil }
            return String(Character(scalar))
        }
        if name == "apos" { return "'" }
        let found = name.withCString { pointer in
            pointer.withMemoryRebound(to: UInt8.self, capacity: name.utf8.count + 1) {
                htmlEntityLookup($0)?.pointee.value
            }
        }
        return found.flatMap { Unicode.Scalar($0) }.map { String(Character($0)) }
    }

    /// The scalar of a number; those of Windows-1252's punctuation stand for it (HTML §13.2.5.80).
    private static func scalar(_ value: UInt32) -> Unicode.Scalar? {
        if (0x80...0x9F).contains(value) {
            return Windows1252.scalar(of: UInt8(value))
        }
        guard value >= 0x20 || value == 0x0A || value == 0x09 else { return nil }
        return Unicode.Scalar(value)
    }
}
