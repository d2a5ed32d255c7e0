import Articles
import Testing

@Suite struct SummaryTests {
    @Test(
        arguments: [
            ("", ""), ("Rain fell.", "Rain fell."),
            (String(repeating: "雨", count: 1_000), String(repeating: "雨", count: 1_000)),
            (String(repeating: "雨", count: 1_001), String(repeating: "雨", count: 999) + "…"),
            (
                String(repeating: "rain ", count: 300),
                String(repeating: "rain ", count: 198) + "rain…"
            ),
            (
                "Rain " + String(repeating: "x", count: 2_000),
                "Rain " + String(repeating: "x", count: 994) + "…"
            ),
        ]
    )
    func `a long lead is cut between two words`(lead: String, summary: String) {
        #expect(Article.summary(of: lead) == summary)
        #expect(Article.summary(of: lead).unicodeScalars.count <= Article.longestSummary)
    }
}
