/// Reads request heads (RFC 9112 §2 to §5), as far as the bytes have come.
///
/// It works by lines: each is found with `memchr`, checked when it is complete, and not read
/// again when more bytes come. Lines end in CRLF; a lone CR or LF, a folded line, a space before
/// the colon and every other way to make two parsers disagree is an error.
struct RequestParser {
    /// The limits that a head has to keep.
    struct Bounds {
        var requestLineBytes: Int
        var headBytes: Int
        var fieldCount: Int
    }

    /// The most empty lines before a request; some clients send one after a body (RFC 9112 §2.2).
    static let emptyLines = 4

    private let bounds: Bounds
    private var line: RequestLine?
    private var emptyLines = 0
    private var scanned = 0
    private var lineStart = 0
    private var fieldsStart = 0
    private var facts = FieldFacts()

    init(bounds: Bounds) {
        self.bounds = bounds
    }

    /// Whether nothing of a head, nor an empty line before it, has been read.
    var isAtStart: Bool { scanned == 0 && emptyLines == 0 }

    /// Whether the head begun is known to be of a HEAD request, whose answer has no content.
    var isHead: Bool { line?.method == .head }

    /// Whether the head begun is known to be of HTTP/1.0.
    var isHTTP10: Bool { line?.isHTTP10 ?? false }

    /// Reads on.
    ///
    /// - Parameter bytes: What has come since the last head's end, less what was consumed: the
    ///   same bytes as the last time, and more.
    /// - Returns: The head, when it is complete.
    /// - Throws: Why the request is refused. Nothing may be read after it.
    mutating func parse(_ bytes: Span<UInt8>) throws(RequestError) -> Progress<MessageHead> {
        if line == nil {
            let skipped = try skipEmptyLines(bytes)
            if skipped > 0 {
                scanned = 0
                return .needsMore(consumed: skipped)
            }
            // What is no request, a TLS handshake for one, need not send a line to be refused.
            let isBegun = bytes.count > 1 || bytes.count == 1 && bytes[0] != Grammar.cr
            guard !isBegun || Grammar.isToken(bytes[0]) else {
                throw .malformed(detail: "A request begins with a method.")
            }
        }
        while let lf = bytes.firstIndex(of: Grammar.lf, from: scanned) {
            try checkLength(lf + 1)
            guard lf > lineStart, bytes[lf - 1] == Grammar.cr else {
                throw .malformed(detail: "A line of the head does not end in CRLF.")
            }
            let range = lineStart..<(lf - 1)
            scanned = lf + 1
            lineStart = scanned
            if let line {
                guard !range.isEmpty else { return try finish(bytes, line, consumed: scanned) }
                try facts.take(bytes, range, limit: bounds.fieldCount)
            } else {
                line = try RequestLine(bytes, range)
                fieldsStart = scanned
            }
        }
        scanned = bytes.count
        try checkLength(bytes.count)
        return .needsMore(consumed: 0)
    }

    /// How many bytes of empty lines `bytes` begins with.
    private mutating func skipEmptyLines(_ bytes: Span<UInt8>) throws(RequestError) -> Int {
        var index = 0
        while index + 1 < bytes.count, bytes[index] == Grammar.cr, bytes[index + 1] == Grammar.lf {
            index += 2
            emptyLines += 1
            guard emptyLines <= Self.emptyLines else {
                throw .malformed(detail: "There are too many empty lines before a request.")
            }
        }
        return index
    }

    /// Checks a head that has `end` bytes so far, up to a line's end or to the last that came.
    private func checkLength(_ end: Int) throws(RequestError) {
        if line == nil, end > bounds.requestLineBytes + 2 {
            throw .targetTooLong(limit: bounds.requestLineBytes)
        }
        if end > bounds.headBytes { throw .headTooLarge(limit: bounds.headBytes) }
    }

    private mutating func finish(
        _ bytes: Span<UInt8>,
        _ line: RequestLine,
        consumed: Int
    ) throws(RequestError) -> Progress<MessageHead> {
        if facts.hostCount != 1, !(line.isHTTP10 && facts.hostCount == 0) {
            throw .malformed(detail: "Host must stand in a request, once.")
        }
        let framing = try facts.body.framing(isHTTP10: line.isHTTP10)
        var head = RequestHead(
            method: line.method,
            path: line.pathText(bytes),
            query: line.target.query.map { bytes.string($0) },
            isHTTP10: line.isHTTP10
        )
        head.targetAuthority = line.target.authority.map { bytes.string($0) }
        let section = fieldsStart..<(consumed - 2)
        if !section.isEmpty {
            head.fields = bytes.withUnsafeBufferPointer { Fields(wellFormed: Array($0[section])) }
        }
        let message = MessageHead(
            head: head,
            framing: framing,
            persists: !facts.saysClose && (!line.isHTTP10 || facts.saysKeepAlive),
            expectation: line.isHTTP10 ? .none : facts.expectation
        )
        self = RequestParser(bounds: bounds)
        return .complete(message, consumed: consumed)
    }
}

