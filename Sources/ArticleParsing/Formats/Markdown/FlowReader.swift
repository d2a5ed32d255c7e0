/// Reads lists and objects that front matter has on a line or over several: `[a, "b, c"]`,
/// `{name: Jane Roe}` as YAML, `{ name = "Jane Roe" }` as TOML.
struct FlowReader {
    private var rest: Substring

    /// The value of a text; `nil` where its brackets do not match.
    static func value(_ text: String) -> FrontMatterValue? {
        var reader = FlowReader(rest: text[...])
        return reader.value(depth: 0)
    }

    /// The texts in a list that a program printed into a text: `['Jane Roe', 'John Doe']`; `nil`
    /// where it is none.
    static func texts(_ text: String) -> [String]? {
        guard text.hasPrefix("["), text.hasSuffix("]"), case .list(let items)? = value(text) else {
            return nil
        }
        return items.compactMap { item in
            if case .text(let text) = item { text } else { nil }
        }
    }

    /// Whether a text's brackets and quotation marks are all closed.
    static func isWhole(_ text: String) -> Bool {
        for mark in ["\"\"\"", "'''"] where text.hasPrefix(mark) {
            return text.count >= 6 && text.hasSuffix(mark)
        }
        guard let first = text.first, "[{\"'".contains(first) else { return true }
        var open = 0
        var quote: Character?
        var isEscaped = false
        var isStart = true
        for sign in text {
            if let mark = quote {
                if isEscaped {
                    isEscaped = false
                } else if sign == "\\", mark == "\"" {
                    isEscaped = true
                } else if sign == mark {
                    quote = nil
                }
            } else if sign == "\"" || sign == "'" && (open == 0 || isStart) {
                quote = sign
            } else if sign == "[" || sign == "{" {
                open += 1
            } else if sign == "]" || sign == "}" {
                open -= 1
            }
            if quote == nil, open <= 0 { return true }
            isStart = "[{,:= ".contains(sign)
        }
        return false
    }

    private mutating func value(depth: Int) -> FrontMatterValue? {
        skipSpace()
        guard depth < Self.deepest, let first = rest.first else { return nil }
        switch first {
        case "[":
            rest.removeFirst()
            var items: [FrontMatterValue] = []
            while true {
                skipSeparators()
                guard let sign = rest.first else { return nil }
                if sign == "]" { break }
                guard let item = value(depth: depth + 1) else { return nil }
                items.append(item)
            }
            rest.removeFirst()
            return .list(items)
        case "{":
            rest.removeFirst()
            var members: [(name: String, value: FrontMatterValue)] = []
            while true {
                skipSeparators()
                guard let sign = rest.first else { return nil }
                if sign == "}" { break }
                let name = word(until: ":=}")
                guard let mark = rest.first, mark != "}" else { return nil }
                rest.removeFirst()
                guard let value = value(depth: depth + 1) else { return nil }
                members.append((name, value))
            }
            rest.removeFirst()
            return .object(members)
        default: return .text(word(until: ",]}"))
        }
    }

    /// A text in quotation marks, or up to a sign.
    private mutating func word(until ends: String) -> String {
        skipSpace()
        guard let quote = rest.first, quote == "\"" || quote == "'" else {
            let word = rest.prefix { !ends.contains($0) }
            rest = rest.dropFirst(word.count)
            let plain = ASCII.trimmed(word)
            return plain == "null" || plain == "~" ? "" : plain
        }
        rest.removeFirst()
        var word = ""
        while let sign = rest.popFirst(), sign != quote {
            if sign == "\\", quote == "\"", let escaped = rest.popFirst() {
                word.append(escaped == "n" ? "\n" : escaped == "t" ? "\t" : escaped)
            } else {
                word.append(sign)
            }
        }
        skipSpace()
        return word
    }

    private mutating func skipSpace() { rest = rest.drop { $0 == " " || $0 == "\t" || $0 == "\n" } }

    private mutating func skipSeparators() {
        rest = rest.drop { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "," }
    }

    private static let deepest = 8
}
