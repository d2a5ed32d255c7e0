import Dispatch
import Glibc
import HTTPServer
import Testing

/// Deadlines of tenths of a second; a wait for one ends when it strikes, however slow the machine.
@Suite(.serialized) struct DeadlineTests {
    private static var short: Limits {
        var limits = Limits()
        limits.headDeadline = .milliseconds(200)
        limits.bodyDeadline = .milliseconds(200)
        limits.idleDeadline = .milliseconds(200)
        limits.sendDeadline = .milliseconds(200)
        limits.lingerDeadline = .milliseconds(200)
        return limits
    }

    @Test func `a head that trickles is cut, though bytes keep coming`() throws {
        let server = try HTTPServer.test(limits: Self.short) { _, _ in .text("") }
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
        let server = try HTTPServer.test(limits: Self.short) { _, _ in .text("") }
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
        let server = try HTTPServer.test(limits: Self.short) { _, _ in .text("yes") }
        let silent = TestClient(server)
        #expect(silent.rest() == "")
        let client = TestClient(server)
        client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(client.answer()?.text == "yes")
        #expect(client.rest() == "")
        #expect(server.waitForConnections(0))
    }

    @Test func `a client that reads nothing is cut`() throws {
        let body = [UInt8](repeating: 0x41, count: 20_000_000)
        let server = try HTTPServer.test(limits: Self.short) { _, _ in
            Response(status: 200, body: .bytes(body))
        }
        let client = TestClient(server, receiveBuffer: 4_096)
        client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(client.receive(atMost: 1))
        #expect(server.waitForConnections(0))
        #expect(server.status.bufferedBytes == 0)
    }

    @Test func `a request that takes long to answer is not cut`() throws {
        let server = try HTTPServer.test(limits: Self.short) { _, exchange in
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
    @Test func `a drain answers with close, then refuses, and lets requests finish`() throws {
        let responders = Shared<[any Responder]>([])
        let server = try HTTPServer.test { request, exchange in
            guard request.head.path == "/slow" else { return .text("quick") }
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
        server.drain(delay: .milliseconds(300), timeout: .seconds(30)) { isDone.signal() }
        #expect(server.status.isDraining)
        let late = TestClient(server)
        late.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        let answer = late.answer()
        #expect(answer?.text == "quick")
        #expect(answer?.head.contains("Connection: close\r\n") == true)
        #expect(late.rest() == "")

        // After the delay the idle connection is closed, and the one at work is left.
        #expect(idle.rest() == "")
        #expect(server.waitForConnections(1))
        #expect(isDone.wait(timeout: .now()) == .timedOut)
        let refused = TestClient(server)
        refused.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(refused.answer() == nil)

        responders.value.first?.send(.text("finished"))
        #expect(slow.answer()?.text == "finished")
        #expect(slow.rest() == "")
        #expect(isDone.wait(timeout: .now() + 10) == .success)
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
