/// Why the server itself answers a request with an error.
public enum RequestError: Error, Equatable, Sendable {
    /// The grammar or the framing is broken, as `detail` says in a sentence.
    case malformed(detail: String)
    /// The body stopped arriving.
    case bodyTimeout
    /// The head did not arrive in time.
    case headTimeout
    /// The body is longer than `limit` bytes.
    case bodyTooLarge(limit: Int)
    /// The request line is longer than `limit` bytes.
    case targetTooLong(limit: Int)
    /// `Expect` asks for something other than `100-continue`.
    case unknownExpectation
    /// The head is longer than `limit` bytes.
    case headTooLarge(limit: Int)
    /// There are more than `limit` field lines.
    case tooManyFields(limit: Int)
    /// The handler gave no answer.
    case noAnswer
    /// A transfer coding other than `chunked`.
    case unknownTransferCoding
    /// More connections are open than may be.
    case tooManyConnections
    /// The bodies and answers in memory are as large as they may be.
    case outOfMemory
    /// A major version other than 1.
    case unsupportedVersion

    /// The status that says so.
    public var status: Int {
        switch self {
        case .malformed: 400
        case .bodyTimeout, .headTimeout: 408
        case .bodyTooLarge: 413
        case .targetTooLong: 414
        case .unknownExpectation: 417
        case .headTooLarge, .tooManyFields: 431
        case .noAnswer: 500
        case .unknownTransferCoding: 501
        case .tooManyConnections, .outOfMemory: 503
        case .unsupportedVersion: 505
        }
    }

    /// What is wrong, in a sentence for the person who sent it.
    public var detail: String {
        switch self {
        case .malformed(let detail): detail
        case .bodyTimeout: "The body stopped arriving, or came too slowly."
        case .headTimeout: "The request's head did not arrive in time."
        case .bodyTooLarge(let limit): "The body may have at most \(limit) bytes."
        case .targetTooLong(let limit): "The request line may have at most \(limit) bytes."
        case .unknownExpectation: "The only expectation that is met is 100-continue."
        case .headTooLarge(let limit): "The request's head may have at most \(limit) bytes."
        case .tooManyFields(let limit): "A request may have at most \(limit) field lines."
        case .noAnswer: "The request was not answered."
        case .unknownTransferCoding: "The only transfer coding that is understood is chunked."
        case .tooManyConnections: "Too many connections are open."
        case .outOfMemory: "Too many requests are being answered."
        case .unsupportedVersion: "The versions that are understood are HTTP/1.0 and HTTP/1.1."
        }
    }

    /// The problem as `application/problem+json` (RFC 9457).
    public var response: Response {
        var fields = [(name: "Content-Type", value: "application/problem+json")]
        if status == 503 { fields.append((name: "Retry-After", value: "1")) }
        let title = String(describing: StatusCode.reason(status))
        // Neither text has a character that JSON would want escaped: both are ours.
        let json =
            #"{"type":"about:blank","title":"\#(title)","status":\#(status),"detail":"\#(detail)"}"#
        return Response(
            status: status,
            fields: fields,
            body: .bytes(Array((json + "\n").utf8)),
            closes: true
        )
    }
}
