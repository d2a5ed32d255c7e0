/// A parsed head, with what its fields say about the message and the connection.
struct MessageHead: Sendable {
    var head: RequestHead
    var framing: BodyFraming
    /// Whether the client would have the connection go on (RFC 9112 §9.3).
    var persists: Bool
    /// What `Expect` asks for (RFC 9110 §10.1.1).
    var expectation: Expectation

    enum Expectation {
        case none
        case continues
        case unknown
    }
}
