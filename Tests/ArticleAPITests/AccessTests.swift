import ArticleService
import ArticleStore
import Articles
import HTTPServer
import Testing

@testable import ArticleAPI

@Suite struct AccessTests {
    private static let text = "Storm\n\nRain fell on the harbour all night."

    private func client(
        _ access: Access,
        keys: [String: Set<KeyScope>] = [:],
        _ change: (inout ArticleAPI.Settings) -> Void = { _ in }
    ) -> TestClient {
        let client = TestClient {
            $0.access = access
            change(&$0)
        }
        client.store.state.withLock { state in
            for (number, key) in keys.sorted(by: { $0.key < $1.key }).enumerated() {
                state.keys[SHA256.digest(of: Array(key.key.utf8))] = Key(
                    id: Int64(number) + 1,
                    name: key.key,
                    scopes: key.value,
                    createdAt: Timestamp(secondsSince1970: 0)
                )
            }
        }
        return client
    }

    @Test(
        arguments: [
            // On the loopback address everybody may write, until there is a key.
            (.everyone, false, nil, "POST", 201), (.everyone, true, nil, "POST", 401),
            (.everyone, true, "writer", "POST", 201), (.everyone, true, "wrong", "POST", 401),
            (.everyone, true, "reader", "POST", 403), (.everyone, true, "writer", "DELETE", 403),
            (.everyone, true, "keeper", "DELETE", 404), (.everyone, true, nil, "GET", 200),
            // Elsewhere nobody may without one.
            (.readers, false, nil, "POST", 403), (.readers, false, "wrong", "POST", 403),
            (.readers, true, nil, "POST", 401), (.readers, true, "writer", "POST", 201),
            (.readers, true, nil, "GET", 200), (.readers, true, "wrong", "GET", 200),
            // The operator's key allows all, and does not shut the others out.
            (.operatorKey("master"), false, nil, "POST", 401),
            (.operatorKey("master"), false, "master", "POST", 201),
            (.operatorKey("master"), false, "master", "DELETE", 404),
            (.operatorKey("master"), true, "writer", "POST", 201),
        ] as [(Access, Bool, String?, String, Int)]
    )
    func `a key allows what its scopes say`(
        access: Access,
        hasKeys: Bool,
        key: String?,
        method: String,
        status: Int
    ) throws {
        let keys: [String: Set<KeyScope>] = [
            "reader": [.read], "writer": [.ingest], "keeper": [.admin],
        ]
        let client = client(access, keys: hasKeys ? keys : [:])
        let path = method == "DELETE" ? "/articles/1" : "/articles"
        let fields = key.map { ["X-Api-Key": $0] } ?? [:]
        let body = method == "POST" ? Self.text : nil
        let answer = try client.send(method, path, fields, body: body)
        #expect(answer.status == status)
        #expect(
            (answer["WWW-Authenticate"] != nil) == (status == 401 || (status == 403 && hasKeys))
        )
        #expect(!answer.text.contains("dl_") && !answer.text.contains("master"))
    }

    @Test(
        arguments: [
            ("Authorization", "Bearer master", 201), ("Authorization", "bearer  master", 201),
            // :master and someone:master
            ("Authorization", "Basic Om1hc3Rlcg==", 201),
            ("Authorization", "Basic c29tZW9uZTptYXN0ZXI=", 201),
            ("Authorization", "Basic %%%", 401), ("Authorization", "Digest master", 401),
            ("X-Api-Key", "master", 201), ("X-Api-Key", "maste", 401), ("X-Api-Key", "", 401),
        ]
    )
    func `a key may come in three ways`(name: String, value: String, status: Int) throws {
        let client = client(.operatorKey("master"))
        let answer = try client.send("POST", "/articles", [name: value], body: Self.text)
        #expect(answer.status == status)
    }

    @Test func `reading takes a key where that is wanted, and probes never do`() throws {
        let client = client(.readers, keys: ["reader": [.read]]) { $0.readingTakesKey = true }
        for path in ["/articles", "/articles/1", "/sources", "/stats"] {
            #expect(try client.send("GET", path).status == 401)
            #expect(try client.send("GET", path, ["X-Api-Key": "reader"]).status != 401)
        }
        for path in ["/", "/livez", "/readyz", "/health", "/version", "/problems/gone"] {
            #expect(try client.send("GET", path).status == 200)
        }
        #expect(try client.send("POST", "/parse", body: Self.text).status == 401)
    }

    @Test func `a quota is counted for each client and told in advance`() throws {
        let client = client(.everyone) { $0.limits = RateLimits(reading: 2, ingest: 1) }
        let first = try client.send("GET", "/articles")
        #expect(first["RateLimit-Policy"] == "\"read\";q=2;w=60")
        #expect(first["RateLimit"] == "\"read\";r=1;t=60")
        #expect(try client.send("GET", "/articles").status == 200)
        let third = try client.send("GET", "/articles")
        #expect(third.status == 429)
        #expect(third["Retry-After"] == "60")
        #expect(third.json?.at("type")?.string == "/problems/quota-exceeded")
        #expect(third.json?.at("violated-policies.0")?.string == "read")
        #expect(try client.send("GET", "/health").status == 200)
        let stored = try client.send("POST", "/articles", body: Self.text)
        #expect(stored["RateLimit"] == "\"ingest\";r=0;t=60")
        #expect(try client.send("POST", "/articles", body: Self.text).status == 429)
    }

    @Test func `lines that are stored while they arrive are counted, too`() throws {
        let client = client(.everyone) { $0.limits = RateLimits(ingest: 1) }
        let fields = ["Content-Type": "application/x-ndjson"]
        let line = #"{"text":"Rain fell on the harbour all night long."}"#
        let first = try client.send("POST", "/articles", fields, body: line)
        #expect(first.status == 200)
        #expect(first["RateLimit"] == "\"ingest\";r=0;t=60")
        let second = try client.send("POST", "/articles", fields, body: line)
        #expect(second.status == 429)
        #expect(second["Retry-After"] == "60")
    }
}

