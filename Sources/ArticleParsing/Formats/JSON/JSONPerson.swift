/// Reads the name of a person in an object.
enum JSONPerson {
    /// The name: the whole, or the first and the last, or that of an object within, as content
    /// systems and JSON:API wrap it.
    static func name(of object: JSON) -> String? { name(of: object, depth: 0) }

    private static func name(of object: JSON, depth: Int) -> String? {
        if let name = object["name"] {
            if let text = name.string { return text }
            if let first = name.elements.lazy.compactMap(\.string).first(where: { _ in true }) {
                return first
            }
        }
        var texts: [String: String] = [:]
        var inner: [JSON] = []
        for (name, value) in object.members {
            let key = MemberNames.folded(name)
            if known.contains(key), let text = value.string { texts[key] = text }
            if value.kind == .object, wrappers.contains(key) { inner.append(value) }
        }
        for key in whole { if let name = texts[key], !name.isEmpty { return name } }
        let parts = [firsts, lasts].compactMap { keys in keys.lazy.compactMap { texts[$0] }.first }
        if parts.count == 2 { return parts.joined(separator: " ") }
        if depth < 4 {
            for value in inner { if let name = name(of: value, depth: depth + 1) { return name } }
        }
        return others.lazy.compactMap { texts[$0] }.first
    }

    private static let whole = [
        "displayname", "fullname", "authorname", "label", "webtitle", "byline",
    ]
    private static let firsts = [
        "firstname", "givenname", "forename", "vorname", "prenom", "first",
    ]
    private static let lasts = ["lastname", "familyname", "surname", "nachname", "nom", "last"]
    private static let others = [
        "original", "title", "text", "value", "username", "nickname", "slug",
    ]
    private static let known = Set(whole + firsts + lasts + others)
    private static let wrappers: Set<String> = [
        "name", "author", "person", "data", "attributes", "fields", "user", "profile", "node",
    ]
}
