/// Makes HTML of a text that JSON holds as a tree of blocks, as editors keep it: paragraphs, headings
/// and lists as objects, and their words in objects within.
///
/// What such trees have in common is read: an object says its type, and holds its words as a string or
/// its parts in a list. The children of a block that are all words are one line; objects in a list
/// that is no block's are blocks. Objects nest at most `deepest` levels.
struct JSONRichText {
    private var html = ""
    private var blocks = 0
    /// After how many blocks no more are read.
    private let mostBlocks: Int

    /// The HTML of a tree; `nil` where it holds no words.
    ///
    /// What has more blocks than an article has lines is read so far that it is refused for them.
    static func html(_ value: JSON) -> String? { html(value, mostBlocks: TextLimits.mostLines) }

    /// Whether a tree holds words.
    static func hasWords(_ value: JSON) -> Bool { html(value, mostBlocks: 1) != nil }

    private static func html(_ value: JSON, mostBlocks: Int) -> String? {
        var text = JSONRichText(mostBlocks: mostBlocks)
        text.visit(value, tag: "p", depth: 0)
        return text.html.isEmpty ? nil : text.html
    }

    /// Reads a value; `isLine` where it may be the pieces of one line.
    private mutating func visit(_ value: JSON, tag: String, depth: Int, isLine: Bool = false) {
        guard depth < Self.deepest, blocks < mostBlocks else { return }
        switch value.kind {
        case .string: append(value.string ?? "", tag)
        case .array:
            let parts = Array(value.elements)
            if isLine, !parts.isEmpty, parts.allSatisfy(Self.isInline) {
                append(parts.map { Self.words(of: $0, depth: depth + 1) }.joined(), tag)
            } else {
                for part in parts where blocks < mostBlocks {
                    visit(part, tag: tag, depth: depth + 1)
                }
            }
        case .object: visit(object: value, tag: tag, depth: depth)
        default: break
        }
    }

    private mutating func visit(object: JSON, tag: String, depth: Int) {
        let type = Self.type(of: object)
        guard !Self.hidden.contains(type) else { return }
        let tag = Self.tag(for: type, object) ?? tag
        if let words = Self.ownWords(of: object) { append(words, tag) }
        for (name, value) in object.members where value.kind == .array || value.kind == .object {
            let name = MemberNames.folded(name)
            if name == "headline" || name == "heading" {
                visit(value, tag: "h2", depth: depth + 1)
            } else if Self.parts.contains(name) {
                let isLine =
                    (name == "children" || name == "content") && !Self.wholes.contains(type)
                visit(value, tag: tag, depth: depth + 1, isLine: isLine)
            }
        }
    }

    private mutating func append(_ words: String, _ tag: String) {
        guard words.utf8.contains(where: { !ASCII.isSpace($0) }) else { return }
        blocks += 1
        if Markup.isHTML(words) || words.contains("&") {
            html += "<\(tag)>\(words)</\(tag)>"
            return
        }
        for paragraph in words.split(separator: "\n\n") {
            html += "<\(tag)>\(Self.escaped(paragraph))</\(tag)>"
        }
    }

    private static func escaped(_ words: Substring) -> String {
        words.reduce(into: "") { $0 += $1 == "<" ? "&lt;" : $1 == "\n" ? "<br>" : String($1) }
    }

    /// The words that an object holds itself.
    private static func ownWords(of object: JSON) -> String? {
        for name in ["text", "html", "content", "value"] {
            if let words = object[name]?.string { return words }
        }
        return nil
    }

    /// The words of an inline object with those of the objects within it.
    private static func words(of value: JSON, depth: Int) -> String {
        guard depth < deepest else { return "" }
        if let words = ownWords(of: value) { return words }
        for name in ["children", "content"] {
            if let inner = value[name] {
                return inner.elements.map { words(of: $0, depth: depth + 1) }.joined()
            }
        }
        return ""
    }

    /// Whether an object is a piece of a line: words, or a link or a mark around some.
    private static func isInline(_ value: JSON) -> Bool {
        guard value.kind == .object else { return false }
        let type = type(of: value)
        let hasWords = value["text"]?.kind == .string || value["value"]?.kind == .string
        return type == "text" || type.isEmpty ? hasWords : inline.contains(type)
    }

    /// What an object says it is.
    private static func type(of object: JSON) -> String {
        for name in ["type", "_type", "nodeType", "kind"] {
            if let type = object[name]?.string { return MemberNames.folded(type) }
        }
        return ""
    }

    /// The tag of HTML that a type of block means; `nil` where it is what stands around it.
    private static func tag(for type: String, _ object: JSON) -> String? {
        let style = object["style"]?.string.map { ASCII.lowercased($0) } ?? ""
        if object["listItem"] != nil { return "li" }
        for name in [type, style] {
            if name.hasPrefix("head") || name == "subhead" || name == "h" { return "h2" }
            if name.count == 2, name.first == "h", name.last?.isNumber ?? false { return "h2" }
            if name.contains("list") { return "li" }
            if name.contains("quot") { return "blockquote" }
            if name == "caption" { return "figcaption" }
            if name == "paragraph" || name == "p" { return nil }
        }
        return nil
    }

    private static let deepest = 24

    /// The members that hold an object's parts.
    private static let parts: Set<String> = [
        "content", "children", "nodes", "blocks", "paragraphs", "sections", "items", "elements",
        "contentelements", "bodymodel", "body", "data", "summary", "root", "document",
    ]
    /// The types of what is a whole text and no block of it.
    private static let wholes: Set<String> = ["doc", "document", "root", "article", "story"]
    private static let inline: Set<String> = [
        "span", "link", "hyperlink", "textnode", "linebreak", "hardbreak", "a", "strong", "em",
    ]
    /// What shows no words of the article.
    private static let hidden: Set<String> = [
        "image", "img", "photo", "picture", "video", "audio", "gallery", "embed", "iframe",
        "rawhtml",
        "divider", "ad", "advertisement", "atomic", "delimiter", "raw", "file", "related",
        "horizontalrule",
    ]
}
