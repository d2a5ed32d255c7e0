import Articles
import Testing

@testable import ArticleParsing

/// Feeds of every kind, as newspapers write them.
@Suite struct FeedTests {
    private func items(_ feed: String) throws -> [ParsedItem] {
        var given = GivenFields()
        given.format = .feed
        return try ArticleParser().items(
            in: Upload(bytes: Array(feed.utf8), given: given, receivedOn: IntakeCurlTests.day)
        )
    }

    private func fields(_ feed: String) throws -> [ArticleFields] {
        try items(feed).map { try $0.result.get().fields }
    }

    private static let story = "The ferry sailed on Monday."

    @Test(
        arguments: [
            // RSS 2.0, 0.91 without a declaration, 1.0, 0.9, Atom 1.0, Atom 0.3
            """
            <rss version="2.0"><channel><title>Courier</title><item><title>Ferry sails</title>
            <link>https://news.example/1</link><description>\(story)</description>
            <pubDate>Sun, 03 Mar 2024 10:15:00 +0100</pubDate></item></channel></rss>
            """,
            """
            <rss version="0.91"><channel><title>Courier</title><item><title>Ferry sails</title>
            <link> https://news.example/1 </link><description>&lt;p&gt;\(story)&lt;/p&gt;</description>
            <pubDate>2024-03-03T10:15:00+01:00</pubDate></item></channel></rss>
            """,
            """
            <?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
            xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="x"><title>Courier</title><link>https://news.example/</link></channel>
            <item rdf:about="y"><title>Ferry sails</title><link>https://news.example/1</link>
            <description>\(story)</description><d:date>2024-03-03T10:15:00+01:00</d:date></item>
            </rdf:RDF>
            """,
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://news.example/feeds/atom">
            <title>Courier</title><link rel="self" href="atom"/><entry><title>Ferry sails</title>
            <link rel="alternate" href="../1"/><published>2024-03-03T10:15:00+01:00</published>
            <updated>2024-03-03T10:15:00+01:00</updated>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>\(story)</p></div>
            </content></entry></feed>
            """,
            """
            <a:feed xmlns:a="http://purl.org/atom/ns#" version="0.3"><a:title>Courier</a:title>
            <a:entry><a:title>Ferry sails</a:title><a:link href="https://news.example/1"/>
            <a:issued>2024-03-03T10:15:00+01:00</a:issued>
            <a:content type="text/html" mode="escaped">&lt;b&gt;\(story)&lt;/b&gt;</a:content>
            </a:entry></a:feed>
            """,
        ]
    )
    func `reads an entry`(feed: String) throws {
        let found = try fields(feed)
        #expect(found.count == 1)
        let fields = try #require(found.first)
        #expect(fields.headline == "Ferry sails")
        #expect(fields.paragraphs.map(\.text) == [Self.story])
        #expect(fields.url == "https://news.example/1")
        #expect(fields.published?.description == "2024-03-03T10:15:00+01:00")
        #expect(fields.source == "Courier")
    }

    @Test func `reads what modules add`() throws {
        let feed = """
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
             xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
            <channel><title>Courier &amp; Mail</title><language>en-gb</language><item>
            <title>Ferry &#8217;sails&#8217; &amp;amp; more</title><dc:creator>Jane Roe</dc:creator>
            <dc:creator>John Doe</dc:creator><category>Harbour</category><category>Ships</category>
            <guid isPermaLink="true">https://news.example/2</guid><description>Short.</description>
            <media:content url="a.jpg"><media:title>A picture</media:title></media:content>
            <content:encoded><![CDATA[<p>WESTHAVEN, March 3 (Reuters) - It sailed &mdash; at last.</p>
            <h2>What now</h2><ul><li>One</li><li>Two</li></ul><script>no()</script>
            <figure><figcaption>The pier</figcaption></figure>]]></content:encoded>
            </item></channel></rss>
            """
        let fields = try #require(try fields(feed).first)
        #expect(fields.headline == "Ferry ’sails’ & more")
        #expect(fields.authors.map(\.name) == ["Jane Roe", "John Doe"])
        #expect(fields.tags == ["Harbour", "Ships"])
        #expect(fields.url == "https://news.example/2")
        #expect(fields.language == "en-GB")
        #expect(fields.source == "Courier & Mail")
        #expect(fields.dateline?.place == "WESTHAVEN")
        #expect(
            fields.paragraphs.map(\.text)
                == ["It sailed — at last.", "What now", "One", "Two", "The pier"]
        )
        #expect(
            fields.paragraphs.map(\.kind)
                == [.paragraph, .subhead, .listItem, .listItem, .caption]
        )
    }

    @Test func `Atom's authors are those of the entry or of the feed`() throws {
        let feed = """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title>
            <author><name>The Desk</name></author>
            <entry><title>A</title><summary>One came.</summary></entry>
            <entry><title>B</title><summary>Two came.</summary>
            <author><name>Jane Roe</name><email>jane@news.example</email></author>
            <source><title>Harbour News</title></source></entry></feed>
            """
        let found = try fields(feed)
        #expect(found.map { $0.authors.map(\.name) } == [["The Desk"], ["Jane Roe"]])
        #expect(found.map(\.source) == ["Courier", "Harbour News"])
    }

    @Test(
        arguments: [
            ("https://a.example/x", "", "https://a.example/x"),
            ("/x?y=1", "https://a.example/feed", "https://a.example/x?y=1"),
            ("x", "https://a.example/b/c", "https://a.example/b/x"),
            ("../x", "https://a.example/b/c/d", "https://a.example/b/x"),
            ("../../../x", "https://a.example/b", "https://a.example/x"),
            ("//b.example/x", "https://a.example/", "https://b.example/x"),
            ("?q", "https://a.example/b#c", "https://a.example/b?q"), ("x", "", nil),
            ("javascript:alert(1)", "https://a.example/", nil), ("a b", "https://a.example/", nil),
        ] as [(String, String, String?)]
    )
    func `resolves references as RFC 3986 5.2 says`(
        reference: String,
        base: String,
        wanted: String?
    ) {
        #expect(RelativeReference.resolve(reference, against: base) == wanted)
    }

    @Test func `a feed that breaks off keeps its whole entries and says so`() throws {
        let feed = """
            <rss version="2.0"><channel><item><title>A</title><description>One came.</description>
            </item><item><title>B</title><description>Two
            """
        let found = try items(feed)
        #expect(found.count == 2)
        #expect(try found[0].result.get().fields.headline == "A")
        guard case .failure(.malformed(.feed, _, _, _)) = found[1].result else {
            Issue.record("\(found[1])")
            return
        }
    }

    @Test(arguments: [
        "<rss></rss>", "<feed/>", "<?xml version='1.0'?><note>Hi</note>", "<rss", "<?xml",
    ])
    func `what is no feed is refused with a reason`(feed: String) {
        #expect {
            try items(feed)
        } throws: { error in
            switch error as? ParsingError {
            case .noArticle, .malformed: true
            default: false
            }
        }
    }

    @Test func `entities are not expanded, files not opened, and depth is bounded`() throws {
        var bomb = #"<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">"#
        for (name, inner) in zip("bcdefghij", "abcdefghi") {
            let ten = String(repeating: "&\(inner);", count: 10)
            bomb += "<!ENTITY \(name) \"\(ten)\">"
        }
        bomb += "]><rss><channel><item><title>A</title><description>One came &j; by sea."
        bomb += "</description></item></channel></rss>"
        // libxml2 may refuse it at sight.
        let length = (try? fields(bomb))?.first?.text.utf8.count ?? 0
        #expect(length < 1_000)
        let file = """
            <!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]><rss><channel><item>
            <title>A</title><description>One came &f; by sea.</description></item></channel></rss>
            """
        #expect(try fields(file).first?.paragraphs.map(\.text) == ["One came by sea."])
        let deep = "<rss>" + String(repeating: "<a>", count: 100_000)
        #expect(throws: ParsingError.self) { try items(deep) }
    }
}
