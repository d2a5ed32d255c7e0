/// A validator (RFC 9110 §8.8.3).
struct EntityTag: Sendable, Equatable {
    /// What stands between the quotes.
    var opaque: String
    /// Whether it stands for the same content and not for the same bytes.
    var isWeak = false

    /// The tag as it is sent: `"1-1"`, `W/"1-1"`.
    var text: String { (isWeak ? "W/\"" : "\"") + opaque + "\"" }

    /// Whether an `If-None-Match` field names this tag or says `*`; the comparison is weak
    /// (RFC 9110 §13.1.2).
    func matches(ifNoneMatch field: String) -> Bool {
        Self.tags(in: field).map { $0.contains { $0.opaque == opaque } } ?? true
    }

    /// Whether an `If-Match` field names this very tag or says `*`; the comparison is strong
    /// (RFC 9110 §13.1.1).
    func matches(ifMatch field: String) -> Bool {
        Self.tags(in: field).map { !isWeak && $0.contains(self) } ?? true
    }

    /// Whether an `If-Range` field names this very tag; the comparison is strong (RFC 9110 §13.1.5).
    func matches(ifRange field: String) -> Bool {
        !isWeak && Self.tags(in: field) == [self]
    }

    /// Whether a field is `*` or names any tag.
    static func isList(_ field: String) -> Bool { tags(in: field)?.isEmpty != true }

    /// The tags of a list, `nil` for `*`; what is not a tag is passed over.
    private static func tags(in field: String) -> [EntityTag]? {
        if trimmingSpaces(field) == "*" { return nil }
        var tags: [EntityTag] = []
        var rest = field[...]
        while let quote = rest.firstIndex(of: "\"") {
            let isWeak = rest[..<quote].hasSuffix("W/")
            rest = rest[quote...].dropFirst()
            guard let end = rest.firstIndex(of: "\"") else { break }
            tags.append(EntityTag(opaque: String(rest[..<end]), isWeak: isWeak))
            rest = rest[end...].dropFirst()
        }
        return tags
    }
}
