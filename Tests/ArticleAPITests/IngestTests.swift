import ArticleParsing
import ArticleStore
import Articles
import Testing

@testable import ArticleAPI

private let story = "Storm reaches the coast\n\nRain fell on the harbour all night, the mayor said."

@Suite struct IngestTests {
    @Test(
        arguments: [
            ("POST", "/articles"), ("POST", "/articles/"), ("POST", "/"), ("PUT", "/articles"),
            ("PUT", "/articles/"), ("PUT", "/articles/storm.txt"), ("PUT", "/articles/storm.txt/"),
        ]
    )
    func `stores what is sent`(method: String, path: String) throws {
        let client = TestClient()
        let answer = try client.send(method, path, body: story)
        #expect(answer.status == 201)
        #expect(answer["Location"] == "/articles/1")
        #expect(answer["ETag"] == "\"1-1\"")
        #expect(answer["Content-Type"] == "application/json")
        #expect(answer["Link"]?.contains("</articles/1/explain>; rel=\"describedby\"") == true)
        let stages = answer["Server-Timing"]?.split(separator: ", ").compactMap {
            $0.split(separator: ";").first
        }
        #expect(stages == ["read", "parse", "store"])
        let json = try #require(answer.json)
        #expect(json.names == ["status", "article", "warnings"])
        #expect(json.at("status")?.string == "created")
        #expect(json.at("article.id")?.scalar == "1")
        #expect(json.at("article.received_at")?.string == "2023-11-01T00:00:00Z")
        #expect(answer.text.hasSuffix("}\n"))
        let hasName = path.contains("storm.txt")
        #expect(json.at("article.name")?.string == (hasName ? "storm.txt" : nil))
    }

    @Test func `the members of an article keep the order of the contract`() throws {
        let contract = [
            "id", "url", "version", "headline", "published_at", "published_precision",
            "published_basis", "dateline", "byline", "authors", "credit", "source", "language",
            "summary", "word_count", "paragraph_count", "pubstatus", "raw_sha256", "received_at",
        ]
        let names = try TestClient().send("POST", "/articles", body: story).json?.at("article")?
            .names
        #expect(names?.filter(contract.contains) == contract)
    }

