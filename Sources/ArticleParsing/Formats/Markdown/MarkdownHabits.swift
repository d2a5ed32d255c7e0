/// What people write in Markdown beyond CommonMark: notes that link each other, tables, tasks, and the
/// tags of programs that make pages of it.
enum MarkdownHabits {
    /// A text without them, in which what they show remains.
    ///
    /// Code stays as it is. The cost is linear.
    static func plain(_ text: String) -> String {
        let signs = ["[[", "{%", "{{", "{:", "|", "~~", "[ ]", "[x]", "[X]", "[!", "import "]
        guard signs.contains(where: text.contains) else { return text }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var kept: [String] = []
        kept.reserveCapacity(lines.count)
        var fence: Substring?
        var index = 0
        while index < lines.count {
            let line = lines[index]
            let content = line.drop { $0 == " " }
            let isFence = content.hasPrefix("```") || content.hasPrefix("~~~")
            if let open = fence {
                if content.hasPrefix(open) { fence = nil }
                kept.append(String(line))
            } else if isFence {
                fence = content.prefix(3)
                kept.append(String(line))
            } else if isTemplateTag(content) || (kept.last ?? "").isEmpty && isImport(content) {
                kept.append("")
            } else if index + 1 < lines.count, isRow(line), isTableRule(lines[index + 1]) {
                kept.append(row(line))
                index += 2
                while index < lines.count, isRow(lines[index]) {
                    kept.append(row(lines[index]))
                    index += 1
                }
                continue
            } else {
                kept.append(inline(line))
            }
            index += 1
        }
        return kept.joined(separator: "\n")
    }

    /// Whether a line is nothing but a tag of a program: `{% include x %}`, `{{< figure >}}`,
    /// `{: .lead}`.
    private static func isTemplateTag(_ line: Substring) -> Bool {
        let line = ASCII.trimmed(line)
        return [("{%", "%}"), ("{{", "}}"), ("{:", "}")].contains {
            line.hasPrefix($0.0) && line.hasSuffix($0.1)
        }
    }

    /// Whether a line takes in a part of a program, as MDX has it: `import { Map } from "./map"`.
    private static func isImport(_ line: Substring) -> Bool {
        let line = ASCII.trimmed(line)
        guard line.hasPrefix("import "), let from = line.firstRange(of: " from ") else {
            return false
        }
        let names = ASCII.trimmed(line[..<from.lowerBound].dropFirst("import ".count))
        var module = line[from.upperBound...]
        if module.last == ";" { module.removeLast() }
        guard let quote = module.first, quote == "\"" || quote == "'", module.last == quote,
            module.count > 2, !module.contains(" ")
        else { return false }
        return !names.contains(" ") || names.hasPrefix("{") && names.hasSuffix("}")
            || names.hasPrefix("* as ")
    }

    // MARK: Tables

    private static func isRow(_ line: Substring) -> Bool { line.utf8.contains(UInt8(ascii: "|")) }

    /// Whether a line is the rule below a table's head: `| --- | :--: |`.
    private static func isTableRule(_ line: Substring) -> Bool {
        line.utf8.allSatisfy { "|:- \t\r".utf8.contains($0) } && line.contains("--") && isRow(line)
    }

    /// A row as a paragraph of its own.
    private static func row(_ line: Substring) -> String {
        let cells = line.split(separator: "|").map { ASCII.trimmed($0) }.filter { !$0.isEmpty }
        return "\n" + inline(cells.joined(separator: " ")[...]) + "\n"
    }

    // MARK: Lines

    private static func inline(_ line: Substring) -> String {
        var line = String(line)
        if line.contains("[[") { line = withoutNoteLinks(line) }
        for mark in ["[ ] ", "[x] ", "[X] "] {
            guard let place = line.firstRange(of: mark) else { continue }
            let before = ASCII.trimmed(line[..<place.lowerBound])
            if before == "-" || before == "*" || before == "+" || before.hasSuffix(".") {
                line.removeSubrange(place)
            }
        }
        if line.hasPrefix("> [!"), let end = line.firstIndex(of: "]") {
            // A callout's kind is no word of it; its title is a paragraph.
            line = "> " + line[line.index(after: end)...].drop { "+- ".contains($0) } + "\n>"
        }
        if line.contains("~~") {
            let parts = line.split(separator: "~~", omittingEmptySubsequences: false)
            if parts.count % 2 == 1 { line = parts.joined() }
        }
        return line
    }

    /// A line with links between notes as their words: `[[note|words]]`, `![[picture.png]]`.
    private static func withoutNoteLinks(_ line: String) -> String {
        var rest = line[...]
        var plain = ""
        var isCode = false
        while let open = rest.firstRange(of: "[["),
            let close = rest[open.upperBound...].firstRange(of: "]]")
        {
            let before = rest[..<open.lowerBound]
            if before.count(where: { $0 == "`" }) % 2 == 1 { isCode.toggle() }
            if isCode || rest[close.upperBound...].first == "(" {
                // Code, or a link of Markdown whose words are in brackets.
                plain += rest[..<close.upperBound]
                rest = rest[close.upperBound...]
                continue
            }
            let inner = rest[open.upperBound..<close.lowerBound]
            let isPicture = before.last == "!"
            plain += isPicture ? before.dropLast() : before
            if !isPicture { plain += inner.split(separator: "|").last ?? "" }
            rest = rest[close.upperBound...]
        }
        return plain + rest
    }
}
