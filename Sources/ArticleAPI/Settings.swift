import Articles
import HTTPServer

#if canImport(Glibc)
    import Glibc
#endif

extension ArticleAPI {
    /// What is decided where the server is started.
    package struct Settings: Sendable {
        /// The version of the program: `0.1.0`.
        package var version = "0.1.0"
        /// The longest body that is taken, in bytes.
        package var bodyBytes = 16 * 1_024 * 1_024
        /// How many bytes of articles each loop keeps as they were answered.
        package var cachedArticleBytes = 16 * 1_024 * 1_024
        /// The first pages of searches as they were answered.
        package var pages = PageCache(maximumBytes: 16 * 1_024 * 1_024)
        /// Who may do what, besides the holders of the store's keys.
        package var access = Access.everyone
        /// Whether reading takes a key with the scope `read`, too.
        package var readingTakesKey = false
        /// Whether a change of an article has to say to which version it is made.
        package var changesTakeIfMatch = false
        /// How many requests a client may send.
        package var limits = RateLimits()
        /// Whose word is taken for where a request came from.
        package var trustedProxies = TrustedProxies()
        /// What all loops count.
        package var metrics = ServerMetrics()
        /// What was answered to requests that bear an `Idempotency-Key`.
        package var idempotency = IdempotencyTable()
        /// The host and port that hints name where a request does not say how it came.
        package var authority: @Sendable () -> String = { "localhost:8080" }
        /// A file or folder on the disk whose use `/health` reports; `nil` for no such report.
        package var storePath: String?
        /// Tells the time; tests set it.
        package var now: @Sendable () -> Timestamp = {
            Timestamp(secondsSince1970: Int64(time(nil)))
        }

        /// Makes the settings that serve most.
        package init() {}
    }
}

extension ArticleAPI {
    /// What the server says of itself.
    package struct Status: Sendable {
        private let draining: @Sendable () -> Bool
        private let connections: @Sendable () -> Int
        private let buffered: @Sendable () -> Int
        private let counted: @Sendable () -> Traffic

        /// What a server says of itself.
        package init(_ server: ServerStatus) {
            self.init(
                draining: { server.isDraining },
                connections: { server.connectionCount },
                buffered: { server.bufferedBytes },
                traffic: { server.traffic }
            )
        }

        /// What these say.
        package init(
            draining: @escaping @Sendable () -> Bool,
            connections: @escaping @Sendable () -> Int,
            buffered: @escaping @Sendable () -> Int = { 0 },
            traffic: @escaping @Sendable () -> Traffic = { Traffic() }
        ) {
            self.buffered = buffered
            counted = traffic
            self.draining = draining
            self.connections = connections
        }

        /// Whether the server takes nothing new.
        var isDraining: Bool { draining() }
        /// How many connections are open.
        var connectionCount: Int { connections() }
        /// How many bytes of bodies and answers are in memory.
        var bufferedBytes: Int { buffered() }
        /// What went over all connections.
        var traffic: Traffic { counted() }
    }
}
