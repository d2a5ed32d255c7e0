/// Reads the HTML in the fields of feeds and JSON: an article's text without a page around it.
///
/// It is a scanner and no tree: tags of blocks end a block, all others are passed over, and what
/// shows nothing (scripts, styles, frames) goes with its content. The cost is linear in the length.
struct HTMLFragment {
    private var rest: ArraySlice<UInt8>
    private var shown = RenderedText()
    private var block: [UInt8] = []
    private var role: Role?
    /// The elements that are open and give a role to the blocks within them, the innermost last.
    private var roles: [(tag: String, role: Role)] = []
    /// Where in the block the link that was last begins.
    private var linkStart: Int?

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
        } else if tag == "td" || tag == "th" {
            block.append(ASCII.space)
        } else if tag == "a" {
            if !isEnd { linkStart = block.count }
        } else if let change = Self.blocks[tag] {
            endBlock()
            noteRole(change, tag: tag, isEnd: isEnd)
        }
    }

    /// Notes the role that a tag gives to what it holds; a paragraph in a quotation is quoted.
    private mutating func noteRole(_ change: Role?, tag: String, isEnd: Bool) {
        if isEnd {
            if let open = roles.lastIndex(where: { $0.tag == tag }) {
                roles.removeSubrange(open...)
            }
        } else if let change, roles.count < Self.mostRoles {
            // The tags of lists may lack their ends (HTML §13.1.2.4).
            if roles.last?.tag == tag { roles.removeLast() }
            roles.append((tag, change))
        }
        if tag == "ul" || tag == "ol" || tag == "dl" { roles.removeAll { $0.role != .quotation } }
        role = roles.last?.role
    }

    /// More elements with a role are not open in each other.
    private static let mostRoles = 64

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
        if let linkStart, role == nil, let end = linkAfterSentence(from: linkStart) {
            shown.append(String(decoding: block[..<linkStart], as: UTF8.self))
            shown.append(String(decoding: block[end], as: UTF8.self))
        } else {
            shown.append(String(decoding: block, as: UTF8.self), role)
        }
        linkStart = nil
        block.removeAll(keepingCapacity: true)
    }

    /// The link that ends the block behind a whole sentence and says no more than `Read more`: it is
    /// a block of its own.
    private func linkAfterSentence(from start: Int) -> Range<Int>? {
        guard start > 0, start < block.count, block.count - start <= 100,
            let last = block[..<start].last(where: { !ASCII.isSpace($0) }),
            // A full stop, a bracket, or the last byte of a sign beyond ASCII.
            last >= 0x80 || ".!?])\"".utf8.contains(last)
        else { return nil }
        let link = Manuscript(String(decoding: block[start...], as: UTF8.self))
        let range = link.trimmed(0..<link.scalars.count)
        return FurnitureWords.lines.matches(link, range) ? start..<block.count : nil
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
