import ArticleStore
import Articles
import Testing

@testable import ArticleAPI

/// What browsers are answered.
@Suite struct PageTests {
    /// As browsers ask for a page.
    private static let browser = [
        "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    ]
    private static let form = browser.merging(
        ["Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"]
    ) { $1 }
    private static let story =
        "Storm closes the harbour\nBy Jane Roe\nWESTHAVEN, Oct 14, 2023 — A storm closed the "
        + "harbour on Saturday, and the ferries stayed where they were until the evening.\n"

    private func client() throws -> TestClient {
        let client = TestClient()
        try client.send("POST", "/articles", body: Self.story)
        return client
    }

    @Test(
        arguments: [
            (nil, "application/json"), ("*/*", "application/json"),
            ("application/json", "application/json"), ("text/html", "text/html; charset=utf-8"),
            ("text/html, application/json", "application/json"),
            ("application/json;q=0.5, text/html", "text/html; charset=utf-8"),
            ("text/html;q=0.5, */*", "application/json"),
            ("application/vnd.dateline.v1+json, text/html;q=0.9", "application/json"),
            (browser["Accept"], "text/html; charset=utf-8"),
        ] as [(String?, String)]
    )
    func `a page is for whoever would rather have one`(_ accept: String?, _ type: String) throws {
        let client = try client()
        let fields = accept.map { ["Accept": $0] } ?? [:]
        // Twice, since an answer may be kept for the second time.
        for target in ["/", "/articles/1", "/articles/1"] {
            let answer = try client.send("GET", target, fields)
            #expect(answer.status == 200)
            #expect(answer["Content-Type"] == type, "\(target)")
            #expect(answer["Vary"]?.contains("Accept") == true)
        }
        let missing = try client.send("GET", "/articles/9", fields)
        #expect(missing.status == 404)
        #expect(missing["Content-Type"]?.hasPrefix("text/html") == type.hasPrefix("text/html"))
        #expect(missing["Vary"]?.contains("Accept") == true)
    }

    @Test(arguments: [
        "/", "/?q=harbour", "/?q=zebra", "/?from=never", "/articles/1", "/articles/9", "/parse",
        "/problems/gone",
    ])
    func `a page runs and loads nothing but the server's files`(target: String) throws {
        let answer = try client().send("GET", target, Self.browser)
        #expect(
            answer["Content-Security-Policy"]
                == "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
                + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        )
        #expect(answer["Referrer-Policy"] == "same-origin")
        let tags = PageReader.tags(in: answer.text)
        #expect(!tags.contains { $0.hasPrefix("!") }, "\(tags.last ?? "")")
        for tag in tags {
            let names = tag.split(separator: " ")
            #expect(!names.contains { $0 == "style" || $0.hasPrefix("on") }, "\(tag)")
            #expect(!["style", "base", "iframe", "object", "embed"].contains(names[0]))
        }
        let loaded = PageReader.values(of: "src", in: answer.text)
        #expect(loaded == [Asset.script.path])
        let ids = PageReader.values(of: "id", in: answer.text)
        #expect(Set(ids).count == ids.count, "an id stands twice")
        for field in PageReader.values(of: "for", in: answer.text) { #expect(ids.contains(field)) }
        for link in PageReader.values(of: "href", in: answer.text) where link.hasPrefix("#") {
            #expect(ids.contains(String(link.dropFirst())), "\(link)")
        }
    }

    @Test func `all files and the page together are small`() throws {
        let page = try client().send("GET", "/", Self.browser)
        let files = Asset.all.map(\.bytes.count)
        let total = files.reduce(page.bytes.count, +)
        let packed = Asset.all.map { $0.packed?.count ?? $0.bytes.count }.reduce(0, +)
        print("the page: \(total) bytes in all, files \(files), packed \(packed)")
        #expect(total <= 60_000)
    }

    @Test func `a file has a name of its content, a validator and a packed form`() throws {
        let client = TestClient()
        for asset in Asset.all {
            let plain = try client.send("GET", asset.path)
            #expect(plain.status == 200)
            #expect(plain["Content-Type"] == asset.mediaType)
            #expect(plain["Cache-Control"] == "public, max-age=31536000, immutable")
            #expect(plain.bytes == asset.bytes)
            let tag = try #require(plain["ETag"])
            #expect(asset.path.contains(tag.dropFirst().dropLast()))
            let known = try client.send("GET", asset.path, ["If-None-Match": tag])
            #expect(known.status == 304 && known.bytes.isEmpty)
        }
        let packed = try client.send("GET", Asset.style.path, ["Accept-Encoding": "gzip"])
        #expect(packed["Content-Encoding"] == "gzip")
        #expect(packed.bytes.starts(with: [0x1F, 0x8B]))
        #expect(packed["Vary"] == "Accept-Encoding")
        #expect(try client.send("GET", "/assets/page.0.css").status == 404)
    }

    @Test func `an article is set with its reading beside it`() throws {
        let client = try client()
        let page = try client.send("GET", "/articles/1", Self.browser)
        for piece in [
            "<h1 dir=\"auto\">Storm closes the harbour</h1>",
            "<p class=\"byline\" dir=\"auto\">By Jane Roe</p>",
            "<time datetime=\"2023-10-14\">Saturday, 14 October 2023</time>",
            "<span class=\"dateline\">WESTHAVEN, Oct 14, 2023 —</span>",
            "<a href=\"#headline\">", "id=\"headline\"",
            "<article class=\"story\" lang=\"en\" dir=\"ltr\">",
        ] {
            #expect(page.text.contains(piece), "\(piece)")
        }
        let tag = try #require(page["ETag"])
        var fields = Self.browser
        fields["If-None-Match"] = tag
        #expect(try client.send("GET", "/articles/1", fields).status == 304)
        let json = try client.send("GET", "/articles/1")
        #expect(json["ETag"] != tag)
    }

    @Test func `hostile words stay words wherever they are shown`() throws {
        var shapes: [[String]] = []
        for word in [
            "harmless", "\"><img src=x onerror=alert(1)>", "'--></script><svg/onload=a>&lt;",
        ] {
            let client = TestClient()
            var fields = ArticleFields()
            fields.headline = word
            fields.kicker = word
            fields.standfirst = word
            fields.byline = word
            fields.dateline = Dateline(raw: word, place: word)
            fields.source = word
            fields.credit = word + "!"
            fields.language = word
            fields.url = "javascript:" + word
            fields.tags = [word]
            fields.corrections = [word]
            fields.paragraphs = Paragraph.Kind.allCases.map {
                Paragraph(kind: $0, text: word, span: Span(0, 3))
            }
            let article = Article(
                id: 1,
                version: 1,
                name: word,
                fields: fields,
                summary: word,
                wordCount: 1,
                paragraphCount: 1,
                rawSHA256: "",
                receivedAt: Timestamp(secondsSince1970: 0)
            )
            client.store.state.withLock {
                $0.page = ArticlePage(
                    total: 1,
                    hits: [
                        ArticlePage.Hit(
                            article: article,
                            highlightedHeadline: "\u{1}\(word)\u{2}",
                            highlightedPassages: [word]
                        )
                    ],
                    next: word,
                    sort: .relevance
                )
            }
            let query = PercentEncoding.encode(word)
            let found = try client.send("GET", "/?q=\(query)&source=\(query)", Self.browser)
            #expect(found.status == 200)
            let set = ArticleHTML(fields: fields, wordCount: 1).html.text
            let removal = try client.send("GET", "/nothing/\(query)", Self.browser)
            shapes.append([found.text, set, removal.text].flatMap(PageReader.tags))
        }
        #expect(shapes[0] == shapes[1])
        #expect(shapes[0] == shapes[2])
        #expect(!shapes[0].contains { $0.hasPrefix("!") })
    }

    // MARK: Forms

    @Test func `a pasted text is read, then saved, then shown`() throws {
        let client = TestClient()
        let body = "text=" + PercentEncoding.encode(Self.story) + "&published_at=&source=Courier"
        let read = try client.send("POST", "/parse", Self.form, body: body)
        #expect(read.status == 200)
        #expect(read["Cache-Control"] == "no-store")
        #expect(
            read.text.contains("<h2 class=\"headline\" dir=\"auto\">Storm closes the harbour</h2>")
        )
        #expect(read.text.contains("formaction=\"/articles\">Save</button>"))
        #expect(read.text.contains("name=\"source\" value=\"Courier\""))
        #expect(read.text.contains("Storm closes the harbour\nBy Jane Roe"))
        #expect(client.store.state.withLock { $0.entries.isEmpty })
        let saved = try client.send("POST", "/articles", Self.form, body: body)
        #expect(saved.status == 303)
        #expect(saved["Location"] == "/articles/1#saved")
        let again = try client.send("POST", "/articles", Self.form, body: body)
        #expect(again["Location"] == "/articles/1#known")
    }

