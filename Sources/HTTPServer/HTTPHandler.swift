/// Answers requests.
///
/// The server knows nothing of what they are about.
///
/// The server makes one handler for each of its loops and calls it on that loop's queue only, so
/// that a handler may own state (a database connection, a cache) without locks. Every call holds
/// up all connections of the loop: work that is not bounded goes elsewhere and answers later.
public protocol HTTPHandler: AnyObject {
    /// Decides from the head alone what becomes of a request's body, before any of it is read.
    ///
    /// With `Expect: 100-continue` the answer 100 is sent when this returns `.collect` or
    /// `.stream`, and is not sent when it refuses. Called for every request, also one without a
    /// body. Nothing is answered through `exchange` yet.
    func admit(_ head: RequestHead, in exchange: Exchange) -> BodyAdmission

    /// Answers a request whose body, if it has one, was collected.
    ///
    /// - Returns: The answer, or `nil` when it is going to come through `exchange.responder()`.
    func respond(to request: Request, in exchange: Exchange) -> Response?
}

/// What becomes of a request's body.
public enum BodyAdmission {
    /// It is collected in memory; one byte more than `maximumBytes` and the answer is 413.
    case collect(maximumBytes: Int)
    /// It is handed over piece by piece as it arrives, and `respond` is called after its end with
    /// an empty body and the sink.
    case stream(any RequestBodySink, maximumBytes: Int)
    /// It is not read. The answer is sent, and the connection is closed after it unless the
    /// request has no body.
    case refuse(Response)
}

/// Takes a request's body piece by piece, on the loop's queue.
public protocol RequestBodySink: AnyObject, Sendable {
    /// Takes the next piece.
    ///
    /// - Returns: Whether more may come at once. After `false` the connection is not read until
    ///   `resumeReading()` is called on the exchange's responder, from any thread.
    func receive(_ bytes: ArraySlice<UInt8>, in exchange: Exchange) -> Bool

    /// The body ended before it was complete: a broken coding, or the client is gone.
    func cancel()
}
