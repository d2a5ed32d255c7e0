import ArticleService
import ArticleStore
import Articles
import Glibc
import HTTPServer
import Testing

@testable import ArticleAPI

/// Originals that are too long to be answered at once.
@Suite struct OriginalTests {
    private static func words(_ count: Int, using random: inout SeededRandom) -> [UInt8] {
        (0..<count).map { _ in UInt8(ascii: "a") + UInt8(random.next() >> 61) }
    }

    private func stored(
        _ bytes: [UInt8],
        in store: MemoryStore = MemoryStore(),
        streams: Int = 512
    ) throws -> TestClient {
        var settings = ArticleService.Settings()
        settings.streams = streams
        let client = TestClient(store: store, service: settings)
        let fields = ["Content-Type": "text/plain; charset=x-own"]
        #expect(try client.send("POST", "/articles", fields, bytes: bytes).status == 201)
        return client
    }

    /// Asks for the original and leaves its body to be read.
    private func open(_ client: TestClient) -> (status: Int, body: (any ResponseBodySource)?) {
        var head = RequestHead(method: .get, path: "/articles/1/raw", query: nil)
        head.fields.append("Host", "news.example")
        let request = Request(head: head, body: [])
        let response = client.api.respond(to: request, in: TestExchange())
        guard case .stream(let source, _) = response?.body else {
            return (response?.status ?? 0, nil)
        }
        return (response?.status ?? 0, source)
    }

    /// Waits until so many streams are open; whether it came to that.
    private func waitForStreams(_ count: Int, _ client: TestClient) -> Bool {
        for _ in 0..<10_000 {
            if client.api.service.openStreams == count { return true }
            usleep(1_000)
        }
        return false
    }

    @Test func `any part of an original is the same however it is asked for`() throws {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededRandom(seed: seed)
        for count in [
            65_535, 65_536, 65_537, 1_500_000, Int.random(in: 65_537...400_000, using: &random),
        ] {
            let bytes = Self.words(count, using: &random)
            let client = try stored(bytes)
            let whole = try client.send("GET", "/articles/1/raw")
            #expect(whole.status == 200 && whole.bytes == bytes, "seed \(seed)")
            let tag = try #require(whole["ETag"])
            for round in 0..<12 {
                let first = Int.random(in: 0..<count, using: &random)
                let last = Int.random(in: first...count + 10, using: &random)
                let (range, part) =
                    switch round % 3 {
                    case 0: ("bytes=\(first)-\(last)", first..<min(last + 1, count))
                    case 1: ("bytes=\(first)-", first..<count)
                    default: ("bytes=-\(count - first)", first..<count)
                    }
                let fields = ["Range": range, "If-Range": tag]
                let answer = try client.send("GET", "/articles/1/raw", fields)
                let comment: Comment = "seed \(seed): \(range) of \(count)"
                #expect(answer.status == 206, comment)
                #expect(answer.bytes == Array(bytes[part]), comment)
                #expect(
                    answer["Content-Range"]
                        == "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(count)",
                    comment
                )
            }
            #expect(waitForStreams(0, client))
        }
    }

    @Test func `a long original is validated and refused as a short one`() throws {
        var random = SeededRandom(seed: 1)
        let bytes = Self.words(100_000, using: &random)
        let client = try stored(bytes)
        let whole = try client.send("GET", "/articles/1/raw", ["Accept-Encoding": "gzip"])
        #expect(whole["Content-Type"] == "text/plain; charset=x-own")
        #expect(whole["Content-Security-Policy"] == "default-src 'none'; sandbox")
        #expect(whole["Accept-Ranges"] == "bytes" && whole["Content-Encoding"] == nil)
        let tag = try #require(whole["ETag"])
        let same = try client.send("GET", "/articles/1/raw", ["If-None-Match": tag])
        #expect(same.status == 304 && same.bytes.isEmpty && same["ETag"] == tag)
        let other = ["Range": "bytes=0-4", "If-Range": "\"other\""]
        #expect(try client.send("GET", "/articles/1/raw", other).bytes == bytes)
        let beyond = try client.send("GET", "/articles/1/raw", ["Range": "bytes=100000-"])
        #expect(beyond.status == 416 && beyond["Content-Range"] == "bytes */100000")
        let head = try client.send("HEAD", "/articles/1/raw", ["Range": "bytes=0-4"])
        #expect(head.status == 200 && head.bytes.isEmpty)
        #expect(head.response.fields.map(\.name) == whole.response.fields.map(\.name))
        #expect(waitForStreams(0, client))
    }

    @Test func `no more originals are open than may be, and those that are come whole`() throws {
        var random = SeededRandom(seed: 2)
        let bytes = Self.words(200_000, using: &random)
        let client = try stored(bytes, streams: 3)
        var bodies = (0..<3).compactMap { _ in open(client).body }
        #expect(bodies.count == 3 && client.api.service.openStreams == 3)
        for body in bodies { #expect(try body.wait(maximumBytes: 100)?.count == 100) }
        let refused = try client.send("GET", "/articles/1/raw")
        #expect(refused.status == 503 && refused["Retry-After"] == "1")
        #expect(refused.json?.at("code")?.string == "busy")
        #expect(try client.send("GET", "/articles/1/raw", ["Range": "bytes=0-9"]).status == 206)
        for body in bodies { #expect(try body.collect(piece: 65_536) == Array(bytes[100...])) }
        bodies = []
        #expect(waitForStreams(0, client))
        #expect(try client.send("GET", "/articles/1/raw").bytes == bytes)
    }

    @Test func `a client that leaves in the middle gives its place back`() throws {
        var random = SeededRandom(seed: 3)
        let client = try stored(Self.words(200_000, using: &random), streams: 1)
        func leave() throws {
            let body = try #require(open(client).body)
            #expect(try body.wait(maximumBytes: 1_000)?.count == 1_000)
            body.cancel()
            #expect(try body.wait(maximumBytes: 1_000) == nil)
        }
        for _ in 0..<3 {
            try leave()
            #expect(waitForStreams(0, client))
        }
    }

    @Test func `a store that fails in the middle ends the body with an error in the log`() throws {
        var random = SeededRandom(seed: 4)
        let store = MemoryStore()
        let client = try stored(Self.words(200_000, using: &random), in: store)
        let body = try #require(open(client).body)
        #expect(try body.wait(maximumBytes: 1_000)?.count == 1_000)
        store.state.withLock { $0.failure = .deleted }
        #expect(throws: ServiceError.store(.deleted)) { try body.wait(maximumBytes: 1_000) }
        #expect(client.log.recorded.contains { $0.message == "answer broken off" })
    }
}
