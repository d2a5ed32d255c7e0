/// A request whose body, if it was to be collected, is complete.
public struct Request: Sendable {
    /// The request line and the fields.
    public var head: RequestHead
    /// The body; empty where there is none or where it went to a sink.
    public var body: [UInt8]
    /// When its head was complete, where a body came after it.
    public var bodyBegan: ContinuousClock.Instant?
    /// The sink that took the body, where one did.
    public var sink: (any RequestBodySink)?

    /// Makes a request.
    public init(head: RequestHead, body: [UInt8] = []) {
        self.head = head
        self.body = body
    }
}
