/// An answer.
///
/// The server adds `Date`, `Content-Length` or `Transfer-Encoding`, and `Connection`,
/// and leaves the body out for HEAD, 204 and 304 (with the fields that GET would have had).
public struct Response: Sendable {
    /// What follows the fields.
    public enum Body: Sendable {
        /// Nothing; `Content-Length: 0` where the status allows a body.
        case empty
        /// Bytes that are all there.
        case bytes([UInt8])
        /// Bytes that are made while they are sent; without a length they are sent chunked, or up
        /// to the close on HTTP/1.0.
        case stream(any ResponseBodySource, length: Int?)
    }

    /// The status code, 200 to 599.
    public var status: Int
    /// The fields, in order, less those that the server adds.
    public var fields: [(name: String, value: String)]
    /// What follows them.
    public var body: Body
    /// Whether the connection is to be closed after the answer.
    public var closes: Bool
    /// Whether a request with the very same head is to be answered so for the next second, too.
    ///
    /// The server may then send it again without asking the handler. For what is constant, as the
    /// answers to probes are; it counts for requests without a body.
    public var isRepeatable = false

    /// Makes an answer.
    public init(
        status: Int,
        fields: [(name: String, value: String)] = [],
        body: Body = .empty,
        closes: Bool = false
    ) {
        self.status = status
        self.fields = fields
        self.body = body
        self.closes = closes
    }
}

/// Makes a body piece by piece, as fast as the client reads it.
public protocol ResponseBodySource: Sendable {
    /// Makes the next piece. The server asks for one at a time, when there is room for it.
    ///
    /// - Parameters:
    ///   - maximumBytes: How long the piece may be.
    ///   - deliver: Takes the piece, `nil` at the end, or the error that ends the connection
    ///     before it; to be called once, from any thread.
    func next(
        maximumBytes: Int,
        deliver: @escaping @Sendable (Result<[UInt8]?, any Error>) -> Void
    )

    /// The client is gone or slow beyond the limit; no more pieces are asked for.
    func cancel()
}
