import HTTPServer
import Testing

@testable import ArticleAPI

@Suite struct RoutingTests {
    @Test(
        arguments: [
            ("/", "/"), ("/articles", "/articles"), ("/articles/", "/articles"),
            ("/articles/7", "/articles/{id}"), ("/articles/7/", "/articles/{id}"),
            ("/articles/7/raw", "/articles/{id}/raw"),
            ("/articles/a%2Fb/explain/", "/articles/{id}/explain"),
            ("/%68ealthz", "/healthz"), ("/livez/", "/livez"),
            ("/problems/gone", "/problems/{type}"),
        ]
    )
    func `finds the resource of a path`(path: String, pattern: String) {
        guard case .resource(let resource, _) = Router.dateline.match(path) else {
            Issue.record("nothing at \(path)")
            return
        }
        #expect(resource.pattern == pattern)
    }

    @Test(
        arguments: [
            "", "*", "/x", "//", "//healthz", "/articles//", "/articles//raw", "/Articles",
            "/articles/1/raw/x", "/../etc/passwd", "/articles/../version", "/%2Fhealthz",
            "/article.txt", "example.com:80",
        ]
    )
    func `finds nothing elsewhere`(path: String) {
        guard case .nothing = Router.dateline.match(path) else {
            Issue.record("something at \(path)")
            return
        }
    }

    @Test(arguments: ["/%", "/%4", "/%zz", "/%c0%af", "/articles/%00", "/articles/%0a", "/a\u{7F}"])
    func `refuses paths that are no text`(path: String) {
        guard case .malformed = Router.dateline.match(path) else {
            Issue.record("took \(path)")
            return
        }
    }

    @Test(
        arguments: [
            ("/", "GET, HEAD, POST, OPTIONS"), ("/articles", "GET, HEAD, POST, PUT, OPTIONS"),
            ("/articles/1", "GET, HEAD, PUT, PATCH, DELETE, OPTIONS"),
            ("/articles/1/raw", "GET, HEAD, OPTIONS"), ("/parse", "POST, GET, HEAD, OPTIONS"),
            ("/livez", "GET, HEAD, OPTIONS"), ("/healthz", "GET, HEAD, OPTIONS"),
            ("/readyz", "GET, HEAD, OPTIONS"), ("/health", "GET, HEAD, OPTIONS"),
        ]
    )
    func `OPTIONS and 405 name the methods of a path`(path: String, allow: String) throws {
        let client = TestClient()
        let options = try client.send("OPTIONS", path)
        #expect(options.status == 200)
        #expect(options.bytes.isEmpty)
        #expect(options["Allow"] == allow)
        let refused = try client.send("TRACE", path)
        #expect(refused.status == 405)
        #expect(refused["Allow"] == allow)
        #expect(refused["Content-Type"] == "application/problem+json")
        #expect(refused.json?.at("hint")?.string?.hasPrefix("curl ") == true)
    }

    @Test func `OPTIONS star is answered for all`() throws {
        let answer = try TestClient().send("OPTIONS", "*")
        #expect(answer.status == 200)
        #expect(answer["Allow"]?.contains("POST") == true)
    }

    @Test func `a browser is told that other sites may read and not write`() throws {
        let fields = ["Origin": "https://page.example", "Access-Control-Request-Method": "PUT"]
        let answer = try TestClient().send("OPTIONS", "/articles", fields)
        #expect(answer.status == 204)
        #expect(answer["Access-Control-Allow-Origin"] == "*")
        #expect(answer["Access-Control-Allow-Methods"] == "GET, HEAD")
    }

    @Test func `an unknown method is not implemented`() throws {
        let answer = try TestClient().send("BREW", "/livez", body: "hello")
        #expect(answer.status == 501)
        #expect(answer.json?.at("code")?.string == "method_not_implemented")
    }

    @Test(
        arguments: [
            (
                "PUT", "/article.txt",
                "curl -T article.txt 'http://news.example:8080/articles/article.txt'"
            ),
            ("PUT", "/it's", "curl -T article.txt 'http://news.example:8080/articles/it%27s'"),
            (
                "POST", "/article",
                "curl --data-binary @article.txt 'http://news.example:8080/articles'"
            ),
            ("GET", "/Articles/", "curl 'http://news.example:8080/articles'"),
            ("GET", "/helth", "curl 'http://news.example:8080/health'"),
            ("GET", "/nothing-like-it", "curl 'http://news.example:8080/'"),
        ]
    )
    func `a wrong path is answered with the right command`(
        method: String,
        path: String,
        hint: String
    ) throws {
        let answer = try TestClient().send(method, path, body: method == "GET" ? nil : "text")
        #expect(answer.status == 404)
        #expect(answer.json?.at("hint")?.string == hint)
        #expect(answer.json?.at("type")?.string == "/problems/not-found")
    }

    @Test func `HEAD is answered as GET everywhere`() throws {
        let client = TestClient()
        try client.send("POST", "/articles", body: "A storm\n\nIt rained.")
        let paths = [
            "/", "/articles", "/articles/1", "/articles/1/raw", "/articles/1/explain", "/livez",
            "/healthz", "/readyz", "/version", "/problems", "/problems/gone", "/articles/9", "/x",
        ]
        for path in paths {
            let get = try client.send("GET", path)
            let head = try client.send("HEAD", path)
            #expect(get.status == head.status, "\(path)")
            let names = { (answer: Received) in answer.response.fields.map(\.name) }
            #expect(names(get) == names(head), "\(path)")
            let ownNames = ["X-Request-Id", "Server-Timing"]
            for field in get.response.fields where !ownNames.contains(field.name) {
                #expect(head[field.name] == field.value, "\(path)")
            }
            #expect(get.status < 400 || get["X-Request-Id"] == nil, "\(path)")
        }
    }

