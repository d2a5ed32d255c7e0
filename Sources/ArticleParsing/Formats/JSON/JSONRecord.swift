import Articles

/// Reads an object of JSON as an article: its members by the names that they commonly have.
///
/// What fits: our own answers, news APIs, JSON Feed 1.1, ninjs, schema.org's `NewsArticle`, and
/// what people export from their systems.
struct JSONRecord {
    /// The members that say something, by their folded names.
    var members: [String: (name: String, value: JSON)] = [:]
    /// Whether `name` is a headline and not the client's own name: schema.org's objects.
    private let isSchema: Bool
    /// What schema.org calls it, if it says so.
    private let types: [String]

    /// What the names of its rules begin with.
    private let rulePrefix: String
    /// What the objects that its members refer to are called.
    let names: JSONNames

    /// Reads an object's members, and those of an object in it that holds the article itself.
    init(_ object: JSON, rulePrefix: String = "json_", named names: JSONNames = JSONNames()) {
        self.rulePrefix = rulePrefix
        self.names = names
        let type = object["@type"]
        // `http://schema.org/NewsArticle` says the same as `NewsArticle`.
        types = (type?.string.map { [$0] } ?? type.map { $0.elements.compactMap(\.string) } ?? [])
            .map { $0.split(separator: "/").last.map(String.init) ?? $0 }
        isSchema = type != nil || object["@context"] != nil
        // What an outer object says counts before what an inner one does.
        var level = [object]
        // What stands beside `data` is about an answer and not about the article.
        let isAnswer = object["data"]?.kind == .object
        var descriptions: [JSON] = []
        for depth in 0..<Self.deepestWrapper {
            var wrapped: [JSON] = []
            for (name, value) in level.lazy.flatMap(\.members) where value.kind != .null {
                if value.kind == .object {
                    let small = ASCII.lowercased(name)
                    if MemberNames.wrappers.contains(small) {
                        wrapped.append(value)
                        continue
                    }
                    if MemberNames.descriptions.contains(small), depth > 0 || !isAnswer {
                        descriptions.append(value)
                    }
                }
                let key = MemberNames.folded(name)
                guard MemberNames.all.contains(key) else { continue }
                // Of one object the last member of a name counts, as in JavaScript.
                if depth == 0 || key != "name" && members[key] == nil {
                    members[key] = (name, value)
                }
            }
            level = wrapped
        }
        describe(by: descriptions)
    }

    /// Takes in what is said of an article beside it: what the article says itself counts before that,
    /// by whatever name.
    private mutating func describe(by objects: [JSON]) {
        let said = Set(members.keys)
        for (name, value) in objects.lazy.flatMap(\.members) where value.kind != .null {
            let key = MemberNames.folded(name)
            guard let field = MemberNames.fields.first(where: { $0.contains(key) }),
                said.isDisjoint(with: field)
            else { continue }
            members[key] = (name, value)
        }
    }

    /// How many objects may stand around what an article says.
    private static let deepestWrapper = 4

