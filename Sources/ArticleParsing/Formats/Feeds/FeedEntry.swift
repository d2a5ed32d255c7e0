import Articles

/// Makes a record of the elements of a feed's entry.
struct FeedEntry {
    private let elements: [FeedElement]
    private let base: String

    /// Takes an entry's elements; `base` is what relative addresses are relative to.
    init(_ elements: [FeedElement], base: String) {
        self.elements = elements
        self.base = base
    }

    /// What the entry says.
    func record() -> Record {
        var record = Record()
        if let (element, rule) = first(FeedNames.headline) {
            record.set(.headline, \.headline, to: plain(element), rule: rule)
        }
        for (path, field, names) in [
            (\ArticleFields.published, FieldName.published, FeedNames.published),
            (\.updated, .updated, FeedNames.updated),
        ] {
            for element in all(names) {
                record.set(field, path, to: FieldDate.date(element.text), rule: rule(element))
            }
        }
        if record.fields.published == nil, let (element, rule) = first(FeedNames.updated) {
            // Atom's entries must have `updated` and may lack `published`.
            record.set(.published, \.published, to: FieldDate.date(element.text), rule: rule)
        }
        if record.fields.updated == record.fields.published { record.forget(.updated, \.updated) }
        readAuthors(into: &record)
        readAddress(into: &record)
        readTags(into: &record)
        if let (element, rule) = first(FeedNames.source), !element.text.hasPrefix("http") {
            record.set(.source, \.source, to: plain(element), rule: rule)
        }
        if let (element, rule) = first(FeedNames.language) {
            let tag = LanguageTag.canonical(element.text)
            record.set(.language, \.language, to: tag, rule: rule)
        }
        record.content = longest(FeedNames.text)
        record.summary = first(FeedNames.summary).map { content(of: $0.element) }
        return record
    }

    /// The authors that Atom's elements name; those of a feed are its entries' (RFC 4287 §4.2.1).
    var atomAuthors: [Author] {
        elements.filter { $0.name == "author/name" }.map {
            Author(name: Record.folded($0.text))
        }
    }

    private func readAuthors(into record: inout Record) {
        for name in FeedNames.authors {
            let named = elements.filter { $0.name == name }
            for element in named {
                let text = plain(element)
                if name == "author/name" || named.count > 1 {
                    record.add(Author(name: Record.folded(text)), rule: rule(element))
                } else {
                    for author in AuthorNames.authors(in: text) {
                        record.add(author, rule: rule(element))
                    }
                }
            }
            if !record.fields.authors.isEmpty { return }
        }
    }

    private func readTags(into record: inout Record) {
        for element in all(FeedNames.tags) {
            let text = element.attributes["label"] ?? element.attributes["term"] ?? plain(element)
            let isList = FeedNames.keywords.contains(element.name)
            for tag in isList ? text.split(separator: ",") : [text[...]] {
                // Where a term is an address it says what kind of thing the entry is.
                let tag = Markup.plain(String(tag))
                if !tag.hasPrefix("http") { record.add(tag: tag, rule: rule(element)) }
            }
        }
    }

    private func readAddress(into record: inout Record) {
        let links = elements.filter { $0.name == "link" }
        let pages = links.filter { link in
            let type = link.attributes["type"] ?? "text/html"
            return type == "text/html" || type == "application/xhtml+xml"
        }
        let chosen =
            pages.first { $0.attributes["rel"] == "alternate" }
            ?? links.first { $0.attributes["rel"] == nil }
            ?? links.first { $0.attributes["rel"] == "alternate" }
        for element in all(FeedNames.addresses) {
            if element.name == "guid", element.attributes["isPermaLink"] == "false" { continue }
            if element.name == "link", element != chosen { continue }
            let reference = ASCII.trimmed(element.attributes["href"] ?? element.text)
            guard !reference.isEmpty,
                element.name == "link" || reference.hasPrefix("http"),
                let url = RelativeReference.resolve(reference, against: base)
            else { continue }
            return record.set(.url, \.url, to: url, rule: rule(element))
        }
    }

    // MARK: Elements

    private func all(_ names: [String]) -> [FeedElement] {
        names.flatMap { name in elements.filter { $0.name == name } }
    }

    private func first(_ names: [String]) -> (element: FeedElement, rule: String)? {
        all(names).first { !ASCII.trimmed($0.text).isEmpty }.map { ($0, rule($0)) }
    }

    /// The longest text by some names: a feed may have a short one beside the whole.
    private func longest(_ names: [String]) -> Record.Content? {
        all(names).filter { !ASCII.trimmed($0.text).isEmpty && Self.isText($0) }
            .max { $0.text.utf8.count < $1.text.utf8.count }.map(content)
    }

    /// Whether an element holds text: Atom's content may be a picture (RFC 4287 §4.1.3.1).
    private static func isText(_ element: FeedElement) -> Bool {
        let type = element.attributes["type"] ?? ""
        return !type.contains("/") || type.hasPrefix("text/") || type.contains("html")
            || type.contains("xml")
    }

    private func content(of element: FeedElement) -> Record.Content {
        if !element.markup.isEmpty { return .html(element.markup) }
        let text = Markup.withoutSecondEscape(element.text)
        let type = element.attributes["type"] ?? ""
        if type == "text" || type == "text/plain" { return .text(text) }
        if type == "html" || type == "text/html" || type == "xhtml" { return .html(text) }
        return Markup.isHTML(text) || text.contains("&") ? .html(text) : .text(text)
    }

    private func plain(_ element: FeedElement) -> String { Markup.plain(element.text) }

    private func rule(_ element: FeedElement) -> String { "feed_" + element.name }
}
