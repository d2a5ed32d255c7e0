import Foundation
import Testing

/// What is refused, and how.
@Suite struct BadInputTests {
    let folder: TemporaryFolder
    let server: Server

    init() throws {
        folder = try TemporaryFolder()
        server = try Server(
            database: folder.path("dateline.db"),
            arguments: ["--maximum-body", "100000"]
        )
    }

    @Test(arguments: [
        ("nothing", "", 422, "empty"),
        ("only blanks", " \n\n\t\n", 422, "empty"),
        ("only page furniture", "Leave Comment\nShare\nPrint\n", 422, "holds"),
        ("a PDF document", "%PDF-1.7\n%\u{E2}\u{E3}\n1 0 obj\n", 415, "PDF"),
        ("a zip archive", "PK\u{3}\u{4}\u{14}\u{0}\u{0}\u{0}\u{8}\u{0}abcdefgh", 415, "zip"),
        ("too much", String(repeating: "Too long. ", count: 10_001), 413, "100000"),
    ])
    func `a body that holds no article is refused with a reason`(
        _: String,
        body: String,
        status: Int,
        word: String
    ) throws {
        let problem = try server.json(
            "--data-binary",
            "@-",
            "-H",
            "Content-Type: text/plain",
            "URL/articles",
            input: Array(body.utf8)
        )
        #expect(problem["status"] as? Int == status)
        #expect((problem["detail"] as? String)?.lowercased().contains(word.lowercased()) == true)
        #expect((problem["type"] as? String)?.hasPrefix("/problems/") == true)
        #expect(try server.json("URL/articles")["total"] as? Int == 0)
    }

    @Test func `a body that is too long is refused with the limit`() throws {
        let body = Array(String(repeating: "Too long. ", count: 10_001).utf8)
        let problem = try server.json("--data-binary", "@-", "URL/articles", input: body)
        #expect(problem["status"] as? Int == 413)
        #expect((problem["detail"] as? String)?.contains("100000") == true)
    }

    @Test func `an image is refused by its name`() throws {
        let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10, 0x4A, 0x46, 0x49, 0x46, 0, 1]
        let problem = try server.json("--data-binary", "@-", "URL/articles", input: jpeg)
        #expect(problem["status"] as? Int == 415)
        #expect((problem["detail"] as? String)?.contains("JPEG") == true)
    }

    @Test func `the body of a refused request is not waited for`() throws {
        let client = try RawClient(port: server.port)
        try client.send("POST /articles HTTP/1.1\r\nHost: a\r\nContent-Length: 999999999\r\n\r\n")
        let answer = try client.answer()
        #expect(answer.status == 413)
        #expect(answer.fields["content-type"] == "application/problem+json")
        #expect(answer.fields["connection"] == "close")
    }

    @Test func `an upload that breaks off stores nothing`() throws {
        do {
            let client = try RawClient(port: server.port)
            try client.send(
                "POST /articles HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
            )
            try client.send("1a\r\nHalf an article\n\nIt was not")
        }
        do {
            let client = try RawClient(port: server.port)
            try client.send(
                "POST /articles HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
            )
            try client.send("5\r\nHello\r\nzz\r\n")
            #expect(try client.answer().status == 400)
            #expect(try client.isClosed())
        }
        #expect(try server.json("URL/articles")["total"] as? Int == 0)
    }

    @Test(arguments: [
        ("/articles?form=2023-10-14", 400, "from"),
        ("/articles?query=x", 400, "q"),
        ("/articles?sort=best", 400, nil),
        ("/articles?from=yesterday-ish", 400, nil),
        ("/articles?cursor=nonsense", 400, nil),
        ("/articles?q=%FF", 400, nil),
        ("/articles/0", 404, nil),
        ("/article.txt", 404, nil),
        ("/articles/999/raw", 404, nil),
    ])
    func `a wrong address answers a problem with a way out`(
        target: String,
        status: Int,
        suggestion: String?
    ) throws {
        let problem = try server.json("--path-as-is", "URL\(target)")
        #expect(problem["status"] as? Int == status)
        #expect(problem["did_you_mean"] as? String == suggestion)
        #expect(problem["detail"] as? String != nil)
        #expect((problem["hint"] as? String)?.contains("curl") == true)
    }

    @Test(arguments: [
        "\"", "'", "*", "a*", "NEAR(a b)", "a AND", "OR", "(", "))", "-", "headline:", "a:b:c",
        "\u{1F600}", "a\u{0}b", "^a", "{a b}: c", "+", "a + b", "--", "\\", "NOT NOT", "%", "_",
    ])
    func `any words at all can be searched for`(words: String) throws {
        let outcome = try server.curl(
            "-o",
            "/dev/null",
            "-w",
            "%{http_code}",
            "-G",
            "--data-urlencode",
            "q@-",
            "URL/articles",
            input: Array(words.utf8)
        )
        #expect(outcome.output == "200")
    }
}
