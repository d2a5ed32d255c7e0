import Articles

/// Reads an object of JSON as an article: its members by the names that they commonly have.
///
/// What fits: our own answers, news APIs, JSON Feed 1.1, ninjs, schema.org's `NewsArticle`, and
/// what people export from their systems.
struct JSONRecord {
    /// The members that say something, by their folded names.
    private var members: [String: (name: String, value: JSON)] = [:]
    /// Whether `name` is a headline and not the client's own name: schema.org's objects.
    private let isSchema: Bool
    /// What schema.org calls it, if it says so.
    private let types: [String]

    /// What the names of its rules begin with.
    private let rulePrefix: String
    /// The text, in the form in which it is there.
    private var content: Record.Content?

    /// Reads an object's members, and those of an object in it that holds the article itself.
    init(_ object: JSON, rulePrefix: String = "json_") {
        self.rulePrefix = rulePrefix
        let type = object["@type"]
        types = type?.string.map { [$0] } ?? type.map { $0.elements.compactMap(\.string) } ?? []
        isSchema = type != nil || object["@context"] != nil
        var wrapped: [JSON] = []
        for (name, value) in object.members where value.kind != .null {
            if value.kind == .object, MemberNames.wrappers.contains(ASCII.lowercased(name)) {
                wrapped.append(value)
            }
            let key = MemberNames.folded(name)
            if MemberNames.all.contains(key) { members[key] = (name, value) }
        }
        for inner in wrapped {
            for (name, value) in inner.members where value.kind != .null {
                let key = MemberNames.folded(name)
                guard key != "name", MemberNames.all.contains(key), members[key] == nil else {
                    continue
                }
                members[key] = (name, value)
            }
        }
        content = readContent()
    }

    /// Whether schema.org says that it is an article: `NewsArticle`, `BlogPosting`, `Report`.
    var isTypedArticle: Bool {
        types.contains { $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report" }
    }

    /// Whether an object looks like an article: it has a text, or a headline with more beside it.
    var isArticle: Bool {
        if !types.isEmpty { return isTypedArticle }
        if content != nil { return true }
        return hasHeadline
            && [MemberNames.url, MemberNames.published, MemberNames.summary, MemberNames.authors]
                .contains { value($0) != nil }
    }

    /// Whether an object says what a headline says.
    var hasHeadline: Bool {
        string(MemberNames.headline) != nil || isSchema && string(["name"]) != nil
    }

    /// What the object says.
    func record() -> Record {
        var record = Record()
        if let (text, rule) = plain(MemberNames.headline) {
            record.set(.headline, \.headline, to: text, rule: rule)
        }
        if isSchema, let (text, rule) = plain(["name"]) {
            record.set(.headline, \.headline, to: text, rule: rule)
        } else if let name = string(MemberNames.name)?.text, name.utf8.count <= 255 {
            record.name = name
        }
        let texts: [([String], FieldName, WritableKeyPath<ArticleFields, String?>)] = [
            (MemberNames.kicker, .kicker, \.kicker),
            (MemberNames.standfirst, .standfirst, \.standfirst),
            (MemberNames.credit, .credit, \.credit), (MemberNames.source, .source, \.source),
            (MemberNames.section, .section, \.section),
        ]
        for (names, field, path) in texts {
            if let (text, rule) = plain(names) {
                record.set(field, path, to: text, rule: rule)
            }
        }
        readAuthors(into: &record)
        readDates(into: &record)
        readLanguage(into: &record)
        readAddress(into: &record)
        readTags(into: &record)
        record.content = content
        record.summary = summary
        return record
    }

    // MARK: Fields

    private func readAuthors(into record: inout Record) {
        if let (byline, rule) = string(MemberNames.byline) {
            record.set(byline: byline, rule: rule)
        }
        guard record.fields.authors.isEmpty, let (name, value) = value(MemberNames.authors) else {
            return
        }
        let rule = rule(name)
        let list = value.kind == .array ? Array(value.elements.prefix(Self.mostAuthors)) : [value]
        for item in list {
            if item.kind == .object {
                guard let name = item["name"]?.string ?? text(of: item) else { continue }
                record.add(
                    Author(
                        name: Record.folded(name),
                        role: item["role"]?.string ?? item["jobTitle"]?.string
                            ?? item["jobtitle"]?.string,
                        organisation: item["organisation"]?.string
                    ),
                    rule: rule
                )
            } else if let name = item.string {
                if list.count > 1 {
                    record.add(Author(name: Record.folded(name)), rule: rule)
                } else {
                    for author in AuthorNames.authors(in: name) { record.add(author, rule: rule) }
                }
            }
        }
    }

    private func readDates(into record: inout Record) {
        if let (date, rule) = date(MemberNames.published) {
            record.set(.published, \.published, to: date, rule: rule)
        }
        if let (date, rule) = date(MemberNames.updated), date != record.fields.published {
            record.set(.updated, \.updated, to: date, rule: rule)
        }
    }

    private func date(_ names: [String]) -> (PublicationDate, rule: String)? {
        for name in names {
            guard let (name, value) = members[name] else { continue }
            if let text = text(of: value), let date = FieldDate.date(text) {
                return (date, rule(name))
            }
            if let number = value.int, let date = FieldDate.date(number: number) {
                return (date, rule(name))
            }
        }
        return nil
    }

    private func readLanguage(into record: inout Record) {
        guard let (language, rule) = string(MemberNames.language),
            let tag = LanguageTag.canonical(language)
        else { return }
        record.set(.language, \.language, to: tag, rule: rule)
    }

    private func readAddress(into record: inout Record) {
        for name in MemberNames.url {
            guard let (name, value) = members[name], let text = text(of: value) else { continue }
            let isWeb = text.hasPrefix("http://") || text.hasPrefix("https://")
            guard isWeb, !text.utf8.contains(ASCII.space), text.utf8.count <= 2_000 else {
                continue
            }
            return record.set(.url, \.url, to: text, rule: rule(name))
        }
    }

    private func readTags(into record: inout Record) {
        for name in MemberNames.tags {
            guard let (name, value) = members[name] else { continue }
            let rule = rule(name)
            if let list = value.string {
                for tag in list.split(separator: ",") { record.add(tag: String(tag), rule: rule) }
            } else {
                for item in value.elements.prefix(Self.mostTags) {
                    if let tag = text(of: item) { record.add(tag: tag, rule: rule) }
                }
            }
            if !record.fields.tags.isEmpty { return }
        }
    }

    // MARK: Text

    private func readContent() -> Record.Content? {
        if let (html, _) = string(MemberNames.html) { return .html(html) }
        if let (markdown, _) = string(MemberNames.markdown) { return .markdown(markdown) }
        for name in MemberNames.text {
            guard let (_, value) = members[name] else { continue }
            if let content = Self.content(of: value) { return content }
        }
        return nil
    }

    private var summary: Record.Content? {
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
            let paragraphs = value.elements.compactMap { element -> String? in
                element.string ?? element["text"]?.string ?? element["content"]?.string
            }
            return text(paragraphs.joined(separator: "\n\n")).map(content(of:))
        case .object:
            for name in ["html", "rendered", "#text", "text", "value", "plain"] {
                if let inner = value[name]?.string, let inner = text(inner) {
                    return content(of: inner)
                }
            }
            return nil
        default: return nil
        }
    }

