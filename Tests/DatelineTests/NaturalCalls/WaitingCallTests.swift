import Foundation
import Testing

/// Calls in which the client waits before it sends its body: `Expect: 100-continue`
/// (RFC 9110 §10.1.1).
@Suite struct WaitingCallTests {
    private static let trace = "curl --trace-ascii trace.txt -o answer.json"

    @Test(
        arguments: [
            (5, "--data-binary @long.txt localhost:8080/articles"),
            (6, "-T article.txt -H 'Expect: 100-continue' localhost:8080/articles"),
            (6, "-T long.txt localhost:8080/articles"),
            (8, "-T - -H 'Expect: 100-continue' localhost:8080/articles < article.txt"),
        ]
    )
    func `5, 6, 8: 100 Continue comes before the body is sent`(row: Int, command: String) throws {
        let newcomer = try Newcomer()
        try newcomer.writeLongText()
        let reply = try newcomer.type("\(Self.trace) \(command)")
        #expect(reply.status == 201)
        let trace = Trace(try newcomer.read("trace.txt"))
        #expect(trace.beginsWith("HTTP/1.1 100 Continue"), "row \(row)")
        #expect(trace.hasBody)
    }

    @Test(
        arguments: [
            ("--data-binary @long.txt localhost:8080/articles", 413, "--maximum-body 100000"),
            ("-T long.txt localhost:8080/articles/", 413, "--maximum-body 100000"),
            ("--data-binary @long.txt localhost:8080/articles", 401, "--key-file key"),
            ("--data-binary @long.txt localhost:8080/article", 404, ""),
            ("-T long.txt localhost:8080/export", 405, ""),
            ("--data-binary @long.txt 'localhost:8080/articles?tilte=x'", 400, ""),
            ("-H 'Content-Encoding: br' --data-binary @long.txt localhost:8080/articles", 415, ""),
        ]
    )
    func `5: a refusal is final and comes before the body, which is not sent`(
        command: String,
        status: Int,
        options: String
    ) throws {
        let key = try TemporaryFolder()
        try Data("a key of some length\n".utf8)
            .write(to: URL(fileURLWithPath: key.path("key")))
        let newcomer = try Newcomer(
            options.split(separator: " ").map { $0 == "key" ? key.path("key") : String($0) }
        )
        try newcomer.writeLongText()
        let reply = try newcomer.type("\(Self.trace) \(command)")
        #expect(reply.status == status)
        let trace = Trace(try newcomer.read("trace.txt"))
        #expect(trace.beginsWith("HTTP/1.1 \(status) "))
        #expect(!trace.hasBody)
        let answer = try newcomer.read("answer.json")
        #expect(answer.contains("\"hint\"") || status == 401, "\(answer)")
    }

    @Test func `5: 100 is there before any of the body is, however long that takes`() throws {
        let newcomer = try Newcomer()
        let client = try RawClient(port: newcomer.server.port)
        let body = Array(Newcomer.story.utf8)
        try client.send(
            "POST /articles HTTP/1.1\r\nHost: a\r\nContent-Length: \(body.count)\r\n"
                + "Expect: 100-continue\r\n\r\n"
        )
        #expect(try client.answer().status == 100)
        try client.send(body)
        #expect(try client.answer().status == 201)
    }
}