    @Test func `a text that is no article comes back in the form`() throws {
        let client = TestClient()
        for target in ["/parse", "/articles"] {
            let answer = try client.send("POST", target, Self.form, body: "text=%2A%3C%2A+%21")
            #expect(answer.status == 422)
            #expect(answer.text.contains("*&lt;* !</textarea>"))
            #expect(answer.text.contains("role=\"alert\""))
            let empty = try client.send("POST", target, Self.form, body: "text=")
            #expect(empty.status == 422 && empty.text.contains("<textarea"))
        }
    }

    @Test func `several articles are listed`() throws {
        let client = TestClient()
        let text = Self.story + "---\n" + Self.story.replacing("Storm", with: "Frost")
        let body = "text=" + PercentEncoding.encode(text)
        let read = try client.send("POST", "/parse", Self.form, body: body)
        #expect(read.text.contains("2 articles in this text."))
        let saved = try client.send("POST", "/articles", Self.form, body: body)
        #expect(saved.status == 200)
        #expect(saved.text.contains("href=\"/articles/2\""))
    }

    @Test(
        arguments: [
            (["Sec-Fetch-Site": "cross-site"], 403), (["Sec-Fetch-Site": "same-site"], 403),
            (["Sec-Fetch-Site": "same-origin"], 303), (["Sec-Fetch-Site": "none"], 303),
            (["Origin": "http://localhost:8080"], 303), (["Origin": "http://evil.example"], 403),
            (["Origin": "null"], 403),
            (["Origin": "http://localhost:8080", "Sec-Fetch-Site": "cross-site"], 403),
        ]
    )
    func `only the server's own pages store`(_ fields: [String: String], _ status: Int) throws {
        let client = TestClient()
        let all = Self.browser.merging(fields) { $1 }.merging(["Host": "localhost:8080"]) { $1 }
        let body = "text=" + PercentEncoding.encode(Self.story)
        #expect(try client.send("POST", "/articles", all, body: body).status == status)
        #expect(client.store.state.withLock { $0.entries.count } == (status == 303 ? 1 : 0))
    }

