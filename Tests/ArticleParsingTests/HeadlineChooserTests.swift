import Testing

@testable import ArticleParsing

@Suite struct HeadlineChooserTests {
    @Test(arguments: [
        ("/", true), ("./", true), ("/?from=logo", true), ("/#top", true), ("/index.html", true),
        ("https://example.com", true), ("https://example.com/", true), ("//example.com/", true),
        ("https://example.com?a=/b", true), ("http://example.com/index.php", true),
        ("", false), ("#", false), ("#top", false), (".", false), ("../", false),
        ("/harbour", false), ("./harbour.html", false), ("index.html", false),
        ("https://example.com/harbour/", false), ("javascript:go()//", false),
        ("mailto:desk@example.com", false), ("/a//", false),
    ])
    func `a site's first page is known by its address`(address: String, isFirst: Bool) {
        #expect(HeadlineChooser.isFirstPage(address) == isFirst)
    }

    @Test(arguments: [
        "<h1><a href='/'>The Courier of Lower Harbour</a></h1>",
        "<h1><span><a href='https://example.com'>The Courier of Lower Harbour</a></span></h1>",
        "<header><a href='./'><div><h1>The Courier of Lower Harbour</h1></div></a></header>",
        "<a href='https://example.com/'><div><span><h1>The Courier of Lower Harbour</h1></span></div></a>",
    ])
    func `a heading that links home is no headline`(heading: String) {
        let tree = HTMLTreeBuilder.tree(
            of: "<title>Ferry returns to the quay</title><body>\(heading)"
                + "<h2>Ferry returns to the quay</h2><p>The ferry is back, the port said.</p>"
        )
        let chooser = HeadlineChooser(tree: tree, metadata: PageMetadata(of: tree), site: nil)
        #expect(chooser.choice()?.text == "Ferry returns to the quay")
    }

    @Test func `a heading that links to its story is one`() {
        let tree = HTMLTreeBuilder.tree(
            of: "<title>News</title><body><h1><a href='/ferry'>Ferry returns to the quay</a></h1>"
        )
        let chooser = HeadlineChooser(tree: tree, metadata: PageMetadata(of: tree), site: nil)
        #expect(chooser.choice()?.text == "Ferry returns to the quay")
    }
}
