import Dispatch
import Glibc
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
        /// A socket that listens there already, which the server makes its own.
        var descriptor: Int32?

        /// Makes an address.
        public init(host: String, port: Int) {
            self.host = host
            self.port = port
        }
    }

    /// The port that it listens on.
    public let port: Int
    /// What it is doing.
    public let status: ServerStatus

    private let loops: [Loop]
    /// Left by each loop when its last connection is closed.
    private let openLoops = DispatchGroup()
    private let queue = DispatchQueue(label: "http.server")

    /// Binds, and begins to answer.
    ///
    /// The process's limit of open files is raised as far as it may be.
    ///
    /// - Parameters:
    ///   - address: Where to listen.
    ///   - limits: What clients may ask of it.
    ///   - count: How many loops there are; one for each processor if it is `nil`.
    ///   - serverName: What the `Server` field says.
    ///   - logger: Told what only someone who looks for a fault wants to know.
    ///   - problem: Makes the answer to a request that the server itself refuses. It is sent with
    ///     `Connection: close`.
    ///   - makeHandler: Called once for each loop, on that loop's queue.
    /// - Throws: Why the address cannot be listened on.
    public init(
        address: Address,
        limits: Limits = Limits(),
        loops count: Int? = nil,
        serverName: String,
        logger: Logger,
        problem: @escaping @Sendable (RequestError) -> Response = { $0.response },
        makeHandler: @escaping @Sendable (ServerStatus) -> any HTTPHandler
    ) throws(ServerError) {
        let listener = try Listener(address)
        Self.raiseDescriptorLimit()
        port = listener.port
        let count = max(1, count ?? sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        status = ServerStatus(loops: count)
        let settings = Loop.Settings(
            limits: limits,
            serverName: serverName,
            status: status,
            logger: logger,
            problem: problem
        )
        let peers = (0..<count).map { _ in LoopAddress() }
        loops = peers.indices.map { index in
            Loop(index: index, peers: peers, listener: listener, settings: settings)
        }
        for loop in loops {
            openLoops.enter()
            loop.start(makeHandler: makeHandler) { [openLoops] in openLoops.leave() }
        }
    }

    deinit {
        stop()
    }

    /// Stops in the order of a load balancer's drain: answers say `Connection: close` at once and
    /// new connections are still taken for `delay`; then the listener closes, and requests under
    /// way have `timeout` to finish.
    ///
    /// - Parameters:
    ///   - delay: How long connections are still taken.
    ///   - timeout: How long requests may take after that.
    ///   - completion: Called when the last connection is closed, on a queue of its own.
    public func drain(
        delay: Duration,
        timeout: Duration,
        completion: @escaping @Sendable () -> Void
    ) {
        openLoops.notify(queue: queue, execute: completion)
        guard status.beginDraining() else { return }
        let loops = loops
        let finish = DispatchTime.now() + .nanoseconds(delay.nanoseconds)
        queue.asyncAfter(deadline: finish) {
            for loop in loops { loop.mailbox.post(.finish) }
        }
        queue.asyncAfter(deadline: finish + .nanoseconds(timeout.nanoseconds)) {
            for loop in loops { loop.mailbox.post(.stop) }
        }
    }

    /// Closes everything now.
    public func stop() {
        for loop in loops { loop.mailbox.post(.stop) }
    }

    /// Lets the process have as many descriptors as the system allows it: a connection is one,
    /// and the usual limit of 1,024 is for programs that use `select`.
    private static func raiseDescriptorLimit() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        // Where it may not be raised, accepting pauses when descriptors run out.
        _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}

extension Duration {
    /// The duration in nanoseconds, at most some 292 years.
    var nanoseconds: Int {
        let (seconds, attoseconds) = components
        let (whole, overflow) = Int(seconds).multipliedReportingOverflow(by: 1_000_000_000)
        return overflow ? .max : whole + Int(attoseconds / 1_000_000_000)
    }

    /// The duration in milliseconds, at least 1.
    var milliseconds: Int { max(1, nanoseconds / 1_000_000) }
}
