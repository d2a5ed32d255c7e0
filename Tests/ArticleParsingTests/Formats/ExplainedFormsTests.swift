import Articles
import Testing

@testable import ArticleParsing

/// Whatever form an article comes in, it is said which of its members gave which field, and what was
/// found in the text.
@Suite struct ExplainedFormsTests {
    private static let text = "WESTHAVEN (AP) — The ferry sailed on Monday, it was said."

    private static let forms: [(name: String, input: String, rules: [FieldName: String])] = [
        (
            "JSON",
            #"{"headline": "Ferry", "by": "Jane Roe", "pubDate": "2024-03-03", "body": "\#(text)"}"#,
            [.headline: "json_headline", .authors: "json_by", .published: "json_pubDate"]
        ),
        (
            "NDJSON",
            #"{"title": "A", "text": "\#(text)"}"# + "\n"
                + #"{"title": "B", "tags": ["sea"], "text": "It came by sea."}"#,
            [.headline: "json_title"]
        ),
        (
            "schema.org",
            #"{"@type": "NewsArticle", "headline": "Ferry", "datePublished": "2024-03-03", "#
                + #""articleBody": "\#(text)", "publisher": {"name": "Courier"}}"#,
            [
                .headline: "json_headline", .published: "json_datePublished",
                .source: "json_publisher",
            ]
        ),
        (
            "ninjs",
            #"{"uri": "urn:x:1", "headline": "Ferry", "versioncreated": "2024-03-03T12:00:00Z", "#
                + #""byline": "By Jane Roe", "body_text": "\#(text)"}"#,
            [.headline: "json_headline", .byline: "json_byline", .published: "json_versioncreated"]
        ),
        (
            "JSON Feed",
            #"{"version": "https://jsonfeed.org/version/1.1", "title": "Courier", "items": "#
                + #"[{"title": "Ferry", "date_published": "2024-03-03", "content_text": "\#(text)"}]}"#,
            [
                .headline: "json_title", .source: "feed_title", .published: "json_date_published",
            ]
        ),
        (
            "RSS",
            """
            <rss version="2.0"><channel><title>Courier</title><item><title>Ferry</title>
            <category>Sea</category><description>\(text)</description></item></channel></rss>
            """,
            [.headline: "feed_title", .tags: "feed_category", .source: "feed_title"]
        ),
        (
            "RSS 0.9",
            """
            <?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
            xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>Courier</title></channel>
            <item><title>Ferry</title><link>https://n.example/1</link>
            <description>\(text)</description></item></rdf:RDF>
            """,
            [.headline: "feed_title", .url: "feed_link"]
        ),
        (
            "Atom",
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title><entry>
            <title>Ferry</title><published>2024-03-03T10:00:00Z</published>
            <author><name>Jane Roe</name></author><content>\(text)</content></entry></feed>
            """,
            [
                .headline: "feed_title", .published: "feed_published",
                .authors: "feed_author/name",
            ]
        ),
        (
            "YAML front matter",
            "---\ntitle: Ferry\nauthor: Jane Roe\ndate: 2024-03-03\n---\n\(text)\n",
            [
                .headline: "front_matter_title", .authors: "front_matter_author",
                .published: "front_matter_date",
            ]
        ),
        (
            "TOML front matter",
            "+++\ntitle = \"Ferry\"\ntags = [\"sea\"]\ndate = 2024-03-03\n+++\n\(text)\n",
            [.headline: "front_matter_title", .tags: "front_matter_tags"]
        ),
        (
            "Markdown", "# Ferry\n\n\(text)\n\nIt *came* back.\n",
            [.headline: "markdown_heading"]
        ),
    ]

    @Test(arguments: forms.map(\.name))
    func `each form says where its fields come from`(name: String) throws {
        let form = try #require(Self.forms.first { $0.name == name })
        let drafts = try ArticleParser().parse(
            Upload(bytes: Array(form.input.utf8), receivedOn: IntakeCurlTests.day)
        )
        let explanation = try #require(drafts.first).explanation
        for (field, rule) in form.rules {
            let found = explanation.fields.first { $0.field == field }
            #expect(found?.rule == rule, "\(name): \(field)")
            #expect(found?.value != nil)
        }
        // What no member says is found in the text, with its place there.
        let place = explanation.fields.first { $0.field == .dateline }
        #expect(place?.span != nil && place?.rule != nil, "\(name): \(explanation.fields)")
        #expect(!explanation.input.why.isEmpty)
    }
}
