import Synchronization

/// The host and port by which a server is reached, for hints and the log.
final class Authority: Sendable {
    private let host: String
    private let boundPort: Atomic<Int>

    /// Makes an authority; a `port` of 0 is set once it is known.
    init(host: String, port: Int) {
        // A server on every address is reached on the loopback one from here.
        let name = ["0.0.0.0", "::", ""].contains(host) ? "localhost" : host
        self.host = name.contains(":") ? "[\(name)]" : name
        boundPort = Atomic(port)
    }

    /// The port.
    var port: Int {
        get { boundPort.load(ordering: .relaxed) }
        set { boundPort.store(newValue, ordering: .relaxed) }
    }

    /// Both as a URL has them (RFC 3986 §3.2): `localhost:8080`, `[::1]:8080`.
    var text: String { "\(host):\(port)" }
}
