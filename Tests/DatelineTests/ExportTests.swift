import Foundation
import Testing

/// An export has all that a store tells of its articles, and makes another store that tells the same.
@Suite struct ExportTests {
    private static let feed = """
        <rss version="2.0"><channel><title>Courier</title>
        <item><title>One</title><description>One came by sea, they said.</description></item>
        <item><title>Two</title><description>Two came by land, they said.</description></item>
        </channel></rss>
        """

    /// A server with an archive in which everything has happened that can happen to an article.
    private func archive() throws -> Newcomer {
        let newcomer = try Newcomer()
        try newcomer.write(Self.feed, to: "feed.xml")
        let articles = "localhost:8080/articles"
        for command in [
            // 1: two versions under a name, and one by hand.
            "curl -T article.txt \(articles)/ferry?tags=sea,storm",
            "curl -T herring.txt \(articles)/ferry",
            "curl -X PATCH --json '{\"section\": \"world\", \"tags\": [\"fish\"]}' \(articles)/1",
            // 2 and 3: two of one upload, which share its bytes.
            "curl --data-binary @feed.xml '\(articles)?source=Given'",
            // 4: removed, with a reason; its text comes again as 5.
            "curl -F text=@a.json \(articles)", "curl -X DELETE '\(articles)/4?reason=withdrawn'",
            "curl --json @a.json \(articles)",
            // 6 and 7: the same text kept, twice.
            "curl --data-binary @a.json '\(articles)?on_duplicate=keep'",
            "curl --data-binary @article.txt '\(articles)?on_duplicate=keep'",
            // 8: bytes that are no UTF-8, an address, and a correction of it by that address.
            "curl --data-binary @cp1252.txt '\(articles)?url=https://news.example/pier'",
            "curl -d 'It is closed.' '\(articles)?url=https://news.example/pier&title=Pier+closed'",
            // 9: removed, with a name and without a reason.
            "curl -T utf16.txt \(articles)/wide?on_duplicate=keep", "curl -X DELETE \(articles)/9",
            // 10: received long ago, and dated by the sender.
            "curl --data-binary 'Tides\n\nThe tide came on Friday, clerks wrote down.' "
                + "'\(articles)?received=2001-02-03&author=A.+Clerk'",
        ] {
            let reply = try newcomer.type(command)
            try #require([200, 201, 204].contains(reply.status), "\(command): \(reply)")
        }
        return newcomer
    }

    private func export(_ database: String) throws -> String {
        let outcome = try Program.run(["export", "--database", database])
        #expect(outcome.status == 0, "\(outcome.error)")
        return outcome.output
    }

    @Test func `versions, removals and what was set by hand come back, and the same bytes`() throws
    {
        let newcomer = try archive()
        try newcomer.type("curl -o all.ndjson localhost:8080/export")
        let exported = try newcomer.read("all.ndjson")
        let stored = try Self.told(of: newcomer)
        let second = newcomer.folder.path("second.db")
        let imported = try Program.run(
            ["import", "--database", second, newcomer.folder.path("all.ndjson")]
        )
        #expect(imported.status == 0, "\(imported)")
        #expect(imported.output == "13 received: 10 created, 3 updated, 0 failed\n")
        #expect(try export(second) == exported)
        #expect(try Program.run(["check", "--database", second]).status == 0)

        // Again: all of it is there.
        let again = try Program.run(
            ["import", "--database", second, newcomer.folder.path("all.ndjson")]
        )
        #expect(again.status == 0, "\(again)")
        #expect(again.output == "13 received: 0 created, 6 unchanged, 7 duplicate, 0 failed\n")
        #expect(try export(second) == exported)

        // By HTTP too, and the other server tells what the first one did.
        let third = try Newcomer()
        try third.write(exported, to: "all.ndjson")
        let received = try third.type("curl -T all.ndjson localhost:8080/articles/")
        #expect(received.status == 200)
        #expect((received.json["summary"] as? [String: Int])?["failed"] == 0)
        #expect(try third.type("curl localhost:8080/export").text == exported)
        #expect(try Self.told(of: third) == stored)
        let textless = try third.type("curl -X POST localhost:8080/articles/4/restore")
        #expect(textless.status == 410)
    }

    /// What a server tells of its articles.
    private static func told(of newcomer: Newcomer) throws -> [String] {
        var paths = [
            "/articles?limit=200&sort=received&fields=*&duplicates=show", "/sources", "/tags",
        ]
        for number in 1...10 {
            for part in ["", "/raw", "/explain", "/versions", "/versions/1", "/versions/1..2"] {
                paths.append("/articles/\(number)\(part)")
            }
        }
        paths += ["/articles/name:ferry", "/articles/name:wide", "/articles?q=herring"]
        return try paths.map { path in
            let told = try newcomer.type("curl 'localhost:8080\(path)'").text
                .replacing(/"(request_id|took_ms|instance|hint)": ?("[^"]*"|\d+),?/, with: "")
            return path + " " + told
        }
    }

    @Test func `an export of a server that goes on storing is taken over by numbers or by words`()
        throws
    {
        let newcomer = try archive()
        let other = try Newcomer()
        try other.type("curl --data-binary @herring.txt localhost:8080/articles")
        try other.type("curl --data-binary @cp1252.txt localhost:8080/articles")
        try other.write(newcomer.type("curl localhost:8080/export").text, to: "all.ndjson")
        let reply = try other.type("curl -T all.ndjson localhost:8080/articles/")
        #expect(reply.status == 200)
        let summary = try #require(reply.json["summary"] as? [String: Int])
        #expect(summary["received"] == 13)
        #expect((summary["created"] ?? 0) > 5, "\(summary)")
        // The herring was there: it is not stored again.
        let found = try other.type("curl 'localhost:8080/articles?q=herring&duplicates=show'")
        #expect(found.json["total"] as? Int == 1)
    }

    @Test func `a line that does not fit the one before it fails alone, and says why`() throws {
        let newcomer = try archive()
        try newcomer.type("curl -o all.ndjson localhost:8080/export")
        var lines = try newcomer.read("all.ndjson").split(separator: "\n").map(String.init)
        let earlier = try #require(lines.firstIndex { $0.contains("\"earlier\":true") })
        lines.swapAt(0, earlier)
        lines[5] = lines[5].replacing("\"text\":\"", with: "\"text\":\"Changed: ")
        lines.append(#"{"dateline_export":9,"id":1}"#)
        lines.append(#"{"dateline_export":2,"id":1,"version":1}"#)
        try newcomer.write(lines.joined(separator: "\n") + "\n", to: "bad.ndjson")
        let outcome = try Program.run(
            [
                "import", "--database", newcomer.folder.path("bad.db"),
                newcomer.folder.path("bad.ndjson"),
            ]
        )
        #expect(outcome.status == 65)
        for words in [
            "bad.ndjson:1: It is an earlier version of article 1", "newer version",
            "lacks received_at",
        ] {
            #expect(outcome.error.contains(words), "\(outcome.error)")
        }
        #expect(
            try Program.run(["check", "--database", newcomer.folder.path("bad.db")]).status == 0
        )
    }
}
