import Testing

@testable import ArticleParsing

/// The HTML in fields.
@Suite struct HTMLFragmentTests {
    @Test(
        arguments: [
            ("<p>One</p><p>Two</p>", "One\n\nTwo"), ("One<br>Two<br/>Three", "One\nTwo\nThree"),
            ("One <b>bold</b> word", "One bold word"), ("a &lt; b &amp;&amp; c", "a < b && c"),
            ("&eacute;&#233;&#xE9;&nope;&#x80;", "ééé&nope;€"),
            ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
            ("<p title='a>b'>One</p>", "One"), ("<p title=it's>One</p>", "One"),
            ("<script>if (a<b) {}</script>One", "One"), ("<!-- no -->One<!-- open", "One"),
            ("<style>p{}", ""), ("One<", "One<"), ("<", "<"), ("&", "&"), ("</", "</"), ("", ""),
            ("One\n  two\n", "One   two"),
        ]
    )
    func `shows what a reader sees`(html: String, wanted: String) {
        #expect(HTMLFragment.rendered(html).text == wanted)
    }

    @Test func `cost is linear in hostile text`() {
        for pattern in ["<", "<a ", "&", "<script>", "<!--", "<p title=\"", "</script", "<p>"] {
            let (few, many) = (50_000, 200_000)
            let times = [few, few, many].map { count in
                let html = String(repeating: pattern, count: count)
                return processorTime(of: { _ = HTMLFragment.rendered(html) })
            }
            #expect(times[2] < max(times[0], times[1]) * 8 + .seconds(1), "\(pattern)")
        }
    }
}
