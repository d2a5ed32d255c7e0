import ArticleService
import Articles
import HTTPServer
import Synchronization

/// Answers that were given to requests with an `Idempotency-Key`
/// (draft-ietf-httpapi-idempotency-key-header), for all loops.
///
/// They are kept in memory, for a day and up to a limit. A restart forgets them: a text that is sent
/// again is recognised by its words then and answered as a duplicate, unless `on_duplicate=keep` asks
/// for it to be stored twice.
package final class IdempotencyTable: Sendable {
    /// Whose key it is, and what it names.
    struct Key: Hashable, Sendable {
        var client: Client
        var route: String
        var name: String
    }

    /// What becomes of a request.
    enum Decision {
        /// It is the first: it is carried out, and its answer kept.
        case proceed
        /// The first one is not answered yet.
        case inProgress
        /// The key was used for another request.
        case mismatch
        /// The answer that the first one got.
        case replay(Response)
    }

    private struct Entry {
        var fingerprint: [UInt8]
        var response: Response?
        var end: Int64
    }

    private let entries = Locked<[Key: Entry]>([:])

    /// Makes an empty table.
    package init() {}

    /// Begins a request, at a second since 1970.
    func begin(_ key: Key, fingerprint: [UInt8], at now: Int64) -> Decision {
        entries.withLock { entries in
            if let entry = entries[key], entry.end > now {
                guard entry.fingerprint == fingerprint else { return .mismatch }
                return entry.response.map { .replay($0) } ?? .inProgress
            }
            if entries.count >= Self.maximumEntries {
                entries = entries.filter { $0.value.end > now || $0.value.response == nil }
                let answered = entries.first { $0.value.response != nil }?.key
                if entries.count >= Self.maximumEntries, let answered { entries[answered] = nil }
            }
            entries[key] = Entry(fingerprint: fingerprint, end: now + 86_400)
            return .proceed
        }
    }

    /// Keeps the answer of a request that was begun; one that may be tried again is forgotten.
    func end(_ key: Key, with response: Response?) {
        entries.withLock { entries in
            guard let response, response.status < 500, response.status != 429,
                Self.byteCount(of: response) <= Self.maximumBytes
            else {
                entries[key] = nil
                return
            }
            entries[key]?.response = response
        }
    }

    /// The bytes of a body; of one that is made while it is sent, too many.
    private static func byteCount(of response: Response) -> Int {
        switch response.body {
        case .empty: 0
        case .bytes(let bytes): bytes.count
        case .stream: .max
        }
    }

    private static let maximumEntries = 10_000
    private static let maximumBytes = 16_384

    /// The key in a field: a string of RFC 8941 or a bare token, of 255 bytes at most.
    static func name(in field: String) -> String? {
        var name = trimmingSpaces(field)
        if name.hasPrefix("\""), name.hasSuffix("\""), name.utf8.count > 1 {
            name = String(name.dropFirst().dropLast())
        }
        let isPlain = name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") }
        return isPlain && (1...255).contains(name.utf8.count) ? name : nil
    }
}

/// An exchange whose answer is kept.
final class RecordedExchange: Exchange {
    private let exchange: any Exchange
    private let end: @Sendable (Response?) -> Void

    init(_ exchange: any Exchange, end: @escaping @Sendable (Response?) -> Void) {
        self.exchange = exchange
        self.end = end
    }

    var remoteAddress: String { exchange.remoteAddress }

    func responder() -> any Responder { RecordedResponder(exchange.responder(), end: end) }
}

/// A responder whose answer is kept; one that is let go without an answer says so.
private final class RecordedResponder: Responder {
    private let responder: any Responder
    private let end: @Sendable (Response?) -> Void
    private let isAnswered = Atomic(false)

    init(_ responder: any Responder, end: @escaping @Sendable (Response?) -> Void) {
        self.responder = responder
        self.end = end
    }

    deinit {
        if !isAnswered.load(ordering: .relaxed) { end(nil) }
    }

    func send(_ response: Response) {
        if !isAnswered.exchange(true, ordering: .relaxed) { end(response) }
        responder.send(response)
    }

    func resumeReading() { responder.resumeReading() }
}
