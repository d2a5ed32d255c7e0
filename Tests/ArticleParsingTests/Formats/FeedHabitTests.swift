import Articles
import Testing

@testable import ArticleParsing

/// What the makers of feeds do that no specification says.
@Suite struct FeedHabitTests {
    private static let first = "The ferry to the islands stops for the winter, the board said."
    private static let second = "It will run again in March with two new boats."
    private static let html = "<p>\(first)</p><p>\(second)</p>"

    private func items(_ bytes: [UInt8], declared: String? = nil) throws -> [ArticleFields] {
        try ArticleParser().items(
            in: Upload(bytes: bytes, declaredType: declared, receivedOn: IntakeCurlTests.day)
        ).map { try $0.result.get().fields }
    }

    private func entry(_ elements: String, title: String = "Ferry stops") throws -> ArticleFields {
        let feed = """
            <?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
             xmlns:media="http://search.yahoo.com/mrss/" xmlns:ad="https://ads.example/ns"
             xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"
             xmlns:y="http://news.yandex.ru"><channel><title>Harbour Post</title>
            <link>https://harbour.example/</link><item><title>\(title)</title>\(elements)</item>
            </channel></rss>
            """
        return try #require(try items(Array(feed.utf8)).first)
    }

    @Test(
        arguments: [
            ("ISO-8859-1", "Fähre außer Betrieb", [0xE4: 0xE4, 0xDF: 0xDF]),
            ("windows-1251", "Паром стоит", [:]),
        ] as [(String, String, [UInt32: UInt8])]
    )
    func `a declared charset is read once`(
        charset: String,
        title: String,
        letters: [UInt32: UInt8]
    ) throws {
        let feed =
            "<?xml version=\"1.0\" encoding=\"\(charset)\"?><rss><channel><item><title>"
            + title + "</title><description>x</description></item></channel></rss>"
        let bytes = feed.unicodeScalars.map { scalar -> UInt8 in
            switch scalar.value {
            case 0x410...0x44F: UInt8(scalar.value - 0x410 + 0xC0)  // Windows-1251's letters
            default: letters[scalar.value] ?? UInt8(scalar.value)
            }
        }
        #expect(try items(bytes).first?.headline == title)
    }

    @Test(
        arguments: [
            "\n\n <?xml version=\"1.0\"?><rss>", "<!-- made -->\n<rss>", "<!DOCTYPE rss><rss>",
            "<?xml-stylesheet href=\"x\"?><rss>",
            "Warning: in x.php on line 3\n<?xml version='1.0'?><rss>",
        ]
    )
    func `what stands before a feed does no harm`(start: String) throws {
        let feed = start + "<channel><item><title>Ferry stops</title></item></channel></rss>"
        let fields = try items(Array(feed.utf8), declared: "application/rss+xml")
        #expect(fields.map(\.headline) == ["Ferry stops"])
    }

    @Test(
        arguments: [
            "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
                + "xmlns='http://purl.org/rss/1.0/'><item r:about='https://harbour.example/1'>"
                + "<title>Ferry stops</title></item></r:RDF>",
            "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:title>Ferry stops</a:title>"
                + "<a:link href='https://harbour.example/1'/></a:entry></a:feed>",
        ]
    )
    func `a root with another prefix is a feed's`(feed: String) throws {
        let fields = try #require(try items(Array(feed.utf8)).first)
        #expect(fields.headline == "Ferry stops")
        #expect(fields.url == "https://harbour.example/1")
    }

    @Test(
        arguments: [
            ("Salt &amp; fish", "Salt & fish"), ("Salt & fish", "Salt & fish"),
            ("Caf&eacute; & more", "Café & more"), ("Salt&#x1F; & fish", "Salt & fish"),
            ("5 < 6 &amp; 7", nil),
        ] as [(String, String?)]
    )
    func `faults that feeds commonly have are mended`(text: String, wanted: String?) {
        let found = try? entry("<description>\(text)</description>").text
        #expect(found == wanted)
    }

