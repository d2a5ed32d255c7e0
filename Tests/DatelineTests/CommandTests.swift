import Articles
import Foundation
import Testing

/// Every command explains itself, in its help, on the manual page and to shells, in the same words.
@Suite struct CommandTests {
    /// A command as swift-argument-parser describes it.
    struct Command {
        /// Its words after the program's name: `key create`.
        var words: [String]
        /// Its options: `--database`.
        var options: [String]
    }

    /// All commands that are shown, and those below them.
    static func commands() throws -> [Command] {
        let dump = try Program.run(["--experimental-dump-help"]).output
        let tool = try #require(JSONValue(Array(dump.utf8)))
        func list(_ command: JSONValue, _ parents: [String]) -> [Command] {
            (command["subcommands"]?.elements ?? []).flatMap { command -> [Command] in
                let name = command["commandName"]?.string ?? ""
                guard name != "help" else { return [] }
                let arguments = command["arguments"]?.elements ?? []
                let options = arguments.flatMap { $0["names"]?.elements ?? [] }.compactMap { name in
                    name["kind"]?.string == "long" ? name["name"]?.string.map { "--" + $0 } : nil
                }
                return [Command(words: parents + [name], options: options)]
                    + list(command, parents + [name])
            }
        }
        return list(try #require(tool["command"]), [])
    }

    @Test func `all commands are there, and each says its examples and exit statuses`() throws {
        let commands = try Self.commands()
        let names = Set(commands.map { $0.words.joined(separator: " ") })
        let wanted = """
            serve parse import export search backup restore migrate key check health stats version \
            reparse manual
            """
        #expect(names.isSuperset(of: wanted.split(separator: " ").map(String.init)))
        for command in commands {
            let help = try Program.run(command.words + ["--help"]).output
            let name = command.words.joined(separator: " ")
            #expect(help.contains("Exit status: "), "\(name)")
            #expect(help.contains("\n  dateline \(name)"), "\(name) has no example")
        }
    }

    /// An example that is refused would say so (64), whatever it finds.
    @Test func `every example of every help is understood`() throws {
        let folder = try CommandFolder()
        let server = try Server(database: folder.path("served.db"))
        var count = 0
        for command in try Self.commands() {
            let help = try Program.run(command.words + ["--help"]).output
            for line in help.split(separator: "\n") where line.hasPrefix("  ") {
                let example = line.trimmingCharacters(in: .whitespaces)
                guard example.contains("dateline "), !example.hasPrefix("-"),
                    example.hasPrefix("dateline ") || example.hasPrefix("DATELINE_")
                else { continue }
                let outcome = try folder.run(example, server: server)
                // A health check of a port where nobody listens says 1; a key is revoked once.
                let isDone =
                    outcome.status == 0 || example.contains("health --port 9000")
                    || example.contains("key revoke") && outcome.status == 65
                #expect(isDone, "\(example): \(outcome)")
                count += 1
            }
        }
        #expect(count > 20)
    }

    @Test func `the manual page has every command`() throws {
        let page = try Program.run(["manual"]).output
        for command in try Self.commands() {
            let name = command.words.joined(separator: " ").replacing("-", with: "\\-")
            #expect(page.contains(".SS dateline \(name)\n"), "\(name)")
        }
    }

    @Test(.enabled(if: Program.isInstalled("groff"), "groff is not installed"))
    func `the manual page shows every option, and man likes it`() throws {
        let page = try Program.run(["manual"]).output
        let folder = try TemporaryFolder()
        let path = folder.path("dateline.1")
        try page.write(toFile: path, atomically: true, encoding: .utf8)
        let shown = try runCommand([
            "groff", "-man", "-ww", "-b", "-K", "utf8", "-T", "utf8", "-P", "-cbou", path,
        ])
        #expect(shown.status == 0 && shown.error.isEmpty, "\(shown.error)")
        let sections = shown.output.components(separatedBy: "\n   dateline ")
        for command in try Self.commands() {
            let name = command.words.joined(separator: " ")
            let section = try #require(sections.first { $0.hasPrefix(name + "\n") }, "\(name)")
            for option in command.options {
                #expect(section.contains("       " + option) || section.contains(", " + option))
            }
            #expect(section.contains("Exit status: "), "\(name)")
        }
        #expect(shown.output.contains("DATELINE_DRAIN_DELAY"))
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `completion scripts have every command and option`(shell: String) throws {
        let script = try Program.run(["--generate-completion-script", shell]).output
        for command in try Self.commands() {
            for word in command.words + command.options.map({ String($0.dropFirst(2)) }) {
                #expect(script.contains(word), "\(word)")
            }
        }
    }

    @Test(.enabled(if: Program.isInstalled("bash"), "bash is not installed"))
    func `bash completes commands`() throws {
        let folder = try Self.readCompletion(by: "bash", checking: "-n")
        let completed = try runCommand([
            "bash", "-c",
            "source \(folder.path("completion")); COMP_WORDS=(dateline se); COMP_CWORD=1; "
                + "COMP_LINE='dateline se'; COMP_POINT=11; _dateline dateline se dateline; "
                + "echo ${COMPREPLY[@]}",
        ])
        #expect(completed.output.split(whereSeparator: \.isWhitespace) == ["serve", "search"])
    }

    @Test(.enabled(if: Program.isInstalled("zsh"), "zsh is not installed"))
    func `zsh reads its completion script`() throws {
        _ = try Self.readCompletion(by: "zsh", checking: "-n")
    }

    @Test(.enabled(if: Program.isInstalled("fish"), "fish is not installed"))
    func `fish reads its completion script`() throws {
        _ = try Self.readCompletion(by: "fish", checking: "--no-execute")
    }

    /// Has a shell read its script without running it; the folder with the script in it.
    private static func readCompletion(
        by shell: String,
        checking option: String
    ) throws -> TemporaryFolder {
        let script = try Program.run(["--generate-completion-script", shell]).output
        let folder = try TemporaryFolder()
        let path = folder.path("completion")
        try script.write(toFile: path, atomically: true, encoding: .utf8)
        let read = try runCommand([shell, option, path])
        #expect(read.status == 0, "\(read)")
        return folder
    }
}
