import ArticleService
import ArticleStore
import Articles
import Dispatch
import HTTPServer
import Logging
import Testing

@testable import ArticleAPI

/// Sends requests to a handler as the server would: the head to `admit`, then all of it to
/// `respond`.
final class TestClient {
    let store: MemoryStore
    let api: ArticleAPI
    let log = LogRecorder()

    init(
        store: MemoryStore = MemoryStore(),
        service: ArticleService.Settings = .init(),
        isDraining: Bool = false,
        _ change: (inout ArticleAPI.Settings) -> Void = { _ in }
    ) {
        self.store = store
        var settings = ArticleAPI.Settings()
        // 2023-11-01T00:00:00Z
        settings.now = { Timestamp(secondsSince1970: 1_698_796_800) }
        change(&settings)
        let recorder = log
        api = ArticleAPI(
            service: ArticleService(store: store, settings: service),
            settings: settings,
            status: ArticleAPI.Status(draining: { isDraining }, connections: { 3 }),
            logger: Logger(label: "test") { _ in recorder }
        )
    }

    @discardableResult
    func send(
        _ method: String,
        _ target: String,
        _ fields: [String: String] = [:],
        body: String? = nil
    ) throws -> Received {
        try send(method, target, fields, bytes: body.map { Array($0.utf8) })
    }

    @discardableResult
    func send(
        _ method: String,
        _ target: String,
        _ fields: [String: String] = [:],
        bytes: [UInt8]?
    ) throws -> Received {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        var head = RequestHead(
            method: Method(rawValue: method),
            path: String(parts[0]),
            query: parts.count > 1 ? String(parts[1]) : nil
        )
        if fields["Host"] == nil { head.fields.append("Host", "news.example:8080") }
        if let bytes, fields["Content-Length"] == nil {
            head.fields.append("Content-Length", "\(bytes.count)")
        }
        for (name, value) in fields { head.fields.append(name, value) }
        let exchange = TestExchange()
        var request = Request(head: head, body: bytes ?? [])
        if bytes != nil { request.bodyBegan = .now }
        switch api.admit(head, in: exchange) {
        case .refuse(let response): return Received(response, wasRefused: true)
        case .stream(let sink, _):
            // Nothing is held back here: what would wait is bounded by the tests' bodies.
            _ = sink.receive(request.body[...], in: exchange)
            request.sink = sink
            request.body = []
        case .collect(let maximum): try #require((bytes?.count ?? 0) <= maximum)
        }
        var response = try api.respond(to: request, in: exchange) ?? exchange.wait()
        if case .stream(let source, let length) = response.body {
            if method == "HEAD" {
                source.cancel()
                response.body = .empty
            } else {
                let bytes = try source.collect(piece: 65_536)
                try #require(bytes.count == length ?? bytes.count)
                response.body = .bytes(bytes)
            }
        }
        return Received(response, wasRefused: false)
    }

    enum Unexpected: Error { case noAnswer }
}

extension ResponseBodySource {
    /// The next piece; waits for it.
    func wait(maximumBytes: Int) throws -> [UInt8]? {
        let box = Locked<Result<[UInt8]?, any Error>?>(nil)
        let arrival = DispatchSemaphore(value: 0)
        next(maximumBytes: maximumBytes) { result in
            box.withLock { $0 = result }
            arrival.signal()
        }
        guard arrival.wait(timeout: .now() + 60) == .success, let result = box.withLock({ $0 })
        else { throw TestClient.Unexpected.noAnswer }
        return try result.get()
    }

    /// All that comes, in pieces of at most so many bytes.
    func collect(piece maximumBytes: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while let piece = try wait(maximumBytes: maximumBytes) {
            try #require(!piece.isEmpty && piece.count <= maximumBytes)
            bytes += piece
        }
        return bytes
    }
}

/// An answer, taken apart.
struct Received {
    let response: Response
    let wasRefused: Bool
    let bytes: [UInt8]

    init(_ response: Response, wasRefused: Bool) {
        self.response = response
        self.wasRefused = wasRefused
        if case .bytes(let bytes) = response.body { self.bytes = bytes } else { bytes = [] }
    }

    var status: Int { response.status }
    var text: String { String(decoding: bytes, as: UTF8.self) }
    var json: JSONValue? { JSONValue(bytes) }

    subscript(name: String) -> String? {
        response.fields.first { $0.name.lowercased() == name.lowercased() }?.value
    }
}

extension JSONValue {
    /// The value at a path of names and positions: `items.0.url`.
    func at(_ path: String) -> JSONValue? {
        path.split(separator: ".").reduce(Optional(self)) { value, step in
            if let index = Int(step) {
                let elements = value?.elements ?? []
                return elements.indices.contains(index) ? elements[index] : nil
            }
            return value?[String(step)]
        }
    }

    /// The names of an object's members, in order.
    var names: [String] {
        guard case .object(let members) = self else { return [] }
        return members.map(\.name)
    }

    /// A number, a string or a truth value as text.
    var scalar: String {
        switch self {
        case .null: "null"
        case .bool(let truth): "\(truth)"
        case .number(let digits): digits
        case .string(let text): text
        case .array, .object: "?"
        }
    }
}

final class TestExchange: Exchange {
    let remoteAddress = "127.0.0.1"
    private let pending = TestResponder()

    func responder() -> any Responder { pending }

    /// Waits for the answer that comes later.
    func wait() throws -> Response {
        guard pending.arrival.wait(timeout: .now() + 60) == .success,
            let response = pending.response.withLock({ $0 })
        else { throw TestClient.Unexpected.noAnswer }
        return response
    }
}

final class TestResponder: Responder {
    let response = Locked<Response?>(nil)
    let arrival = DispatchSemaphore(value: 0)

    func send(_ answer: Response) {
        response.withLock { $0 = answer }
        arrival.signal()
    }

    func resumeReading() {}
}

/// Keeps what is logged.
final class LogRecorder: LogHandler {
    private let lines = Locked<[(message: String, metadata: Logger.Metadata)]>([])

    var recorded: [(message: String, metadata: Logger.Metadata)] { lines.withLock { $0 } }
    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }
    var logLevel: Logger.Level {
        get { .info }
        set {}
    }

    subscript(metadataKey key: String) -> Logger.MetadataValue? {
        get { nil }
        set {}
    }

    func log(event: LogEvent) {
        lines.withLock { $0.append((event.message.description, event.metadata ?? [:])) }
    }
}

extension TestClient {
    /// A call as the handler makes it, for what is tested without a handler.
    func call(_ method: String, _ target: String) throws -> Call {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        var head = RequestHead(
            method: Method(rawValue: method),
            path: String(parts[0]),
            query: parts.count > 1 ? String(parts[1]) : nil
        )
        head.fields.append("Host", "news.example:8080")
        return api.call(head, route: String(parts[0]))
    }
}