    /// Whether schema.org says that it is an article: `NewsArticle`, `BlogPosting`, `Report`.
    var isTypedArticle: Bool {
        types.contains { $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report" }
    }

    /// Whether an object looks like an article: it has a text, or a headline with more beside it.
    var isArticle: Bool {
        if !types.isEmpty { return isTypedArticle }
        if hasContent { return true }
        return hasHeadline
            && [MemberNames.url, MemberNames.published, MemberNames.summary, MemberNames.authors]
                .contains { value($0) != nil }
    }

    /// Whether an object says what a headline says.
    var hasHeadline: Bool {
        string(MemberNames.headline) != nil || isSchema && string(["name"]) != nil
            || nameAsHeadline != nil
    }

    /// The name of what has an address and a date and no other headline, where it is made of words:
    /// some news services call a headline so.
    private var nameAsHeadline: (text: String, rule: String)? {
        guard !isSchema, string(MemberNames.headline) == nil, !hasContent,
            value(MemberNames.url) != nil, value(MemberNames.published) != nil,
            let name = plain(MemberNames.name), name.text.split(separator: " ").count >= 3
        else { return nil }
        return name
    }

    /// What the object says.
    func record() -> Record {
        var record = Record()
        if let (text, rule) = plain(MemberNames.headline) {
            record.set(.headline, \.headline, to: text, rule: rule)
        }
        if let (text, rule) = isSchema ? plain(["name"]) : nameAsHeadline {
            record.set(.headline, \.headline, to: text, rule: rule)
        } else if let name = string(MemberNames.name)?.text, name.utf8.count <= 255 {
            record.name = name
        }
        let texts: [([String], FieldName, WritableKeyPath<ArticleFields, String?>)] = [
            (MemberNames.kicker, .kicker, \.kicker),
            (MemberNames.standfirst, .standfirst, \.standfirst),
            (MemberNames.credit, .credit, \.credit),
            (MemberNames.section, .section, \.section),
        ]
        for (names, field, path) in texts {
            if let (text, rule) = plain(names) {
                record.set(field, path, to: text, rule: rule)
            }
        }
        readSource(into: &record)
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

    private func readSource(into record: inout Record) {
        for name in MemberNames.source {
            guard let (name, value) = members[name], let text = text(of: value).flatMap(Self.text),
                !Self.isAddress(text)
            else { continue }
            record.set(.source, \.source, to: Self.unlinked(Markup.plain(text)), rule: rule(name))
            return record.takeSourceOffHeadline()
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
            if let (name, value) = MemberNames.inGreenwich[name].flatMap({ members[$0] }),
                let text = value.string, let date = FieldDate.date(text + "Z")
            {
                return (date, rule(name))
            }
            guard let (name, value) = members[name] else { continue }
            if let date = JSONDate.date(value) ?? text(of: value).flatMap({ FieldDate.date($0) }) {
                return (date, rule(name))
            }
        }
        return nil
    }

    private func readLanguage(into record: inout Record) {
        guard let (language, rule) = string(MemberNames.language),
            let tag = LanguageTag.tag(of: language)
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
                for tag in Self.tags(in: list) { record.add(tag: tag, rule: rule) }
            } else {
                let items = value.elements.prefix(Self.mostTags).filter { !Self.isContributor($0) }
                for item in items {
                    let isPair = item["name"] != nil && item["value"]?.kind == .string
                    let text = isPair ? item["value"]?.string : text(of: item)
                    // Among others a tag may have a comma.
                    let tags = Self.tags(in: text ?? "", isAlone: items.count == 1)
                    for tag in tags { record.add(tag: tag, rule: rule) }
                }
            }
            if !record.fields.tags.isEmpty { return }
        }
        // WordPress puts the names of an article's terms beside the article.
        let terms = members["embedded"]?.value["wp:term"] ?? members["taxonomy"]?.value["tags"]
        let rule = rule(members["embedded"]?.name ?? members["taxonomy"]?.name ?? "")
        for list in terms?.elements.prefix(Self.mostTags).map(\.self) ?? [] {
            for term in list.kind == .array ? Array(list.elements.prefix(Self.mostTags)) : [list] {
                if let tag = text(of: term) { record.add(tag: Markup.plain(tag), rule: rule) }
            }
        }
    }

    /// The tags in a text: a list with signs between them, or words with a hash before each; one,
    /// where it does not stand alone.
    private static func tags(in text: String, isAlone: Bool = true) -> [String] {
        let text = String(text.prefix(mostTags * 200))
        if let tags = FlowReader.texts(text) { return tags }
        let plain = Markup.plain(text)
        var parts = isAlone ? plain.split { $0 == "," || $0 == ";" || $0 == "|" } : [plain[...]]
        if parts.count == 1, plain.hasPrefix("#"), plain.contains(" #") {
            parts = plain.split(separator: " ")
        }
        return parts.map { part in
            let tag = ASCII.trimmed(part)
            return tag.hasPrefix("#") ? String(tag.dropFirst()) : tag
        }
    }

    // MARK: Members

    /// The first member by one of some names.
    func value(_ names: [String]) -> (name: String, value: JSON)? {
        for name in names { if let found = members[name] { return found } }
        return nil
    }

    /// The first string by one of some names, with the rule that found it.
    func string(_ names: [String]) -> (text: String, rule: String)? {
        for name in names {
            if let (name, value) = members[name], let text = text(of: value).flatMap(Self.text) {
                return (text, rule(name))
            }
        }
        return nil
    }

    /// The first string by one of some names, without markup.
    func plain(_ names: [String]) -> (text: String, rule: String)? {
        string(names).map { (Markup.plain($0.text), $0.rule) }
    }

    /// A string, or the string in an object that has its value under a usual name.
    func text(of value: JSON) -> String? {
        if let string = value.string { return string }
        if value.kind == .array {
            if let main = Self.mainVersion(of: value) { return main.string }
            return value.elements.prefix(20).lazy.compactMap {
                $0.string ?? ($0.kind == .object ? text(of: $0) : nil)
            }
            .first { _ in true }
        }
        guard value.kind == .object else { return nil }
        if let name = names.name(of: value) { return name }
        for (name, inner) in value.members
        where inner.kind == .string && MemberNames.values.contains(MemberNames.folded(name)) {
            // An object's id says it last: `{"id": "example-news", "name": "Example News"}`.
            if MemberNames.folded(name) != "id" { return inner.string }
        }
        return value["@id"]?.string ?? value["id"]?.string
    }

    /// The rule that a member's name gives.
    func rule(_ member: String) -> String {
        rulePrefix + String(member.prefix(40))
    }

    /// How many authors of a list are read.
    static let mostAuthors = 100
    /// How many tags of a list are read.
    static let mostTags = 200
}