    @Test func `the same text again is a duplicate and no new article`() throws {
        let client = TestClient()
        try client.send("POST", "/articles", body: story)
        let again = try client.send("POST", "/articles?pretty=0", body: story.uppercased())
        #expect(again.status == 200)
        #expect(again["Location"] == "/articles/1")
        #expect(
            again.text
                == #"{"status":"duplicate","article":{"id":1,"url":"/articles/1","version":1},"#
                + #""match":"same_text"}"# + "\n"
        )
        let refused = try client.send("POST", "/articles?on_duplicate=error", body: story)
        #expect(refused.status == 409)
        #expect(refused.json?.at("article.url")?.string == "/articles/1")
        let kept = try client.send("POST", "/articles?on_duplicate=keep", body: story)
        #expect(kept.status == 201)
        let version = try client.send("POST", "/articles?on_duplicate=version", body: story)
        #expect(version.status == 200)
        #expect(version["ETag"] == "\"1-2\"")
        #expect(version.json?.at("status")?.string == "updated")
    }

    @Test func `an empty body is told how to send a file`() throws {
        let client = TestClient()
        for body in [nil, ""] as [String?] {
            let answer = try client.send("POST", "/articles?source=Test", body: body)
            #expect(answer.status == 422)
            #expect(answer.json?.at("code")?.string == "empty_article")
            #expect(
                answer.json?.at("hint")?.string
                    == "curl --data-binary @article.txt 'http://news.example:8080/articles?source=Test'"
            )
        }
    }

    @Test func `a body that is too long is refused from its head`() throws {
        let client = TestClient { $0.bodyBytes = 1_000_000 }
        let answer = try client.send("POST", "/articles", ["Content-Length": "1000001"], body: "x")
        #expect(answer.wasRefused)
        #expect(answer.status == 413)
        #expect(answer.json?.at("detail")?.string?.contains("1000000") == true)
    }

    @Test func `a short body is too long where the limit is shorter`() throws {
        let client = TestClient { $0.bodyBytes = 40 }
        let short = "Rain fell on the harbour all night."
        #expect(try client.send("POST", "/articles", body: short).status == 201)
        #expect(try client.send("POST", "/articles", body: story).status == 413)
    }

    @Test func `a server without a key that others reach only reads`() throws {
        let client = TestClient { $0.access = .readers }
        for (method, path) in [("POST", "/articles"), ("PUT", "/articles/x"), ("POST", "/")] {
            let answer = try client.send(method, path, ["Expect": "100-continue"], body: story)
            #expect(answer.wasRefused)
            #expect(answer.status == 403)
            #expect(answer.json?.at("hint")?.string?.contains("dateline key create") == true)
        }
        #expect(try client.send("DELETE", "/articles/1").status == 403)
        #expect(try client.send("POST", "/parse", body: story).status == 200)
        #expect(try client.send("GET", "/articles").status == 200)
    }

    @Test(
        arguments: [
            ("https://evil.example", 403), ("null", 403), ("http://localhost:8080.evil", 403),
            ("http://evillocalhost:8080", 403), ("http://localhost:8080", 201),
        ]
    )
    func `a page of another site cannot write`(origin: String, status: Int) throws {
        let fields = ["Host": "localhost:8080", "Origin": origin]
        let answer = try TestClient().send("POST", "/articles", fields, body: story)
        #expect(answer.status == status)
    }

    @Test(
        arguments: [
            ("localhost:8080", 201), ("LOCALHOST.", 201), ("news.localhost:8080", 201),
            ("127.0.0.1:8080", 201), ("127.1.2.3", 201), ("[::1]:8080", 201),
            ("evil.example:8080", 403), ("127.0.0.1.evil.example", 403), ("127.0.0.256", 403),
            ("notlocalhost", 403), ("[::2]:8080", 403), ("10.0.0.1:8080", 403),
        ]
    )
    func `a site whose name leads to this machine cannot write`(host: String, status: Int) throws {
        let fields = ["Host": host, "Origin": "http://" + host]
        let answer = try TestClient().send("POST", "/articles", fields, body: story)
        #expect(answer.status == status)
        // Whoever is no browser says what host it likes.
        #expect(
            try TestClient().send("POST", "/articles", ["Host": host], body: story).status == 201
        )
        // Behind a proxy, the host is the one that readers know.
        let proxied = TestClient { $0.trustedProxies = TrustedProxies("10.0.0.1") ?? .init() }
        #expect(try proxied.send("POST", "/articles", fields, body: story).status == 201)
    }

    @Test func `a client that prefers little is told where the article is`() throws {
        let fields = ["Prefer": "return=minimal"]
        let answer = try TestClient().send("POST", "/articles", fields, body: story)
        #expect(answer.status == 201)
        #expect(answer["Preference-Applied"] == "return=minimal")
        #expect(
            answer.text
                == #"{"status":"created","article":{"id":1,"url":"/articles/1","version":1}}"#
                + "\n"
        )
    }

    @Test(arguments: ["br", "zstd", "gzip, br", "compress"])
    func `a content coding that is not read is refused from the head`(coding: String) throws {
        let fields = ["Content-Encoding": coding, "Expect": "100-continue"]
        let answer = try TestClient().send("POST", "/articles", fields, body: story)
        #expect(answer.wasRefused)
        #expect(answer.status == 415)
        #expect(answer["Accept-Encoding"] == "gzip, deflate, identity")
    }

    @Test func `what is wrong with parameters is said before a long body is sent`() throws {
        let fields = ["Expect": "100-continue"]
        let answer = try TestClient().send("PUT", "/articles?publishd_at=2023", fields, body: story)
        #expect(answer.wasRefused)
        #expect(answer.json?.at("did_you_mean")?.string == "published_at")
        #expect(
            answer.json?.at("hint")?.string
                == "curl -T article.txt 'http://news.example:8080/articles?published_at=2023'"
        )
    }

    @Test func `a short body is read though it is refused so that the connection goes on`() throws {
        let answer = try TestClient().send("POST", "/articles?nonsense=1", body: story)
        #expect(!answer.wasRefused)
        #expect(answer.status == 400)
    }

    @Test func `the text was received when the client says so`() throws {
        let client = TestClient()
        let answer = try client.send("POST", "/articles?received=2019-05-04", body: story)
        #expect(answer.json?.at("article.received_at")?.string == "2019-05-04T00:00:00Z")
        let future = try client.send("POST", "/articles?received=2023-11-03", body: "Another")
        #expect(future.status == 400)
        #expect(future.json?.at("parameter")?.string == "received")
    }

    @Test(arguments: ["/articles/123", "/articles/sha256:abc"])
    func `a name that means something else is refused`(path: String) throws {
        let answer = try TestClient().send("PUT", path, body: story)
        #expect(answer.status == 400)
        #expect(answer.json?.at("parameter")?.string == "name")
    }

    @Test(
        arguments: [
            ("attachment; filename=\"storm.txt\"", "storm.txt"),
            ("attachment; filename=storm.txt; size=3", "storm.txt"),
            ("attachment; filename=\"../../etc/passwd\"", "passwd"),
            ("form-data; FILENAME=\"C:\\x\\storm.txt\"", "storm.txt"), ("attachment", nil),
            ("attachment; filename=\"\"", nil),
        ] as [(String, String?)]
    )
    func `a file's name names the article`(field: String, name: String?) throws {
        let fields = ["Content-Disposition": field]
        let answer = try TestClient().send("POST", "/articles", fields, body: story)
        #expect(answer.json?.at("article.name")?.string == name)
    }

    @Test(
        arguments: [
            (StoreError.diskFull, 507, "disk_full"), (.readOnly, 503, "read_only"),
            (.fileGone(path: "/secret", isReplaced: true), 503, "store_gone"),
            (.busy, 503, "busy"), (.closed, 503, "draining"),
            (.corrupt(detail: "SELECT secret"), 500, "internal_error"),
            (.database(code: 1, detail: "SELECT secret"), 500, "internal_error"),
            (.cannotOpen(path: "/secret", reason: "secret"), 500, "internal_error"),
        ]
    )
    func `what goes wrong inside is in the log and not in the answer`(
        error: StoreError,
        status: Int,
        code: String
    ) throws {
        let client = TestClient()
        client.store.state.withLock { $0.failure = error }
        for (method, target) in [
            ("POST", "/articles"), ("GET", "/articles"), ("GET", "/articles/1"),
        ] {
            let fields = ["X-Request-Id": "abc-1"]
            let body = method == "POST" ? story : nil
            let answer = try client.send(method, target, fields, body: body)
            #expect(answer.status == status)
            #expect(answer.json?.at("code")?.string == code)
            #expect(answer.json?.at("request_id")?.string == "abc-1")
            #expect(!answer.text.contains("secret"))
        }
        let failures = client.log.recorded.filter { $0.message == "store failed" }
        #expect(failures.count == 3)
        #expect(failures.allSatisfy { $0.metadata["request_id"] == "abc-1" })
    }

    @Test func `a dry run and parse show what would be stored and store nothing`() throws {
        let client = TestClient()
        for target in ["/parse", "/articles?dry_run"] {
            let answer = try client.send("POST", target, body: story)
            #expect(answer.status == 200)
            #expect(answer.json?.names == ["articles", "warnings"])
            let article = try #require(answer.json?.at("articles.0"))
            #expect(article.at("text")?.string?.contains("harbour") == true)
            #expect(article.at("paragraphs.0.kind")?.string == "paragraph")
            #expect(article.at("paragraphs.0.span.1")?.scalar == "\(story.utf8.count)")
            #expect(article.at("explanation")?.names == ["input", "fields", "removed"])
        }
        for fields in [["Accept": "text/plain"], [:]] {
            let target = fields.isEmpty ? "/parse?format=text" : "/parse"
            let text = try client.send("POST", target, fields, body: story)
            #expect(text["Content-Type"] == "text/plain; charset=utf-8")
            #expect(text.text.hasPrefix("received      \(story.utf8.count) bytes, utf-8\n"))
        }
        #expect(try client.send("GET", "/articles").json?.at("total")?.scalar == "0")
    }

    @Test func `several articles get a line each`() throws {
        let client = TestClient()
        let call = try client.call("POST", "/articles")
        let drafts = (1...3).map { MemoryStore.article(Int64($0)) }
        let receipt = Receipt(
            ingestion: .init(
                items: [
                    .init(.success(.created(drafts[0]))),
                    .init(.success(.duplicate(drafts[1]))),
                    .init(.success(.refused(drafts[2], by: .text))),
                ],
                parsing: .milliseconds(2),
                storing: .microseconds(1_940)
            ),
            warnings: [],
            call: call,
            query: QueryString(items: [])
        )
        let answer = try receipt.answer()
        #expect(answer.status == 200)
        let json = try #require(JSONValue(answer.body))
        #expect(json.at("summary")?.names == ["received", "created", "duplicate", "failed"])
        #expect(json.at("summary.received")?.scalar == "3")
        #expect(json.at("items.0.url")?.string == "/articles/1")
        #expect(json.at("items.1.match")?.string == "same_text")
        #expect(json.at("items.2.problem.type")?.string == "/problems/duplicate")
        #expect(
            call.response(for: answer).fields.contains {
                $0.value == "parse;dur=2.0, store;dur=1.9"
            }
        )
    }

    @Test func `a warning's command sends the remedy as a new version`() throws {
        let call = try TestClient().call("POST", "/articles?source=It's")
        let warning = ArticleWarning(
            .yearInferred,
            field: .published,
            detail: "The text says 'Oct 15' without a year.",
            remedy: .parameter(name: "published_at", value: "2023-10-15")
        )
        let receipt = Receipt(
            ingestion: .init(
                items: [.init(.success(.created(MemoryStore.article(1))), warnings: [warning])],
                parsing: .zero,
                storing: .zero
            ),
            warnings: [],
            call: call,
            query: try QueryString(call.head.query)
        )
        let json = try #require(JSONValue(try receipt.answer().body))
        #expect(json.at("warnings.0")?.names == ["code", "field", "detail", "hint"])
        #expect(
            json.at("warnings.0.hint")?.string
                == "curl --data-binary @article.txt 'http://news.example:8080/articles?"
                + "source=It%27s&published_at=2023-10-15&on_duplicate=version'"
        )
    }

    @Test(
        arguments: [
            (ParsingError.empty, 422, "empty_article"),
            (.noArticle(reason: "Only menus."), 422, "no_article"),
            (.notText(kind: "a PDF document", hint: "Send its text."), 415, "not_text"),
            (.damagedEncoding(detail: "It looks like UTF-16."), 422, "damaged_encoding"),
            (.unknownContentCoding("br"), 415, "unsupported_content_coding"),
            (.malformedContentCoding(coding: "gzip"), 400, "malformed_content"),
            (.unknownCharset("klingon"), 400, "invalid_parameter"),
            (.tooLarge(limit: 10), 413, "content_too_large"),
        ]
    )
    func `every reason that nothing was stored is a problem of its own`(
        error: ParsingError,
        status: Int,
        code: String
    ) throws {
        let call = try TestClient().call("POST", "/articles")
        let problem = Problem(.parsing(error), to: call, query: QueryString(items: []))
        #expect(problem.type.status == status)
        #expect(problem.type.code == code)
        #expect(problem.detail.hasSuffix("."))
        #expect(problem.hint != nil)
    }
}

