import Logging

/// An HTTP/1.1 server (RFC 9110, RFC 9112) on epoll and Dispatch.
///
/// Each of its loops is a serial queue that owns an epoll set and the connections in it.
public final class HTTPServer: Sendable {
    /// Where a server listens.
    public struct Address: Sendable {
        /// A numeric address or `localhost`.
        public var host: String
        /// The port; 0 for any that is free.
        public var port: Int

        /// Makes an address.
        public init(host: String, port: Int) {
            self.host = host
            self.port = port
        }
    }

    /// The port that it listens on.
    public let port: Int

    /// Binds, and begins to answer.
    ///
    /// - Parameters:
    ///   - serverName: What the `Server` field says.
    ///   - makeHandler: Called once for each loop, on that loop's queue.
    /// - Throws: Why the address cannot be listened on.
    public init(
        address: Address,
        limits: Limits = Limits(),
        loops: Int? = nil,
        serverName: String,
        logger: Logger,
        makeHandler: @escaping @Sendable (ServerStatus) -> any HTTPHandler
    ) throws(ServerError) {
        port = address.port
    }

    /// Stops in the order of a load balancer's drain: answers say `Connection: close` at once and
    /// new connections are still taken for `delay`; then the listener closes, and requests under
    /// way have `timeout` to finish.
    ///
    /// - Parameter completion: Called when the last connection is closed, on a queue of its own.
    public func drain(
        delay: Duration,
        timeout: Duration,
        completion: @escaping @Sendable () -> Void
    ) {}

    /// Closes everything now.
    public func stop() {}
}

/// What the server is doing, readable from any thread.
public final class ServerStatus: Sendable {
    /// Whether a drain has begun.
    public var isDraining: Bool { false }
    /// How many connections are open.
    public var connectionCount: Int { 0 }
}

/// Why the server cannot start.
public enum ServerError: Error, Equatable {
    /// Another process listens there.
    case addressInUse(host: String, port: Int)
    /// The address is not one of this machine's, or may not be used; `reason` is the system's word.
    case cannotListen(host: String, port: Int, reason: String)
}
