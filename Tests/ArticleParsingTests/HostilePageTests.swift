import Articles
import Testing

@testable import ArticleParsing

/// Pages made to use up time, memory or stack: each is read in time, up to a limit, and what was not
/// read is said.
@Suite struct HostilePageTests {
    private static let text =
        "<h1>Ferry returns to the harbour</h1><p>The ferry went back to work on Monday after a long"
        + " refit, and the town came to the quay to see it.</p>"

    private static func repeated(_ unit: String, _ count: Int) -> String {
        String(repeating: unit, count: count)
    }

    private static let pages: [String: String] = Dictionary(
        uniqueKeysWithValues: [
            ("a million nested elements", text + repeated("<div>", 1_000_000)),
            ("a million end tags", text + repeated("<i></i>", 500_000)),
            ("unclosed bold type", text + repeated("<b>x", 10_000)),
            ("end tags of nothing", text + repeated("<div>", 500) + repeated("</span>", 20_000)),
            ("a million attributes", text + "<div" + repeated(" a=b", 1_000_000) + ">"),
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
                "<script type=application/ld+json>" + repeated("[", 1_000_000) + "</script>" + text
            ),
            (
                "deep objects",
                "<script type=application/ld+json>" + repeated("{\"@graph\":", 100_000)
                    + "</script>" + text
            ),
            (
                "many objects",
                "<script type=application/ld+json>["
                    + repeated("{\"@type\":\"NewsArticle\",\"headline\":\"A\"},", 30_000)
                    + "]</script>" + text
            ),
            (
                "entities of entities",
                "<!DOCTYPE html [<!ENTITY a0 \"ha\">"
                    + (1..<10).map { level in
                        "<!ENTITY a\(level) \"\(repeated("&a\(level - 1);", 10))\">"
                    }.joined() + "]>" + text + repeated("&a9;", 50_000)
            ),
            ("rows of a table", text + "<table>" + repeated("<tr><td>a<td>1", 50_000)),
            ("articles in each other", text + repeated("<article><h2>a</h2>b", 400)),
        ] as [(String, String)]
    )

    /// The pages that go on behind a limit.
    private static let truncated: Set<String> = [
        "a million nested elements", "a million end tags", "nested tables", "unclosed bold type",
    ]

    @Test(arguments: pages.keys.sorted())
    func `a hostile page is read in time`(name: String) throws {
        let page = try #require(Self.pages[name])
        let start = processorTime()
        let drafts = HTMLParser.drafts(
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
        #expect(processorTime() - start < .seconds(120))
        let draft = try #require(drafts.first)
        #expect(draft.fields.headline == "Ferry returns to the harbour")
        #expect(draft.fields.text.contains("came to the quay"))
        let warnings = draft.warnings.filter { $0.code == .truncated }
        #expect(warnings.isEmpty != Self.truncated.contains(name), "\(warnings)")
    }
}
