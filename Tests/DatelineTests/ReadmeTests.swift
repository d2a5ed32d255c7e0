import Foundation
import Testing

/// The README says what the program does, and nothing else.
@Suite struct ReadmeTests {
    private let document: Document

    init() throws {
        document = try Document("README.md")
    }

    @Test func `its first request is answered as it shows`() throws {
        let folder = try TemporaryFolder()
        let server = try Server(database: folder.path("dateline.db"))
        let request = try #require(document.blocks("sh").first { $0.contains("<<'END'") })
            .replacingOccurrences(of: "http://localhost:8080", with: server.url)
        let outcome = try runCommand(["sh", "-c", request])
        // The README leaves lines out where it says so; the others stand in this order.
        var rest = outcome.output.split(separator: "\n").map(String.init)[...]
        for line in try #require(document.blocks("json").first).split(separator: "\n")
        where line.trimmingCharacters(in: .whitespaces) != "…" {
            let place = try #require(rest.firstIndex(of: String(line)), "\(line)")
            rest = rest[(place + 1)...]
        }

        let files = try CommandFolder()
        for command in document.commands where command.callsServer {
            let outcome = try files.run(command.line, server: server)
            #expect(outcome.httpStatuses.first.map { $0 / 100 } == 2, "\(command): \(outcome)")
        }
    }

    @Test func `its table has every option with its variable and default`() throws {
        let help = try Program.run(["serve", "--help"]).output
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let options = help.matches(of: /(--[a-z-]+) <[a-z]+>/).map { String($0.1) }
        let rows = document.rows(under: "option")
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
    @Test func `what its first table has one type is taken`() throws {
        let files = try CommandFolder()
        let server = try Server(database: files.path("served.db"))
        var count = 0
        for row in document.rows(under: "you have") {
            for line in Document.spans(of: row[1])
            where line.contains("curl ") || line.contains("dateline ") {
                let outcome = try files.run(line, server: server)
                #expect(outcome.status == 0, "\(line): \(outcome)")
                #expect(outcome.httpStatuses.allSatisfy { $0 / 100 == 2 }, "\(line): \(outcome)")
                count += 1
            }
        }
        #expect(count >= 6)
        #expect(try server.json("URL/articles")["total"] as? Int ?? 0 > 1)
    }

    @Test func `the queries of its table are understood`() throws {
        let files = try CommandFolder()
        let server = try Server(database: files.path("dateline.db"))
        let queries = document.rows(under: "you type").flatMap { Document.spans(of: $0[0]) }
        #expect(queries.count > 12)
        for query in queries {
            let outcome = try server.curl(
                "-G",
                "--data-urlencode",
                "q=\(query)",
                "-w",
                "%{http_code}",
                "-o",
                "/dev/null",
                "URL/articles"
            )
            #expect(outcome.output == "200", "\(query)")
        }
        // The parameters that the text names beside it.
        let named = try #require(document.text.firstMatch(of: /Beside it: ([^.]+)\. An unknown/)).1
        let parameters = Set(Document.spans(of: String(named)).filter { $0.allSatisfy(\.isLetter) })
        let known = try server.json("URL/openapi.json")
        let described = String(describing: known)
        for name in parameters { #expect(described.contains(name), "\(name)") }
    }

    @Test func `every command, target and suite that a document names is there`() throws {
        let files = try CommandFolder()
        let server = try Server(database: files.path("served.db"))
        let makefile = try String(
            contentsOf: Shared.root.appendingPathComponent("Makefile"),
            encoding: .utf8
        )
        let suites = try runCommand([
            "grep", "-rhoE", "struct [A-Za-z]+Tests", Shared.root.path + "/Tests",
        ]).output
        var count = 0
        for document in try Document.all() {
            let lines = document.commands.map(\.line) + document.spans
            for line in lines {
                for target in line.matches(of: /\bmake ([a-z-]+)/) where !line.contains("-C ") {
                    #expect(makefile.contains("\n\(target.1):"), "\(document): \(line)")
                }
                if let suite = line.firstMatch(of: /^swift test --filter (\w+)/) {
                    #expect(suites.contains("struct \(suite.1)\n"), "\(document): \(line)")
                } else if line.hasPrefix("dateline "), !line.contains("…") {
                    let file = line.contains("parse") ? "article.txt" : "copy.db"
                    // Without its words, a command is only named.
                    let isName = line.split(separator: " ").count == 2
                    let command =
                        isName
                        ? line + " --help"
                        : line.replacingOccurrences(of: "FILES", with: "news")
                            .replacingOccurrences(of: "FILE", with: file)
                    let outcome = try files.run(command, server: server)
                    #expect(outcome.status == 0, "\(document): \(command): \(outcome)")
                    count += 1
                }
            }
        }
        #expect(count > 8)
    }
    /// The figures are those of the page that says how they were measured.
    @Test func `its figures are those of the benchmarks, its limits those of the program`() throws {
        let benchmarks = try Document("Benchmarks/README.md").text.split(separator: "\n")
        let rows = document.rows(under: "what").filter { $0.count == 3 }
        let help = try Program.run(["serve", "--help"]).output
        for row in rows {
            for flag in Document.spans(of: row[2]) where flag.hasPrefix("--") {
                #expect(help.contains(flag + " <"), "\(flag)")
            }
        }
        let figures = document.rows(under: "what", measuredBy: true)
        #expect(figures.count > 8)
        for row in figures {
            let command = try #require(Document.spans(of: row[2]).first)
            let script = command.split(separator: " ")[0]
            let path = Shared.root.appendingPathComponent(String(script)).path
            #expect(FileManager.default.isExecutableFile(atPath: path), "\(command)")
            guard command.hasPrefix("Benchmarks/run ") else { continue }
            let number = try #require(row[1].split(separator: " ").first)
            let isTold = benchmarks.contains { line in
                line.contains("`\(command)`") && line.contains("| \(number) |")
            }
            #expect(isTold, "\(row)")
        }
    }
}
