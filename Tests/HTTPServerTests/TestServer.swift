import Dispatch
import Glibc
import HTTPServer
import Logging

/// A handler made of two functions.
final class TestHandler: HTTPHandler {
    typealias Admit = @Sendable (RequestHead) -> BodyAdmission
    typealias Respond = @Sendable (Request, any Exchange) -> Response?

    private let admission: Admit
    private let response: Respond

    init(admit: @escaping Admit, respond: @escaping Respond) {
        admission = admit
        response = respond
    }

    func admit(_ head: RequestHead, in _: Exchange) -> BodyAdmission { admission(head) }

    func respond(to request: Request, in exchange: any Exchange) -> Response? {
        response(request, exchange)
    }
}

extension HTTPServer {
    /// A server on a free port of the loopback interface.
    static func test(
        limits: Limits = Limits(),
        loops: Int = 2,
        admit: @escaping TestHandler.Admit = { _ in .collect(maximumBytes: 1_000_000) },
        respond: @escaping TestHandler.Respond
    ) throws -> HTTPServer {
        try HTTPServer(
            address: Address(host: "127.0.0.1", port: 0),
            limits: limits,
            loops: loops,
            serverName: "test",
            logger: Logger(label: "test")
        ) { _ in TestHandler(admit: admit, respond: respond) }
    }

    /// Waits until `count` connections are open; whether it came to that within 30 seconds.
    func waitForConnections(_ count: Int) -> Bool {
        wait { status.connectionCount == count }
    }

    /// Waits until `count` bytes are counted as kept; whether it came to that within 30 seconds.
    ///
    /// A client has its answer a moment before the memory for it is given back.
    func waitForBufferedBytes(_ count: Int) -> Bool {
        wait { status.bufferedBytes == count }
    }

    private func wait(until isTrue: () -> Bool) -> Bool {
        for _ in 0..<30_000 {
            if isTrue() { return true }
            usleep(1_000)
        }
        return false
    }
}

extension Response {
    /// An answer of plain text.
    static func text(_ text: String, status: Int = 200) -> Response {
        Response(
            status: status,
            fields: [(name: "Content-Type", value: "text/plain")],
            body: .bytes(Array(text.utf8))
        )
    }
}

/// A client that sends bytes and reads answers; every wait ends after 30 seconds.
final class TestClient {
    let descriptor: Int32
    private var input: [UInt8] = []
    private(set) var hasEnded = false
    /// Whether the server took the connection.
    private(set) var isConnected = false

    init(_ server: HTTPServer, receiveBuffer: Int32? = nil) {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var timeout = timeval(tv_sec: 30, tv_usec: 0)
        let length = socklen_t(MemoryLayout<timeval>.size)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, length)
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &timeout, length)
        if var receiveBuffer {
            setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, 4)
        }
        var address = sockaddr_in()
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(server.port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                isConnected = connect(descriptor, $0, size) == 0
            }
        }
    }

    deinit {
        if !isReset { close(descriptor) }
    }

    private var isReset = false

    /// Sends text; whether all of it went.
    @discardableResult
    func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.send(
                    descriptor,
                    buffer.baseAddress.map { $0 + sent },
                    buffer.count - sent,
                    Int32(MSG_NOSIGNAL)
                )
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    func endOutput() {
        shutdown(descriptor, Int32(SHUT_WR))
    }

    func reset() {
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(
            descriptor,
            SOL_SOCKET,
            SO_LINGER,
            &option,
            socklen_t(MemoryLayout<linger>.size)
        )
        close(descriptor)
        isReset = true
    }

    /// Reads once; whether bytes came.
    @discardableResult
    func receive(atMost count: Int = 65_536) -> Bool {
        var bytes = [UInt8](repeating: 0, count: count)
        let received = recv(descriptor, &bytes, count, 0)
        guard received > 0 else {
            hasEnded = received == 0 || errno == ECONNRESET
            return false
        }
        input += bytes[..<received]
        return true
    }

    /// Reads all up to the end of the connection.
    func rest() -> String {
        while receive() {}
        defer { input = [] }
        return String(decoding: input, as: UTF8.self)
    }

    /// An answer as it came.
    struct Answer {
        var status: Int
        var head: String
        var body: [UInt8]

        var text: String { String(decoding: body, as: UTF8.self) }
    }

    /// Reads one answer; `nil` when the connection ends before it does.
    func answer(isHead: Bool = false) -> Answer? {
        guard let headEnd = wait(for: Array("\r\n\r\n".utf8)) else { return nil }
        let head = String(decoding: input[..<headEnd], as: UTF8.self)
        input.removeFirst(headEnd)
        guard let status = Int(head.dropFirst(9).prefix(3)) else { return nil }
        var answer = Answer(status: status, head: head, body: [])
        if isHead || status < 200 || status == 204 || status == 304 { return answer }
        if head.lowercased().contains("transfer-encoding: chunked") {
            while let chunk = takeChunk() {
                if chunk.isEmpty { return answer }
                answer.body += chunk
            }
            return nil
        }
        guard let field = head.lowercased().split(separator: "content-length: ").dropFirst().first,
            let length = Int(field.prefix { $0.isNumber })
        else {
            while receive() {}
            answer.body = input
            return answer
        }
        while input.count < length { guard receive() else { return nil } }
        answer.body = Array(input[..<length])
        input.removeFirst(length)
        return answer
    }

    private func takeChunk() -> [UInt8]? {
        guard let lineEnd = wait(for: [13, 10]),
            let size = Int(String(decoding: input[..<(lineEnd - 2)], as: UTF8.self), radix: 16)
        else { return nil }
        while input.count < lineEnd + size + 2 { guard receive() else { return nil } }
        let chunk = Array(input[lineEnd..<(lineEnd + size)])
        input.removeFirst(lineEnd + size + 2)
        return chunk
    }

    /// Reads until `mark` is there; the offset after it.
    private func wait(for mark: [UInt8]) -> Int? {
        var from = 0
        while true {
            if input.count >= mark.count {
                for start in from...(input.count - mark.count)
                where input[start..<(start + mark.count)].elementsEqual(mark) {
                    return start + mark.count
                }
                from = input.count - mark.count + 1
            }
            guard receive() else { return nil }
        }
    }
}

/// A value that threads of a test share.
///
/// `@unchecked Sendable`: `storage` is touched on `queue` only, a lock that the thread sanitizer
/// knows.
final class Shared<Value: Sendable>: @unchecked Sendable {
    private let queue = DispatchQueue(label: "test.shared")
    private var storage: Value

    init(_ value: Value) {
        storage = value
    }

    var value: Value { queue.sync { storage } }

    func update(_ change: (inout Value) -> Void) {
        queue.sync { change(&storage) }
    }
}