/// Uploads of many articles, some of them bad.
@Suite struct ManyArticlesTests {
    private let lines = """
        {"title": "One", "text": "One came by sea.", "name": "one"}
        {"title": "Two"
        {"title": "Three", "text": "Three came by land."}
        {"title": "One", "text": "One came by sea."}
        """

    @Test func `each line gets an answer, and bad ones do not stop the rest`() throws {
        let client = TestClient()
        let answer = try client.send("POST", "/articles", body: lines)
        #expect(answer.status == 200)
        let json = try #require(answer.json)
        #expect(json.at("summary.received")?.scalar == "4")
        #expect(json.at("summary.created")?.scalar == "2")
        #expect(json.at("summary.duplicate")?.scalar == "1")
        #expect(json.at("summary.failed")?.scalar == "1")
        #expect(json.at("items.0.line")?.scalar == "1")
        #expect(json.at("items.0.name")?.string == "one")
        #expect(json.at("items.1.status")?.string == "failed")
        #expect(json.at("items.1.line")?.scalar == "2")
        #expect(json.at("items.1.problem.type")?.string == "/problems/malformed-content")
        #expect(json.at("items.1.problem.detail")?.string?.contains("line 2, column 16") == true)
        #expect(json.at("items.3.match")?.string == "same_text")
        #expect(try client.send("GET", "/articles/1/raw").text == lines.prefix { $0 != "\n" })
    }