    // MARK: What narrows a search down

    @Test func `months are bars in a row, each a link to its articles`() throws {
        let months = [("2023-11", 2), ("2024-02", 4), ("2023-13", 9), ("x", 1)].map {
            ArticlePage.Count(value: $0.0, count: $0.1)
        }
        let html = try #require(TimelineHTML(months) { "/?from=\($0)" }).html.text
        #expect(
            PageReader.values(of: "data-from", in: html)
                == ["2023-11", "2023-12", "2024-01", "2024-02"]
        )
        #expect(
            PageReader.values(of: "href", in: html) == ["/?from=2023-11", "/?from=2024-02"]
        )
        #expect(html.contains("aria-label=\"February 2024: 4 articles\""))
        #expect(
            !PageReader.tags(
                in: html.replacing("viewBox", with: "viewbox")
                    .replacing("preserveAspectRatio", with: "preserve")
            ).contains { $0.hasPrefix("!") }
        )
        let long = [("1990-01", 1), ("2024-02", 4)].map {
            ArticlePage.Count(value: $0.0, count: $0.1)
        }
        let years = try #require(TimelineHTML(long) { $0 }).html.text
        #expect(PageReader.values(of: "data-from", in: years).count == 35)
        #expect(TimelineHTML([ArticlePage.Count(value: "2024-02", count: 3)]) { $0 } == nil)
        let ages = [
            ArticlePage.Count(value: "0001-01", count: 1),
            ArticlePage.Count(value: "9999-12", count: 1),
        ]
        #expect(TimelineHTML(ages) { $0 } == nil)
    }

    @Test func `values that narrow down are links, and the query that was meant is one`() throws {
        let client = try client()
        client.store.state.withLock {
            var page = ArticlePage(total: 3, hits: [], sort: .newest)
            page.facets = [
                .source: [
                    ArticlePage.Count(value: "Post & <Co>", count: 2),
                    ArticlePage.Count(value: "All", count: 3),
                ]
            ]
            page.didYouMean = "harbour <b>"
            $0.page = page
        }
        let page = try client.send("GET", "/?q=harbuor", Self.browser).text
        #expect(page.contains("Post &amp; &lt;Co&gt;</a> <span>2</span>"))
        #expect(!page.contains("source=All"))
        #expect(
            page.contains("Did you mean <a href=\"/?q=harbour+%3Cb%3E\">harbour &lt;b&gt;</a>?")
                || page.contains(
                    "Did you mean <a href=\"/?q=harbour%20%3Cb%3E\">harbour &lt;b&gt;</a>?"
                )
        )
    }

    // MARK: States

    @Test func `an empty archive asks for a text, and a vain search for another`() throws {
        let client = TestClient()
        let empty = try client.send("GET", "/", Self.browser)
        #expect(empty.text.contains("The archive is empty"))
        #expect(empty.text.contains("http://news.example:8080/articles"))
        let vain = try self.client().send("GET", "/?q=zebra&source=Post&from=", Self.browser)
        #expect(vain.text.contains("Nothing found"))
        #expect(vain.text.contains("href=\"/?q=zebra\""))
        let faulty = try client.send("GET", "/?from=never&q=storm", Self.browser)
        #expect(faulty.status == 400)
        #expect(faulty.text.contains("value=\"storm\""))
    }

    @Test func `what is gone says why`() throws {
        let client = try client()
        try client.send("DELETE", "/articles/1?reason=a%20%3Cb%3E")
        let gone = try client.send("GET", "/articles/1", Self.browser)
        #expect(gone.status == 410)
        #expect(gone.text.contains("Reason given: a &lt;b&gt;"))
        #expect(gone["Cache-Control"] == "no-store")
    }

    @Test func `a browser is served to the end, a balancer is told to leave`() throws {
        let client = TestClient(isDraining: true)
        #expect(try client.send("GET", "/", Self.browser).status == 200)
        #expect(try client.send("GET", "/").status == 503)
    }

    @Test func `GET of the reading is a form for browsers only`() throws {
        #expect(try TestClient().send("GET", "/parse", Self.browser).status == 200)
        #expect(try TestClient().send("GET", "/parse").status == 405)
    }

    @Test func `an explanation is read as it was written`() throws {
        let explanation = Explanation(
            input: InputDescription(
                bytes: 7,
                charset: "utf-8",
                declaredType: nil,
                treatedAs: "text/plain",
                why: "so"
            ),
            fields: [
                FieldExplanation(
                    .published,
                    value: "2023",
                    rule: "r",
                    span: Span(1, 3),
                    confidence: 0.5,
                    evidence: [Evidence(text: "e", span: Span(4, 5))],
                    alternatives: ["2022"]
                ),
                FieldExplanation(.byline, tried: ["by_line"]),
            ],
            removed: [RemovedText(text: "x", line: 2, span: Span(5, 6), rule: "menu")]
        )
        var writer = JSONWriter()
        explanation.write(to: &writer)
        let json = try #require(JSONValue(writer.bytes))
        #expect(Explanation(json) == explanation)
    }
}
