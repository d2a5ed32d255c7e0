/// Reads the simple part of YAML and TOML, line by line.
struct FrontMatterReader {
    private let lines: [Substring]
    private var index = 0

    init(lines: [Substring]) {
        self.lines = lines
    }

    // MARK: YAML

    mutating func yaml() throws(ParsingError) -> FrontMatterValue {
        .object(try members(indent: 0))
    }

    private mutating func members(
        indent: Int
    ) throws(ParsingError) -> [(name: String, value: FrontMatterValue)] {
        var members: [(name: String, value: FrontMatterValue)] = []
        while let (line, depth) = current {
            if depth < indent { break }
            guard depth == indent, let (name, rest) = Self.nameAndValue(line) else {
                throw fault("a line 'name: value' is expected")
            }
            index += 1
            members.append((name, try value(rest, indent: indent)))
        }
        return members
    }

    /// The value that stands behind a name, or on the lines below it.
    private mutating func value(_ rest: String, indent: Int) throws(ParsingError)
        -> FrontMatterValue
    {
        let rest = Self.withoutProperties(rest)
        if let style = rest.first, style == "|" || style == ">",
            rest.dropFirst().prefix(while: { $0 != " " }).allSatisfy({ "+-123456789".contains($0) })
        {
            return .text(block(indent: indent, separator: style == "|" ? "\n" : " "))
        }
        if !rest.isEmpty {
            let whole = try continued(rest)
            // What is set in below a plain text goes on with it.
            guard whole == rest, !"[{\"'".contains(rest.first ?? " ") else {
                return try scalar(whole)
            }
            var text = try string(rest)
            while let (line, depth) = current, depth > indent {
                text += " " + (try string(line))
                index += 1
            }
            return .text(text)
        }
        guard let (line, depth) = current, depth >= indent else { return .text("") }
        if line == "-" || line.hasPrefix("- ") { return .list(try items(indent: depth)) }
        guard depth > indent, indent < 8 else { return .text("") }
        return .object(try members(indent: depth))
    }

    /// A value without what YAML puts before it: an anchor, a tag; an alias is no value.
    private static func withoutProperties(_ value: String) -> String {
        var rest = value[...]
        while let first = rest.first, first == "&" || first == "!" || first == "*",
            rest.dropFirst().first.map({ $0.isLetter || $0 == "!" }) ?? false
        {
            rest = rest.drop { $0 != " " }.drop { $0 == " " }
            if first == "*" { return "" }
        }
        return String(rest)
    }

    /// A value with the lines on which it goes on: a list or an object up to its bracket, a text up
    /// to its quotation mark.
    private mutating func continued(_ value: String) throws(ParsingError) -> String {
        var whole = value
        let start = index
        while !FlowReader.isWhole(whole) {
            guard index < lines.count, index - start < Self.mostContinued,
                whole.utf8.count < 64 << 10
            else {
                index = start
                let isList = value.hasPrefix("[") || value.hasPrefix("{")
                throw fault(
                    isList ? "a bracket is not closed" : "a quotation mark is not closed",
                    1
                )
            }
            let line = ASCII.trimmed(lines[index])
            let isText = value.hasPrefix("\"\"\"") || value.hasPrefix("'''")
            whole += (isText ? "\n" : " ") + line
            index += 1
        }
        return whole
    }

    private static let mostContinued = 500

    private mutating func items(indent: Int) throws(ParsingError) -> [FrontMatterValue] {
        var items: [FrontMatterValue] = []
        while let (line, depth) = current, depth == indent, line == "-" || line.hasPrefix("- ") {
            let rest = ASCII.trimmed(line.dropFirst())
            index += 1
            guard let first = rest.first, !"\"'[{".contains(first),
                let (name, value) = Self.nameAndValue(rest)
            else {
                items.append(try scalar(try continued(rest)))
                continue
            }
            // `- name: Jane Roe`, with more members set in below it.
            var object = [(name: name, value: try scalar(try continued(value)))]
            if let (_, depth) = current, depth > indent { object += try members(indent: depth) }
            items.append(.object(object))
        }
        return items
    }

