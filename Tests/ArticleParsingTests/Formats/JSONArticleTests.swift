import Articles
import Testing

@testable import ArticleParsing

/// What JSON says of articles, under the many names that it is written with.
@Suite struct JSONArticleTests {
    private func items(_ json: String, format: InputFormat? = nil) throws -> [ParsedItem] {
        var given = GivenFields()
        given.format = format
        return try ArticleParser().items(
            in: Upload(
                bytes: Array(json.utf8),
                declaredType: "application/json",
                given: given,
                receivedOn: IntakeCurlTests.day
            )
        )
    }

    private func fields(_ json: String) throws -> ArticleFields {
        try #require(try items(json).first).result.get().fields
    }

    @Test(
        arguments: [
            #"{"title": "Ferry sails again", "text": "The ferry sailed on Monday."}"#,
            #"{"headline": "Ferry sails again", "body": "The ferry sailed on Monday."}"#,
            #"{"Headline": "Ferry sails again", "Article_Body": "The ferry sailed on Monday."}"#,
            #"{"name": "Ferry sails again", "@type": "NewsArticle", "#
                + #""articleBody": "The ferry sailed on Monday."}"#,
            #"{"title": {"rendered": "Ferry sails again"}, "#
                + #""content": {"text": "The ferry sailed on Monday."}}"#,
            #"{"data": {"article": {"title": "Ferry sails again", "#
                + #""content": "The ferry sailed on Monday."}}}"#,
            #"{"hits": {"hits": [{"_id": 7, "_source": {"title": "Ferry sails again", "#
                + #""text": "The ferry sailed on Monday."}}]}}"#,
            #"{"title": "Ferry sails again", "paragraphs": ["The ferry sailed on Monday."]}"#,
            #"{"title": "Ferry sails again", "description": "The ferry sailed on Monday.", "#
                + #""url": "https://news.example/ferry"}"#,
            #"{"webTitle": "Ferry sails again", "#
                + #""fields": {"bodyText": "The ferry sailed on Monday."}}"#,
            #"{"@context": "https://schema.org", "@graph": [{"@type": "WebPage", "name": "Page"}, "#
                + #"{"@type": "NewsArticle", "headline": "Ferry sails again", "#
                + #""articleBody": "The ferry sailed on Monday."}]}"#,
        ]
    )
    func `finds the headline and the text`(json: String) throws {
        let found = try items(json)
        #expect(found.count == 1)
        let fields = try #require(found.first).result.get().fields
        #expect(fields.headline == "Ferry sails again")
        #expect(fields.paragraphs.map(\.text) == ["The ferry sailed on Monday."])
    }

    @Test func `tells the language by the headline as well`() throws {
        let json =
            #"{"title": "Council votes to rebuild the old bridge", "body": "Wim, P. Kos, R."}"#
        #expect(try fields(json).language == "en")
    }

