extension JSONRecord {
    /// Whether there is a text, as `content` finds it.
    var hasContent: Bool {
        if string(MemberNames.html) != nil || string(MemberNames.markdown) != nil { return true }
        return MemberNames.text.contains { name in
            guard let value = members[name]?.value else { return false }
            return value.string.map { Self.text($0) != nil } ?? JSONRichText.hasWords(value)
                || Self.wholeText(of: value) != nil
        }
    }

    /// The text, in the form in which it is there.
    var content: Record.Content? {
        let html = string(MemberNames.html)?.text
        if let html, !Markup.isPage(html) { return .html(html) }
        // What was taken out of a page is better known than the page.
        return text ?? html.map(Record.Content.html)
    }

    /// The text without the HTML that may stand beside it.
    private var text: Record.Content? {
        if let (markdown, _) = string(MemberNames.markdown) { return .markdown(markdown) }
        for name in MemberNames.text {
            guard let (_, value) = members[name] else { continue }
            if let content = Self.content(of: value) { return content }
        }
        return nil
    }

    /// A short text for want of a whole one.
    var summary: Record.Content? {
        for name in MemberNames.summary {
            if let (_, value) = members[name], let content = Self.content(of: value) {
                return content
            }
        }
        return nil
    }

    private static func content(of value: JSON) -> Record.Content? {
        switch value.kind {
        case .string: return text(value.string ?? "").map(content(of:))
        case .array:
            if let main = mainVersion(of: value) { return content(of: main) }
            let elements = Array(value.elements)
            guard elements.allSatisfy({ $0.kind == .string }) else {
                return JSONRichText.html(value).map(Record.Content.html)
            }
            let paragraphs = elements.compactMap(\.string)
            return text(paragraphs.joined(separator: "\n\n")).map(content(of:))
        case .object:
            return wholeText(of: value).map(content(of:))
                ?? JSONRichText.html(value).map(Record.Content.html)
        default: return nil
        }
    }

    /// The text that an object holds under a usual name.
    private static func wholeText(of object: JSON) -> String? {
        guard object.kind == .object else { return nil }
        for name in ["html", "rendered", "#text", "text", "value", "plain", "content"] {
            if let inner = object[name]?.string, let text = text(inner) { return text }
        }
        return nil
    }

    /// The main one of several texts that say what each is for, as ninjs 2 has them.
    static func mainVersion(of list: JSON) -> JSON? {
        let versions = list.elements.prefix(20).filter {
            $0["role"] != nil && $0["value"]?.kind == .string
        }
        return (versions.first { $0["role"]?.string == "main" } ?? versions.first)?["value"]
    }

    /// A text's form by its looks: HTML where it has tags of blocks or entities, Markdown where it
    /// has its marks, else plain.
    private static func content(of text: String) -> Record.Content {
        var text = Markup.withoutSecondEscape(text)
        if Markup.isHTML(text) { return .html(text) }
        if !text.utf8.contains(ASCII.lineFeed), text.contains("\\n\\n") {
            // Escaped twice.
            text.replace("\\n", with: "\n")
        }
        if Markup.isMarkdown(text) { return .markdown(text) }
        return .text(Entity.decoded(withoutCut(text)))
    }

    /// A text without the word on what was cut off of it: `… [+2345 chars]`.
    private static func withoutCut(_ text: String) -> String {
        guard text.hasSuffix(" chars]"), let open = text.lastIndex(of: "["),
            text[open...].hasPrefix("[+"),
            text[open...].dropFirst(2).dropLast(7).utf8.allSatisfy(ASCII.isDigit)
        else { return text }
        return ASCII.trimmed(text[..<open])
    }

    static func text(_ text: String) -> String? {
        text.unicodeScalars.contains { !$0.properties.isWhitespace } ? text : nil
    }
}
