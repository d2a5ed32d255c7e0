import Articles
import Foundation
import Testing

/// How the program treats connections, and its own end.
@Suite struct ConnectionTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `one connection serves many requests, also when they come together`() throws {
        let server = try Server(database: folder.path("dateline.db"))
        let client = try RawClient(port: server.port)
        for _ in 0..<3 {
            try client.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(try client.answer().body == "ok\n")
        }
        let body = "A headline\n\nA paragraph that ends with a full stop, as they do.\n"
        let post =
            "POST /articles HTTP/1.1\r\nHost: a\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
            + body
        let search = "GET /articles?q=paragraph HTTP/1.1\r\nHost: a\r\n\r\n"
        let one = "GET /articles/1 HTTP/1.1\r\nHost: a\r\n\r\n"
        try client.send(post + one + search + "GET /livez HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(try client.answer().status == 201)
        #expect(try client.answer().body.contains("A headline"))
        #expect(try client.answer().body.contains("\"total\":1"))
        #expect(try client.answer().body == "ok\n")
    }

    @Test func `a reader sees each version and the removal once they are acknowledged`() throws {
        let server = try Server(database: folder.path("dateline.db"), arguments: ["--loops", "2"])
        let clients = DispatchGroup()
        for client in 0..<4 {
            clients.enter()
            Thread.detachNewThread {
                defer { clients.leave() }
                do {
                    let name = "report-\(client)"
                    let writer = try RawClient(port: server.port)
                    let readers = try (0..<3).map { _ in try RawClient(port: server.port) }
                    for version in 1...25 {
                        let quay = "Quay \(client)"
                        let body =
                            "Tides at \(quay)\n\n\(quay) has version v\(version)x of it now.\n"
                        try writer.send("PUT /articles/\(name) HTTP/1.1\r\nHost: a\r\n")
                        try writer.send("Content-Length: \(body.utf8.count)\r\n\r\n" + body)
                        #expect(try [200, 201].contains(writer.answer().status))
                        for reader in readers {
                            try reader.send("GET /articles/\(name) HTTP/1.1\r\nHost: a\r\n\r\n")
                            let answer = try reader.answer()
                            #expect(answer.body.contains("v\(version)x"))
                            #expect(answer.fields["etag"]?.hasSuffix("-\(version)\"") == true)
                        }
                    }
                    try writer.send("DELETE /articles/\(name) HTTP/1.1\r\nHost: a\r\n\r\n")
                    #expect(try writer.answer(toHEAD: true).status == 204)
                    for reader in readers {
                        try reader.send("GET /articles/\(name) HTTP/1.1\r\nHost: a\r\n\r\n")
                        #expect(try reader.answer().status == 410)
                    }
                } catch {
                    Issue.record("client \(client): \(error)")
                }
            }
        }
        clients.wait()
    }

    @Test func `every acknowledged article survives kill -9 while 8 clients post`() throws {
        let database = folder.path("dateline.db")
        let server = try Server(database: database)
        let acknowledged = Locked(Set<String>())
        let enough = DispatchSemaphore(value: 0)
        let clients = DispatchGroup()
        for client in 0..<8 {
            clients.enter()
            Thread.detachNewThread {
                defer { clients.leave() }
                guard let connection = try? RawClient(port: server.port) else { return }
                for number in 0... {
                    let body = "Report \(client) \(number)\n\nWord c\(client)n\(number) was sent.\n"
                    let head = "POST /articles HTTP/1.1\r\nHost: a\r\n"
                    // The server dies in the middle: a connection that breaks ends its client.
                    guard
                        (try? connection.send(
                            head + "Content-Length: \(body.utf8.count)\r\n\r\n" + body
                        )) != nil, let answer = try? connection.answer()
                    else { return }
                    guard answer.status == 201 else { continue }
                    let count = acknowledged.withLock {
                        $0.insert("c\(client)n\(number)")
                        return $0.count
                    }
                    if count == 200 { enough.signal() }
                }
            }
        }
        #expect(enough.wait(timeout: .now() + 60) == .success)
        server.end(by: SIGKILL)
        clients.wait()

        let restarted = try Server(database: database)
        let reader = try RawClient(port: restarted.port)
        let words = acknowledged.withLock { $0 }
        for word in words {
            try reader.send("GET /articles?q=\(word)&fields=headline HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(try reader.answer().body.contains("\"total\":1,"), "\(word) is lost")
        }
        // What was not acknowledged may be there, one for each client, but only whole.
        try reader.send("GET /articles?limit=1 HTTP/1.1\r\nHost: a\r\n\r\n")
        let listing = try JSONSerialization.jsonObject(with: Data(try reader.answer().body.utf8))
        let total = try #require((listing as? [String: Any])?["total"] as? Int)
        #expect((words.count...words.count + 8).contains(total))
    }

    @Test func `SIGTERM drains: not ready at once, still answering, then exit 0`() throws {
        let server = try Server(
            database: folder.path("dateline.db"),
            arguments: ["--drain-delay", "3"]
        )
        let body = "A headline\n\nThe rest of it comes while the server drains, and is kept.\n"
        let early = try RawClient(port: server.port)
        try early.send("POST /articles HTTP/1.1\r\nHost: a\r\n")
        try early.send("Content-Length: \(body.utf8.count)\r\n\r\n")
        try early.send("A headline\n")
        kill(server.process.processIdentifier, SIGTERM)

        // The signal takes a moment to arrive; every probe before it is an answer of 200.
        var statuses: [Int] = []
        var last: RawClient.Answer?
        repeat {
            let probe = try RawClient(port: server.port)
            try probe.send("GET /readyz HTTP/1.1\r\nHost: a\r\n\r\n")
            last = try probe.answer()
            statuses.append(last?.status ?? 0)
        } while statuses.last == 200
        #expect(statuses.last == 503)
        #expect(last?.fields["connection"] == "close")
        #expect(last?.fields["retry-after"] != nil)

        let late = try RawClient(port: server.port)
        try late.send("GET /livez HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(try late.answer().status == 200)
        try early.send(String(body.dropFirst("A headline\n".count)))
        #expect(try early.answer().status == 201)
        server.process.waitUntilExit()
        #expect(server.process.terminationStatus == 0)
    }

    @Test func `the health command tells a server that is ready from none`() throws {
        let server = try Server(database: folder.path("dateline.db"))
        let port = String(server.port)
        let ready = try Program.run(["health", "--port", port])
        #expect(ready.status == 0 && ready.output == "ready\n")
        server.end(by: SIGKILL)
        let gone = try Program.run(["health", "--port", port])
        #expect(gone.status == 1 && gone.output.contains("no answer"))
    }
}