    @Test(
        arguments: [
            (#""author": "Jane Roe""#, ["Jane Roe"]),
            (#""authors": ["Jane Roe", "John Doe"]"#, ["Jane Roe", "John Doe"]),
            (#""author": {"@type": "Person", "name": "Jane Roe"}"#, ["Jane Roe"]),
            (
                #""authors": [{"name": "Jane Roe"}, {"name": "John Doe"}]"#,
                ["Jane Roe", "John Doe"]
            ),
            (#""byline": "By Jane Roe and John Doe""#, ["Jane Roe", "John Doe"]),
            (#""author": "Jane Roe, John Doe""#, ["Jane Roe", "John Doe"]),
            (#""author": "jane@news.example (Jane Roe)""#, ["Jane Roe"]),
            (#""creator": "Harbour Desk""#, ["Harbour Desk"]),
            (#""author": null"#, []), (#""author": """#, []), (#""authors": []"#, []),
        ]
    )
    func `finds who wrote it`(member: String, wanted: [String]) throws {
        let fields = try fields(#"{"title": "Ferry", "text": "The ferry sailed.", \#(member)}"#)
        #expect(fields.authors.map(\.name) == wanted)
    }

    @Test(
        arguments: [
            (#""published": "2024-03-03T10:15:00+01:00""#, "2024-03-03T10:15:00+01:00"),
            (#""datePublished": "2024-03-03""#, "2024-03-03"),
            (#""pubDate": "Sun, 03 Mar 2024 10:15:00 +0100""#, "2024-03-03T10:15:00+01:00"),
            (#""pubDate": "Sun, 03 Mar 2024 10:15:00 GMT""#, "2024-03-03T10:15:00Z"),
            (#""timestamp": 1709457300"#, "2024-03-03T09:15:00Z"),
            (#""timestamp": 1709457300000"#, "2024-03-03T09:15:00Z"),
            (#""created": "2024-03-01", "published_at": "2024-03-03""#, "2024-03-03"),
            (#""date": "March 3, 2024""#, "2024-03-03"),
        ]
    )
    func `finds when it was published`(member: String, wanted: String) throws {
        let fields = try fields(#"{"title": "Ferry", "text": "The ferry sailed.", \#(member)}"#)
        #expect(fields.published?.description == wanted)
        #expect(fields.published?.basis == .metadata)
    }

    @Test func `reads the rest of what it says`() throws {
        let json = """
            {"title": "Fish &amp; chips", "text": "It was said.\\n\\nAnd done.", "language": "en_gb",
             "source": {"id": "courier", "name": "Westhaven Courier"}, "section": "Harbour",
             "url": "https://news.example/fish", "keywords": "fish, chips,fish", "name": "fish-1",
             "subtitle": "A plate", "updated": "2024-03-04", "published": "2024-03-03"}
            """
        let item = try #require(try items(json).first)
        let draft = try item.result.get()
        let fields = draft.fields
        #expect(fields.headline == "Fish & chips")
        #expect(fields.source == "Westhaven Courier")
        #expect(fields.language == "en-GB")
        #expect(fields.section == "Harbour")
        #expect(fields.url == "https://news.example/fish")
        #expect(fields.tags == ["fish", "chips"])
        #expect(fields.standfirst == "A plate")
        #expect(fields.updated?.description == "2024-03-04")
        #expect(fields.paragraphs.count == 2)
        #expect(item.name == "fish-1")
        let rules = Dictionary(
            uniqueKeysWithValues: draft.explanation.fields.map { ($0.field, $0.rule) }
        )
        #expect(rules[.headline] == "json_title")
        #expect(rules[.published] == "json_published")
        #expect(rules[.source] == "json_source")
        #expect(draft.explanation.input.treatedAs == "application/json")
    }

    @Test func `reads ninjs`() throws {
        let fields = try fields(
            """
            {"uri": "urn:newsml:agency:1", "type": "text", "version": "2", "language": "en",
             "versioncreated": "2024-03-03T12:00:00Z", "firstcreated": "2024-03-03T10:00:00Z",
             "byline": "Jane Roe", "headline": "Ferry sails again", "located": "Westhaven",
             "body_text": "WESTHAVEN (AP) — The ferry sailed on Monday."}
            """
        )
        #expect(fields.headline == "Ferry sails again")
        #expect(fields.published?.description == "2024-03-03T10:00:00Z")
        #expect(fields.updated?.description == "2024-03-03T12:00:00Z")
        #expect(fields.authors.map(\.name) == ["Jane Roe"])
        #expect(fields.dateline?.place == "WESTHAVEN")
    }

    @Test func `a text goes through the stages that all texts go through`() throws {
        let json = """
            {"title": "Ferry sails again", "body": "Ferry sails again\\nBy Jane Roe\\n\
            WESTHAVEN, March 3 (Reuters) - The ferry sailed on Monday, the council said.\\n\
            It had been out of service for two weeks after a storm.\\n(Westhaven Courier)\\nShare"}
            """
        let draft = try #require(try items(json).first).result.get()
        #expect(draft.fields.authors.map(\.name) == ["Jane Roe"])
        #expect(draft.fields.dateline?.place == "WESTHAVEN")
        #expect(draft.fields.credit == "Westhaven Courier")
        #expect(draft.fields.language == "en")
        #expect(draft.fields.paragraphs.count == 2)
        #expect(draft.explanation.removed.map(\.rule) == ["repeats_headline", "furniture_list"])
    }

    @Test(arguments: [
        #"{"title": "Ferry sails again"}"#, #"{"title": "Ferry sails again", "text": ""}"#,
        #"[{"title": "Ferry sails again", "body": null}]"#,
    ])
    func `a headline alone is an article`(json: String) throws {
        let fields = try fields(json)
        #expect(fields.headline == "Ferry sails again")
        #expect(fields.paragraphs.isEmpty)
    }

    @Test func `an object without a headline is read as a pasted text`() throws {
        let text = "Ferry sails again\\n\\nThe ferry sailed on Monday, the council said at noon."
        #expect(try fields(#"{"text": "\#(text)"}"#).headline == "Ferry sails again")
    }

    @Test(arguments: [#"\n"#, #"\r"#, #"\f"#, #"\u0085"#, #"\u2028"#, #"\u2029"#])
    func `a text of more lines than an article has is refused`(end: String) throws {
        func result(_ lines: Int) throws -> Result<ArticleDraft, ParsingError> {
            let text = "The ferry sailed on Monday." + String(repeating: end, count: lines)
            let json = #"{"headline": "Ferry sails", "body": "\#(text)"}"#
            return try #require(try items(json).first).result
        }
        #expect(throws: Never.self) { try result(1_000).get() }
        #expect(throws: ParsingError.self) { try result(TextLimits.mostLines + 1).get() }
    }

    @Test func `each element of an array fails alone`() throws {
        let found = try items(
            #"[{"title": "A", "text": "One came."}, {"no": 1}, 7, {"text": "Two came by sea."}]"#
        )
        #expect(found.map { (try? $0.result.get()) != nil } == [true, false, false, true])
    }

    @Test(
        arguments: [
            ("{\"title\": \"A\",\n \"text\": }", 2, 10), ("{\"title\": \"é\" \"x\"}", 1, 15),
            ("[\n\n{\"a\": tru}]", 3, 7),
        ]
    )
    func `broken JSON says line and column`(json: String, line: Int, column: Int) {
        #expect {
            try items(json, format: .json)
        } throws: { error in
            guard case .malformed(.json, _, line, column) = error as? ParsingError else {
                return false
            }
            return true
        }
    }

    @Test(arguments: ["{}", "[]", "{\"status\": \"ok\", \"articles\": []}", "[1, 2]", "null", "7"])
    func `JSON without an article says what it misses`(json: String) {
        #expect { try items(json, format: .json) } throws: { error in
            guard case .noArticle(let reason) = error as? ParsingError else { return false }
            return reason.hasSuffix(".")
        }
    }

    @Test func `a bad line of NDJSON fails alone, with its number`() throws {
        let lines = """
            {"title": "A", "text": "One came by sea.", "name": "a"}

            {"title": "B", "text":
            {"other": 1}
            {"title": "C", "html": "<p>Three came by land.</p>"}
            """
        let found = try items(lines, format: .ndjson)
        #expect(found.map(\.line) == [1, 3, 4, 5])
        #expect(found[0].name == "a")
        #expect(found[0].original == Array(lines.utf8.prefix { $0 != 0x0A }))
        guard case .failure(.malformed(.ndjson, _, line: 3, column: 23)) = found[1].result else {
            Issue.record("\(found[1].result)")
            return
        }
        guard case .failure(.noArticle) = found[2].result else {
            Issue.record("\(found[2].result)")
            return
        }
    }

    @Test(arguments: ["\u{85}", "\u{2028}", "\u{2029}"])
    func `a line end that JSON does not know ends no line of NDJSON`(end: String) throws {
        let line = #"{"title": "Ferry sails", "text": "The ferry sailed on Monday."#
        let found = try items("\(line)\(end)It was full.\"}\n\(line)\"}", format: .ndjson)
        #expect(found.map(\.line) == [1, 2])
        #expect(try found[0].result.get().fields.paragraphs.count == 2)
    }

    @Test func `a first line that is wrong stops no line of NDJSON`() throws {
        let lines = "{\n{\"title\": \"A\", \"text\": \"One came by sea.\"}"
        let found = try items(lines, format: .ndjson)
        #expect(found.map { (try? $0.result.get()) != nil } == [false, true])
    }

    @Test func `JSON Feed gives its items what they do not say`() throws {
        let feed = """
            {"version": "https://jsonfeed.org/version/1.1", "title": "Westhaven Courier",
             "language": "en-GB", "authors": [{"name": "The Desk"}], "items": [
              {"id": "1", "url": "https://news.example/1", "title": "One",
               "content_text": "One came by sea.", "date_published": "2024-03-03T10:00:00Z"},
              {"id": "2", "url": "https://news.example/2", "title": "Two",
               "content_text": "Two came by land.", "authors": [{"name": "Jane Roe"}]}]}
            """
        let drafts = try items(feed).map { try $0.result.get().fields }
        #expect(drafts.map(\.source) == ["Westhaven Courier", "Westhaven Courier"])
        #expect(drafts.map(\.language) == ["en-GB", "en-GB"])
        #expect(drafts.map { $0.authors.map(\.name) } == [["The Desk"], ["Jane Roe"]])
        #expect(drafts.map(\.url) == ["https://news.example/1", "https://news.example/2"])
    }
}
