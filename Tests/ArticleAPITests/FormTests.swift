import Foundation
import Testing

@testable import ArticleAPI

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct MarkupTests {
    @Test(
        arguments: [
            ("a < b & c > d", "a &lt; b &amp; c &gt; d"), ("\"it's\"", "&quot;it&#39;s&quot;"),
            ("bell\u{7}", "bell\u{FFFD}"), ("tab\tline\n", "tab\tline\n"),
            ("\u{FFFE}\u{1F409}", "\u{FFFD}\u{1F409}"),
        ]
    )
    func `escapes for XML and HTML`(text: String, escaped: String) {
        #expect(Markup.xml(text) == escaped)
    }

    @Test(
        arguments: [
            ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""),
            ("two\nlines", "\"two\nlines\""), ("=1+1", "'=1+1"), ("-a,b", "\"'-a,b\""), ("", ""),
        ]
    )
    func `escapes for tables`(text: String, escaped: String) {
        #expect(Markup.csv(text) == escaped)
    }

    @Test(
        arguments: [
            ("# no heading", "\\# no heading"), ("- no entry", "\\- no entry"),
            ("12. no entry", "12\\. no entry"), ("in 12. place", "in 12. place"),
            ("a*b*c_d_", "a\\*b\\*c\\_d\\_"), ("[x](y)", "\\[x\\](y)"), ("a - b", "a - b"),
            ("<b>", "\\<b\\>"), ("&amp;", "\\&amp;"),
        ]
    )
    func `escapes for Markdown`(text: String, escaped: String) {
        #expect(Markup.markdown(text) == escaped)
    }
}

@Suite struct FormTests {
    private static let text = """
        Crews & council <agree> on "boats"

        By Maren Oldsted

        WESTHAVEN, March 3 — The council met the crews in the old customs house, and agreed to \
        keep the boats running through the spring.

        A second pier was wrecked by the storm, the harbour master said on Saturday.
        """

    private func client() throws -> TestClient {
        let client = TestClient()
        let path = "/articles?url=https://news.example/a?b%26c&tags=storm,a%26b"
        try #require(try client.send("POST", path, body: Self.text).status == 201)
        return client
    }

    @Test(
        arguments: [
            ("/articles/1", nil, "application/json"), ("/articles/1.json", nil, "application/json"),
            ("/articles/1.txt", nil, "text/plain; charset=utf-8"),
            ("/articles/1.md", "application/json", "text/markdown; charset=utf-8"),
            ("/articles/1.html", nil, "text/html; charset=utf-8"),
            ("/articles/1.ninjs", nil, "application/vnd.iptc.g2.ninjs+json"),
            ("/articles/1", "*/*", "application/json"),
            (
                "/articles/1", "text/html,application/xhtml+xml,*/*;q=0.8",
                "text/html; charset=utf-8"
            ),
            ("/articles/1", "text/plain", "text/plain; charset=utf-8"),
            ("/articles/1", "text/*", "text/plain; charset=utf-8"),
            ("/articles/1", "application/vnd.dateline.v1+json", "application/json"),
        ] as [(String, String?, String)]
    )
    func `answers in the form asked for`(path: String, accept: String?, type: String) throws {
        let client = try client()
        let answer = try client.send("GET", path, accept.map { ["Accept": $0] } ?? [:])
        #expect(answer.status == 200)
        #expect(answer["Content-Type"] == type)
        #expect(answer["Vary"]?.contains("Accept") == true)
        #expect(answer.text.hasSuffix("\n"))
        let tag = try #require(answer["ETag"])
        var fields = ["If-None-Match": tag]
        fields["Accept"] = accept
        #expect(try client.send("GET", path, fields).status == 304)
    }

    @Test func `each form has a validator of its own`() throws {
        let client = try client()
        let tags = try ArticleForm.allCases.map {
            try client.send("GET", "/articles/1.\($0.rawValue)")["ETag"]
        }
        #expect(Set(tags).count == tags.count)
    }

