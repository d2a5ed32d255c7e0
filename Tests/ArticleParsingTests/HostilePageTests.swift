import Articles
import Testing

@testable import ArticleParsing

/// Pages made to use up time, memory or stack: each is read in time, up to a limit.
@Suite struct HostilePageTests {
    private static let text =
        "<h1>Ferry returns to the harbour</h1><p>The ferry went back to work on Monday after a long"
        + " refit, and the town came to the quay to see it.</p>"

    private static func repeated(_ unit: String, _ count: Int) -> String {
        String(repeating: unit, count: count)
    }

    private static let pages: [String: String] = Dictionary(
        uniqueKeysWithValues: [
            ("nested elements", text + repeated("<div>", 30_000)),
            ("unclosed bold type", text + repeated("<b>x", 10_000)),
            ("end tags of nothing", text + repeated("<div>", 500) + repeated("</span>", 20_000)),
            ("attributes", text + "<div" + repeated(" a=b", 10_000) + ">"),
            (
                "different attributes",
                text + "<p " + (0..<5_000).map { "a\($0)" }.joined(separator: " ")
            ),
            ("quotation marks that never close", text + repeated("<a b='<a b=\"", 50_000)),
            ("comments that never close", text + repeated("<!--", 10_000)),
            ("scripts that never close", text + repeated("<script>", 10_000)),
            ("nested tables", text + repeated("<table><tr><td>", 10_000)),
            ("links", text + repeated("<a href=x>y</a>", 50_000)),
            ("line breaks", text + repeated("<br>a", 10_000)),
            ("headings", text + repeated("<h1>a</h1>", 20_000)),
            (
                "deep data",
                "<script type=application/ld+json>" + repeated("[", 20_000) + "</script>" + text
            ),
            (
                "deep objects",
                "<script type=application/ld+json>" + repeated("{\"@graph\":", 10_000)
                    + "</script>" + text
            ),
            (
                "entities of entities",
                "<!DOCTYPE html [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">"
                    + "<!ENTITY c \"&b;&b;&b;&b;\">]>" + text + repeated("&c;", 50_000)
            ),
        ] as [(String, String)]
    )

    @Test(arguments: pages.keys.sorted())
    func `a hostile page is read in time`(name: String) throws {
        let page = try #require(Self.pages[name])
        var drafts: [ArticleDraft] = []
        let elapsed = ContinuousClock().measure {
            drafts = HTMLParser.drafts(
                of: DecodedText(
                    text: page,
                    format: .html,
                    description: InputDescription(
                        bytes: page.utf8.count,
                        charset: "utf-8",
                        declaredType: nil,
                        treatedAs: "text/html",
                        why: "it is said to be"
                    ),
                    given: GivenFields(),
                    receivedOn: IntakeCurlTests.day,
                    warnings: []
                )
            )
        }
        #expect(elapsed < .seconds(20))
        let draft = try #require(drafts.first)
        #expect(draft.fields.headline == "Ferry returns to the harbour")
        #expect(draft.fields.text.contains("came to the quay"))
    }
}
