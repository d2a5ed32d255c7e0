/// What a client may ask of the server, in bytes, counts and time.
public struct Limits: Sendable {
    /// The longest request line, in bytes; a longer target is answered 414.
    public var requestLineBytes = 8_192
    /// The longest head, request line and fields together, in bytes; a longer one is answered 431.
    ///
    /// It bounds a chunked body's trailer section, too, and what its sizes and extensions take
    /// beyond that of chunks of a sensible size.
    public var headBytes = 32_768
    /// The most field lines; more are answered 431.
    public var fieldCount = 100
    /// The most connections at a time; a further one is answered 503 and closed.
    public var connections = 10_000
    /// How long a request's head may take from its first byte.
    public var headDeadline: Duration = .seconds(10)
    /// How long a body may make no progress.
    public var bodyDeadline: Duration = .seconds(30)
    /// How long a connection may stay open without a request.
    public var idleDeadline: Duration = .seconds(60)
    /// How long a client may read nothing of an answer that waits for it.
    public var sendDeadline: Duration = .seconds(30)
    /// How many bytes a second a body must bring, and a client must take of an answer, on average
    /// over each deadline: fewer are no progress.
    public var minimumBytesPerSecond = 512
    /// How long a client may take to close its side after the last answer, while what it still
    /// sends is thrown away (RFC 9112 §9.6).
    public var lingerDeadline: Duration = .seconds(5)
    /// How many bytes of bodies and answers all connections together may hold.
    public var bufferedBytes = 256 * 1_024 * 1_024

    /// Makes the limits that serve most.
    public init() {}
}
