import Articles
import Testing

@testable import ArticleParsing

/// What single pieces of a page's markup say.
@Suite struct PageMetadataTests {
    @Test(
        arguments: [
            ("By Jane Roe and John Doe", ["Jane Roe", "John Doe"]),
            ("Jane Roe", ["Jane Roe"]),
            ("Jane Roe, John Doe", ["Jane Roe", "John Doe"]),
            ("Jane Roe, PhD", ["Jane Roe"]),
            ("All posts by Jane Roe", ["Jane Roe"]),
            ("wren", ["wren"]),
            ("https://example.com/authors/roe", []),
            ("roe@example.com", []),
            ("example.com", []),
            ("admin", []),
            ("No Author", []),
        ] as [(String, [String])]
    )
    func `a value names its authors`(value: String, names: [String]) {
        #expect(PageAuthors.names(in: value) == names)
    }

    @Test(
        arguments: [
            ("https://a.example/author/jane-roe/", true),
            ("/autoren/12", true),
            ("https://a.example/author", false),
            ("https://a.example/authority/boats", false),
            ("/news/the-author", false),
        ]
    )
    func `an address is an author's page`(address: String, isOne: Bool) {
        #expect(AuthorAddress.isOne(Array(address.utf8)[...]) == isOne)
    }

    @Test(
        arguments: [
            ("https://a.example/2023/10/15/ferry", "2023-10-15"),
            ("https://a.example/news/2023-10-15-ferry", "2023-10-15"),
            ("https://a.example/20231015/ferry", "2023-10-15"),
            ("https://a.example/2023/13/45/ferry", nil),
            ("https://a.example/ferry-12345678", nil),
            ("https://2023.example/10/15", nil),
        ] as [(String, String?)]
    )
    func `an address has a date`(address: String, day: String?) {
        #expect(URLDate.day(in: address)?.description == day)
    }

    /// Heads and bodies with the candidates that they hold: key, rule and value.
    @Test(
        arguments: [
            ("<meta property='og:title' content='A &amp; B'>", "headline og_title A & B"),
            ("<meta name='dc.creator' value='Jane Roe'>", "author meta_author Jane Roe"),
            (
                "<meta name='twitter:label1' content='Written by'>"
                    + "<meta name='twitter:data1' content='Jane Roe'>",
                "author twitter_label Jane Roe"
            ),
            ("<a href='/author/roe'>Jane Roe</a>", "author author_link Jane Roe"),
            ("<p class=byline>By Jane Roe</p>", "author author_class By Jane Roe"),
            ("<p class=vcard><b class=fn>Jane Roe</b></p>", "author author_card Jane Roe"),
            ("<div class=comments><p class=byline>By Jane Roe</p></div>", ""),
            ("<p><time datetime=2023-10-15>Sunday</time>", "published time_element 2023-10-15"),
            (
                "<p><abbr class=published title=2023-10-15>Sunday</abbr>",
                "published published_class 2023-10-15"
            ),
            (
                "<p itemprop=datePublished content=2023-10-15>Sunday</p>",
                "published microdata 2023-10-15"
            ),
            (
                "<script type='application/ld+json'>{'@type': 'NewsArticle', 'headline': 'A',}"
                    + "</script>", ""
            ),
            (
                "<script type='application/ld+json'>/* x */ [{\"@type\": \"NewsArticle\",\n"
                    + "\"headline\": \"A\nB\",, }</script>", "headline json_ld A B"
            ),
            (
                "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"author\": "
                    + "[{\"@id\": \"#r\"}, \"John Doe\"]}</script><script type='application/ld+json'>"
                    + "{\"@id\": \"#r\", \"name\": \"Jane Roe\"}</script>",
                "author json_ld Jane Roe; author json_ld John Doe"
            ),
        ] as [(String, String)]
    )
    func `markup holds candidates`(page: String, wanted: String) {
        let metadata = PageMetadata(of: HTMLTreeBuilder.tree(of: page))
        let found = metadata.candidates.map { "\($0.key) \($0.rule) \($0.value)" }
        #expect(found.joined(separator: "; ") == wanted)
    }
}