@Suite struct RateLimitsTests {
    @Test func `a window ends after a minute and clients do not share it`() {
        let limits = RateLimits(reading: 1)
        let (one, two) = (RateLimits.Subject.address("a"), RateLimits.Subject.client(.key(1)))
        #expect(limits.count(one, .read, at: 100)?.isExceeded == false)
        #expect(limits.count(one, .read, at: 130)?.isExceeded == true)
        #expect(limits.count(one, .read, at: 130)?.seconds == 30)
        #expect(limits.count(two, .read, at: 130)?.isExceeded == false)
        #expect(limits.count(one, .read, at: 160)?.isExceeded == false)
        #expect(limits.count(one, .ingest, at: 160) == nil)
        #expect(limits.count(one, .probe, at: 160) == nil)
    }

    @Test func `any number of clients takes bounded memory`() {
        let limits = RateLimits(reading: 1)
        for number in 0..<50_000 {
            let verdict = limits.count(.address("\(number)"), .read, at: 100)
            #expect(verdict?.isExceeded == false)
        }
    }
}

@Suite struct TrustedProxiesTests {
    @Test(
        arguments: [
            ("10.0.0.0/8", "10.1.2.3", "192.0.2.7", "192.0.2.7"),
            ("10.0.0.0/8", "11.1.2.3", "192.0.2.7", "11.1.2.3"),
            ("10.0.0.0/8", "10.1.2.3", "198.51.100.9, 192.0.2.7, 10.9.9.9", "192.0.2.7"),
            ("10.0.0.0/8", "10.1.2.3", "nonsense, 10.9.9.9", "10.9.9.9"),
            ("::1", "::1", "2001:db8::5", "2001:db8::5"), ("", "10.1.2.3", "192.0.2.7", "10.1.2.3"),
            ("192.0.2.0/31", "192.0.2.1", "203.0.113.4", "203.0.113.4"),
            ("192.0.2.0/31", "192.0.2.2", "203.0.113.4", "192.0.2.2"),
        ]
    )
    func `the client is the last address that no proxy has`(
        trusted: String,
        peer: String,
        field: String,
        client: String
    ) throws {
        var head = RequestHead(method: .get, path: "/")
        head.fields.append("X-Forwarded-For", field)
        #expect(try #require(TrustedProxies(trusted)).client(of: head, peer: peer) == client)
    }