    @Test func `a client that prefers little gets the summary`() throws {
        let answer = try TestClient().send(
            "POST",
            "/articles",
            ["Prefer": "return=minimal"],
            body: lines
        )
        #expect(answer.json?.names == ["summary"])
        #expect(answer["Preference-Applied"] == "return=minimal")
    }

    @Test func `when none can be stored the answer is 422 and says why of each`() throws {
        let client = TestClient()
        let answer = try client.send("POST", "/articles?format=ndjson", body: "{\n[]\n{\"a\": 1}")
        #expect(answer.status == 422)
        #expect(answer.json?.at("summary.failed")?.scalar == "3")
        #expect(answer.json?.at("items.2.problem.title")?.string != nil)
        #expect(try client.send("GET", "/articles").json?.at("total")?.scalar == "0")
    }

    @Test func `broken JSON is answered with the place of the fault`() throws {
        let answer = try TestClient().send("POST", "/articles", body: "{\"title\": \"One\",\n ]")
        #expect(answer.status == 400)
        #expect(answer.json?.at("code")?.string == "malformed_content")
        #expect(answer.json?.at("detail")?.string?.contains("line 2, column 2") == true)
    }

    @Test func `a dry run shows the good ones and says why the others are not`() throws {
        let answer = try TestClient().send("POST", "/parse", body: lines)
        #expect(answer.json?.names == ["articles", "failed", "warnings"])
        #expect(answer.json?.at("failed.0.line")?.scalar == "2")
    }
}
