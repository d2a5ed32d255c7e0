import Foundation
import Migrations
import SQLite
import Testing

/// What a server says while it brings an old file to its own schema, and what it does when it cannot.
@Suite struct OpeningTests {
    /// A file as the first version of the program made it, with so many articles in it.
    private static func makeOldFile(at path: String, articles: Int) throws {
        let connection = try Connection(path: path)
        try connection.execute("PRAGMA page_size = 8192; PRAGMA journal_mode = WAL")
        try connection.execute(Migrations.all[0].sql)
        try connection.execute(
            """
            PRAGMA application_id = \(0x4461_7465);
            PRAGMA user_version = 1;
            INSERT INTO original VALUES (1, x'\(String(repeating: "0a", count: 32))', NULL, 4, x'61626364');
            """
        )
        let insertion = try connection.prepare(
            """
            INSERT INTO article (version, original_id, received_at, text_digest, search_length, headline,
                author_count, tag_count, correction_count, word_count, paragraph_count, layout, text)
            VALUES (1, 1, 1000, :digest, 60, :headline, 0, 0, 0, 200, 1, x'', :text)
            """
        )
        try connection.transaction { () throws(SQLiteError) in
            for number in 0..<articles {
                let words = (0..<200).map { "word\((number * 7_919 + $0 * 104_729) % 50_021)" }
                try insertion.run([
                    "digest": .blob(Array("\(number)".utf8)), "headline": .text("N\(number)"),
                    "text": .text(words.joined(separator: " ")),
                ])
            }
            try connection.execute(
                """
                INSERT INTO explanation SELECT id, 1, 2, x'7B7D' FROM article;
                INSERT INTO article_search (rowid, headline, kicker, standfirst, byline, dateline, text)
                SELECT * FROM article_searchable;
                UPDATE store_state SET generation = 1, article_count = \(articles);
                UPDATE store_state SET search_length = 0
                """
            )
        }
    }

    @Test func `while an old file is migrated it lives, is not ready and says how far it is`()
        throws
    {
        let folder = try TemporaryFolder()
        let path = folder.path("a.db")
        try Self.makeOldFile(at: path, articles: 200)
        // The migration waits for who writes: it does not begin before this ends.
        let writer = try Connection(path: path)
        try writer.execute("BEGIN IMMEDIATE")
        let server = try Server(database: path, until: "migrating")
        let requests = [
            ["/readyz"], ["/livez"], ["/healthz"], ["/articles"], ["-d", "text", "/articles"],
            ["-I", "/"],
        ]
        // One process asks all of it, for the migration does not wait for ever.
        let end = "\n(the end)\n"
        let words = requests.map { words in
            ["-sS", "--max-time", "20", "-i", "-w", end] + words.dropLast()
                + [server.url + (words.last ?? "")]
        }
        let outcome = try runCommand(["curl"] + words.joined(separator: ["--next"]))
        try writer.execute("ROLLBACK")
        let answers = outcome.output.components(separatedBy: end).dropLast().map { answer in
            answer.components(separatedBy: "\r\n\r\n")
        }
        try #require(answers.count == requests.count, "\(outcome)")
        for (request, answer) in zip(requests, answers) {
            let status = ["/livez", "/healthz"].contains(request.last) ? "200" : "503"
            #expect(answer[0].hasPrefix("HTTP/1.1 \(status)"), "\(request): \(answer[0])")
            if status == "200" { #expect(answer[1] == "ok\n") }
        }
        #expect(answers[0][0].contains("Retry-After: 1"))
        #expect(answers[0][0].contains("application/problem+json"))
        let value = try JSONSerialization.jsonObject(with: Data(answers[0][1].utf8))
        let problem = try #require(value as? [String: Any])
        let progress = try #require(problem["progress"] as? [String: Any], "\(problem)")
        #expect((progress["step"] as? String)?.isEmpty == false)
        #expect(progress["done"] is Int && progress["of"] is Int)
        #expect(problem["code"] as? String == "opening")
        try server.wait(for: "listening")
        #expect(try server.curl("URL/readyz").output == "ready\n")
        #expect(try server.json("URL/articles?limit=1")["total"] as? Int == 200)
        #expect(server.logText.contains(path + ".schema-1"))
        #expect(server.end(by: SIGINT) == 0)
        #expect(try Program.run(["check", "--database", path]).status == 0)
    }

    @Test func `a file that cannot be migrated is left as it was, and its copy is named`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("a.db")
        try Self.makeOldFile(at: path, articles: 10)
        try Connection(path: path).execute("CREATE TABLE near_key (in_the_way INTEGER) STRICT")
        let outcome = try Program.run(["serve", "--port", "0", "--database", path])
        #expect(outcome.status != 0)
        let message = try #require(outcome.error.split(separator: "\n").last)
        #expect(message.contains("near_key") && message.contains(path + ".schema-1"))
        for file in [path, path + ".schema-1"] {
            let connection = try Connection(path: file)
            #expect(try connection.pragma("user_version") == 1)
            #expect(
                try connection.prepare("SELECT count(*) FROM article").first { $0.int(0) } == 10
            )
        }
    }
}
