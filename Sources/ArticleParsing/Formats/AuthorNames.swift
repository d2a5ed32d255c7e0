import Articles

/// Reads the names in a field that holds a byline or a list of authors.
enum AuthorNames {
    /// The authors that a field names.
    ///
    /// A byline with its opening word is read as one: `By Jane Roe and John Doe`. A list is taken
    /// apart where every part of it is a person's name; what remains stands for one author as it is.
    static func authors(in field: String) -> [Author] {
        let field = Record.folded(withoutAddress(field))
        guard !field.isEmpty, field.utf8.count <= 1_000 else { return [] }
        let text = Manuscript(field)
        let whole = 0..<text.scalars.count
        if let byline = BylineReader.byline(in: whole, of: text, needsOpener: true),
            !byline.authors.isEmpty
        {
            return byline.authors
        }
        for separator: Character in [";", "|"] where field.contains(separator) {
            return parts(of: field, separator).map { Author(name: $0) }
        }
        if field.contains(",") {
            let names = parts(of: field, ",")
            // `Roe, Jane` is one name; `Jane Roe, John Doe` are two.
            if names.allSatisfy({ $0.contains(" ") && isName($0) }) {
                return names.map { Author(name: $0) }
            }
        }
        if let byline = BylineReader.byline(in: whole, of: text, needsOpener: false),
            byline.authors.count > 1
        {
            return byline.authors
        }
        return namedFirst(in: field) ?? [Author(name: field)]
    }

    /// The name where a role or a place that are known follow it: `Jane Roe, Editor`, `Jane Roe in
    /// London`.
    private static func namedFirst(in field: String) -> [Author]? {
        let comma = field.firstRange(of: ",")
        guard let end = comma ?? field.firstRange(of: " in ") else { return nil }
        let name = String(field[..<end.lowerBound])
        let rest = Manuscript(String(field[end.upperBound...]))
        let range = 0..<rest.scalars.count
        let isKnown =
            Places.names.contains(PhraseKey(rest, range))
            || comma != nil && rest.tokens(in: range).contains { BylineWords.roles.contains($0) }
        guard isKnown, name.contains(" "), isName(name) else { return nil }
        return [Author(name: name)]
    }

    private static func parts(of field: String, _ separator: Character) -> [String] {
        field.split(separator: separator).map { ASCII.trimmed($0) }.filter { !$0.isEmpty }
    }

    private static func isName(_ name: String) -> Bool {
        let text = Manuscript(name)
        let byline = BylineReader.byline(
            in: 0..<text.scalars.count,
            of: text,
            needsOpener: false
        )
        return byline?.authors.count == 1 && byline?.authors[0].name == name
    }

    /// RSS 2.0 has authors by their mail: `jane@example.com (Jane Roe)`, `Jane Roe <jane@…>`.
    private static func withoutAddress(_ field: String) -> String {
        guard field.contains("@") else { return field }
        if let open = field.firstIndex(of: "("), let close = field.lastIndex(of: ")"), open < close
        {
            return String(field[field.index(after: open)..<close])
        }
        if let open = field.firstIndex(of: "<") {
            let name = ASCII.trimmed(field[..<open])
            if !name.isEmpty { return name }
        }
        return field.contains(" ") ? field : ""
    }
}
