import Foundation
import Testing

/// The README says what the program does, and nothing else.
@Suite struct ReadmeTests {
    private let text: String

    init() throws {
        let url = Shared.root.appendingPathComponent("README.md")
        text = try String(contentsOf: url, encoding: .utf8)
    }

    /// The code blocks of a language, in order.
    private func blocks(_ language: String) -> [String] {
        text.components(separatedBy: "```\(language)\n").dropFirst().map {
            $0.components(separatedBy: "```")[0]
        }
    }

    @Test func `its first request is answered as it shows`() throws {
        let folder = try TemporaryFolder()
        let server = try Server(database: folder.path("dateline.db"))
        let request = try #require(blocks("sh").first { $0.contains("<<'END'") })
            .replacingOccurrences(of: "http://localhost:8080", with: server.url)
        let outcome = try runCommand(["sh", "-c", request])
        // The README leaves lines out where it says so; the others stand in this order.
        var rest = outcome.output.split(separator: "\n").map(String.init)[...]
        for line in try #require(blocks("json").first).split(separator: "\n")
        where line.trimmingCharacters(in: .whitespaces) != "…" {
            let place = try #require(rest.firstIndex(of: String(line)), "\(line)")
            rest = rest[(place + 1)...]
        }

        for command in try #require(blocks("sh").last).split(separator: "\n")
        where command.hasPrefix("curl") {
            let words = command.replacingOccurrences(of: "http://localhost:8080", with: server.url)
            let answer = try runCommand(["sh", "-c", words.replacing("curl ", with: "curl -fsS ")])
            #expect(answer.status == 0 && answer.output.hasSuffix("\n"), "\(command)")
        }
    }

    @Test func `its table has every option with its variable and default`() throws {
        let help = try Program.run(["serve", "--help"]).output
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let options = help.matches(of: /(--[a-z-]+) <[a-z]+>/).map { String($0.1) }
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `--") }.map { row in
            row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        #expect(rows.map { $0[0].trimmingCharacters(in: ["`"]) } == options)
        for row in rows {
            let flag = row[0].trimmingCharacters(in: ["`"])
            let variable =
                "DATELINE_"
                + flag.dropFirst(2).uppercased().replacingOccurrences(of: "-", with: "_")
            #expect(row[1] == "`\(variable)`")
            let fallback = row[2].trimmingCharacters(in: ["`"])
            let entry = try #require(help.components(separatedBy: flag + " <").last)
            let isStated = entry.contains("(default: \(fallback))")
            #expect(isStated || fallback == "none", "\(flag)")
        }
    }
}