    private mutating func block(indent: Int, separator: String) -> String {
        var kept: [String] = []
        while index < lines.count {
            let line = lines[index]
            let depth = line.utf8.prefix { $0 == ASCII.space }.count
            if ASCII.trimmed(line).isEmpty {
                kept.append("")
            } else {
                guard depth > indent else { break }
                kept.append(ASCII.trimmed(line))
            }
            index += 1
        }
        return kept.joined(separator: separator)
    }

    /// The next line with something on it, and how far it is set in.
    private var current: (line: String, depth: Int)? {
        mutating get {
            while index < lines.count {
                let line = ASCII.trimmed(lines[index])
                if line.isEmpty || line.hasPrefix("#") { index += 1; continue }
                return (line, lines[index].utf8.prefix { $0 == ASCII.space }.count)
            }
            return nil
        }
    }

    private static func nameAndValue(_ line: String) -> (String, String)? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let after = line.index(after: colon)
        guard after == line.endIndex || line[after] == " " || line[after] == "\t" else {
            return nil
        }
        let name = ASCII.trimmed(line[..<colon]).filter { $0 != "\"" && $0 != "'" }
        guard !name.isEmpty, name.utf8.count <= 60 else { return nil }
        return (name, ASCII.trimmed(line[after...]))
    }

    // MARK: TOML

    mutating func toml() throws(ParsingError) -> FrontMatterValue {
        var members: [(name: String, value: FrontMatterValue)] = []
        var table: String?
        while let (line, _) = current {
            if line.hasPrefix("["), line.hasSuffix("]") {
                let name = ASCII.trimmed(line.filter { $0 != "[" && $0 != "]" })
                table = name
                members.append((name, .object([])))
                index += 1
                continue
            }
            guard let equals = line.firstIndex(of: "=") else {
                throw fault("a line 'name = value' is expected")
            }
            let name = ASCII.trimmed(line[..<equals]).filter { $0 != "\"" }
            index += 1
            let value = try scalar(
                try continued(ASCII.trimmed(line[line.index(after: equals)...]))
            )
            if table != nil, case .object(let inner) = members[members.count - 1].value {
                members[members.count - 1].value = .object(inner + [(name, value)])
            } else {
                members.append((name, value))
            }
        }
        return .object(members)
    }

    // MARK: Values

    private func scalar(_ text: String) throws(ParsingError) -> FrontMatterValue {
        guard text.hasPrefix("[") || text.hasPrefix("{") else { return .text(try string(text)) }
        guard let value = FlowReader.value(text) else { throw fault("a bracket is not closed", 1) }
        return value
    }

    private func string(_ text: String) throws(ParsingError) -> String {
        for mark in ["\"\"\"", "'''"] where text.hasPrefix(mark) {
            return ASCII.trimmed(text.dropFirst(3).dropLast(text.count >= 6 ? 3 : 0))
        }
        guard let quote = text.first, quote == "\"" || quote == "'" else {
            // A comment follows a space; null is no value.
            let end = text.firstRange(of: " #")?.lowerBound ?? text.endIndex
            let bare = ASCII.trimmed(text[..<end])
            return bare == "null" || bare == "~" ? "" : bare
        }
        var value = ""
        var rest = text.dropFirst()
        while let sign = rest.popFirst() {
            if sign == quote {
                guard quote == "'", rest.first == "'" else { return value }
                rest.removeFirst()
                value.append("'")
            } else if sign == "\\", quote == "\"", let escaped = rest.popFirst() {
                value.append(escaped == "n" ? "\n" : escaped == "t" ? "\t" : escaped)
            } else {
                value.append(sign)
            }
        }
        throw fault("a quotation mark is not closed", 1)
    }

    private func fault(_ detail: String, _ linesBack: Int = 0) -> ParsingError {
        .malformed(
            .markdown,
            detail: "in its front matter " + detail,
            line: max(1, index + 1 - linesBack),
            column: 1
        )
    }
}
