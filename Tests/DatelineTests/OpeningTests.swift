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
        try Self.makeOldFile(at: path, articles: 3_000)
        let server = try Server(database: path, until: "migrating")
        let status = ["-o", "/dev/null", "-w", "%{http_code} %{header_json}"]
        let readiness = try server.curl("-i", "URL/readyz").output
        #expect(readiness.hasPrefix("HTTP/1.1 503"))
        #expect(readiness.contains("Retry-After: 1") && readiness.contains("problem+json"))
        let problem = try server.json("URL/readyz")
        let progress = try #require(problem["progress"] as? [String: Any], "\(problem)")
        #expect((progress["step"] as? String)?.isEmpty == false)
        #expect(progress["done"] is Int && progress["of"] is Int)
        #expect(problem["code"] as? String == "opening")
        #expect(try server.curl("URL/livez").output == "ok\n")
        #expect(try server.curl("URL/healthz").output == "ok\n")
        for arguments in [["URL/articles"], ["-d", "text", "URL/articles"], ["-I", "URL/"]] {
            let words =
                status + arguments.map { $0.replacingOccurrences(of: "URL", with: server.url) }
            let outcome = try runCommand(["curl", "-sS", "--max-time", "20"] + words)
            #expect(outcome.output.hasPrefix("503"), "\(arguments)")
        }
        try server.wait(for: "listening")
        #expect(try server.curl("URL/readyz").output == "ready\n")
        #expect(try server.json("URL/articles?limit=1")["total"] as? Int == 3_000)
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
