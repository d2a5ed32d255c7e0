import Dispatch
import Glibc
import HTTPServer
import Testing

/// Makes so many bytes, each piece on another thread.
private final class CountingSource: ResponseBodySource {
    struct Failure: Error {}

    private let left: Shared<Int>
    private let fails: Bool
    let made = Shared(0)
    let isCancelled = Shared(false)

    init(bytes: Int, fails: Bool = false) {
        left = Shared(bytes)
        self.fails = fails
    }

    func next(
        maximumBytes: Int,
        deliver: @escaping @Sendable (Result<[UInt8]?, any Error>) -> Void
    ) {
        var count = 0
        left.update { left in
            count = min(left, maximumBytes)
            left -= count
        }
        made.update { $0 += count }
        let (size, fails) = (count, self.fails)
        DispatchQueue.global().async {
            if size == 0 {
                deliver(fails ? .failure(Failure()) : .success(nil))
            } else {
                deliver(.success([UInt8](repeating: 0x41, count: size)))
            }
        }
    }

    func cancel() {
        isCancelled.update { $0 = true }
    }
}

/// Takes a body, and stops after every piece until it is told to go on.
private final class PausingSink: RequestBodySink, Sendable {
    let received = Shared(0)
    let isCancelled = Shared(false)

    func receive(_ bytes: ArraySlice<UInt8>, in exchange: any Exchange) -> Bool {
        let count = bytes.count
        received.update { $0 += count }
        let responder = exchange.responder()
        DispatchQueue.global().async { responder.resumeReading() }
        return false
    }

    func cancel() {
        isCancelled.update { $0 = true }
    }
}

@Suite(.serialized) struct StreamingTests {
    private func server(_ source: CountingSource, length: Int?) throws -> HTTPServer {
        try HTTPServer.test { _, _ in
            Response(status: 200, body: .stream(source, length: length))
        }
    }

    @Test func `a body without a length is sent in chunks`() throws {
        let source = CountingSource(bytes: 1_000_000)
        let server = try server(source, length: nil)
        let client = TestClient(server)
        client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        let answer = client.answer()
        #expect(answer?.head.contains("Transfer-Encoding: chunked\r\n") == true)
        #expect(answer?.body == [UInt8](repeating: 0x41, count: 1_000_000))
        #expect(!source.isCancelled.value)
        client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(client.answer()?.body == [])
    }

    @Test func `to HTTP 1.0 it is sent up to the close`() throws {
        let server = try server(CountingSource(bytes: 100_000), length: nil)
        let client = TestClient(server)
        client.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
        let answer = client.answer()
        #expect(answer?.head.contains("Transfer-Encoding") == false)
        #expect(answer?.head.contains("Connection: close\r\n") == true)
        #expect(answer?.body.count == 100_000)
    }

    @Test func `a body with a length is sent as it is`() throws {
        let server = try server(CountingSource(bytes: 100_000), length: 100_000)
        let client = TestClient(server)
        client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(client.answer()?.body.count == 100_000)
    }

    @Test(arguments: [99_999, 100_001])
    func `a body that is not as long as its head says ends the connection`(length: Int) throws {
        let server = try server(CountingSource(bytes: 100_000), length: length)
        let client = TestClient(server)
        client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        _ = client.rest()
        #expect(client.hasEnded)
        #expect(server.waitForConnections(0))
    }

    @Test func `a source that fails ends the connection before the last chunk`() throws {
        let server = try server(CountingSource(bytes: 10, fails: true), length: nil)
        let client = TestClient(server)
        client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(client.rest().hasSuffix("\r\n\r\na\r\nAAAAAAAAAA\r\n"))
    }

    @Test func `HEAD asks a source for nothing`() throws {
        let source = CountingSource(bytes: 10)
        let server = try server(source, length: nil)
        let client = TestClient(server)
        client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\nHEAD / HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(client.answer(isHead: true)?.status == 200)
        #expect(client.answer(isHead: true)?.status == 200)
        #expect(source.isCancelled.value)
        #expect(source.made.value == 0)
    }

    @Test func `a source is asked for no more than its client reads`() throws {
        let source = CountingSource(bytes: 1_000_000_000)
        let server = try server(source, length: nil)
        let client = TestClient(server, receiveBuffer: 4_096)
        client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(client.receive(atMost: 1))
        // What is made stands still once the buffers are full.
        var last = -1
        while last != source.made.value {
            last = source.made.value
            usleep(200_000)
        }
        #expect(last < 100_000_000)
        #expect(server.status.bufferedBytes < 1_000_000)
        client.reset()
        #expect(server.waitForConnections(0))
        #expect(source.isCancelled.value)
        #expect(server.status.bufferedBytes == 0)
    }

    @Test(arguments: [false, true])
    func `a sink takes a body at its own pace`(isChunked: Bool) throws {
        let sinks = Shared<[PausingSink]>([])
        let server = try HTTPServer.test(
            admit: { _ in
                let sink = PausingSink()
                sinks.update { $0.append(sink) }
                return .stream(sink, maximumBytes: 10_000_000)
            },
            respond: { request, _ in .text("\(request.body.count)") }
        )
        let client = TestClient(server)
        let bytes = [UInt8](repeating: 0x41, count: 1_000_000)
        let framing =
            isChunked
            ? "Transfer-Encoding: chunked\r\n\r\nf4240\r\n" : "Content-Length: 1000000\r\n\r\n"
        for _ in 0..<2 {
            client.send("PUT / HTTP/1.1\r\nHost: a\r\n" + framing)
            #expect(client.send(bytes))
            if isChunked { client.send("\r\n0\r\n\r\n") }
            #expect(client.answer()?.text == "0")
        }
        #expect(sinks.value.map(\.received.value) == [1_000_000, 1_000_000])
        #expect(sinks.value.allSatisfy { !$0.isCancelled.value })
    }

    @Test func `a sink is told when its body breaks off`() throws {
        let sink = PausingSink()
        let server = try HTTPServer.test(
            admit: { _ in .stream(sink, maximumBytes: 10_000_000) },
            respond: { _, _ in .text("never") }
        )
        let client = TestClient(server)
        client.send("PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n4\r\ntidings")
        #expect(client.answer()?.status == 400)
        #expect(sink.isCancelled.value)
        #expect(sink.received.value == 4)
    }

    @Test func `an answer may come before the body's end`() throws {
        let server = try HTTPServer.test(
            admit: { _ in .stream(EarlySink(), maximumBytes: 10_000_000) },
            respond: { _, _ in .text("never") }
        )
        let client = TestClient(server)
        client.send("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\ntide")
        let answer = client.answer()
        #expect(answer?.status == 422)
        #expect(answer?.head.contains("Connection: close\r\n") == true)
        #expect(client.rest() == "")
    }
}

/// Knows after the first piece that the body is no good.
private final class EarlySink: RequestBodySink {
    func receive(_ bytes: ArraySlice<UInt8>, in exchange: any Exchange) -> Bool {
        exchange.responder().send(.text("no good", status: 422))
        return true
    }

    func cancel() {}
}
