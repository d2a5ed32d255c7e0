import Dispatch
import Glibc
import HTTPServer
import Testing

/// Deadlines of tenths of a second; a wait for one ends when it strikes, however slow the machine.
///
/// Only the deadline in question is short: what a test does in time by its other deadlines may take
/// it seconds where others have the processor.
@Suite(.serialized) struct DeadlineTests {
    private static func short(_ deadline: WritableKeyPath<Limits, Duration>) -> Limits {
        var limits = Limits()
        limits[keyPath: deadline] = .milliseconds(200)
        return limits
    }

    @Test func `a head that trickles is cut, though bytes keep coming`() throws {
        let server = try HTTPServer.test(limits: Self.short(\.headDeadline)) { _, _ in .text("") }
        let client = TestClient(server)
        var sent = 0
        while client.send("G"), sent < 2_000, server.status.connectionCount > 0 || sent < 5 {
            sent += 1
            usleep(10_000)
        }
        #expect(client.rest().hasPrefix("HTTP/1.1 408 "))
        #expect(server.waitForConnections(0))
    }

    @Test func `a body that trickles is cut, though bytes keep coming`() throws {
        let server = try HTTPServer.test(limits: Self.short(\.bodyDeadline)) { _, _ in .text("") }
        let client = TestClient(server)
        client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n")
        var sent = 0
        while client.send("G"), sent < 2_000, server.status.connectionCount > 0 || sent < 5 {
            sent += 1
            usleep(10_000)
        }
        #expect(client.rest().hasPrefix("HTTP/1.1 408 "))
    }

    @Test func `an idle connection is closed without a word`() throws {
        let server = try HTTPServer.test(limits: Self.short(\.idleDeadline)) { _, _ in .text("yes")
        }
        let silent = TestClient(server)
        #expect(silent.rest() == "" && silent.hasEnded)
        #expect(server.waitForConnections(0))
    }

    @Test func `an answered connection is closed when it is idle`() throws {
        var limits = Limits()
        limits.idleDeadline = .seconds(2)
        let server = try HTTPServer.test(limits: limits) { _, _ in .text("yes") }
        // Where the processor is away for longer than that, the client is too late, and tries again.
        for attempt in 1...10 {
            let client = TestClient(server)
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            let answer = client.answer()
            #expect(client.rest() == "" && client.hasEnded)
            if answer?.text == "yes" { break }
            #expect(attempt < 10)
        }
        #expect(server.waitForConnections(0))
    }

    @Test func `a client that reads nothing is cut`() throws {
        let body = [UInt8](repeating: 0x41, count: 20_000_000)
        let server = try HTTPServer.test(limits: Self.short(\.sendDeadline)) { _, _ in
            Response(status: 200, body: .bytes(body))
        }
        let client = TestClient(server, receiveBuffer: 4_096)
        client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(client.receive(atMost: 1))
        #expect(server.waitForConnections(0))
        #expect(server.status.bufferedBytes == 0)
    }

    @Test func `a request that takes long to answer is not cut`() throws {
        var limits = Limits()
        limits.bodyDeadline = .milliseconds(100)
        limits.headDeadline = .milliseconds(100)
        let server = try HTTPServer.test(limits: limits) { _, exchange in
            let responder = exchange.responder()
            DispatchQueue.global().asyncAfter(deadline: .now() + 0.6) {
                responder.send(.text("at last"))
            }
            return nil
        }
        let client = TestClient(server)
        client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(client.answer()?.text == "at last")
    }
}

@Suite(.serialized) struct DrainTests {
    @Test func `a drain answers with close, and still takes connections`() throws {
        let server = try HTTPServer.test { _, _ in
            var response = Response.text("quick")
            response.isRepeatable = true
            return response
        }
        let early = TestClient(server)
        early.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(early.answer()?.head.contains("Connection: close") == false)
        server.drain(delay: .seconds(600), timeout: .seconds(30)) {}
        #expect(server.status.isDraining)
        let late = TestClient(server)
        for client in [early, late] {
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            let answer = client.answer()
            #expect(answer?.text == "quick")
            #expect(answer?.head.contains("Connection: close\r\n") == true)
            #expect(client.rest() == "")
        }
        server.stop()
    }

    @Test func `after a drain's delay idle connections end, and requests may finish`() throws {
        let responders = Shared<[any Responder]>([])
        let server = try HTTPServer.test { _, exchange in
            let responder = exchange.responder()
            responders.update { $0.append(responder) }
            return nil
        }
        let idle = TestClient(server)
        let slow = TestClient(server)
        slow.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n")
        while responders.value.isEmpty { usleep(1_000) }
        #expect(server.waitForConnections(2))

        let isDone = DispatchSemaphore(value: 0)
        server.drain(delay: .zero, timeout: .seconds(600)) { isDone.signal() }
        #expect(idle.rest() == "" && idle.hasEnded)
        #expect(server.waitForConnections(1))
        // The port is free once the last loop has let go of the listener.
        var isRefused = false
        for _ in 0..<10_000 where !isRefused {
            let client = TestClient(server)
            isRefused = !client.isConnected
            usleep(1_000)
        }
        #expect(isRefused)
        #expect(isDone.wait(timeout: .now()) == .timedOut)

        responders.value.first?.send(.text("finished"))
        #expect(slow.answer()?.text == "finished")
        #expect(slow.rest() == "")
        #expect(isDone.wait(timeout: .now() + 30) == .success)
    }

    @Test func `empty lines do not keep a connection open after a drain's delay`() throws {
        var limits = Limits()
        limits.idleDeadline = .seconds(600)
        let server = try HTTPServer.test(limits: limits, loops: 1) { _, _ in .text("yes") }
        let fresh = TestClient(server)
        let known = TestClient(server)
        known.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(known.answer()?.text == "yes")
        #expect(server.waitForConnections(2))
        server.drain(delay: .zero, timeout: .seconds(600)) {}
        // It is closed at once, so that the loop knows of the end by then.
        #expect(known.rest() == "" && known.hasEnded)
        fresh.send("\r\n")
        #expect(fresh.rest() == "" && fresh.hasEnded)
    }

    @Test func `a drain ends at its timeout`() throws {
        let responders = Shared<[any Responder]>([])
        let server = try HTTPServer.test { _, exchange in
            let responder = exchange.responder()
            responders.update { $0.append(responder) }
            return nil
        }
        let client = TestClient(server)
        client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        while responders.value.isEmpty { usleep(1_000) }
        let isDone = DispatchSemaphore(value: 0)
        server.drain(delay: .zero, timeout: .milliseconds(100)) { isDone.signal() }
        #expect(client.rest() == "")
        #expect(isDone.wait(timeout: .now() + 10) == .success)
        responders.value.first?.send(.text("too late"))
    }

    @Test func `stop closes everything`() throws {
        let server = try HTTPServer.test { _, _ in .text("yes") }
        let clients = (0..<10).map { _ in TestClient(server) }
        #expect(server.waitForConnections(10))
        server.stop()
        for client in clients { #expect(client.rest() == "") }
        #expect(server.waitForConnections(0))
    }
}
