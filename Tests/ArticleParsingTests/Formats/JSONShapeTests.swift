import Articles
import Testing

@testable import ArticleParsing

/// The shapes in which services and programs keep articles as JSON.
@Suite struct JSONShapeTests {
    private static let first = "The ferry to the islands stops for the winter, the board said."
    private static let second = "It will run again in March with two new boats."

    private func drafts(_ json: String, declared: String = "application/json") throws
        -> [ArticleFields]
    {
        try ArticleParser().items(
            in: Upload(
                bytes: Array(json.utf8),
                declaredType: declared,
                receivedOn: IntakeCurlTests.day
            )
        ).map { try $0.result.get().fields }
    }

    private func fields(_ members: String) throws -> ArticleFields {
        try #require(
            try drafts(#"{"title": "Ferry stops", "text": "\#(Self.first)", \#(members)}"#).first
        )
    }

    @Test(
        arguments: [
            // Editors' trees: ProseMirror, Slate, Portable Text, Draft.js, Editor.js, Arc, fundus
            #"{"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "#
                + #""text": "The ferry to the islands "}, {"type": "text", "text": "stops for the "#
                + #"winter, the board said."}]}, {"type": "heading", "content": [{"type": "text", "#
                + #""text": "New"}]}, {"type": "paragraph", "content": [{"type": "text", "text": "2"}]}]}"#,
            #"[{"type": "paragraph", "children": [{"text": "The ferry to the islands "}, "#
                + #"{"text": "stops for the winter, the board said.", "bold": true}]}, "#
                + #"{"type": "h2", "children": [{"text": "New"}]}, {"children": [{"text": "2"}]}]"#,
            #"[{"_type": "block", "style": "normal", "children": [{"_type": "span", "text": "1"}]}, "#
                + #"{"_type": "image"}, {"_type": "block", "style": "h2", "children": "#
                + #"[{"_type": "span", "text": "New"}]}, {"_type": "block", "children": "#
                + #"[{"_type": "span", "text": "2"}]}]"#,
            #"{"blocks": [{"text": "1", "type": "unstyled"}, {"text": "New", "#
                + #""type": "header-two"}, {"text": "2", "type": "unstyled"}], "entityMap": {}}"#,
            #"{"blocks": [{"type": "paragraph", "data": {"text": "1"}}, {"type": "header", "#
                + #""data": {"text": "New"}}, {"type": "paragraph", "data": {"text": "2"}}]}"#,
            #"[{"type": "text", "content": "1"}, {"type": "image", "caption": "A pier"}, "#
                + #"{"type": "header", "content": "New"}, {"type": "text", "content": "2"}]"#,
            #"{"summary": [], "sections": [{"headline": [], "paragraphs": ["1"]}, "#
                + #"{"headline": ["New"], "paragraphs": ["2"]}]}"#,
        ]
    )
    func `reads a text that is kept as a tree`(body: String) throws {
        let body = body.replacing("\"1\"", with: "\"\(Self.first)\"")
            .replacing("\"2\"", with: "\"\(Self.second)\"")
        let found = try drafts(#"{"headline": "Ferry stops", "body": \#(body)}"#)
        #expect(found.count == 1)
        #expect(found.first?.headline == "Ferry stops")
        #expect(found.first?.paragraphs.map(\.text) == [Self.first, "New", Self.second])
        #expect(found.first?.paragraphs.map(\.kind) == [.paragraph, .subhead, .paragraph])
    }

    @Test(
        arguments: [
            #""paragraphs": [{"text": "One came."}, {"text": "Two came."}]"#,
            #""body": [{"type": "text", "value": "One came."}, {"type": "text", "value": "Two came."}]"#,
            #""body": {"paragraphs": [{"text": "One came."}, {"text": "Two came."}]}"#,
        ]
    )
    func `objects in a list are paragraphs`(member: String) throws {
        let fields = try #require(try drafts(#"{"title": "Ferry stops", \#(member)}"#).first)
        #expect(fields.paragraphs.map(\.text) == ["One came.", "Two came."])
    }

    @Test func `what is said beside an article counts after what it says itself`() throws {
        let found = try drafts(
            #"{"title": "Ferry stops", "text": "\#(Self.first)", "date": "2024-01-02", "#
                + #""meta": {"headline": "Cheap ferries | Shop", "datePublished": "2019-05-05", "#
                + #""section": "Harbour"}}"#
        )
        let fields = try #require(found.first)
        #expect(fields.headline == "Ferry stops")
        #expect(fields.published?.description == "2024-01-02")
        #expect(fields.section == "Harbour")
        let answer = try drafts(
            #"{"data": {"title": "Ferry stops", "text": "\#(Self.first)"}, "#
                + #""meta": {"url": "https://api.example/articles/7"}}"#
        )
        #expect(answer.first?.headline == "Ferry stops")
        #expect(answer.first?.url == nil)
    }

    @Test(
        arguments: [
            (#"{"título": "T", "contenido": "B", "autor": "Ana Roe", "fecha": "2023-10-15"}"#),
            (#"{"titre": "T", "texte": "B", "auteur": "Ana Roe", "date_publication": "2023-10-15"}"#),
            (#"{"Überschrift": "T", "Inhalt": "B", "Autoren": ["Ana Roe"], "Datum": "15.10.2023"}"#),
            (#"{"titolo": "T", "testo": "B", "autore": "Ana Roe", "data": "2023-10-15"}"#),
            (#"{"заголовок": "T", "текст": "B", "автор": "Ana Roe", "дата": "2023-10-15"}"#),
            (#"{"标题": "T", "正文": "B", "作者": "Ana Roe", "日期": "2023-10-15"}"#),
            (#"{"headlines": {"basic": "T"}, "body": "B", "credits": {"by": [{"name": "Ana Roe"}]}, "#
                + #""display_date": "2023-10-15"}"#),
            (#"{"headlines": [{"role": "short", "value": "S"}, {"role": "main", "value": "T"}], "#
                + #""bodies": [{"role": "main", "value": "B"}], "by": "Ana Roe", "#
                + #""contentCreated": "2023-10-15"}"#),
            (#"{"post_title": "T", "post_content": "B", "author_name": "Ana Roe", "#
                + #""date_publish": "2023-10-15"}"#),
            (#"{"og:title": "T", "article:author": "Ana Roe", "content": "B", "#
                + #""article:published_time": "2023-10-15"}"#),
            (#"{"meta": {"title": "T", "author": "Ana Roe", "date": "2023-10-15"}, "text": "B"}"#),
            (#"{"data": {"article": {"title": "T", "content": {"text": "B"}, "#
                + #""metadata": {"author": "Ana Roe", "date": "2023-10-15"}}}}"#),
            (#"{"title": "List", "url": "https://a.example", "description": "All", "#
                + #""data": {"items": [{"title": "T", "text": "B", "author": "Ana Roe", "#
                + #""date": "2023-10-15"}]}}"#),
            (#"[{"a": 1}, {"title": ["T"], "text": ["B"], "author": ["Ana Roe"], "date": ["2023-10-15"]}]"#),
            (#"{"meta": {"n": 1}, "stuff": {"inner": [{"title": "T", "text": "B", "#
                + #""author": "Ana Roe", "date": "2023-10-15"}]}}"#),
        ]
    )
    func `knows the names in many languages and systems`(json: String) throws {
        let json = json.replacing("\"T\"", with: "\"Ferry stops\"")
            .replacing("\"B\"", with: "\"\(Self.first)\"")
        let found = try ArticleParser().items(
            in: Upload(bytes: Array(json.utf8), receivedOn: IntakeCurlTests.day)
        )
        let fields = try #require(try found.last?.result.get().fields)
        #expect(fields.headline == "Ferry stops")
        #expect(fields.text == Self.first)
        #expect(fields.authors.map(\.name) == ["Ana Roe"])
        #expect(fields.published?.description == "2023-10-15")
    }

    @Test(
        arguments: [
            (#"{"first_name": "Ana", "last_name": "Roe"}"#, ["Ana Roe"]),
            (#"{"data": {"attributes": {"name": "Ana Roe"}}}"#, ["Ana Roe"]),
            (#"{"display_name": "Ana Roe", "id": 3}"#, ["Ana Roe"]),
            (#"[["Ana Roe"]]"#, ["Ana Roe"]),
            (#""['Ana Roe', 'Max Doe']""#, ["Ana Roe", "Max Doe"]),
            (#""Ana Roe, Harbour Correspondent""#, ["Ana Roe"]),
            (#""Ana Roe in London""#, ["Ana Roe"]),
            (#""Doctors Without Borders in Harbour""#, ["Doctors Without Borders in Harbour"]),
            (#""Best Places in Travel Magazine""#, ["Best Places in Travel Magazine"]),
            (#""Martin Luther King, Jr.""#, ["Martin Luther King, Jr."]),
            (#""https://harbour.example/ana""#, []), (#""None""#, []), (#""n/a""#, []), ("12", []),
        ]
    )
    func `finds people's names`(authors: String, wanted: [String]) throws {
        #expect(try fields(#""authors": \#(authors)"#).authors.map(\.name) == wanted)
    }

    @Test(
        arguments: [
            (#""a;b""#, ["a", "b"]), (#"["a, b"]"#, ["a", "b"]), (##""#a #b""##, ["a", "b"]),
            (#"[{"name": "subject", "value": "a"}]"#, ["a"]), (#"[{"term": "a"}]"#, ["a"]),
            (
                #"[{"webTitle": "a", "type": "keyword"}, {"webTitle": "Ana Roe", "type": "contributor"}]"#,
                ["a"]
            ),
        ]
    )
    func `takes lists of tags apart`(tags: String, wanted: [String]) throws {
        #expect(try fields(#""tags": \#(tags)"#).tags == wanted)
    }

    @Test(
        arguments: [
            "1697380200.5", "1697380200000000", #"{"$date": 1697380200000}"#,
            #"{"$date": {"$numberLong": "1697380200000"}}"#, #"{"seconds": 1697380200}"#,
            #"{"date": "2023-10-15 14:30:00.000000", "timezone": "UTC"}"#,
            #""2023-10-15T16:30:00", "date_gmt": "2023-10-15T14:30:00""#,
        ]
    )
    func `reads an instant in any of its shapes`(date: String) throws {
        #expect(try fields(#""date": \#(date)"#).published?.description == "2023-10-15T14:30:00Z")
    }

    @Test(arguments: ["9e18", "1e400", "-1", "123456789012345678901234567890"])
    func `a number that is no date is none`(number: String) throws {
        #expect(try fields(#""date": \#(number)"#).published == nil)
    }

    @Test(
        arguments: [
            (
                "&lt;p&gt;One came.&lt;/p&gt;&lt;p&gt;Two came.&lt;/p&gt;",
                ["One came.", "Two came."]
            ),
            ("The caf&eacute; &amp; the boat&#8217;s crew.", ["The café & the boat’s crew."]),
            (#"One came.\\n\\nTwo came."#, ["One came.", "Two came."]),
            (
                #"One came.\n\n## Then\n\nTwo **came** [here](https://x.example)."#,
                ["One came.", "Then", "Two came here."]
            ),
            ("It sailed on Monday… [+2345 chars]", ["It sailed on Monday…"]),
        ]
    )
    func `a text is what its form says`(text: String, wanted: [String]) throws {
        let found = try drafts(#"{"title": "Ferry stops", "body": "\#(text)"}"#)
        #expect(found.first?.paragraphs.map(\.text) == wanted)
    }

    @Test func `a page in a field is read as a page`() throws {
        let page =
            "<!doctype html><html><body><nav><a href='/'>Home</a></nav><article><h1>Ferry stops"
            + "</h1><p>\(Self.first)</p><p>\(Self.second)</p></article></body></html>"
        let found = try drafts(#"{"headline": "Ferry stops", "html": "\#(page)"}"#)
        #expect(found.first?.paragraphs.map(\.text) == [Self.first, Self.second])
    }

    @Test func `objects of a graph are called by their names`() throws {
        let found = try drafts(
            """
            {"@context": "https://schema.org", "@graph": [
             {"@type": "Person", "@id": "#p", "name": "Ana Roe"},
             {"@type": "Organization", "@id": "#o", "name": "Harbour Post"},
             {"@type": "WebPage", "@id": "https://harbour.example/1", "name": "A page"},
             {"@type": "NewsArticle", "headline": "Ferry stops - Harbour Post", "articleBody": "It stops.",
              "author": {"@id": "#p"}, "publisher": {"@id": "#o"},
              "mainEntityOfPage": {"@id": "https://harbour.example/1"}}]}
            """
        )
        let fields = try #require(found.first)
        #expect(fields.headline == "Ferry stops")
        #expect(fields.authors.map(\.name) == ["Ana Roe"])
        #expect(fields.source == "Harbour Post")
        #expect(fields.url == "https://harbour.example/1")
    }

    @Test(
        arguments: [
            #"{"title": "A", "text": "1"}{"title": "B", "text": "2"}"#,
            "{\"title\": \"A\",\n\"text\": \"1\"}\n{\"title\": \"B\", \"text\": \"2\"}\n",
            #"{"title": "A", "text": "1"}, {"title": "B", "text": "2"}"#,
            #"// all\#n[{"title": "A", "text": "1", "n": NaN}, {"title": "B", "text": "2", "n": -Infinity}]"#,
            #"{"1": {"title": "A", "text": "1"}, "2": {"title": "B", "text": "2"}}"#,
        ]
    )
    func `several values are several articles`(json: String) throws {
        let json = json.replacing("\"1\"", with: "\"\(Self.first)\"")
            .replacing("\"2\"", with: "\"\(Self.second)\"")
        #expect(try drafts(json).map(\.headline) == ["A", "B"])
    }

    @Test(
        arguments: [
            ("{'title': 'A'}", 2), ("{title: 1}", 2), ("{\"a\": 'b'}", 7),
            ("{\"a\": 1} and so on", 10),
        ]
    )
    func `what is no JSON says where`(json: String, column: Int) {
        #expect {
            try drafts(json)
        } throws: { error in
            guard case .malformed(.json, _, 1, column) = error as? ParsingError else {
                return false
            }
            return true
        }
    }

    @Test func `lines of an array are lines`() throws {
        let lines =
            "[\n{\"title\": \"A\", \"text\": \"One came.\"},\n{\"title\": \"B\", \"text\": \"Two.\"}\n]"
        let found = try drafts(lines, declared: "application/x-ndjson")
        #expect(found.map(\.headline) == ["A", "B"])
    }

    @Test func `an item of a JSON Feed has its own address`() throws {
        let found = try drafts(
            """
            {"version": "https://jsonfeed.org/version/1.1", "title": "Post", "home_page_url":
             "https://harbour.example/", "items": [{"id": "1", "url": "/a", "title": "A",
             "external_url": "https://wire.example/a", "content_text": "One came."}]}
            """
        )
        #expect(found.first?.url == "https://harbour.example/a")
    }

    @Test(arguments: [
        ("english", "en"), ("eng", "en"), ("German", "de"), ("pt_br", "pt-BR"),
        ("xx-yy-zz", "xx-YY-ZZ"),
    ])
    func `knows languages by their names`(field: String, wanted: String) {
        #expect(LanguageTag.tag(of: field) == wanted)
    }
}
