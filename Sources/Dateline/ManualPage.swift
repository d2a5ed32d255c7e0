import Articles

/// The manual page of a program, in the language of man(7), of what swift-argument-parser says of its
/// commands (`ToolInfoV0`).
struct ManualPage {
    private(set) var text = ""
    private let program: String

    /// Writes the page.
    init(_ command: JSONValue) {
        program = command["commandName"]?.string ?? ""
        line(#".TH \#(program.uppercased()) 1 "" "\#(Version.text)" "User Commands""#)
        // Ragged lines, and no word broken: options are to be found and copied.
        line(".ad l\n.nh")
        section("NAME")
        let abstract = command["abstract"]?.string ?? ""
        let words = abstract.prefix(1).lowercased() + abstract.dropFirst()
        line("\(program) \\- \(Self.plain(words.hasSuffix(".") ? words.dropLast() : words[...]))")
        section("SYNOPSIS")
        let commands = (command["subcommands"]?.elements ?? []).filter(Self.isShown)
        line(".B \(program)")
        line("\\fIcommand\\fR [\\fIoption\\fR ...]")
        section("DESCRIPTION")
        discussion(command)
        section("OPTIONS")
        options(of: command)
        section("COMMANDS")
        for command in commands { write(command, after: program) }
        section("ENVIRONMENT")
        paragraph(
            "Each option of \(program) serve is also a variable, as --database is for every command; "
                + "flags go first."
        )
        let serve = commands.first { $0["commandName"]?.string == "serve" }
        for name in Self.longNames(of: serve) where name != "help" && name != "version" {
            line(".TP\n.B \(variableName(for: name))")
            line(Self.plain("What --\(name) is."))
        }
        line(".TP\n.B DATELINE_KEY")
        line("A key that allows everything; each key that key create makes counts besides.")
        section("FILES")
        for (file, words) in Self.files {
            line(".TP\n.I \(Self.plain(file))")
            line(Self.plain(words))
        }
    }

    private static let files = [
        ("dateline.db, dateline.db-wal", "The articles, and what was written last."),
        ("dateline.db.schema-N", "The file as it was before a migration."),
        ("dateline.db.replaced", "The file whose place a copy took (restore)."),
        ("/etc/default/dateline", "Variables for the service, a line each (systemd)."),
    ]

    // MARK: Commands

    private mutating func write(_ command: JSONValue, after parents: String) {
        let name = parents + " " + (command["commandName"]?.string ?? "")
        let arguments = (command["arguments"]?.elements ?? []).filter(Self.isShown)
        line(".SS \(Self.plain(name))")
        line(".B \(Self.plain(name))")
        for argument in arguments where argument["kind"]?.string == "positional" {
            let value = "\\fI\(Self.plain(argument["valueName"]?.string ?? ""))\\fR"
            let isOptional = Self.isTrue(argument["isOptional"])
            let repeats = Self.isTrue(argument["isRepeating"]) ? " ..." : ""
            line(isOptional ? "[\(value)\(repeats)]" : value + repeats)
        }
        line("[\\fIoption\\fR ...]\n.PP")
        line(Self.plain(command["abstract"]?.string ?? ""))
        discussion(command)
        options(of: command)
        for subcommand in command["subcommands"]?.elements ?? [] where Self.isShown(subcommand) {
            write(subcommand, after: name)
        }
    }

    private mutating func options(of command: JSONValue) {
        for argument in command["arguments"]?.elements ?? [] where Self.isShown(argument) {
            let names = (argument["names"]?.elements ?? []).map { name in
                let dashes = name["kind"]?.string == "long" ? "--" : "-"
                return "\\fB" + Self.plain(dashes + (name["name"]?.string ?? "")) + "\\fR"
            }
            let value = Self.plain(argument["valueName"]?.string ?? "")
            line(".TP")
            switch argument["kind"]?.string {
            case "positional": line("\\fI\(value)\\fR")
            case "option": line(names.joined(separator: ", ") + " \\fI\(value)\\fR")
            default: line(names.joined(separator: ", "))
            }
            var words = argument["abstract"]?.string ?? ""
            if let values = argument["allValues"]?.elements.compactMap(\.string), !values.isEmpty {
                words += " (values: \(values.joined(separator: ", ")))"
            }
            // What has no default in its words and one in its declaration.
            if let value = argument["defaultValue"]?.string, !words.contains("(default:") {
                words += " (default: \(value))"
            }
            line(Self.plain(words))
        }
    }

    private static func isShown(_ item: JSONValue) -> Bool { isTrue(item["shouldDisplay"]) }

    private static func isTrue(_ value: JSONValue?) -> Bool {
        if case .bool(true) = value { true } else { false }
    }

    private static func longNames(of command: JSONValue?) -> [String] {
        (command?["arguments"]?.elements ?? []).flatMap { argument in
            (argument["names"]?.elements ?? []).filter { $0["kind"]?.string == "long" }
                .compactMap { $0["name"]?.string }
        }
    }

    // MARK: Text

    private mutating func section(_ title: String) { line(".SH " + title) }

    private mutating func paragraph(_ text: String) { line(".PP\n" + Self.plain(text)) }

    /// A discussion's paragraphs; lines that are indented are examples, and stay as they are.
    private mutating func discussion(_ command: JSONValue) {
        for block in (command["discussion"]?.string ?? "").split(separator: "\n\n") {
            guard block.hasPrefix("  ") else {
                paragraph(String(block))
                continue
            }
            line(".PP\n.RS 4\n.nf")
            for example in block.split(separator: "\n") { line(Self.plain(example.dropFirst(2))) }
            line(".fi\n.RE")
        }
    }

    private mutating func line(_ text: String) {
        if !text.isEmpty { self.text += text + "\n" }
    }

    /// Text without any mark that man(7) would obey or print as another (man-pages(7), groff_char(7)).
    private static func plain(_ text: some StringProtocol) -> String {
        var plain = text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" : ""
        for character in text {
            switch character {
            case "\\": plain += "\\e"
            case "-": plain += "\\-"
            case "'": plain += "\\(aq"
            case "`": plain += "\\(ga"
            case "^": plain += "\\(ha"
            case "~": plain += "\\(ti"
            default: plain.append(character)
            }
        }
        return plain
    }
}
