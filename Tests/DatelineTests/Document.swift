import Foundation

/// A document of the project, in Markdown.
struct Document: CustomStringConvertible, Sendable {
    /// Its path from the project's root.
    let path: String
    /// Its text.
    let text: String

    init(_ path: String) throws {
        self.path = path
        text = try String(contentsOf: Shared.root.appendingPathComponent(path), encoding: .utf8)
    }

    var description: String { path }

    /// All documents: those at the root, those of modules, those beside what they are about.
    static func all() throws -> [Document] {
        let listed = try runCommand([
            "find", Shared.root.path, "-name", "*.md", "-not", "-path", "*/.build*",
        ])
        return try listed.output.split(separator: "\n").sorted().map { path in
            try Document(String(path.dropFirst(Shared.root.path.count + 1)))
        }
    }

    /// The code blocks of a language, in order.
    func blocks(_ language: String) -> [String] {
        text.components(separatedBy: "```\(language)\n").dropFirst().map {
            $0.components(separatedBy: "```")[0]
        }
    }

    /// The commands of the blocks for a shell, all but those that read what follows them.
    var commands: [Command] {
        blocks("sh").filter { !$0.contains("<<'") }.flatMap { block in
            block.replacingOccurrences(of: "\\\n", with: " ").split(separator: "\n")
                .map { Command(String($0)) }
        }
    }

    /// The cells of a table's rows, the table being the one whose head begins so, with figures or
    /// without.
    func rows(under head: String, measuredBy hasFigures: Bool = false) -> [[String]] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let start = lines.firstIndex { line in
            line.hasPrefix("| \(head) ") && line.hasSuffix("| measured by |") == hasFigures
        }
        guard let start else { return [] }
        return lines[(start + 2)...].prefix { $0.hasPrefix("|") }.map { row in
            row.replacingOccurrences(of: "\\|", with: "\u{1}").split(separator: "|")
                .map { cell in
                    cell.trimmingCharacters(in: .whitespaces)
                        .replacingOccurrences(of: "\u{1}", with: "|")
                }
        }
    }

    /// The code within the lines of text, in order.
    var spans: [String] {
        let parts = text.components(separatedBy: "\n```")
        // Every other part is a block of code.
        return parts.indices.filter { $0.isMultiple(of: 2) }.flatMap { Self.spans(of: parts[$0]) }
    }

    /// The code within a line of text; symbols, in double marks, are none.
    static func spans(of text: String) -> [String] {
        text.replacing("``", with: "").replacing("\\|", with: "|").matches(of: /`([^`\n]+)`/)
            .map { String($0.1) }
    }

    /// A line for a shell, with what the document says of its outcome.
    struct Command: CustomStringConvertible {
        /// The line without its comment.
        var line: String
        /// The HTTP status that the comment names; `nil` where any success will do.
        var status: Int?

        init(_ text: String) {
            let parts = text.split(separator: " #", maxSplits: 1)
            line = parts.first.map { $0.trimmingCharacters(in: .whitespaces) } ?? ""
            let comment = parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : ""
            status = Int(comment.prefix(3))
        }

        var description: String { line }

        /// Whether it speaks to a server.
        var callsServer: Bool { line.contains("curl ") && line.contains("http://localhost:8080") }
    }
}