    @Test func `refuses an Accept that leaves out all forms`() throws {
        let client = try client()
        for path in ["/articles/1", "/articles"] {
            let answer = try client.send("GET", path, ["Accept": "image/png"])
            #expect(answer.status == 406)
            #expect(answer["Content-Type"] == "application/problem+json")
            #expect(
                answer.json?.at("hint")?.string?.contains("-H 'Accept: application/json'") == true
            )
        }
        // What is named by its ending needs no Accept, and what is not there is not.
        #expect(try client.send("GET", "/articles/1.txt", ["Accept": "image/png"]).status == 200)
    }

    @Test func `a name that ends like a form counts first`() throws {
        let client = try client()
        try client.send("PUT", "/articles/notes.txt", body: "A headline\n\nOther words stood here.")
        let answer = try client.send("GET", "/articles/notes.txt")
        #expect(answer["Content-Type"] == "application/json")
        let text = try client.send("GET", "/articles/notes.txt.txt")
        #expect(text["Content-Type"] == "text/plain; charset=utf-8")
        #expect(try client.send("GET", "/articles/9.txt").status == 404)
    }

    @Test func `plain text comes back as the same article`() throws {
        let client = try client()
        let text = try client.send("GET", "/articles/1.txt").text
        let again = try client.send("POST", "/articles", body: text)
        #expect(again.json?.at("status")?.string == "duplicate", "\(text)")
    }

    @Test func `markup of strangers is text in every form`() throws {
        let client = try client()
        #expect(try client.send("GET", "/articles/1.html").text.contains("&lt;agree&gt;"))
        #expect(try client.send("GET", "/articles/1.md").text.contains("\\<agree\\>"))
        let ninjs = try #require(try client.send("GET", "/articles/1.ninjs").json)
        #expect(ninjs.at("uri")?.string == "http://news.example:8080/articles/1")
        #expect(ninjs.at("bodies.1.contenttype")?.string == "text/html")
        #expect(ninjs.at("headlines.0.value")?.string?.contains("<agree>") == true)
    }

    @Test(
        arguments: [
            ("/articles.ndjson", "application/x-ndjson"),
            ("/articles.csv", "text/csv; charset=utf-8; header=present"),
            ("/articles.rss", "application/rss+xml"), ("/articles.atom", "application/atom+xml"),
            ("/articles.feed.json", "application/feed+json"),
        ]
    )
    func `a search comes in any form of a list`(path: String, type: String) throws {
        let client = try client()
        try client.send("POST", "/articles", body: "Second storm\n\nMore pier timber was lost.")
        let answer = try client.send("GET", path + "?q=pier&limit=1&fields=*")
        #expect(answer.status == 200)
        #expect(answer["Content-Type"] == type)
        #expect(answer["Link"]?.hasPrefix("<\(path)?q=pier&limit=1&fields=*&cursor=") == true)
        let essence = String(type.prefix { $0 != ";" })
        let byAccept = try client.send("GET", "/articles?q=pier", ["Accept": essence])
        #expect(byAccept["Content-Type"] == type)
        #expect(try client.send("GET", path + "?form=x").status == 400)
        if type.hasSuffix("+xml") {
            let parser = XMLParser(data: Data(answer.bytes))
            #expect(parser.parse(), "\(answer.text)")
        } else if type.hasSuffix("+json") {
            #expect(answer.json?.at("items.0.content_text")?.string?.isEmpty == false)
        } else {
            #expect(answer.text.contains("a&b"))
        }
    }

    @Test func `sources and tags are counted`() throws {
        let client = try client()
        let tags = try #require(try client.send("GET", "/tags").json)
        #expect(tags.at("total")?.scalar == "2")
        #expect(tags.at("tags.0.value")?.string == "a&b")
        #expect(try client.send("GET", "/sources").json?.at("total")?.scalar == "0")
        #expect(try client.send("GET", "/stats").json?.at("articles")?.scalar == "1")
    }
}
