import Articles
import Testing

@testable import ArticleAPI

@Suite struct AmendTests {
    private func client(
        _ change: (inout ArticleAPI.Settings) -> Void = { _ in }
    ) throws -> TestClient {
        let client = TestClient(change)
        let text = "Storm reaches coast\n\nRain fell on the harbour all night long."
        try #require(try client.send("POST", "/articles?tags=storm", body: text).status == 201)
        return client
    }

    @Test func `fields are set by hand, and say so`() throws {
        let client = try client()
        let patch = #"""
            {"headline":"Storm reaches the coast","section":"Weather","tags":["storm","coast"],
             "authors":["Maren Oldsted"],"published_at":"2023-10-15","source_url":"https://news.example/a",
             "dateline":{"raw":"WESTHAVEN —","place":"WESTHAVEN"}}
            """#
        let type = ["Content-Type": "application/merge-patch+json", "If-Match": "\"1-1\""]
        let answer = try client.send("PATCH", "/articles/1", type, body: patch)
        #expect(answer.status == 200)
        #expect(answer["ETag"] == "\"1-2\"")
        let json = try #require(answer.json)
        #expect(json.at("headline")?.string == "Storm reaches the coast")
        #expect(json.at("published_basis")?.string == "manual")
        #expect(json.at("tags.1")?.string == "coast")
        #expect(json.at("authors.0")?.string == "Maren Oldsted")
        #expect(json.at("dateline.place")?.string == "WESTHAVEN")
        #expect(json.at("text")?.string?.contains("Rain fell") == true)
        let explanation = try client.send("GET", "/articles/1/explain").json
        #expect(explanation?.at("fields.section.rule")?.string == "manual")
        #expect(explanation?.at("fields.headline.value")?.string == "Storm reaches the coast")
        #expect(explanation?.at("fields.byline.rule")?.string == nil)
        #expect(try client.send("GET", "/articles/1")["ETag"] == "\"1-2\"")
    }

    @Test func `null empties a field and an absent one stays`() throws {
        let client = try client()
        let answer = try client.send("PATCH", "/articles/1", body: #"{"tags":null}"#)
        #expect(answer.json?.at("tags")?.elements.isEmpty == true)
        #expect(answer.json?.at("headline")?.string == "Storm reaches coast")
    }

    @Test(
        arguments: [
            ("\"1-1\"", 200), ("*", 200), ("\"9-9\", \"1-1\"", 200), ("\"1-2\"", 412),
            ("W/\"1-1\"", 412), ("1-1", 400), ("", 400),
        ]
    )
    func `a change is made to the version it was meant for`(field: String, status: Int) throws {
        let client = try client()
        let body = #"{"section":"World"}"#
        let answer = try client.send("PATCH", "/articles/1", ["If-Match": field], body: body)
        #expect(answer.status == status)
        #expect(status != 412 || answer.json?.at("article.version")?.scalar == "1")
        let removed = try self.client().send("DELETE", "/articles/1", ["If-Match": field])
        #expect(removed.status == (status == 200 ? 204 : status))
    }

    @Test func `a change names its version where that is asked for`() throws {
        let client = try client { $0.changesTakeIfMatch = true }
        let body = #"{"section":"World"}"#
        for answer in [
            try client.send("PATCH", "/articles/1", body: body),
            try client.send("DELETE", "/articles/1"),
        ] {
            #expect(answer.status == 428)
            #expect(
                answer.json?.at("hint")?.string == "curl -i 'http://news.example:8080/articles/1'"
            )
        }
        let named = ["If-Match": "\"1-1\""]
        #expect(try client.send("PATCH", "/articles/1", named, body: body).status == 200)
        #expect(try client.send("DELETE", "/articles/1", ["If-Match": "\"1-2\""]).status == 204)
    }

    @Test(
        arguments: [
            (nil, 200), ("application/json", 200),
            ("application/merge-patch+json; charset=utf-8", 200),
            ("application/x-www-form-urlencoded", 200), ("application/json-patch+json", 415),
            ("application/xml", 415),
        ] as [(String?, Int)]
    )
    func `the type of a patch is what is called one`(type: String?, status: Int) throws {
        let fields = type.map { ["Content-Type": $0] } ?? [:]
        let answer = try client().send("PATCH", "/articles/1", fields, body: #"{"section":"A"}"#)
        #expect(answer.status == status)
        #expect((answer["Accept-Patch"] != nil) == (status == 415))
    }

    @Test(
        arguments: [
            (#"{"published_at":"soon"}"#, "#/published_at"), (#"{"headline":""}"#, "#/headline"),
            (#"{"headline":7}"#, "#/headline"), (#"{"headline":"a\u0007"}"#, "#/headline"),
            (#"{"tags":"storm"}"#, "#/tags"), (#"{"tags":["a",7]}"#, "#/tags/1"),
            (#"{"tags":[null]}"#, "#/tags/0"), (#"{"id":2}"#, "#/id"), (#"{"text":"x"}"#, "#/text"),
            (#"{"source_url":"javascript:alert(1)"}"#, "#/source_url"),
            (#"{"language":"English"}"#, "#/language"), (#"{"a/b~c":1}"#, "#/a~1b~0c"),
            (#"{"dateline":{"place":"X"}}"#, "#/dateline/raw"), (#"{"dateline":1}"#, "#/dateline"),
            (#"{"dateline":{"raw":"X:","day":"1"}}"#, "#/dateline/day"),
        ]
    )
    func `what cannot be set is named by a pointer, and nothing is changed`(
        patch: String,
        pointer: String
    ) throws {
        let client = try client()
        let answer = try client.send("PATCH", "/articles/1", body: patch)
        #expect(answer.status == 422)
        #expect(answer.json?.at("errors.0.pointer")?.string == pointer)
        #expect(answer.json?.at("hint")?.string?.hasPrefix("curl -X PATCH ") == true)
        #expect(try client.send("GET", "/articles/1")["ETag"] == "\"1-1\"")
    }

    @Test func `all faults are named at once, and slips are guessed`() throws {
        let patch = #"{"headlin":"x","published_at":"soon"}"#
        let answer = try client().send("PATCH", "/articles/1", body: patch)
        #expect(answer.json?.at("errors")?.elements.count == 2)
        #expect(answer.json?.at("errors.0.did_you_mean")?.string == "headline")
    }

    @Test(arguments: [("", 400), ("{", 400), ("[]", 422), ("7", 422), ("null", 422), ("{}", 200)])
    func `a patch is an object`(body: String, status: Int) throws {
        #expect(try client().send("PATCH", "/articles/1", body: body).status == status)
    }

    @Test func `the answer can be short`() throws {
        let fields = ["Prefer": "return=minimal"]
        let body = #"{"section":"World"}"#
        let answer = try client().send("PATCH", "/articles/1", fields, body: body)
        #expect(answer.status == 204)
        #expect(answer["ETag"] == "\"1-2\"")
        #expect(answer["Preference-Applied"] == "return=minimal")
    }

    @Test func `what is not there cannot be mended`() throws {
        let client = try client()
        #expect(try client.send("PATCH", "/articles/9", body: "{}").status == 404)
        try client.send("DELETE", "/articles/1")
        #expect(try client.send("PATCH", "/articles/1", body: "{}").status == 410)
    }
}
