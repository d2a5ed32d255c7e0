import ArticleStore
import Articles
import Testing

@testable import ArticleAPI

private let story = "Storm reaches the coast\n\nRain fell on the harbour all night, the mayor said."

@Suite struct ReadTests {
    private func stored(_ type: String? = "text/plain", path: String = "/articles") throws
        -> TestClient
    {
        let client = TestClient()
        let fields = type.map { ["Content-Type": $0] } ?? [:]
        try client.send(path == "/articles" ? "POST" : "PUT", path, fields, body: story)
        return client
    }

    @Test func `an article comes with its text`() throws {
        let answer = try stored().send("GET", "/articles/1")
        #expect(answer.status == 200)
        #expect(answer["ETag"] == "\"1-1\"")
        #expect(answer["Last-Modified"] == "Wed, 01 Nov 2023 00:00:00 GMT")
        #expect(answer["Cache-Control"] == "no-cache")
        #expect(answer["X-Content-Type-Options"] == "nosniff")
        #expect(answer.json?.at("id")?.scalar == "1")
        #expect(answer.json?.at("text")?.string?.contains("harbour") == true)
        #expect(answer.json?.at("paragraphs.0.text") != nil)
        #expect(answer.json?.names == ArticleMember.allCases.map(\.rawValue))
    }

    @Test func `an article is found by its name and by its digest`() throws {
        let client = try stored(path: "/articles/storm%20one.txt")
        let digest = try #require(
            try client.send("GET", "/articles/1").json?.at("raw_sha256")?.string
        )
        #expect(digest.utf8.count == 64)
        for path in [
            "storm%20one.txt", "name:storm%20one.txt", "sha256:\(digest)",
            "sha256:\(digest.uppercased())", "1/",
        ] {
            let answer = try client.send("GET", "/articles/\(path)")
            #expect(answer.status == 200, "\(path)")
            #expect(answer.json?.at("id")?.scalar == "1")
            #expect(answer["Content-Location"] == (path == "1/" ? nil : "/articles/1"))
        }
    }

    @Test(arguments: [
        "2", "0", "99999999999999999999", "name:x", "x.txt", "sha256:zz", "-1", "1.5",
    ])
    func `what is not there is unknown`(reference: String) throws {
        let client = try stored()
        for suffix in ["", "/raw", "/explain"] {
            let answer = try client.send("GET", "/articles/\(reference)\(suffix)")
            #expect(answer.status == 404)
            #expect(answer.json?.at("code")?.string == "unknown_article")
            #expect(
                answer.json?.at("hint")?.string
                    == "curl 'http://news.example:8080/articles?limit=5'"
            )
        }
        #expect(try client.send("DELETE", "/articles/\(reference)").status == 404)
    }

    @Test func `an article that was removed is gone with the reason`() throws {
        let client = try stored()
        let removed = try client.send("DELETE", "/articles/1?reason=retracted+by+the+paper")
        #expect(removed.status == 204)
        #expect(removed.bytes.isEmpty)
        for suffix in ["", "/raw", "/explain"] {
            let answer = try client.send("GET", "/articles/1\(suffix)")
            #expect(answer.status == 410)
            #expect(answer.json?.at("reason")?.string == "retracted by the paper")
        }
        #expect(try client.send("DELETE", "/articles/1").status == 410)
    }

    @Test(
        arguments: [
            (["If-None-Match": "\"1-1\""], 304), (["If-None-Match": "W/\"1-1\", \"x\""], 304),
            (["If-None-Match": "*"], 304), (["If-None-Match": "\"1-2\""], 200),
            (["If-Modified-Since": "Wed, 01 Nov 2023 00:00:00 GMT"], 304),
            (["If-Modified-Since": "Tue, 31 Oct 2023 23:59:59 GMT"], 200),
            (["If-Modified-Since": "yesterday"], 200),
            (
                [
                    "If-None-Match": "\"1-2\"",
                    "If-Modified-Since": "Wed, 01 Nov 2023 00:00:00 GMT",
                ], 200
            ),
        ]
    )
    func `what the client has already is not sent again`(fields: [String: String], status: Int)
        throws
    {
        let answer = try stored().send("GET", "/articles/1", fields)
        #expect(answer.status == status)
        #expect(answer["ETag"] == "\"1-1\"")
        #expect(answer.bytes.isEmpty == (status == 304))
    }

    @Test func `the tag of packed bytes is weak`() throws {
        let client = TestClient()
        let long = String(repeating: "Rain fell on the harbour. ", count: 200)
        try client.send("POST", "/articles", body: long)
        let answer = try client.send("GET", "/articles/1", ["Accept-Encoding": "gzip"])
        #expect(answer["Content-Encoding"] == "gzip")
        let tag = try #require(answer["ETag"])
        #expect(tag == "W/\"1-1\"")
        let fields = ["Accept-Encoding": "gzip", "If-None-Match": tag]
        #expect(try client.send("GET", "/articles/1", fields).status == 304)
    }

    @Test(
        arguments: [
            (nil, 200, story), ("bytes=0-4", 206, "Storm"), ("bytes=-5", 206, "said."),
            ("bytes=500-", 416, nil), ("bytes=0-1,3-4", 200, story), ("lines=1-2", 200, story),
        ] as [(String?, Int, String?)]
    )
    func `the original comes whole or in part`(range: String?, status: Int, text: String?) throws {
        let answer = try stored().send("GET", "/articles/1/raw", range.map { ["Range": $0] } ?? [:])
        #expect(answer.status == status)
        if let text { #expect(answer.text == text) }
        let length = story.utf8.count
        switch status {
        case 206: #expect(answer["Content-Range"]?.hasSuffix("/\(length)") == true)
        case 416: #expect(answer["Content-Range"] == "bytes */\(length)")
        default: #expect(answer["Accept-Ranges"] == "bytes")
        }
    }

    @Test func `a part is sent only of the bytes that the client has the rest of`() throws {
        let client = try stored()
        let tag = try #require(try client.send("GET", "/articles/1/raw")["ETag"])
        let same = ["Range": "bytes=0-4", "If-Range": tag]
        #expect(try client.send("GET", "/articles/1/raw", same).status == 206)
        let other = ["Range": "bytes=0-4", "If-Range": "\"other\""]
        #expect(try client.send("GET", "/articles/1/raw", other).status == 200)
        #expect(try client.send("GET", "/articles/1/raw", ["If-None-Match": tag]).status == 304)
    }

    @Test func `the original cannot be run by a browser and is not packed`() throws {
        let client = try stored("text/html; charset=utf-8\u{1}")
        let answer = try client.send("GET", "/articles/1/raw", ["Accept-Encoding": "gzip"])
        #expect(answer["Content-Type"] == "text/plain; charset=utf-8")
        #expect(answer["X-Declared-Type"] == "text/html; charset=utf-8")
        #expect(answer["X-Content-Type-Options"] == "nosniff")
        #expect(answer["Content-Security-Policy"] == "default-src 'none'; sandbox")
        #expect(answer["Content-Encoding"] == nil)
        #expect(answer.text == story)
    }

    @Test func `an explanation comes as JSON or as text`() throws {
        let client = try stored()
        let json = try client.send("GET", "/articles/1/explain")
        #expect(json["Content-Type"] == "application/json")
        #expect(json.json?.names == ["id", "input", "fields", "removed"])
        let pretty = try client.send("GET", "/articles/1/explain?pretty")
        #expect(pretty.text.hasPrefix("{\n  \"id\": 1,\n"))
        for (target, fields) in [
            ("/articles/1/explain?format=text", [:]),
            ("/articles/1/explain", ["Accept": "text/plain, application/json;q=0.5"]),
        ] {
            let text = try client.send("GET", target, fields)
            #expect(text["Content-Type"] == "text/plain; charset=utf-8")
            #expect(
                text.text.contains(
                    "headline      Storm\n              first_line, 95 % sure, at 0-5\n"
                )
            )
            #expect(text.text.contains("byline        - (tried by_line)\n"))
        }
        let picture = try client.send("GET", "/articles/1/explain", ["Accept": "image/png"])
        #expect(picture.status == 406)
        #expect(picture["Content-Type"] == "application/problem+json")
    }
}

