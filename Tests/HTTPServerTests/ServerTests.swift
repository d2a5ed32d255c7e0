import Dispatch
import Glibc
import HTTPServer
import Logging
import Testing

private let get = "GET /x HTTP/1.1\r\nHost: a\r\n\r\n"

@Suite(.serialized) struct ServerTests {
    @Test func `answers many requests on one connection`() throws {
        let server = try HTTPServer.test { request, exchange in
            .text("\(request.head.path) for \(exchange.remoteAddress)")
        }
        let client = TestClient(server)
        for _ in 0..<100 {
            client.send(get)
            #expect(client.answer()?.text == "/x for 127.0.0.1")
        }
        #expect(server.status.connectionCount == 1)
    }

    @Test func `answers a pipeline of 1,000 in order`() throws {
        let server = try HTTPServer.test { request, exchange in
            // Every third answer comes later, from another thread.
            guard request.head.path.hasSuffix("3") else { return .text(request.head.path) }
            let responder = exchange.responder()
            DispatchQueue.global().async { responder.send(.text(request.head.path)) }
            return nil
        }
        let client = TestClient(server)
        let pipeline = (0..<1_000).map { "GET /\($0) HTTP/1.1\r\nHost: a\r\n\r\n" }.joined()
        DispatchQueue.global().async { [descriptor = client.descriptor] in
            var rest = Array(pipeline.utf8)[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, 0) }
                guard count > 0 else { return }
                rest = rest.dropFirst(count)
            }
        }
        for number in 0..<1_000 {
            try #require(client.answer()?.text == "/\(number)")
        }
    }

    @Test func `a pipeline whose answers are not read is not worked on without end`() throws {
        let answered = Shared(0)
        let body = [UInt8](repeating: 0x41, count: 50_000)
        let server = try HTTPServer.test { _, _ in
            answered.update { $0 += 1 }
            return Response(status: 200, body: .bytes(body))
        }
        let client = TestClient(server, receiveBuffer: 4_096)
        client.send(String(repeating: get, count: 1_000))
        // 50 MB of answers do not fit into any socket's buffers.
        #expect(client.answer()?.body.count == 50_000)
        #expect(answered.value < 1_000)
        for _ in 1..<1_000 {
            try #require(client.answer()?.body.count == 50_000)
        }
        #expect(answered.value == 1_000)
    }

    @Test func `collects bodies however they are framed`() throws {
        let server = try HTTPServer.test { request, _ in
            .text(String(decoding: request.body, as: UTF8.self))
        }
        let client = TestClient(server)
        client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\ntide")
        #expect(client.answer()?.text == "tide")
        client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
        client.send("4\r\ntide\r\n1\r\ns\r\n0\r\n\r\n")
        #expect(client.answer()?.text == "tides")
    }

    @Test func `the handler is told when a body began to come`() throws {
        let server = try HTTPServer.test { request, _ in
            .text("\(request.body.count) \(request.bodyBegan.map { $0 <= .now } ?? false)")
        }
        let client = TestClient(server)
        client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nab")
        #expect(client.answer()?.text == "2 true")
        client.send(get)
        #expect(client.answer()?.text == "0 false")
    }

    @Test func `sends 100 when a body is admitted, and the final answer when it is not`() throws {
        let server = try HTTPServer.test(
            admit: { head in
                head.path == "/no" ? .refuse(.text("no", status: 403)) : .collect(maximumBytes: 9)
            },
            respond: { request, _ in .text("\(request.body.count)") }
        )
        let fields = "Host: a\r\nExpect: 100-continue\r\nContent-Length:"
        let client = TestClient(server)
        client.send("PUT / HTTP/1.1\r\n\(fields) 4\r\n\r\n")
        #expect(client.answer()?.status == 100)
        client.send("tide")
        #expect(client.answer()?.text == "4")
        client.send("PUT / HTTP/1.1\r\n\(fields) 10\r\n\r\n")
        #expect(client.answer()?.status == 413)
        #expect(client.rest() == "")
        let other = TestClient(server)
        other.send("PUT /no HTTP/1.1\r\n\(fields) 4\r\n\r\n")
        let answer = other.answer()
        #expect(answer?.status == 403)
        #expect(answer?.head.contains("Connection: close") == true)
        #expect(other.rest() == "")
    }

    @Test func `a refusal of a request without a body keeps the connection`() throws {
        let server = try HTTPServer.test(
            admit: { head in
                head.path == "/no" ? .refuse(.text("no", status: 403)) : .collect(maximumBytes: 9)
            },
            respond: { _, _ in .text("yes") }
        )
        let client = TestClient(server)
        let refused = "GET /no HTTP/1.1\r\nHost: a\r\n\r\n"
        client.send(refused + get + refused + refused + get)
        let statuses = (0..<5).map { _ in client.answer()?.status }
        #expect(statuses == [403, 200, 403, 403, 200])
    }

    @Test func `a repeatable answer is sent again to the same bytes, and to no others`() throws {
        let asked = Shared<[String]>([])
        let server = try HTTPServer.test(loops: 1) { request, _ in
            asked.update { $0.append(request.head.path) }
            var response = Response.text(request.head.path)
            response.isRepeatable = request.head.path != "/once"
            return response
        }
        let client = TestClient(server)
        // Others come in between, also such as begin like it or come in two parts.
        let paths = ["/x", "/x", "/xy", "/x", "/once", "/once", "/x", "/x"]
        for _ in 0..<50 {
            client.send(paths.map { "GET \($0) HTTP/1.1\r\nHost: a\r\n\r\n" }.joined())
            client.send("HEAD /x HTTP/1.1\r\nHost: a\r\n\r\nGET /x HTTP/1.1\r\nHo")
            for path in paths { try #require(client.answer()?.text == path) }
            try #require(
                client.answer(isHead: true)?.head.contains("Content-Length: 2\r\n") == true
            )
            client.send("st: a\r\n\r\nPOST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nGET ")
            try #require(client.answer()?.text == "/x")
            try #require(client.answer()?.text == "/x")
            client.send("\r\n\r\n" + get + "\r\n\r\n" + get + "\r\n\r\n" + get)
            for _ in 0..<3 { try #require(client.answer()?.text == "/x") }
        }
        #expect(asked.value.filter { $0 == "/once" }.count == 100)
        // Of 11 in each round some are not: when they follow each other within a second.
        #expect(asked.value.filter { $0 == "/x" }.count < 550)
        client.send("GET /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n" + get)
        #expect(client.answer()?.head.contains("Connection: close") == true)
        #expect(client.rest() == "")
    }

    @Test func `a client that goes on sending still reads the early error`() throws {
        let server = try HTTPServer.test(
            admit: { _ in .collect(maximumBytes: 1_000) },
            respond: { _, _ in .text("stored") }
        )
        for _ in 0..<20 {
            let client = TestClient(server)
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3000000\r\n\r\n")
            // The server may close before all of it is sent, but it reads on for a while.
            client.send([UInt8](repeating: 0x41, count: 3_000_000))
            #expect(client.answer()?.status == 413)
        }
    }

    @Test func `an early error does not wait for a body of 100 MB, nor keep it`() throws {
        let server = try HTTPServer.test(
            admit: { _ in .collect(maximumBytes: 1_000) },
            respond: { _, _ in .text("stored") }
        )
        let client = TestClient(server)
        client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000000\r\n\r\n")
        let piece = [UInt8](repeating: 0x41, count: 1_000_000)
        client.send(piece)
        #expect(client.answer()?.status == 413)
        // What still comes is read and dropped, until the server has waited long enough.
        for _ in 0..<99 { client.send(piece) }
        #expect(server.waitForConnections(0))
        #expect(server.status.bufferedBytes == 0)
    }

    @Test func `HEAD, 204 and 304 have no content`() throws {
        let server = try HTTPServer.test { request, _ in
            switch request.head.path {
            case "/204": Response(status: 204)
            case "/304": Response(status: 304, fields: [(name: "ETag", value: "\"1\"")])
            default: .text("content")
            }
        }
        let client = TestClient(server)
        client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(client.answer(isHead: true)?.head.contains("Content-Length: 7\r\n") == true)
        client.send("GET /204 HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(client.answer()?.head.contains("Content-Length") == false)
        client.send("GET /304 HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(client.answer()?.head.contains("ETag: \"1\"\r\n") == true)
        client.send(get)
        #expect(client.answer()?.text == "content")
    }

    @Test func `what a handler puts into a field stays in it`() throws {
        let server = try HTTPServer.test { _, _ in
            Response(status: 200, fields: [(name: "X", value: "1\r\nSet-Cookie: a=b\r\n\r\n")])
        }
        let client = TestClient(server)
        client.send(get)
        #expect(client.answer()?.head.contains("X: 1  Set-Cookie: a=b    \r\n") == true)
    }

    @Test func `a half-closed client gets its answers`() throws {
        let server = try HTTPServer.test { _, exchange in
            let responder = exchange.responder()
            DispatchQueue.global().async { responder.send(.text("late")) }
            return nil
        }
        let client = TestClient(server)
        client.send(get + get)
        client.endOutput()
        #expect(client.answer()?.text == "late")
        #expect(client.answer()?.text == "late")
        #expect(client.rest() == "")
        #expect(client.hasEnded)
        #expect(server.waitForConnections(0))
    }

    @Test func `a responder that was released unused takes nothing from the one that answers`()
        throws
    {
        let server = try HTTPServer.test { _, exchange in
            // That the first is gone is in the mailbox before the answer.
            _ = exchange.responder()
            exchange.responder().send(.text("here"))
            return nil
        }
        let client = TestClient(server)
        client.send(get + get)
        #expect(client.answer()?.text == "here")
        #expect(client.answer()?.text == "here")
    }

    @Test func `a request that ends too early is told so`() throws {
        let server = try HTTPServer.test { _, _ in .text("never") }
        for part in ["GET / HT", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nti"] {
            let client = TestClient(server)
            client.send(part)
            client.endOutput()
            #expect(client.answer()?.status == 400)
            #expect(client.rest() == "")
        }
        let silent = TestClient(server)
        silent.endOutput()
        #expect(silent.rest() == "")
    }

    @Test func `resets at any point are forgotten`() throws {
        let server = try HTTPServer.test { request, exchange in
            guard request.head.path == "/late" else {
                return Response(status: 200, body: .bytes([UInt8](repeating: 65, count: 500_000)))
            }
            let responder = exchange.responder()
            DispatchQueue.global().async { responder.send(.text("late")) }
            return nil
        }
        for part in [
            "", "GET", get, String(repeating: get, count: 50),
            "GET /late HTTP/1.1\r\nHost: a\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nx", "broken\r\n\r\n",
        ] {
            for _ in 0..<10 {
                let client = TestClient(server)
                client.send(part)
                client.reset()
            }
        }
        // Connections are taken in their order: after this one, none of those waits to be taken.
        let client = TestClient(server)
        client.send("GET /late HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(client.answer()?.text == "late")
        #expect(server.waitForConnections(1))
        #expect(server.waitForBufferedBytes(0))
    }

    @Test func `a responder that is let go answers 500, a second answer counts nothing`() throws {
        let server = try HTTPServer.test { request, exchange in
            switch request.head.path {
            case "/none": return nil
            case "/dropped":
                let responder = exchange.responder()
                DispatchQueue.global().async { _ = responder }
                return nil
            default:
                let responder = exchange.responder()
                responder.send(.text("first"))
                responder.send(.text("second"))
                return nil
            }
        }
        for path in ["/none", "/dropped"] {
            let client = TestClient(server)
            client.send("GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(client.answer()?.status == 500)
        }
        let client = TestClient(server)
        client.send(get + get)
        #expect(client.answer()?.text == "first")
        #expect(client.answer()?.text == "first")
    }

    @Test func `one connection too many is told so`() throws {
        var limits = Limits()
        limits.connections = 2
        let server = try HTTPServer.test(limits: limits) { _, _ in .text("yes") }
        let first = TestClient(server)
        let second = TestClient(server)
        #expect(server.waitForConnections(2))
        let third = TestClient(server)
        let answer = third.answer()
        #expect(answer?.status == 503)
        #expect(answer?.head.contains("Retry-After: 1\r\n") == true)
        #expect(third.rest() == "")
        for client in [first, second] {
            client.send(get)
            #expect(client.answer()?.text == "yes")
        }
    }

    @Test func `bodies beyond the memory for all are refused, and memory is given back`() throws {
        var limits = Limits()
        limits.bufferedBytes = 100_000
        let server = try HTTPServer.test(limits: limits) { request, _ in
            .text("\(request.body.count)")
        }
        let holder = TestClient(server)
        holder.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 90001\r\n\r\n")
        holder.send([UInt8](repeating: 0x41, count: 90_000))
        #expect(server.waitForBufferedBytes(90_000))
        let other = TestClient(server)
        other.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 20000\r\n\r\n")
        other.send([UInt8](repeating: 0x41, count: 20_000))
        #expect(other.answer()?.status == 503)
        #expect(server.waitForBufferedBytes(90_000))
        holder.send("A")
        #expect(holder.answer()?.text == "90001")
        // The memory is given back after the answer went.
        holder.send(get)
        #expect(holder.answer()?.text == "0")
        #expect(server.waitForBufferedBytes(0))
    }

    @Test func `answers beyond the memory for all are replaced by 503`() throws {
        var limits = Limits()
        limits.bufferedBytes = 200_000
        let server = try HTTPServer.test(limits: limits) { request, _ in
            let count = Int(request.head.path.dropFirst()) ?? 0
            return Response(status: 200, body: .bytes([UInt8](repeating: 0x41, count: count)))
        }
        func status(_ text: String, isHead: Bool = false) -> Int? {
            let client = TestClient(server)
            client.send(text)
            let answer = client.answer(isHead: isHead)
            if answer?.status == 503 {
                #expect(answer?.head.contains("Retry-After: 1\r\n") == true)
                #expect(answer?.head.contains("Connection: close\r\n") == true)
                #expect(client.rest() == "" && client.hasEnded)
            }
            return answer?.status
        }
        #expect(status("GET /200000 HTTP/1.1\r\nHost: a\r\n\r\n") == 200)
        #expect(status("GET /200001 HTTP/1.1\r\nHost: a\r\n\r\n") == 503)
        #expect(status("HEAD /200001 HTTP/1.1\r\nHost: a\r\n\r\n", isHead: true) == 200)
        #expect(server.waitForBufferedBytes(0))
        // The body of the request itself is given back when it is answered.
        let body = String(repeating: "A", count: 150_000)
        #expect(
            status("POST /200000 HTTP/1.1\r\nHost: a\r\nContent-Length: 150000\r\n\r\n" + body)
                == 200
        )
        // That of another is not, and what fits into the output is sent all the same.
        #expect(server.waitForBufferedBytes(0))
        let holder = TestClient(server)
        holder.send("POST /1 HTTP/1.1\r\nHost: a\r\nContent-Length: 150000\r\n\r\n")
        holder.send(Array(body.utf8.dropLast()))
        #expect(server.waitForBufferedBytes(149_999))
        #expect(status("GET /100000 HTTP/1.1\r\nHost: a\r\n\r\n") == 503)
        #expect(status("GET /65536 HTTP/1.1\r\nHost: a\r\n\r\n") == 200)
        #expect(server.waitForBufferedBytes(149_999))
        holder.send("A")
        #expect(holder.answer()?.status == 200)
        #expect(server.waitForBufferedBytes(0))
        #expect(status("GET /100000 HTTP/1.1\r\nHost: a\r\n\r\n") == 200)
        #expect(server.waitForConnections(1))
        #expect(server.waitForBufferedBytes(0))
    }

    @Test func `no mutation of a request ends in anything but answers and a close`() throws {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededGenerator(seed: seed)
        let server = try HTTPServer.test { request, _ in .text("\(request.body.count)") }
        for round in 0..<300 {
            var bytes = RequestReaderTests.vectors.randomElement(using: &random)?.bytes ?? [65]
            bytes.mutate(using: &random)
            let client = TestClient(server)
            client.send(bytes)
            client.endOutput()
            let text = client.rest()
            #expect(client.hasEnded, "seed \(seed) round \(round): \(bytes)")
            #expect(
                text.isEmpty || text.hasPrefix("HTTP/1.1 ") && !text.contains("HTTP/1.1 500 "),
                "seed \(seed) round \(round): \(bytes): \(text)"
            )
        }
        #expect(server.waitForConnections(0))
        #expect(server.status.bufferedBytes == 0)
    }

    @Test func `an address in use is an error`() throws {
        let server = try HTTPServer.test { _, _ in .text("") }
        let address = HTTPServer.Address(host: "127.0.0.1", port: server.port)
        #expect(throws: ServerError.addressInUse(host: "127.0.0.1", port: server.port)) {
            try HTTPServer(address: address, serverName: "", logger: .init(label: "")) { _ in
                TestHandler(admit: { _ in .collect(maximumBytes: 0) }, respond: { _, _ in nil })
            }
        }
    }
    @Test func `a socket that listens already is taken over, with who waits there`() throws {
        let made = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #expect(throws: ServerError.notListening(descriptor: made)) {
            try HTTPServer.Address(listeningOn: made)
        }
        // Listening binds it, to a free port of all addresses.
        #expect(Glibc.listen(made, 16) == 0)
        let address = try HTTPServer.Address(listeningOn: made)
        #expect(address.port > 0 && address.host == "0.0.0.0")
        let server = try HTTPServer(address: address, serverName: "", logger: .init(label: "")) {
            _ in
            TestHandler(admit: { _ in .collect(maximumBytes: 0) }, respond: { _, _ in .text("") })
        }
        #expect(server.port == address.port)
        let client = TestClient(server)
        client.send(get)
        #expect(client.answer()?.status == 200)
    }

    @Test func `what goes over connections is counted`() throws {
        let server = try HTTPServer.test { _, _ in .text("hello") }
        let request = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
        let client = TestClient(server)
        client.send(request)
        let answer = client.rest()
        #expect(server.waitForConnections(0))
        let traffic = server.status.traffic
        #expect(traffic.accepted == 1 && traffic.dropped == 0 && traffic.cut == 0)
        #expect(traffic.receivedBytes == request.utf8.count)
        #expect(traffic.sentBytes == answer.utf8.count)
    }
}
