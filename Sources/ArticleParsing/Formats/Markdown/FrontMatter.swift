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

extension FrontMatter {
    /// What becomes of JSON that stands before Markdown, as static sites have it; `nil` where what
    /// stands there is not front matter.
    static func items(
        _ object: JSON,
        before rest: ArraySlice<UInt8>,
        _ input: DecodedText
    ) throws(ParsingError) -> [ParsedItem]? {
        let signs = "{[,}]:\"".utf8
        guard object.kind == .object, let first = rest.first, !signs.contains(first) else {
            return nil
        }
        var record = JSONRecord(object, rulePrefix: "front_matter_").record()
        guard record.fields.headline != nil, record.content == nil else { return nil }
        record.content = .markdown(String(decoding: rest, as: UTF8.self))
        return [RecordReader.item(record, of: input)]
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
