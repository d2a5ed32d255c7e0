import Foundation
import Testing

/// The calls of other tools than curl.
///
/// Those that are not installed are not called.
@Suite struct OtherToolTests {
    @Test(.enabled(if: Program.isInstalled("wget"), "wget is not installed"))
    func `41: wget's form is a text`() throws {
        let newcomer = try Newcomer()
        let reply = try newcomer.type(
            "wget -nv -O - --server-response --post-file=article.txt localhost:8080/articles"
        )
        #expect(reply.exit == 0)
        #expect(reply.error.contains("HTTP/1.1 201 Created"), "\(reply)")
        #expect(reply.article["headline"] as? String == "Ferry sails again")
        #expect(reply.article["paragraph_count"] as? Int == 2)
    }

    @Test func `42: urllib's form is a text`() throws {
        let newcomer = try Newcomer()
        try newcomer.write(
            """
            import sys, urllib.request
            data = open("article.txt", "rb").read()
            request = urllib.request.Request(sys.argv[1], data=data)
            with urllib.request.urlopen(request) as answer:
                print(answer.read().decode(), end="")
                print(answer.status, end="")
            """,
            to: "post.py"
        )
        let reply = try newcomer.type("python3 post.py http://localhost:8080/articles")
        #expect(reply.status == 201, "\(reply)")
        #expect(reply.article["paragraph_count"] as? Int == 2)
    }

    @Test(.enabled(if: Program.isInstalled("http"), "HTTPie is not installed"))
    func `43: HTTPie's JSON is a text where it is none`() throws {
        let newcomer = try Newcomer()
        let reply = try newcomer.type(
            "http --print=b --check-status POST localhost:8080/articles < article.txt"
        )
        #expect(reply.exit == 0, "\(reply)")
        #expect(reply.json["status"] as? String == "created")
        #expect(reply.article["paragraph_count"] as? Int == 2)
        #expect(reply.warnings.contains("type_mismatch"))
        let json = try newcomer.type(
            "http --print=b --check-status --ignore-stdin POST localhost:8080/articles "
                + "title=Gulls text='The gulls are back, the council said.'"
        )
        #expect(json.article["headline"] as? String == "Gulls", "\(json)")
    }

    /// As HTTPie would send it, with curl, which is always there.
    @Test func `43: a declared type counts only where the text agrees`() throws {
        let newcomer = try Newcomer()
        let send = "curl -H 'Content-Type: application/json' localhost:8080/articles"
        let text = try newcomer.type("\(send) --data-binary @article.txt")
        #expect(text.status == 201)
        #expect(text.warnings.contains("type_mismatch"))
        let quoted = try newcomer.type("\(send) -d '[Photo] The pier was closed, it was said.'")
        #expect([201, 400].contains(quoted.status))
        let broken = try newcomer.type("\(send) -d '{\"title\": \"Pier\",'")
        #expect(broken.status == 400)
        #expect(broken.detail.contains("line 1, column"), "\(broken.detail)")
    }
}
