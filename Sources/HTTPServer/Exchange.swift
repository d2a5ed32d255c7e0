/// One request and its answer, as a handler sees them on the loop's queue.
///
/// It is good for the call that it is given to; what outlives the call is its responder.
public protocol Exchange: AnyObject {
    /// The client's address as text: `127.0.0.1` or `::1`.
    var remoteAddress: String { get }
    /// Lets the answer come later, from any thread.
    func responder() -> Responder
}

/// Takes the answer to one request, from any thread.
///
/// A responder that is released without an answer sends 500, so that no client waits for ever.
public protocol Responder: Sendable {
    /// Sends the answer; only the first call counts. Nothing happens when the client is gone.
    func send(_ response: Response)
    /// Lets a body sink's body go on after it returned `false`.
    func resumeReading()
}
