import Articles

extension GivenFields {
    /// What became of a parameter or a form field.
    public enum Assignment: Equatable, Sendable {
        /// It is taken.
        case taken
        /// It is taken, and an earlier value of it is gone.
        case replaced
        /// Its value cannot be read; `expected` says what would be, as a phrase.
        case unreadable(expected: String)
        /// It is not the name of something that a client says about its text.
        case unknownName
    }

    /// Takes a parameter or a form field by the name that the API gives it.
    ///
    /// White space around the value does not count, and an empty value is none. `author` may come
    /// several times, one name each; `authors` and `tags` are lists with commas.
    ///
    /// - Returns: What became of it; unless it was taken, the fields are as before.
    public mutating func assign(_ value: String, to name: String) -> Assignment {
        let value = ASCII.trimmed(value)
        switch name {
        case "title", "headline": return assign(value, to: \.headline)
        case "source": return assign(value, to: \.source)
        case "language", "lang": return assign(value, to: \.language)
        case "section": return assign(value, to: \.section)
        case "url": return assign(value, to: \.url)
        case "charset": return assign(value, to: \.charset)
        case "author": authors += value.isEmpty ? [] : [value]
        case "authors": authors += Self.list(value)
        case "tag", "tags": tags += Self.list(value)
        case "published_at": return assignDate(value)
        case "format": return assignFormat(value)
        case "split": return assignSplit(value)
        default: return .unknownName
        }
        return .taken
    }

    /// The names that `assign` takes.
    public static let names = [
        "title", "headline", "source", "language", "lang", "section", "url", "charset", "author",
        "authors", "tag", "tags", "published_at", "format", "split",
    ]

    /// Fills what is not given here from what is given elsewhere; what is given here wins.
    mutating func fill(from other: GivenFields) {
        format = format ?? other.format
        charset = charset ?? other.charset
        if split == .auto { split = other.split }
        published = published ?? other.published
        headline = headline ?? other.headline
        if authors.isEmpty { authors = other.authors }
        source = source ?? other.source
        language = language ?? other.language
        section = section ?? other.section
        url = url ?? other.url
        if tags.isEmpty { tags = other.tags }
    }

    private mutating func assign(
        _ value: String,
        to field: WritableKeyPath<GivenFields, String?>
    ) -> Assignment {
        guard !value.isEmpty else { return .taken }
        let outcome: Assignment = self[keyPath: field] == nil ? .taken : .replaced
        self[keyPath: field] = value
        return outcome
    }

    private mutating func assignDate(_ value: String) -> Assignment {
        guard !value.isEmpty else { return .taken }
        guard let date = ISO8601.publicationDate(value, basis: .given) else {
            return .unreadable(expected: "a date as 2023-10-15 or 2023-10-15T14:30:00Z")
        }
        let outcome: Assignment = published == nil ? .taken : .replaced
        published = date
        return outcome
    }

    private mutating func assignFormat(_ value: String) -> Assignment {
        guard !value.isEmpty else { return .taken }
        guard let known = InputFormat(rawValue: value) else {
            let names = InputFormat.allCases.map(\.rawValue).joined(separator: ", ")
            return .unreadable(expected: "one of \(names)")
        }
        let outcome: Assignment = format == nil ? .taken : .replaced
        format = known
        return outcome
    }

    private mutating func assignSplit(_ value: String) -> Assignment {
        switch value {
        case "", "auto": split = .auto
        case "none": split = .none
        case "all": split = .all
        default: split = .separator(value)
        }
        return .taken
    }

    private static func list(_ value: String) -> [String] {
        value.split(separator: ",").map(ASCII.trimmed).filter { !$0.isEmpty }
    }
}
