/// Reads what a client sends on a connection: heads and bodies, one request after another.
///
/// A value that does no I/O: the socket, the tests, the fuzzer and the benchmarks give it bytes.
struct RequestReader {
    /// What has arrived.
    enum Event {
        /// A request's head; `body` and `end` follow.
        case head(MessageHead)
        /// A piece of its body, as a range of the bytes given.
        case body(Range<Int>)
        /// The request is complete.
        case end
    }

    private enum Phase {
        case head
        case length(left: Int)
        case chunked(ChunkedDecoder)
    }

    private var parser: RequestParser
    private var phase = Phase.head
    private let sectionBytes: Int

    init(limits: Limits) {
        sectionBytes = limits.headBytes
        parser = RequestParser(
            bounds: RequestParser.Bounds(
                requestLineBytes: limits.requestLineBytes,
                headBytes: limits.headBytes,
                fieldCount: limits.fieldCount
            )
        )
    }

    /// Whether the next byte is the first of a request, or of an empty line before one.
    var isBetweenRequests: Bool {
        guard case .head = phase else { return false }
        return parser.isAtStart
    }

    /// Whether the head begun is known to be of a HEAD request, whose answer has no content.
    var isHead: Bool { parser.isHead }

    /// Whether the head begun is known to be of HTTP/1.0.
    var isHTTP10: Bool { parser.isHTTP10 }

    /// Bounds the body of the head that was read last.
    ///
    /// - Throws: `.bodyTooLarge` when its length is told and too large.
    mutating func limitBody(to maximumBytes: Int) throws(RequestError) {
        switch phase {
        case .head: break
        case .length(let left):
            if left > maximumBytes { throw .bodyTooLarge(limit: maximumBytes) }
        case .chunked(var decoder):
            decoder.maximumBytes = maximumBytes
            phase = .chunked(decoder)
        }
    }

    /// Reads on.
    ///
    /// - Parameter bytes: What has come, less what was consumed.
    /// - Returns: The next event, when there is one.
    /// - Throws: Why the request is refused. Nothing may be read after it.
    mutating func next(_ bytes: Span<UInt8>) throws(RequestError) -> Progress<Event> {
        switch phase {
        case .head:
            switch try parser.parse(bytes) {
            case .needsMore(let consumed): return .needsMore(consumed: consumed)
            case .complete(let head, let consumed):
                switch head.framing {
                case .empty: phase = .length(left: 0)
                case .length(let length): phase = .length(left: length)
                case .chunked: phase = .chunked(ChunkedDecoder(sectionBytes: sectionBytes))
                }
                return .complete(.head(head), consumed: consumed)
            }
        case .length(let left):
            guard left > 0 else {
                phase = .head
                return .complete(.end, consumed: 0)
            }
            let count = min(left, bytes.count)
            guard count > 0 else { return .needsMore(consumed: 0) }
            phase = .length(left: left - count)
            return .complete(.body(0..<count), consumed: count)
        case .chunked(var decoder):
            let progress = try decoder.decode(bytes)
            phase = .chunked(decoder)
            switch progress {
            case .needsMore(let consumed): return .needsMore(consumed: consumed)
            case .complete(.end, let consumed):
                phase = .head
                return .complete(.end, consumed: consumed)
            case .complete(.data(let range), let consumed):
                return .complete(.body(range), consumed: consumed)
            }
        }
    }
}
