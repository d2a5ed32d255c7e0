import Articles
import HTTPServer
import Testing

@testable import ArticleAPI

@Suite struct FuzzTests {
    private static let names = [
        "q", "from", "to", "source", "language", "sort", "limit", "cursor", "fields", "highlight",
        "match", "pretty", "received", "name", "published_at", "timezone", "url", "title", "author",
        "tags", "format", "charset", "split", "on_duplicate", "dry_run", "reason", "form", "lang",
    ]

    private static let values = [
        "", "1", "-1", "0", "2023", "2023-10", "-7d", "-99999d", "9999-12-31", "0001-01-01",
        "today",
        "2023-10-15T14:30+02:00", "99999999999999999999", "a,b,-c", "\"", "*", "none", "-", ",",
        "en",
        "%", "%zz", "%c3%28", "%00", "+", "=", "%F0%9F%99%82",
    ]

    /// What stands in a path in place of a variable.
    private static let variables: [Substring] = [
        "1", "2", "0", "-1", "x", "1..2", "..", "name:x", "sha256:", "gone", "page.css", "1.txt",
        "1.html", "%00", "%2F", "99999999999999999999",
    ]

    private static func query(_ random: inout SeededRandom) -> String {
        (0..<Int.random(in: 0...4, using: &random)).map { _ in
            let name =
                Int.random(in: 0..<4, using: &random) == 0
                ? random.text(6) : names.randomElement(using: &random) ?? ""
            let value =
                Int.random(in: 0..<4, using: &random) == 0
                ? random.text(12) : values.randomElement(using: &random) ?? ""
            return Bool.random(using: &random) ? "\(name)=\(value)" : name + value
        }
        .joined(separator: ["&", "&&", ";", "?"].randomElement(using: &random) ?? "&")
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `any query is read or its faults are named`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let head = RequestHead(method: .get, path: "/articles")
        let now = Timestamp(secondsSince1970: 1_698_796_800)
        for round in 0..<25_000 {
            let text = Self.query(&random)
            guard let query = try? QueryString(text) else { continue }
            var request = EndpointRequest(
                head: head,
                body: [],
                variables: [],
                parameters: ParameterReader(query, at: now)
            )
            let isSearch = round % 4 != 0
            if isSearch {
                _ = try SearchArticles(&request)
                request.parameters.rejectUnknown(by: SearchArticles.parameters, of: "search")
            } else {
                _ = try IngestArticles(&request)
                request.parameters.rejectUnknown(by: IngestArticles.parameters, of: "ingest")
            }
            let faults = request.parameters.faults
            let note = "seed \(seed), round \(round): \(text)"
            #expect(faults.allSatisfy { !$0.detail.isEmpty }, "\(note)")
            // What is mended has nothing left that is wrong with a name.
            var mended = EndpointRequest(
                head: head,
                body: [],
                variables: [],
                parameters: ParameterReader(query.mended(by: faults), at: now)
            )
            let list = isSearch ? SearchArticles.parameters : IngestArticles.parameters
            mended.parameters.rejectUnknown(by: list, of: "it")
            #expect(mended.parameters.faults.isEmpty, "\(note)")
        }
    }

    @Test(arguments: [5, 6] as [UInt64])
    func `no request is answered with 500`(seed: UInt64) throws {
        let client = TestClient()
        try client.send("POST", "/articles", body: "Storm\n\nRain fell.")
        var random = SeededRandom(seed: seed)
        let methods = ["GET", "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "BREW"]
        let patterns = Router.dateline.resources.map(\.pattern) + ["*", ""]
        let fields = [
            "Accept", "Accept-Encoding", "Range", "If-Range", "If-None-Match", "If-Modified-Since",
            "Prefer", "Origin", "X-Request-Id", "If-Match", "Idempotency-Key", "Content-Type",
            "Content-Disposition", "Host",
            "X-Source-Url",
        ]
        for round in 0..<1_500 {
            let method = methods.randomElement(using: &random) ?? "GET"
            let pattern = patterns.randomElement(using: &random) ?? "/"
            var path = pattern.split(separator: "/", omittingEmptySubsequences: false)
                .map {
                    $0.hasPrefix("{") ? Self.variables.randomElement(using: &random) ?? "1" : $0
                }
                .joined(separator: "/")
            if Int.random(in: 0..<5, using: &random) == 0 { path += "/" + random.text(8) }
            path = path.split(separator: "?").joined()
            var sent: [String: String] = [:]
            for _ in 0..<Int.random(in: 0...2, using: &random) {
                let value = random.text(30).filter { !$0.isNewline && $0 != "\0" }
                sent[fields.randomElement(using: &random) ?? "Accept"] = value
            }
            let target = path + "?" + Self.query(&random)
            let body = ["POST", "PUT"].contains(method) ? random.text(60) : nil
            let answer = try client.send(method, target, sent, body: body)
            let note = "seed \(seed), round \(round): \(method) \(target) \(sent)"
            #expect((200..<500).contains(answer.status) || answer.status == 501, "\(note)")
            if answer.status >= 400, path != "/readyz" {
                #expect(answer["Content-Type"] == "application/problem+json", "\(note)")
                #expect(answer.json?.at("hint")?.string?.isEmpty == false, "\(note)")
            }
            for field in answer.response.fields {
                let isClean = field.value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
                #expect(isClean, "\(note): \(field)")
            }
        }
    }
}