@Suite struct CallTests {
    @Test(
        arguments: [
            ("abc-123", true), ("Root=1-67891233-abcdef012345678912345678", true), ("a b", false),
            ("a\u{1}", false), ("é", false), (String(repeating: "x", count: 129), false),
            ("\"", false),
        ]
    )
    func `a client's own name for its request is kept if it is sane`(id: String, isKept: Bool)
        throws
    {
        let answer = try TestClient().send("GET", "/version", ["X-Request-Id": id])
        #expect((answer["X-Request-Id"] == id) == isKept)
        #expect(answer["X-Request-Id"]?.isEmpty == false)
    }

    @Test func `names of requests do not come twice`() {
        var identifiers = RequestIdentifiers()
        var seen: Set<String> = []
        for _ in 0..<10_000 {
            let id = identifiers.next()
            #expect(id.utf8.count == 8)
            #expect(seen.insert(id).inserted)
        }
    }

    @Test func `a request is one line in the log, by its route and without its query`() throws {
        let client = TestClient()
        try client.send(
            "POST",
            "/articles?source=Secret",
            ["X-Request-Id": "r1"],
            body: "Secret text"
        )
        try client.send("GET", "/articles/1?fields=url", ["X-Request-Id": "r2"])
        try client.send("GET", "/secret/path", ["X-Request-Id": "r3"])
        let lines = client.log.recorded
        #expect(lines.map(\.message) == ["request", "request", "request"])
        let metadata = lines.map(\.metadata)
        #expect(metadata.map { $0["request_id"] } == ["r1", "r2", "r3"])
        #expect(metadata.map { $0["route"] } == ["/articles", "/articles/{id}", "unknown"])
        #expect(metadata.map { $0["status"] } == ["201", "200", "404"])
        #expect(metadata.map { $0["method"] } == ["POST", "GET", "GET"])
        for line in metadata {
            #expect(Set(line.keys) == ["method", "route", "status", "ms", "bytes", "request_id"])
            #expect(!"\(line)".lowercased().contains("secret"))
        }
    }

    @Test func `any page may read an answer, and none that of a write`() throws {
        let client = TestClient()
        let fields = ["Origin": "https://page.example"]
        let answer = try client.send("GET", "/articles", fields)
        #expect(answer["Access-Control-Allow-Origin"] == "*")
        #expect(answer["Access-Control-Expose-Headers"]?.contains("ETag") == true)
        let write = try client.send("POST", "/parse", fields, body: "Text")
        #expect(write["Access-Control-Allow-Origin"] == nil)
    }

    @Test func `a hint without a host names the address that is set`() throws {
        let answer = try TestClient { $0.authority = { "archive:80" } }
            .send("GET", "/articles?form=2023", ["Host": ""])
        #expect(answer.json?.at("hint")?.string == "curl 'http://archive:80/articles?from=2023'")
    }

    @Test(arguments: [(1_940, "1.9"), (0, "0.0"), (99, "0.0"), (1_000_000, "1000.0")])
    func `durations are milliseconds to the tenth`(microseconds: Int, text: String) {
        #expect(Call.milliseconds(.microseconds(microseconds)) == text)
    }
}
