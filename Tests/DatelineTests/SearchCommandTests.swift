import Articles
import Foundation
import Testing

/// Finding articles and counting them in a file, without a server.
@Suite struct SearchCommandTests {
    let folder: TemporaryFolder
    let database: String

    init() throws {
        folder = try TemporaryFolder()
        database = folder.path("dateline.db")
        let stories = [
            "Ferry sails again\n\nWESTHAVEN, 3 March 2024: The ferry sailed on Sunday, crews said.",
            "Crane stands idle\n\nWESTHAVEN, 4 April 2024: No lorry was loaded, the council said.",
        ]
        for story in stories {
            _ = try Program.run(
                ["import", "-", "--database", database],
                input: Array(story.utf8)
            )
        }
    }

    private func search(_ words: String...) throws -> Program.Outcome {
        try Program.run(["search", "--database", database] + words)
    }

    @Test func `a pipe gets an article a line, as the server answers it`() throws {
        let found = try search("ferry", "--fields", "headline,text")
        #expect(found.status == 0, "\(found)")
        let lines = found.output.split(separator: "\n")
        #expect(lines.count == 1)
        let line = try #require(lines.first)
        let article = try #require(JSONValue(Array(line.utf8)))
        #expect(article["headline"]?.string == "Ferry sails again")
        #expect(article["text"]?.string?.contains("crews said") == true)
        #expect(try search("zebra").output.isEmpty)
        let server = try Server(database: database)
        let answer = try server.curl("URL/articles.ndjson?q=ferry")
        #expect(try search("ferry").output == answer.output)
    }

    @Test func `a person gets what was found and how to go on`() throws {
        let text = try search("westhaven", "--format", "text", "--limit", "1").output
        #expect(text.hasPrefix("2 articles: westhaven\n"))
        #expect(text.contains("\n   2  Crane stands idle\n      2024-04-04"), "\(text)")
        let more = try #require(text.firstMatch(of: /more: the same with --cursor (\S+)/))
        let next = try search(
            "westhaven",
            "--format",
            "text",
            "--limit",
            "1",
            "--cursor",
            String(more.1)
        )
        #expect(next.output.contains("Ferry sails again"), "\(next)")
        #expect(!next.output.contains("more: "))
        #expect(try search("fery", "--format", "text").output.contains("ferry"))
    }

    @Test func `it takes the server's parameters, and refuses in its words`() throws {
        #expect(try search("--from", "2024-04").output.contains("Crane"))
        #expect(try search("said", "--sort", "oldest", "--limit", "1").output.contains("Ferry"))
        #expect(try search("--format", "csv", "--fields", "headline").output.hasPrefix("id,url,"))
        let json = try search("ferry", "--format", "json").output
        #expect(json.contains(#""total":1,"#))
        for (words, hint) in [
            (["--from", "yesteryear"], "yesteryear"), (["--sort", "bset"], "Was 'best' meant?"),
            (["--cursor", "x"], "--cursor"),
        ] {
            let refused = try Program.run(["search", "--database", database] + words)
            #expect(refused.status == 64, "\(words)")
            if !hint.hasPrefix("Was") { #expect(refused.error.contains(hint), "\(refused)") }
        }
    }

    @Test func `control characters of a text do not reach the terminal`() throws {
        let story =
            "Bell \u{1B}[2J rings\n\nThe bell \u{1B}]0;x\u{7} rang twice on Monday, they said."
        _ = try Program.run(["import", "-", "--database", database], input: Array(story.utf8))
        let text = try search("bell", "--format", "text").output
        #expect(text.contains("rings"))
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }, "\(text)")
    }

    @Test func `reading changes nothing, also while the file is served`() throws {
        let server = try Server(database: database)
        let before = try Data(contentsOf: URL(fileURLWithPath: database))
        _ = try search("ferry")
        let stats = try Program.run(["stats", "--database", database]).output
        #expect(stats.hasPrefix(#"{"articles":2,"articles_removed":0,"#))
        let served = try server.curl("URL/stats").output
        let version = try #require(served.firstMatch(of: /"schema_version":[0-9]+,/)).0
        #expect(stats.contains(version))
        #expect(try Data(contentsOf: URL(fileURLWithPath: database)) == before)
        #expect(server.end(by: SIGINT) == 0)
        for command in ["search", "stats", "migrate"] {
            let missing = try Program.run([command, "--database", folder.path("none.db")])
            #expect(missing.status == 66 && missing.error.contains("none.db"), "\(missing)")
            #expect(!FileManager.default.fileExists(atPath: folder.path("none.db")))
        }
    }
}
