import Articles

extension JSONWriter {
    /// Writes a member whose value is a string or `null`.
    mutating func member(_ name: String, _ text: String?) {
        key(name)
        value(text)
    }

    /// Writes a member whose value is a whole number or `null`.
    mutating func member(_ name: String, _ number: (some BinaryInteger)?) {
        key(name)
        value(number)
    }

    /// Writes a member whose value is true or false.
    mutating func member(_ name: String, _ truth: Bool) {
        key(name)
        value(truth)
    }

    /// Writes a member whose value is an array of strings.
    mutating func member(_ name: String, _ texts: [String]) {
        key(name)
        value(texts)
    }

    /// Writes an object that names an article: `id`, `url` and `version`.
    mutating func link(to id: Int64, version: Int?) {
        beginObject()
        member("id", id)
        member("url", address(of: id))
        if let version { member("version", version) }
        endObject()
    }
}

/// The path of an article.
func address(of id: Int64) -> String { "/articles/\(id)" }