    /// A text's form by its looks: HTML where it has tags of blocks or entities, else plain.
    private static func content(of text: String) -> Record.Content {
        Markup.isHTML(text) ? .html(text) : .text(text)
    }

    private static func text(_ text: String) -> String? {
        text.unicodeScalars.contains { !$0.properties.isWhitespace } ? text : nil
    }

    // MARK: Members

    private func value(_ names: [String]) -> (name: String, value: JSON)? {
        for name in names { if let found = members[name] { return found } }
        return nil
    }

    /// The first string by one of some names, with the rule that found it.
    private func string(_ names: [String]) -> (text: String, rule: String)? {
        for name in names {
            if let (name, value) = members[name], let text = text(of: value).flatMap(Self.text) {
                return (text, rule(name))
            }
        }
        return nil
    }

    /// The first string by one of some names, without markup.
    private func plain(_ names: [String]) -> (text: String, rule: String)? {
        string(names).map { (Markup.plain($0.text), $0.rule) }
    }

    /// A string, or the string in an object that has its value under a usual name.
    private func text(of value: JSON) -> String? {
        if let string = value.string { return string }
        if value.kind == .array {
            return value.elements.lazy.compactMap(\.string).first { _ in true }
        }
        guard value.kind == .object else { return nil }
        for (name, inner) in value.members
        where inner.kind == .string && MemberNames.values.contains(MemberNames.folded(name)) {
            // An object's id says it last: `{"id": "example-news", "name": "Example News"}`.
            if MemberNames.folded(name) != "id" { return inner.string }
        }
        return value["@id"]?.string ?? value["id"]?.string
    }

    private func rule(_ member: String) -> String {
        rulePrefix + String(member.prefix(40))
    }

    private static let mostAuthors = 100
    private static let mostTags = 200
}