    @Test(
        arguments: [
            ("<a b=\"", "> "), ("<![CDATA[", " <b>"), ("<!--", "- <b> "), ("<?a", " b> "),
            ("<!DOCTYPE b [", "<!ENTITY c \"d\"> "),
        ]
    )
    func `of markup that does not end is told where it begins`(start: String, rest: String) {
        let feed = "<rss>\n <b>" + start + String(repeating: rest, count: 600_000)
        #expect {
            try items(Array(feed.utf8))
        } throws: { error in
            guard case .malformed(.feed, _, line: 2, column: 5) = error as? ParsingError else {
                return false
            }
            return true
        }
    }

    @Test(
        arguments: [
            "© 2024 Harbour Post. All rights reserved.", "All rights reserved by the Harbour Post",
            "© 2024 Газета. Все права защищены.", "TOUS DROITS RÉSERVÉS",
        ]
    )
    func `a notice of rights at the end is no text`(notice: String) throws {
        let text = "<description><![CDATA[<p>\(Self.first)</p><p>\(notice)</p>]]></description>"
        #expect(try entry(text).paragraphs.map(\.text) == [Self.first])
    }

    @Test func `of a long feed so many faults are mended and no more`() throws {
        func feed(_ faults: Int) -> String {
            let text = "It sails. " + String(repeating: "& it sails again ", count: faults)
            return "<description>\n\(text)\(String(repeating: "x ", count: 600_000))</description>"
        }
        #expect(try entry(feed(XMLMending.mostFaults)).paragraphs.count > 0)
        #expect {
            try entry(feed(XMLMending.mostFaults + 1))
        } throws: { error in
            guard case .malformed(.feed, _, line: 6, _) = error as? ParsingError else {
                return false
            }
            return true
        }
    }

    @Test func `tags of HTML without an end are mended`() throws {
        let fields = try entry(
            "<description><p>\(Self.first)<br></p><p>\(Self.second)</p></description>"
        )
        #expect(fields.paragraphs.map(\.text) == [Self.first, Self.second])
    }

    @Test(
        arguments: [
            "<![CDATA[\(html)]]>",
            // Escaped twice, in two ways.
            "&amp;lt;p&amp;gt;\(first)&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;\(second)&amp;lt;/p&amp;gt;",
            "<![CDATA[&lt;p&gt;\(first)&lt;/p&gt;&lt;p&gt;\(second)&lt;/p&gt;]]>",
            "<![CDATA[\(html)<p>The post <a>Ferry stops</a> appeared first on <a>Post</a>.</p>]]>",
            "<![CDATA[\(html)<p>Der Beitrag <a>Ferry stops</a> erschien zuerst auf <a>Post</a>.</p>]]>",
            "<![CDATA[\(html)<p><b>Read more:</b></p><ul><li>One story</li><li>Another</li></ul>]]>",
            "<![CDATA[\(html)<p>Share this: Mail</p><p>© 2023 Post. All rights reserved.</p>]]>",
            "<![CDATA[<p>\(first)</p><p>\(second) <a href=\"x\">Read more...</a></p>]]>",
            "<![CDATA[\(first)<br><br>\(second)<br><br><a>Continue reading…</a><img src=\"t.gif\">]]>",
        ]
    )
    func `only the article's words are its text`(description: String) throws {
        let fields = try entry("<description>\(description)</description>")
        #expect(fields.paragraphs.map(\.text) == [Self.first, Self.second])
    }

    @Test(
        arguments: [
            "This story of two brothers first appeared on stage in 1962.",
            "L'articolo 18 dello statuto proviene da una lunga stagione di lotte.",
            "The post of harbour master, which stops in May, first appeared on no list.",
            "The plate on the gate still says “all rights reserved”, he laughed.",
        ]
    )
    func `a last paragraph that only sounds like a notice is text`(last: String) throws {
        let text = "<description><![CDATA[<p>\(Self.first)</p><p>\(last)</p>]]></description>"
        #expect(try entry(text).paragraphs.map(\.text) == [Self.first, last])
    }

    @Test(
        arguments: [
            "<img src=\"p?a=1&b=2\" alt=\"a>b\">", "<br></br>", "<img src='p?a=1&amp;b=2'/>",
            "<br><hr>",
            "<a href=\"x?a=1&b\">",
        ]
    )
    func `tags are mended as a whole`(tag: String) throws {
        let end = tag.hasPrefix("<a") ? "</a>" : ""
        let fields = try entry("<description>\(Self.first) & more \(tag)\(end)</description>")
        #expect(fields.text == Self.first + " & more")
    }

    @Test(arguments: ["& ", "<a b=\"", "<", "<br>", "&x;"])
    func `what only looks like a feed ends in time`(part: String) {
        let times = [1, 1, 4].map { factor in
            let text = String(repeating: part, count: factor << 15)
            return processorTime(of: { _ = try? entry("<description>& \(text)</description>") })
        }
        #expect(times[2] < max(times[0], times[1]) * 8 + .seconds(2), "\(part)")
    }

    @Test func `a sentence that ends in a link stays whole`() throws {
        let text = "<![CDATA[<p>We told them to watch the <a>video</a></p><p>\(Self.first)</p>]]>"
        let fields = try entry("<description>\(text)</description>")
        #expect(fields.paragraphs.first?.text == "We told them to watch the video")
    }

    @Test func `what is quoted or listed stays so in paragraphs of its own`() throws {
        let html =
            "<blockquote><p>We are sorry.</p></blockquote><ul><li><p>One</p><li>Two</ul>"
            + "<table><tr><td>Mon</td><td>8:00</td></tr></table>"
        let fields = try entry("<description><![CDATA[<p>\(Self.first)</p>\(html)]]></description>")
        #expect(
            fields.paragraphs.map(\.text) == [
                Self.first, "We are sorry.", "One", "Two", "Mon 8:00",
            ]
        )
        #expect(
            fields.paragraphs.map(\.kind)
                == [.paragraph, .quotation, .listItem, .listItem, .paragraph]
        )
    }

    @Test func `what a module that is not known says is not the entry's`() throws {
        let fields = try entry(
            """
            <media:content url="x.jpg" medium="image"><media:title>DSC1</media:title>
            <media:description>A pier in the sun.</media:description></media:content>
            <ad:title>Buy boats</ad:title><ad:author>Ad Maker</ad:author>
            <ad:description>Cheap boats</ad:description>
            <y:full-text>\(Self.first)\n\n\(Self.second)</y:full-text>
            """
        )
        #expect(fields.headline == "Ferry stops")
        #expect(fields.authors.isEmpty)
        #expect(fields.paragraphs.map(\.text) == [Self.first, Self.second])
    }

    @Test func `addresses and tags are those that people know`() throws {
        let fields = try entry(
            """
            <link>https://counter.example/1</link>
            <feedburner:origLink>https://harbour.example/1</feedburner:origLink>
            <category><![CDATA[Fish &amp; ships]]></category><media:keywords>ferry, winter</media:keywords>
            <category>http://schemas.example/kind#post</category>
            """
        )
        #expect(fields.url == "https://harbour.example/1")
        #expect(fields.tags == ["Fish & ships", "ferry", "winter"])
        let atom = """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://harbour.example/en/">
            <entry xml:base="news/"><title>A</title><category term="a" label="Ferries"/>
            <link rel="alternate" type="application/json" href="1.json"/>
            <link rel="alternate" type="text/html" href="1.html"/><summary>Short.</summary>
            <content type="image/png">iVBORw0KGgo</content></entry></feed>
            """
        let entry = try #require(try items(Array(atom.utf8)).first)
        #expect(entry.url == "https://harbour.example/en/news/1.html")
        #expect(entry.tags == ["Ferries"])
        #expect(entry.text == "Short.")
    }

    @Test func `an aggregator's headline loses the name of the source`() throws {
        let source = "<source url=\"https://a.example\">Island Wire</source>"
        #expect(try entry(source, title: "Ferry stops - Island Wire").headline == "Ferry stops")
        #expect(
            try entry(source, title: "Ferry stops at Island Wire").headline?.hasSuffix("Wire")
                == true
        )
    }

    @Test(
        arguments: [
            ("15 Oct 23 14:30:00 UT", "2023-10-15T14:30:00Z"),
            ("Sun, 15 Oct 2023 14:30 EST", "2023-10-15T14:30-05:00"),
            ("Sun Oct 15 14:30:00 +0000 2023", "2023-10-15T14:30:00Z"),
            ("Sun, 15 Oct 2023 14:30:00 GMT+0200", "2023-10-15T14:30:00+02:00"),
            ("Mon Aug 03 12:45:00 EDT 2015", "2015-08-03T12:45:00-04:00"),
            ("Sun, 15 Oct 2023 14:30:00 -0330", "2023-10-15T14:30:00-03:30"),
            ("20231015T143000Z", "2023-10-15T14:30:00Z"),
            ("1 Jan 70 00:00:00 GMT", "1970-01-01T00:00:00Z"),
            ("/Date(1697380200000)/", "2023-10-15T14:30:00Z"),
            ("2023-10-15T14:30:00Z[UTC]", "2023-10-15T14:30:00Z"),
            ("1697380200.25", "2023-10-15T14:30:00Z"), ("31 Feb 2023 14:30:00 GMT", nil),
        ] as [(String, String?)]
    )
    func `reads dates as programs print them`(field: String, wanted: String?) {
        #expect(FieldDate.date(field)?.description == wanted)
    }
}
