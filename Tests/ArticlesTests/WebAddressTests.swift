import Testing

@testable import Articles

@Suite struct WebAddressTests {
    @Test(
        arguments: [
            ("https://News.Example/a", "https://news.example/a"),
            ("HTTP://news.example:80/a", "http://news.example/a"),
            ("https://news.example:443", "https://news.example/"),
            ("https://news.example:8443/a", "https://news.example:8443/a"),
            ("https://me:secret@news.example/a", "https://news.example/a"),
            ("https://news.example./a", "https://news.example/a"),
            ("https://news.example/a#comments", "https://news.example/a"),
            ("https://news.example/#!/a", "https://news.example/#!/a"),
            ("https://news.example/a?utm_source=x&id=7&fbclid=y", "https://news.example/a?id=7"),
            ("https://news.example/a?UTM_Medium=x", "https://news.example/a"),
            ("https://news.example/a?b=1&a=2", "https://news.example/a?b=1&a=2"),
            ("https://news.example/%7ea%2fb%c3%a9", "https://news.example/~a%2Fb%C3%A9"),
            ("https://news.example/100%", "https://news.example/100%"),
            (" https://news.example/a\n", "https://news.example/a"),
            ("https://zeitung.example/über", "https://zeitung.example/über"),
        ]
    )
    func `drops what does not name the article`(text: String, wanted: String) {
        #expect(WebAddress.canonical(text) == wanted)
        #expect(WebAddress.canonical(wanted) == wanted)
    }

    @Test(arguments: [
        "", "news.example/a", "ftp://news.example/a", "https:/a", "https://", "http://a b/", "//a",
    ])
    func `knows what is no address`(text: String) {
        #expect(WebAddress.canonical(text) == nil)
        #expect(WebAddress.identity(text) == nil)
    }

    @Test(
        arguments: [
            [
                "https://news.example/a", "http://www.news.example/a/",
                "https://m.news.example/a?ref=x",
            ],
            ["https://news.example/a?x=1&y=2", "https://news.example/a?y=2&utm_id=3&x=1"],
            [
                "https://news.example/a", "https://amp.news.example/a/index.html",
                "https://news.example/a/amp",
            ],
        ]
    )
    func `one article has one identity`(addresses: [String]) {
        #expect(Set(addresses.map(WebAddress.identity)).count == 1)
        #expect(WebAddress.identity(addresses[0]) != nil)
    }

    @Test func `different articles differ, and a front page names none`() {
        let addresses = [
            "https://news.example/a", "https://news.example/b", "https://news.example/a?id=1",
            "https://news.example/a?id=2", "https://other.example/a", "https://news.example/A",
        ]
        #expect(Set(addresses.map(WebAddress.identity)).count == addresses.count)
        for page in ["https://news.example", "https://www.news.example/?utm_source=x#top"] {
            #expect(WebAddress.identity(page) == nil)
        }
        #expect(
            WebAddress.identity("https://m.example/a") != WebAddress.identity("https://example/a")
        )
    }
}
