import Foundation
import Testing

/// Many articles at once: streamed in, exported, imported.
@Suite struct BulkTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// Lines of NDJSON with distinct articles, from a number on.
    private func lines(_ numbers: Range<Int>) -> [UInt8] {
        var text: [UInt8] = []
        for number in numbers {
            text += Array(
                """
                {"title": "Ferry \(number) sails", "author": "Jane Roe", "date": "2024-03-03", \
                "text": "WESTHAVEN, March 3 (Reuters) - Ferry number \(number) sailed at noon.\\n\
                The council said that it was the first of the season.", "tags": ["harbour"]}

                """.utf8
            )
        }
        return text
    }

    private func write(_ bytes: [UInt8], _ name: String) throws -> String {
        let path = folder.path(name)
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return path
    }

    private func export(_ database: String) throws -> String {
        let outcome = try Program.run(["export", "--database", database])
        #expect(outcome.status == 0, "\(outcome.error)")
        return outcome.output
    }

    @Test func `export, import into an empty file and export again gives the same bytes`() throws {
        let news = folder.path("news")
        try FileManager.default.createDirectory(atPath: news, withIntermediateDirectories: true)
        let feed = """
            <rss version="2.0"><channel><title>Courier</title>
            <item><title>One</title><description>One came by sea.</description></item>
            <item><title>Two</title><description>Two came by land.</description></item>
            </channel></rss>
            """
        let files: [(String, [UInt8])] = [
            (
                "a.txt",
                Array("Pier reopens\n\nOLDHAVEN, May 3 (AP) - The pier opened.\n\nShare\n".utf8)
            ),
            ("b.xml", Array(feed.utf8)), ("c.ndjson", lines(0..<300)),
            ("d.md", Array("---\ntitle: Gulls\nauthor: Jane Roe\n---\nThe gulls are back.\n".utf8)),
            (
                "e.txt",
                Array(
                    "Caf\u{E9} opens\n\nThe caf\u{E9} opened on Monday.".unicodeScalars.map {
                        UInt8($0.value)
                    }
                )
            ),
            (
                "f.json",
                Array(
                    #"[{"title": "Herring", "text": "Herring \u0000 came.\n", "name": "h"}]"#.utf8
                )
            ),
        ]
        for (name, bytes) in files { _ = try write(bytes, "news/" + name) }
        let first = folder.path("first.db")
        let imported = try Program.run(["import", "--database", first, news])
        #expect(imported.status == 0, "\(imported.error)")
        #expect(imported.output == "306 received: 306 created, 0 failed\n")
        let exported = try export(first)
        #expect(exported.split(separator: "\n").count == 306)
        let packed = try write(Array(exported.utf8), "all.ndjson")
        _ = try runCommand(["gzip", packed])
        let second = folder.path("second.db")
        let again = try Program.run(["import", "--database", second, packed + ".gz"])
        #expect(again.output == "306 received: 306 created, 0 failed\n", "\(again.error)")
        #expect(try export(second) == exported)
        let third = folder.path("third.db")
        let input = Array(exported.utf8)
        #expect(try Program.run(["import", "--database", third, "-"], input: input).status == 0)
        #expect(try export(third) == exported)
        let server = try Server(database: second)
        #expect(try server.curl("URL/export").output == exported)
        #expect(try server.curl("--compressed", "URL/export").output == exported)
        #expect(try server.json("URL/articles?q=herring")["total"] as? Int == 1)
    }

    @Test func `an import lists what failed, and run again stores nothing twice`() throws {
        let database = folder.path("dateline.db")
        let bad = try write(lines(0..<3) + Array("{\"title\"\n{\"a\": 1}\n".utf8), "bad.ndjson")
        let pdf = try write(Array("%PDF-1.7\n".utf8) + [0, 1, 2, 255], "paper.pdf")
        for word in ["created", "duplicate"] {
            let outcome = try Program.run(["import", "--database", database, bad, pdf])
            #expect(outcome.status == 65)
            #expect(outcome.output.contains("3 \(word)"))
            #expect(outcome.output.contains("3 failed"))
            #expect(outcome.error.contains("bad.ndjson:4: It is no JSON"))
            #expect(outcome.error.contains("bad.ndjson:5: "))
            #expect(outcome.error.contains("paper.pdf: It is a PDF"))
        }
        #expect(
            try Program.run(["import", "--database", database, folder.path("none")]).status == 66
        )
    }

    @Test func `NDJSON of any length is stored while it arrives`() throws {
        let server = try Server(
            database: folder.path("dateline.db"),
            arguments: ["--maximum-body", "65536"]
        )
        let body = lines(0..<4_000) + Array("{\"broken\": \n".utf8) + lines(0..<1)
        #expect(body.count > 10 * 65_536)
        let path = try write(body, "many.ndjson")
        for arguments in [
            ["-T", path, "URL/articles/"],
            [
                "-H", "Content-Type: application/x-ndjson", "--data-binary", "@" + path,
                "URL/articles",
            ],
            ["-H", "Transfer-Encoding: chunked", "-T", path, "URL/articles?format=ndjson"],
        ] {
            let words = arguments.map { $0.replacingOccurrences(of: "URL", with: server.url) }
            let outcome = try runCommand(["curl", "-sS", "--max-time", "120"] + words)
            let answer = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
            let json = try #require(answer as? [String: Any])
            let summary = try #require(json["summary"] as? [String: Int])
            #expect(summary["received"] == 4_002)
            #expect(summary["failed"] == 1)
            #expect((summary["created"] ?? 0) + (summary["duplicate"] ?? 0) == 4_001)
            let items = try #require(json["items"] as? [[String: Any]])
            #expect(items.count == 4_002)
            #expect(items[4_000]["line"] as? Int == 4_001)
            #expect((items[4_000]["problem"] as? [String: Any])?["detail"] is String)
            #expect(items[4_001]["status"] as? String == "duplicate")
        }
        #expect(try server.json("URL/articles")["total"] as? Int == 4_000)
        let minimal = try server.json(
            "-H",
            "Prefer: return=minimal",
            "-H",
            "Content-Type: application/x-ndjson",
            "--data-binary",
            "@-",
            "URL/articles",
            input: lines(0..<2)
        )
        #expect(Array(minimal.keys) == ["summary"])
        let none = try server.curl(
            "-w",
            "%{http_code}",
            "-H",
            "Content-Type: application/x-ndjson",
            "--data-binary",
            "@-",
            "URL/articles",
            input: Array("{\n[]\n".utf8)
        )
        #expect(none.output.hasSuffix("422"))
    }
}
