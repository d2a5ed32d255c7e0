import Articles

/// What stands before a page of Markdown between two lines of `---` (YAML) or `+++` (TOML).
///
/// Read is what people put there: names with a value, lists, and objects one level deep. What goes
/// beyond that is refused with its line, so that nothing is misread silently.
struct FrontMatter {
    /// What it says.
    let record: Record
    /// How many bytes it has, with its closing line.
    let length: Int

    /// Reads what stands before a text; `nil` where nothing does.
    ///
    /// - Throws: `.malformed` with the line that is not understood.
    static func read(_ text: String) throws(ParsingError) -> FrontMatter? {
        var rest = Substring(text).utf8
        var lines: [Substring] = []
        var mark: String?
        while !rest.isEmpty, lines.count < mostLines {
            let line = rest.prefix { $0 != ASCII.lineFeed }
            rest = rest.dropFirst(line.count + 1)
            let content = ASCII.trimmed(Substring(line))
            if lines.isEmpty, mark == nil, content.isEmpty { lines.append(""); continue }
            if let open = mark {
                if content == open || open == "---" && content == "..." {
                    return FrontMatter(
                        record: try record(of: lines, isTOML: open == "+++"),
                        length: text.utf8.count - rest.count
                    )
                }
                lines.append(Substring(line))
            } else {
                guard content == "---" || content == "+++" else { return nil }
                mark = content
                lines.append("")
            }
        }
        return nil
    }

    /// Longer front matter is none.
    private static let mostLines = 2_000

    /// Reads the lines as an object of JSON, whose names mean the same.
    private static func record(of lines: [Substring], isTOML: Bool) throws(ParsingError) -> Record {
        var reader = FrontMatterReader(lines: lines)
        let value = try isTOML ? reader.toml() : reader.yaml()
        var writer = JSONWriter()
        value.write(to: &writer)
        do throws(JSONError) {
            let tree = try JSONTree.parse(writer.bytes)
            return JSONRecord(tree.root, rulePrefix: "front_matter_").record()
        } catch {
            preconditionFailure("our own JSON is read: \(error)")
        }
    }
}

/// A value in front matter.
indirect enum FrontMatterValue {
    case text(String)
    case list([FrontMatterValue])
    case object([(name: String, value: FrontMatterValue)])

    func write(to writer: inout JSONWriter) {
        switch self {
        case .text(let text): writer.value(text)
        case .list(let values):
            writer.beginArray()
            for value in values { value.write(to: &writer) }
            writer.endArray()
        case .object(let members):
            writer.beginObject()
            for (name, value) in members {
                writer.key(name)
                value.write(to: &writer)
            }
            writer.endObject()
        }
    }
}

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
        if let style = rest.first, style == "|" || style == ">" {
            return .text(block(indent: indent, separator: style == "|" ? "\n" : " "))
        }
        if !rest.isEmpty { return try scalar(rest) }
        guard let (line, depth) = current, depth >= indent else { return .text("") }
        if line == "-" || line.hasPrefix("- ") { return .list(try items(indent: depth)) }
        guard depth > indent, indent < 8 else { return .text("") }
        return .object(try members(indent: depth))
    }

    private mutating func items(indent: Int) throws(ParsingError) -> [FrontMatterValue] {
        var items: [FrontMatterValue] = []
        while let (line, depth) = current, depth == indent, line == "-" || line.hasPrefix("- ") {
            let rest = ASCII.trimmed(line.dropFirst())
            index += 1
            guard !rest.hasPrefix("\""), !rest.hasPrefix("'"),
                let (name, value) = Self.nameAndValue(rest)
            else {
                items.append(try scalar(rest))
                continue
            }
            // `- name: Jane Roe`, with more members set in below it.
            var object = [(name: name, value: try scalar(value))]
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
        guard after == line.endIndex || line[after] == " " else { return nil }
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
            let value = try scalar(ASCII.trimmed(line[line.index(after: equals)...]))
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
        guard text.hasPrefix("[") else { return .text(try string(text)) }
        guard text.hasSuffix("]") else { throw fault("a list ends on the line it begins on", 1) }
        var items: [FrontMatterValue] = []
        for item in Self.parts(text.dropFirst().dropLast()) {
            let item = ASCII.trimmed(item)
            if !item.isEmpty { items.append(.text(try string(item))) }
        }
        return .list(items)
    }

    /// A list's parts: commas within quotation marks divide nothing.
    private static func parts(_ list: Substring) -> [Substring] {
        var parts: [Substring] = []
        var start = list.startIndex
        var quote: Character?
        for position in list.indices {
            let sign = list[position]
            if let open = quote {
                if sign == open { quote = nil }
            } else if sign == "\"" || sign == "'" {
                quote = sign
            } else if sign == "," {
                parts.append(list[start..<position])
                start = list.index(after: position)
            }
        }
        parts.append(list[start...])
        return parts
    }

    private func string(_ text: String) throws(ParsingError) -> String {
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
