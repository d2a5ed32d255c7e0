import Articles

extension JSONRecord {
    /// Reads who wrote it, from the first member that names somebody.
    func readAuthors(into record: inout Record) {
        if let (byline, rule) = string(MemberNames.byline) {
            record.set(byline: byline, rule: rule)
        }
        for name in MemberNames.authors where record.fields.authors.isEmpty {
            guard let (name, value) = members[name] else { continue }
            add(authors: value, to: &record, rule: rule(name))
        }
        for name in ["embedded", "credits"] where record.fields.authors.isEmpty {
            guard let (name, value) = members[name] else { continue }
            for author in [value["author"], value["by"]].compactMap(\.self) {
                add(authors: author, to: &record, rule: rule(name))
            }
        }
        guard record.fields.authors.isEmpty, let (name, tags) = value(MemberNames.tags) else {
            return
        }
        for tag in tags.elements.prefix(Self.mostTags) where Self.isContributor(tag) {
            add(authors: tag, to: &record, rule: rule(name))
        }
    }

    private func add(authors value: JSON, to record: inout Record, rule: String) {
        let list = value.kind == .array ? Array(value.elements.prefix(Self.mostAuthors)) : [value]
        for item in list {
            if item.kind == .object {
                guard let name = JSONPerson.name(of: item) ?? names.name(of: item),
                    !Self.isAddress(name)
                else { continue }
                record.add(
                    Author(
                        name: Record.folded(name),
                        role: item["role"]?.string ?? item["jobTitle"]?.string
                            ?? item["jobtitle"]?.string,
                        organisation: item["organisation"]?.string
                    ),
                    rule: rule
                )
            } else if let name = (item.string ?? text(of: item)).map(Self.unlinked),
                !Self.isAddress(name), !Self.isNothing(name)
            {
                if let names = FlowReader.texts(name) {
                    for name in names { record.add(Author(name: Record.folded(name)), rule: rule) }
                    continue
                }
                if list.count > 1 {
                    record.add(Author(name: Record.folded(name)), rule: rule)
                } else {
                    for author in AuthorNames.authors(in: name) { record.add(author, rule: rule) }
                }
            }
        }
    }

    /// Whether a text is an address and no name.
    static func isAddress(_ text: String) -> Bool {
        text.hasPrefix("http://") || text.hasPrefix("https://")
    }

    /// Whether a text is what a program printed for a value that is not there.
    private static func isNothing(_ text: String) -> Bool {
        ["null", "none", "nil", "n/a", "na", "nan", "undefined", "[]", "-"]
            .contains(ASCII.lowercased(ASCII.trimmed(text)))
    }

    /// A text without the brackets of a link between notes: `[[Jane Roe]]`, `[[jane|Jane Roe]]`.
    static func unlinked(_ text: String) -> String {
        guard text.hasPrefix("[["), text.hasSuffix("]]") else { return text }
        let inner = text.dropFirst(2).dropLast(2)
        return String(inner.split(separator: "|").last ?? inner)
    }

    /// Whether a tag stands for who wrote it, as some services have it.
    static func isContributor(_ tag: JSON) -> Bool {
        let type = tag["type"]?.string
        return type == "contributor" || type == "author"
    }
}