/// The first line of a request (RFC 9112 §3).
private struct RequestLine {
    let method: Method
    let target: RequestTarget
    let isHTTP10: Bool

    init(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(RequestError) {
        var methodEnd = range.lowerBound
        while methodEnd < range.upperBound, Grammar.isToken(bytes[methodEnd]) { methodEnd += 1 }
        guard methodEnd > range.lowerBound, methodEnd < range.upperBound,
            bytes[methodEnd] == Grammar.space,
            let targetEnd = bytes.firstIndex(of: Grammar.space, from: methodEnd + 1),
            targetEnd < range.upperBound
        else {
            throw .malformed(
                detail: "A request line is a method, a target and a version, a space between them."
            )
        }
        isHTTP10 = try Self.isHTTP10(bytes, (targetEnd + 1)..<range.upperBound)
        method = Self.method(bytes, range.lowerBound..<methodEnd)
        target = try RequestTarget(bytes, (methodEnd + 1)..<targetEnd, method: method)
    }

    /// The path; what an absolute target without one stands for (RFC 9112 §3.2.4).
    func pathText(_ bytes: Span<UInt8>) -> String {
        guard target.path.isEmpty, target.authority != nil, method != .connect else {
            return bytes.string(target.path)
        }
        return method == .options && target.query == nil ? "*" : "/"
    }

    /// Reads `HTTP/1.0`, `HTTP/1.1` and later versions of 1, which count as 1.1.
    private static func isHTTP10(
        _ bytes: Span<UInt8>,
        _ range: Range<Int>
    ) throws(RequestError) -> Bool {
        let start = range.lowerBound
        guard range.count == 8, bytes[start] == 0x48, bytes[start + 1] == 0x54,
            bytes[start + 2] == 0x54, bytes[start + 3] == 0x50, bytes[start + 4] == 0x2F,
            Grammar.isDigit(bytes[start + 5]), bytes[start + 6] == 0x2E,
            Grammar.isDigit(bytes[start + 7])
        else { throw .malformed(detail: "The version of the request line is broken.") }
        guard bytes[start + 5] == 0x31 else { throw .unsupportedVersion }
        return bytes[start + 7] == 0x30
    }

    private static func method(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Method {
        if range.count == 3, bytes[range.lowerBound] == 0x47, bytes[range.lowerBound + 1] == 0x45,
            bytes[range.lowerBound + 2] == 0x54
        {
            return .get
        }
        return Method(rawValue: bytes.string(range))
    }
}

/// What the fields read so far say to the server.
private struct FieldFacts {
    private(set) var hostCount = 0
    private(set) var saysClose = false
    private(set) var saysKeepAlive = false
    private(set) var expectation = MessageHead.Expectation.none
    private(set) var body = BodyFramingRules()
    private var lines = 0

    /// Takes a field line without its CRLF (RFC 9112 §5).
    mutating func take(
        _ bytes: Span<UInt8>,
        _ range: Range<Int>,
        limit: Int
    ) throws(RequestError) {
        var colon = range.lowerBound
        while colon < range.upperBound, Grammar.isToken(bytes[colon]) { colon += 1 }
        guard colon > range.lowerBound, colon < range.upperBound, bytes[colon] == Grammar.colon
        else {
            throw .malformed(detail: "A field line is a name, a colon right after it and a value.")
        }
        for index in (colon + 1)..<range.upperBound where !Grammar.isFieldValue(bytes[index]) {
            throw .malformed(detail: "A field's value has a control character.")
        }
        lines += 1
        guard lines <= limit else { throw .tooManyFields(limit: limit) }
        let name = range.lowerBound..<colon
        switch name.count {
        case 4 where bytes.equals("host", in: name):
            hostCount += 1
            guard HostSyntax.isValid(bytes, bytes.trimmed((colon + 1)..<range.upperBound)) else {
                throw .malformed(detail: "Host must be a host, and perhaps a port.")
            }
        case 6 where bytes.equals("expect", in: name):
            let value = bytes.trimmed((colon + 1)..<range.upperBound)
            let isContinue = bytes.equals("100-continue", in: value)
            expectation = isContinue && expectation != .unknown ? .continues : .unknown
        case 10 where bytes.equals("connection", in: name):
            takeConnection(bytes, (colon + 1)..<range.upperBound)
        case 14 where bytes.equals("content-length", in: name):
            try body.contentLength(bytes, bytes.trimmed((colon + 1)..<range.upperBound))
        case 17 where bytes.equals("transfer-encoding", in: name):
            body.transferEncoding(bytes, (colon + 1)..<range.upperBound)
        default: break
        }
    }

    private mutating func takeConnection(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        var start = range.lowerBound
        while start < range.upperBound {
            let comma = bytes.firstIndex(of: Grammar.comma, from: start) ?? range.upperBound
            let end = min(comma, range.upperBound)
            let option = bytes.trimmed(start..<end)
            if bytes.equals("close", in: option) { saysClose = true }
            if bytes.equals("keep-alive", in: option) { saysKeepAlive = true }
            start = end + 1
        }
    }
}