    @Test func `every problem has a page and a status of its kind`() throws {
        let client = TestClient()
        for type in ProblemType.allCases {
            let page = try client.send("GET", type.address)
            #expect(page.status == 200)
            #expect(page.text.hasPrefix(type.title))
            #expect(page["Content-Type"] == "text/plain; charset=utf-8")
            let html = try client.send("GET", type.address, ["Accept": "text/html,*/*;q=0.8"])
            #expect(html["Content-Type"] == "text/html; charset=utf-8")
            #expect(html.text.contains("<h1>\(type.title)</h1>"))
            #expect((400...599).contains(type.status))
        }
        #expect(try client.send("GET", "/problems/unheard-of").status == 404)
    }
}

@Suite struct ProbeTests {
    @Test(arguments: [("/livez", "ok\n"), ("/healthz", "ok\n"), ("/readyz", "ready\n")])
    func `a probe has a fixed body and is never kept, packed or logged`(path: String, body: String)
        throws
    {
        let client = TestClient()
        let answer = try client.send("GET", path + "?a=%zz&b", ["Accept-Encoding": "gzip"])
        #expect(answer.status == 200)
        #expect(answer.text == body)
        #expect(answer["Cache-Control"] == "no-store")
        #expect(answer["Content-Type"] == "text/plain; charset=utf-8")
        #expect(client.log.recorded.isEmpty)
    }

    @Test(
        arguments: [
            ("GET", "/"), ("HEAD", "/"), ("OPTIONS", "/"), ("OPTIONS", "*"), ("GET", "/health"),
            ("OPTIONS", "/livez"),
        ]
    )
    func `whatever balancers ask by default is never kept, packed or logged`(
        method: String,
        target: String
    ) throws {
        let client = TestClient()
        let answer = try client.send(method, target, ["Accept-Encoding": "gzip"])
        #expect(answer.status == 200)
        #expect(answer["Cache-Control"] == "no-store")
        #expect(answer["Vary"]?.contains("Accept-Encoding") != true)
        #expect(client.log.recorded.isEmpty)
    }

    @Test(
        arguments: [
            ("GET", "/", 503), ("HEAD", "/", 503), ("OPTIONS", "/", 503), ("OPTIONS", "*", 503),
            ("GET", "/readyz", 503), ("GET", "/readyz?draining=404", 404), ("GET", "/livez", 200),
            ("OPTIONS", "/livez", 200), ("GET", "/health", 503), ("GET", "/articles", 200),
        ]
    )
    func `a server that drains says so where balancers ask`(
        method: String,
        target: String,
        status: Int
    ) throws {
        let answer = try TestClient(isDraining: true).send(method, target)
        #expect(answer.status == status)
        #expect(status == 200 || answer["Retry-After"] == "1")
    }

    @Test func `a server that does not drain is ready whatever its answer would be`() throws {
        #expect(try TestClient().send("GET", "/readyz?draining=404").status == 200)
    }

    @Test func `a store that cannot be read is not ready but alive`() throws {
        let client = TestClient()
        client.store.state.withLock { $0.failure = .corrupt(detail: "page 7") }
        let ready = try client.send("GET", "/readyz")
        #expect(ready.status == 503)
        #expect(ready["Retry-After"] == "1")
        #expect(try client.send("GET", "/livez").status == 200)
        let health = try client.send("GET", "/health")
        #expect(health.status == 503)
        #expect(health.json?.at("status")?.string == "fail")
        #expect(!health.text.contains("page 7"))
    }

    @Test func `a full disk is a warning and still ready`() throws {
        let client = TestClient()
        client.store.state.withLock { $0.writability = .diskFull }
        #expect(try client.send("GET", "/readyz").status == 200)
        let health = try client.send("GET", "/health")
        #expect(health.status == 200)
        #expect(health.json?.at("status")?.string == "warn")
    }

    @Test func `health follows the draft`() throws {
        let client = TestClient { $0.storePath = "/" }
        let health = try client.send("GET", "/health")
        #expect(health["Content-Type"] == "application/json")
        let json = try #require(health.json)
        #expect(
            json.names == ["status", "version", "releaseId", "description", "checks", "links"]
        )
        #expect(
            json.at("checks")?.names
                == ["store:responseTime", "disk:utilization", "connections", "uptime"]
        )
        #expect(json.at("checks.connections.0.observedValue")?.scalar == "3")
        #expect(json.at("checks.store:responseTime.0.time")?.scalar == "2023-11-01T00:00:00Z")
        let asked = try client.send("GET", "/health", ["Accept": "application/health+json"])
        #expect(asked["Content-Type"] == "application/health+json")
    }

    @Test func `the index shows three commands for the host that was asked`() throws {
        let answer = try TestClient().send("GET", "/")
        #expect(answer.status == 200)
        #expect(answer.text.hasSuffix("}\n"))
        let commands = answer.json?.at("commands")?.elements ?? []
        #expect(
            commands.compactMap { $0.at("run")?.string } == [
                "curl --data-binary @article.txt 'http://news.example:8080/articles'",
                "curl -G --data-urlencode q=storm 'http://news.example:8080/articles'",
                "curl 'http://news.example:8080/articles/1/explain?format=text'",
            ]
        )
    }
}
