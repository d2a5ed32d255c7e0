import Foundation
import Testing

/// What a newcomer does first, with the real program and the real curl.
@Suite struct FirstFiveMinutesTests {
    let folder: TemporaryFolder
    let article: String

    init() throws {
        folder = try TemporaryFolder()
        article =
            URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Vectors/ferry.txt").path
    }

    @Test func `an article goes in and is found`() throws {
        let server = try Server(database: folder.path("dateline.db"))
        let created = try server.curl("-i", "--data-binary", "@\(article)", "URL/articles")
        #expect(created.output.hasPrefix("HTTP/1.1 201 Created\r\n"))
        #expect(created.output.contains("Location: /articles/1\r\n"))
        #expect(created.output.hasSuffix("\n"))

        let found = try server.json("URL/articles?q=breakwater")
        #expect(found["total"] as? Int == 1)
        let hits = try #require(found["articles"] as? [[String: Any]])
        #expect(hits.first?["url"] as? String == "/articles/1")

        let one = try server.json("URL/articles/1")
        #expect(one["published_at"] as? String == "2024-03-03")
        #expect(one["published_basis"] as? String == "inferred")
        #expect(one["source"] as? String == "Westhaven Courier")
        #expect(one["paragraph_count"] as? Int == 5)

        let again = try server.json("--data-binary", "@\(article)", "URL/articles")
        #expect(again["status"] as? String == "duplicate")
        #expect(try server.curl("-i", "URL/readyz").output.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(server.end() == 0)
    }

    @Test func `the first article is answered as the design says`() throws {
        guard let seed = Shared.path("seed/article.txt") else { return }
        let server = try Server(database: folder.path("dateline.db"))
        let created = try server.json("--data-binary", "@\(seed)", "URL/articles")
        let article = try #require(created["article"] as? [String: Any])
        #expect(created["status"] as? String == "created")
        #expect((article["headline"] as? String)?.hasSuffix("after attack on Israel") == true)
        #expect((article["dateline"] as? [String: Any])?["raw"] as? String == "Oct 15:")
        #expect(article["published_at"] as? String == "2023-10-15")
        #expect(article["published_precision"] as? String == "day")
        #expect(article["published_basis"] as? String == "inferred")
        #expect(article["credit"] as? String == "Al Jazeera")
        #expect(article["source"] as? String == "Al Jazeera")
        #expect(article["language"] as? String == "en")
        #expect(article["word_count"] as? Int == 473)
        #expect(article["paragraph_count"] as? Int == 13)
        #expect(
            article["raw_sha256"] as? String
                == "5a81038fd8ce7b28e23ca7b49ce2c411838d900f81877f7a1240237a70036402"
        )
        let warnings = try #require(created["warnings"] as? [[String: Any]])
        #expect(warnings.compactMap { $0["code"] as? String } == ["year_inferred", "text_removed"])
        let removed = warnings.last?["removed"] as? [[String: Any]]
        #expect(removed?.compactMap { $0["text"] as? String } == ["Leave Comment"])
        #expect(removed?.first?["span"] as? [Int] == [3_039, 3_052])
        for query in ["Hamas", "Wennesland", "hamas+iran"] {
            #expect(try server.json("URL/articles?q=\(query)")["total"] as? Int == 1)
        }
    }

    @Test func `a restart loses nothing, whether asked for or by kill -9`() throws {
        let database = folder.path("dateline.db")
        for signal in [SIGTERM, SIGKILL] {
            let server = try Server(database: database, arguments: ["--drain-delay", "0"])
            _ = try server.curl("--data-binary", "@\(article)", "URL/articles")
            server.end(by: signal)
        }
        let server = try Server(database: database)
        #expect(try server.json("URL/articles")["total"] as? Int == 1)
        #expect(try server.json("URL/articles/1/explain")["id"] as? Int == 1)
        let raw = try server.curl("URL/articles/1/raw").output
        #expect(raw == (try String(contentsOfFile: article, encoding: .utf8)))
    }

    @Test func `a deleted article is gone and says why`() throws {
        let server = try Server(database: folder.path("dateline.db"))
        _ = try server.curl("--data-binary", "@\(article)", "URL/articles")
        let deleted = try server.curl("-i", "-X", "DELETE", "URL/articles/1?reason=withdrawn")
        #expect(deleted.output.hasPrefix("HTTP/1.1 204 "))
        let gone = try server.json("URL/articles/1")
        #expect(gone["status"] as? Int == 410)
        #expect(gone["reason"] as? String == "withdrawn")
        #expect(try server.json("URL/articles?q=breakwater")["total"] as? Int == 0)
    }

    @Test func `curl -d loses the line ends and the article comes out the same`() throws {
        let server = try Server(database: folder.path("dateline.db"))
        let answer = try server.json("-d", "@\(article)", "URL/articles")
        let created = try #require(answer["article"] as? [String: Any])
        #expect(created["paragraph_count"] as? Int == 5)
        #expect(created["credit"] as? String == "Westhaven Courier")
        let codes = (answer["warnings"] as? [[String: Any]])?.compactMap { $0["code"] as? String }
        #expect(codes?.contains("newlines_lost") == true)
    }

    @Test func `the place of a dateline finds its article`() throws {
        let server = try Server(database: folder.path("dateline.db"))
        let report =
            "Pier reopens\n\nOLDHAVEN, May 3 (Reuters) - The pier opened again, two days early.\n"
        let answer = try server.json(
            "--data-binary",
            "@-",
            "URL/articles",
            input: Array(report.utf8)
        )
        let dateline = (answer["article"] as? [String: Any])?["dateline"] as? [String: Any]
        #expect(dateline?["place"] as? String == "OLDHAVEN")
        #expect(try server.json("URL/articles?q=oldhaven")["total"] as? Int == 1)
    }

    @Test func `PUT keeps an article under the client's name`() throws {
        let server = try Server(database: folder.path("dateline.db"))
        let first = try server.json("-T", article, "URL/articles/")
        #expect(first["status"] as? String == "created")
        let same = try server.curl("-i", "-T", article, "URL/articles/")
        #expect(same.output.contains("HTTP/1.1 200 OK"))
        let other = Array("Ferry back\nThe ferry sailed again on Monday, the council said.\n".utf8)
        let changed = try server.json("-T", "-", "URL/articles/ferry.txt", input: other)
        #expect((changed["article"] as? [String: Any])?["version"] as? Int == 2)
        #expect(try server.json("URL/articles")["total"] as? Int == 1)
    }
}
