import ArticleService
import ArticleStore
import Articles
import Dispatch
import Testing

@testable import ArticleAPI

@Suite struct SearchTests {
    private func filled(_ count: Int) throws -> TestClient {
        let client = TestClient()
        for number in 1...count {
            try client.send(
                "POST",
                "/articles",
                body: "Storm \(number)\n\nRain fell at pier \(number)."
            )
        }
        return client
    }

    @Test func `a page has the members of the contract in their order`() throws {
        let answer = try filled(3).send("GET", "/articles?q=Rain&limit=2&fields=headline,source")
        #expect(answer.status == 200)
        let json = try #require(answer.json)
        #expect(
            json.names
                == ["total", "total_exact", "limit", "next", "took_ms", "query", "articles"]
        )
        #expect(json.at("query")?.names == ["q", "parsed", "sort", "match"])
        #expect(json.at("articles.0")?.names == ["id", "url", "headline", "source", "score"])
        #expect(json.at("total")?.scalar == "3")
        #expect(json.at("next")?.string == "2")
        #expect(
            answer["Link"]
                == "</articles?q=Rain&limit=2&fields=headline,source&cursor=2>; rel=\"next\""
        )
        #expect(answer["Vary"] == "Accept, Accept-Encoding")
        #expect(answer["Cache-Control"] == "no-cache")
        #expect(answer["Server-Timing"]?.hasPrefix("search;dur=") == true)
    }

    @Test func `the link leads to the rest`() throws {
        let client = try filled(5)
        var target = "/articles?q=Rain&limit=2"
        var seen: [String] = []
        for _ in 0..<3 {
            let answer = try client.send("GET", target)
            seen += answer.json?.at("articles")?.elements.compactMap { $0["id"]?.scalar } ?? []
            guard let link = answer["Link"] else { break }
            target = String(link.dropFirst().prefix { $0 != ">" })
        }
        #expect(seen == ["1", "2", "3", "4", "5"])
    }

    @Test func `a first page is given again until the next commit`() throws {
        let client = try filled(5)
        func searches() -> Int { client.store.state.withLock { $0.pageCount } }
        func commit(_ number: UInt64?) {
            client.store.state.withLock { $0.mark = number.map { StoreMark($0, check: 0) } }
        }
        let target = "/articles?q=Rain&limit=2"
        commit(1)
        let first = try client.send("GET", target)
        let again = try client.send("GET", target)
        #expect(searches() == 1)
        #expect(again.status == 200 && again.bytes == first.bytes)
        for field in ["ETag", "Link", "Vary", "Cache-Control", "Content-Type"] {
            #expect(again[field] == first[field] && first[field] != nil)
        }
        let tag = try #require(first["ETag"])
        #expect(try client.send("GET", target, ["If-None-Match": tag]).status == 304)
        #expect(try client.send("GET", target + "&pretty").bytes != first.bytes)
        #expect(try client.send("GET", target, ["Accept": "text/csv"]).bytes != first.bytes)
        #expect(searches() == 3)
        commit(2)
        _ = try client.send("GET", target)
        #expect(searches() == 4, "what is of an earlier state is not given")
        for _ in 0..<2 { _ = try client.send("GET", target + "&cursor=2") }
        for _ in 0..<2 { _ = try client.send("GET", target + "&offset=2") }
        #expect(searches() == 8, "later pages are not kept")
        commit(nil)
        for _ in 0..<2 { _ = try client.send("GET", target) }
        #expect(searches() == 10, "nor is what is of a state that is not known")
    }

    @Test(
        arguments: [
            ("date=2023-01-01,2023-02-01", "/articles?from=2023-01-01&to=2023-02-01"),
            ("date=2023-01-01", "/articles?from=2023-01-01"),
            ("date=2023-01-01,", "/articles?from=2023-01-01"),
            ("date=,2023-02-01", "/articles?to=2023-02-01"),
            ("date=,", "/articles"),
            ("use-date=received&from=2023", "/articles?date_field=received&from=2023"),
            ("date_field=received_at", "/articles?date_field=received"),
        ]
    )
    func `what others call a date is corrected by a command that runs`(
        query: String,
        wanted: String
    ) throws {
        let client = TestClient()
        let answer = try client.send("GET", "/articles?" + query)
        #expect(answer.status == 400)
        let hint = try #require(answer.json?.at("hint")?.string)
        #expect(hint.contains(wanted + "'"), "\(hint)")
        #expect(try client.send("GET", wanted).status == 200)
    }

    @Test func `a page of another day is not given again`() throws {
        let now = Locked(Timestamp(secondsSince1970: 1_698_796_800))
        let client = TestClient { $0.now = { now.withLock { $0 } } }
        client.store.state.withLock { $0.mark = StoreMark(1, check: 0) }
        for (later, searches) in [(0, 1), (1, 1), (86_400, 2)] {
            now.withLock { $0 = Timestamp(secondsSince1970: 1_698_796_800 + Int64(later)) }
            _ = try client.send("GET", "/articles?from=-7d")
            #expect(client.store.state.withLock { $0.pageCount } == searches)
        }
    }

    @Test func `no hit is an empty list`() throws {
        let answer = try filled(1).send("GET", "/articles?q=xyzzy")
        #expect(answer.status == 200)
        #expect(answer.json?.at("articles")?.elements.isEmpty == true)
    }

    @Test func `lists leave the text out unless it is asked for`() throws {
        let client = try filled(1)
        let plain = try #require(try client.send("GET", "/articles").json?.at("articles.0"))
        #expect(plain["text"] == nil && plain["paragraphs"] == nil && plain["summary"] != nil)
        let all = try #require(try client.send("GET", "/articles?fields=*").json?.at("articles.0"))
        #expect(all["text"] != nil && all["paragraphs"] == nil)
        #expect(client.store.state.withLock { $0.lastQuery?.includesText } == true)
        let some = try client.send("GET", "/articles?fields=paragraphs,name")
        #expect(some.json?.at("articles.0")?.names == ["id", "url", "name", "paragraphs"])
    }

    @Test func `parameters become a query`() throws {
        let client = TestClient()
        let target =
            "/articles?q=rain+storm&from=2023-10&to=2023-10-15&source=A,-B&source=C&language=en"
            + "&sort=oldest&limit=300&cursor=0&highlight=%5B,%5D&match=any&duplicates=hide"
        let answer = try client.send("GET", target)
        #expect(answer.json?.at("limit")?.scalar == "200")
        #expect(answer.json?.at("limit_capped")?.scalar == "true")
        let query = try #require(client.store.state.withLock { $0.lastQuery })
        #expect(query.q == "rain storm")
        #expect(query.from?.rfc3339 == "2023-10-01T00:00:00Z")
        #expect(query.until?.rfc3339 == "2023-10-16T00:00:00Z")
        #expect(
            query.filters == [
                .init(.source, values: ["A"]), .init(.source, values: ["B"], excludes: true),
                .init(.source, values: ["C"]), .init(.language, values: ["en"]),
            ]
        )
        #expect(query.sort == .oldest && query.limit == 200 && query.cursor == "0")
        #expect(query.match == .any && query.duplicates == .hide)
        #expect(query.highlight == Highlight(start: "[", end: "]"))
    }

    @Test(
        arguments: [
            ("", Highlight.mark), ("?highlight=mark", .mark), ("?highlight=none", nil),
            ("?highlight=**,**", Highlight(start: "**", end: "**")),
        ] as [(String, Highlight?)]
    )
    func `marks are put around words as asked`(query: String, wanted: Highlight?) throws {
        let client = TestClient()
        #expect(try client.send("GET", "/articles" + query).status == 200)
        #expect(client.store.state.withLock { $0.lastQuery?.highlight } == wanted)
    }

    @Test func `highlights and warnings of the page are shown`() throws {
        let client = TestClient()
        var hit = ArticlePage.Hit(
            article: MemoryStore.article(1),
            score: 0.5,
            highlightedHeadline: "<mark>Storm</mark> 1",
            highlightedPassages: ["<mark>Rain</mark> fell."]
        )
        hit.copies = 3
        let warning = ArticleWarning(.truncated, detail: "Only 64 words were looked at.")
        client.store.state.withLock {
            $0.page = ArticlePage(
                total: 10_001,
                totalIsExact: false,
                hits: [hit],
                sort: .relevance,
                warnings: [warning]
            )
        }
        let json = try #require(try client.send("GET", "/articles?q=storm&q=rain").json)
        #expect(json.at("total_exact")?.scalar == "false")
        #expect(json.at("articles.0.score")?.scalar == "0.5")
        #expect(json.at("articles.0.highlights")?.names == ["headline", "text"])
        #expect(json.at("articles.0.highlights.text.0")?.string == "<mark>Rain</mark> fell.")
        #expect(
            json.at("warnings")?.elements.compactMap { $0["code"]?.string }
                == ["repeated_parameter", "truncated"]
        )
    }

    @Test(
        arguments: [
            (
                "q=Hamas&form=2023-10-14", "unknown_parameter", "form", "from",
                "q=Hamas&from=2023-10-14"
            ),
            ("query=storm", "unknown_parameter", "query", "q", "q=storm"),
            ("q=a&page-size=5", "unknown_parameter", "page-size", "limit", "q=a&limit=5"),
            ("q=a&person=x", "unknown_parameter", "person", nil, "q=a"),
            ("q=a&facets=mouth", "invalid_parameter", "facets", nil, "q=a&facets=source,month"),
            ("offset=10001", "invalid_parameter", "offset", nil, "offset=20"),
            ("page=2&offset=1", "invalid_parameter", "offset", nil, "page=2&offset=20"),
            ("q=a&xyzzy=1", "unknown_parameter", "xyzzy", nil, "q=a"),
            ("q[]=a", "unknown_parameter", "q[]", "q", "q=a"),
            ("from=last+week", "invalid_parameter", "from", nil, "from=2023-10-15"),
            ("limit=many", "invalid_parameter", "limit", nil, "limit=20"),
            ("language=english", "invalid_parameter", "language", nil, "language=en"),
            ("sort=date", "invalid_parameter", "sort", "newest", "sort=newest"),
            ("from=2023&to=2022", "invalid_parameter", "to", nil, "from=2023&to=2023-10-15"),
            (
                "fields=title,url", "invalid_parameter", "fields", "headline,url",
                "fields=headline,url"
            ),
            ("highlight=a", "invalid_parameter", "highlight", nil, "highlight=mark"),
            ("q=it's&lang=de", "unknown_parameter", "lang", "language", "q=it%27s&language=de"),
            ("cursor=x&q=a", "invalid_parameter", "cursor", nil, "q=a"),
        ] as [(String, String, String, String?, String)]
    )
    func `a wrong parameter is answered with the command mended`(
        query: String,
        code: String,
        parameter: String,
        suggestion: String?,
        mended: String
    ) throws {
        let answer = try TestClient().send("GET", "/articles?" + query)
        #expect(answer.status == 400)
        let json = try #require(answer.json)
        #expect(json.at("code")?.string == code)
        #expect(json.at("parameter")?.string == parameter)
        #expect(json.at("did_you_mean")?.string == suggestion)
        #expect(
            json.at("hint")?.string == "curl 'http://news.example:8080/articles?\(mended)'"
        )
        #expect(json.at("instance")?.string == "/articles?" + query)
    }

    @Test func `the command that a problem shows is accepted`() throws {
        let client = TestClient()
        let wrong = [
            "form=2023", "query=a&lang=de&page-size=7", "limit=x&sort=y&from=z&fields=q&language=k",
            "order-by=date", "highlight=1", "from=2023&to=2022",
        ]
        for query in wrong {
            var target = "/articles?" + query
            var status = 0
            // A name that was mended may have a value that is to be mended next.
            for _ in 0..<3 where status != 200 {
                let answer = try client.send("GET", target)
                status = answer.status
                guard let hint = answer.json?.at("hint")?.string else { break }
                target = String(
                    hint.dropFirst("curl 'http://news.example:8080".utf8.count).dropLast()
                )
            }
            #expect(status == 200, "\(query)")
        }
    }

    @Test func `all wrong parameters are named at once`() throws {
        let answer = try TestClient().send("GET", "/articles?form=2023&limit=x&hl=none")
        let errors = answer.json?.at("errors")?.elements ?? []
        #expect(Set(errors.compactMap { $0["parameter"]?.string }) == ["form", "limit", "hl"])
        #expect(
            answer.json?.names == [
                "type", "title", "status", "detail", "instance", "code", "parameter",
                "did_you_mean", "errors", "hint", "request_id",
            ]
        )
        #expect(
            answer.json?.at("hint")?.string
                == "curl 'http://news.example:8080/articles?from=2023&limit=20&highlight=none'"
        )
    }

    @Test func `links' own names are passed over, and all unknown ones when asked`() throws {
        let client = TestClient()
        #expect(try client.send("GET", "/articles?utm_source=x&_=1").status == 200)
        let lenient = ["Prefer": "respond-async, handling=lenient"]
        #expect(try client.send("GET", "/articles?xyzzy=1", lenient).status == 200)
        #expect(try client.send("GET", "/articles?limit=x", lenient).status == 400)
    }

    @Test(arguments: ["q=%", "q=%c3", "%zz=1"])
    func `what is not UTF-8 is a malformed query`(query: String) throws {
        let answer = try TestClient().send("GET", "/articles?" + query)
        #expect(answer.status == 400)
        #expect(answer.json?.at("code")?.string == "malformed_query")
    }

    @Test func `a list that has not changed is not sent again`() throws {
        let client = try filled(1)
        let first = try client.send("GET", "/articles?from=-7d")
        let tag = try #require(first["ETag"])
        #expect(tag.hasPrefix("W/\""))
        let again = try client.send("GET", "/articles?from=-7d", ["If-None-Match": tag])
        #expect(again.status == 304)
        #expect(again["ETag"] == tag)
        #expect(again.bytes.isEmpty)
        #expect(try client.send("GET", "/articles", ["If-None-Match": tag]).status == 200)
        try client.send("POST", "/articles", body: "Another\n\nIt snowed.")
        #expect(try client.send("GET", "/articles?from=-7d", ["If-None-Match": tag]).status == 200)
        let tomorrow = TestClient(store: client.store) {
            $0.now = { Timestamp(secondsSince1970: 1_698_796_800 + 86_400) }
        }
        let later = try tomorrow.send("GET", "/articles?from=-7d", ["If-None-Match": tag])
        #expect(later.status == 200)
    }

    @Test func `a long answer is packed for who takes it`() throws {
        let client = try filled(8)
        let plain = try client.send("GET", "/articles")
        let packed = try client.send("GET", "/articles", ["Accept-Encoding": "deflate, gzip, br"])
        #expect(packed["Content-Encoding"] == "gzip")
        #expect(packed.bytes.starts(with: [0x1F, 0x8B]))
        #expect(packed.bytes.count < plain.bytes.count / 2)
        let none = try client.send("GET", "/articles", ["Accept-Encoding": "gzip;q=0"])
        #expect(none["Content-Encoding"] == nil)
        let short = try client.send("GET", "/version", ["Accept-Encoding": "gzip"])
        #expect(short["Content-Encoding"] == nil)
        let article = try client.send("GET", "/articles?q=x", ["Accept-Encoding": "gzip"])
        #expect(article["Vary"] == "Accept, Accept-Encoding")
    }

    @Test func `more searches than may wait are told to come again`() throws {
        var settings = ArticleService.Settings()
        settings.readers = 1
        settings.waitingSearches = 1
        let client = TestClient(service: settings)
        let gate = DispatchSemaphore(value: 0)
        let running = DispatchSemaphore(value: 0)
        // The only reader is held by a search whose answer waits, one more waits for it.
        client.api.service.search(ArticleQuery()) { _ in
            running.signal()
            gate.wait()
        }
        running.wait()
        client.api.service.search(ArticleQuery()) { _ in }
        let answer = try client.send("GET", "/articles")
        #expect(answer.status == 503)
        #expect(answer["Retry-After"] == "1")
        #expect(answer.json?.at("code")?.string == "busy")
        gate.signal()
    }
}