    @Test(arguments: ["10.0.0.0/33", "10.0.0", "x", "::/129", "1.2.3.4/", "1.2.3.4/8/8"])
    func `refuses what is no address`(text: String) {
        #expect(TrustedProxies(text) == nil)
    }

    @Test func `only a trusted proxy says how the client came`() throws {
        let fields = ["X-Forwarded-Host": "news.example", "X-Forwarded-Proto": "https"]
        let trusting = TestClient { $0.trustedProxies = TrustedProxies("127.0.0.1") ?? .init() }
        let feed = try trusting.send("GET", "/articles.feed.json", fields)
        #expect(feed.json?.at("home_page_url")?.string == "https://news.example/")
        let other = try TestClient().send("GET", "/articles.feed.json", fields)
        #expect(other.json?.at("home_page_url")?.string == "http://news.example:8080/")
    }
}

@Suite struct IdempotencyTests {
    private static let text = "Storm\n\nRain fell on the harbour all night."

    @Test func `a request is carried out once and answered each time`() throws {
        let client = TestClient()
        let fields = ["Idempotency-Key": "\"8e03978e\""]
        let path = "/articles?on_duplicate=keep"
        let first = try client.send("POST", path, fields, body: Self.text)
        #expect(first.status == 201)
        let again = try client.send("POST", path, fields, body: Self.text)
        #expect(again.status == 201)
        #expect(again.bytes == first.bytes)
        #expect(client.store.state.withLock { $0.entries.count } == 1)
        let other = try client.send("POST", path, ["Idempotency-Key": "b"], body: Self.text)
        #expect(other["Location"] == "/articles/2")
    }

    @Test func `a key names one request`() throws {
        let client = TestClient()
        let fields = ["Idempotency-Key": "a"]
        try client.send("POST", "/articles", fields, body: Self.text)
        let answer = try client.send("POST", "/articles", fields, body: Self.text + " And wind.")
        #expect(answer.status == 422)
        #expect(answer.json?.at("code")?.string == "idempotency_key_reused")
    }

    @Test func `an answer that may be tried again is not kept`() throws {
        let client = TestClient()
        client.store.state.withLock { $0.failure = .diskFull }
        let fields = ["Idempotency-Key": "a"]
        #expect(try client.send("POST", "/articles", fields, body: Self.text).status == 507)
        client.store.state.withLock { $0.failure = nil }
        #expect(try client.send("POST", "/articles", fields, body: Self.text).status == 201)
    }

    @Test(arguments: ["", "\"\"", "a b", "é", String(repeating: "k", count: 256)])
    func `a key that is none is refused`(key: String) throws {
        let fields = ["Idempotency-Key": key]
        #expect(try TestClient().send("POST", "/articles", fields, body: Self.text).status == 400)
    }

    @Test func `a request under way is not begun again`() {
        let table = IdempotencyTable()
        let key = IdempotencyTable.Key(client: .stranger, route: "POST /articles", name: "a")
        guard case .proceed = table.begin(key, fingerprint: [1], at: 0),
            case .inProgress = table.begin(key, fingerprint: [1], at: 1),
            case .mismatch = table.begin(key, fingerprint: [2], at: 1)
        else {
            Issue.record("the table took a request twice")
            return
        }
        table.end(key, with: nil)
        guard case .proceed = table.begin(key, fingerprint: [2], at: 2) else {
            Issue.record("a request without an answer blocks its key")
            return
        }
    }
}

@Suite struct TraceTests {
    @Test(
        arguments: [
            ("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", true),
            ("cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-what-else", false),
            ("cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-0a", true),
            ("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-0a", false),
            ("ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", false),
            ("00-00000000000000000000000000000000-00f067aa0ba902b7-01", false),
            ("00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01", false), ("", false),
        ]
    )
    func `a trace's name goes to the log if it is valid`(field: String, isValid: Bool) throws {
        let client = TestClient()
        try client.send("GET", "/articles", ["traceparent": field])
        let logged = client.log.recorded.last?.metadata["trace_id"]
        #expect((logged == "4bf92f3577b34da6a3ce929d0e0e4736") == isValid)
    }
}
