import ArgumentParser
import ArticleAPI
import HTTPServer

/// What a client may ask of the server; each limit has a flag and a variable.
struct LimitOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The longest body of a request (default: 16777216).", valueName: "bytes")
    )
    var maximumBody: Int?

    @Option(
        help: ArgumentHelp("The longest head of a request (default: 32768).", valueName: "bytes")
    )
    var maximumHead: Int?

    @Option(help: ArgumentHelp("The longest request line (default: 8192).", valueName: "bytes"))
    var maximumRequestLine: Int?

    @Option(help: ArgumentHelp("The most fields of a request (default: 100).", valueName: "count"))
    var maximumFields: Int?

    @Option(
        help: ArgumentHelp("The most connections at a time (default: 10000).", valueName: "count")
    )
    var maximumConnections: Int?

    @Option(
        help: ArgumentHelp(
            "The most bytes that wait in memory, of all connections (default: 268435456).",
            valueName: "bytes"
        )
    )
    var maximumBuffered: Int?

    @Option(
        help: ArgumentHelp(
            "The most bytes of articles that are kept in memory as they were answered; 0 for none "
                + "(default: 67108864).",
            valueName: "bytes"
        )
    )
    var articleCache: Int?

    @Option(
        help: ArgumentHelp(
            "The most bytes of searches' first pages that are kept in memory until the next commit; "
                + "0 for none (default: 16777216).",
            valueName: "bytes"
        )
    )
    var pageCache: Int?

    @Option(
        help: ArgumentHelp(
            "How long a request's head may take (default: 10).",
            valueName: "seconds"
        )
    )
    var headDeadline: Int?

    @Option(
        help: ArgumentHelp(
            "How long a body may make no progress (default: 30).",
            valueName: "seconds"
        )
    )
    var bodyDeadline: Int?

    @Option(
        help: ArgumentHelp(
            "How long a connection may wait for a request (default: 60).",
            valueName: "seconds"
        )
    )
    var idleDeadline: Int?

    @Option(
        help: ArgumentHelp(
            "How long a client may read nothing of its answer (default: 30).",
            valueName: "seconds"
        )
    )
    var sendDeadline: Int?

    @Option(
        help: ArgumentHelp(
            "How long a client may take to close after its last answer (default: 5).",
            valueName: "seconds"
        )
    )
    var lingerDeadline: Int?

    @Option(
        help: ArgumentHelp(
            "The fewest bytes a second that count as progress of a body or an answer "
                + "(default: 512).",
            valueName: "bytes"
        )
    )
    var minimumRate: Int?

    /// The longest body that is taken.
    func bodyBytes() throws -> Int {
        try positive(maximumBody, "maximum-body", 16 * 1_024 * 1_024)
    }

    /// How many bytes of articles are kept in memory, by all loops together.
    func cachedBytes() throws -> Int {
        try setting(articleCache, named: "article-cache", default: 64 << 20, in: 0...(1 << 40))
    }

    /// The first pages of searches that are kept in memory.
    func pages() throws -> PageCache {
        PageCache(
            maximumBytes: try setting(
                pageCache,
                named: "page-cache",
                default: 16 << 20,
                in: 0...(1 << 40)
            )
        )
    }

    /// The limits of the HTTP server.
    func limits() throws -> Limits {
        var limits = Limits()
        limits.headBytes = try positive(maximumHead, "maximum-head", limits.headBytes)
        limits.requestLineBytes = try positive(
            maximumRequestLine,
            "maximum-request-line",
            limits.requestLineBytes
        )
        limits.fieldCount = try positive(maximumFields, "maximum-fields", limits.fieldCount)
        limits.connections = try positive(
            maximumConnections,
            "maximum-connections",
            limits.connections
        )
        limits.bufferedBytes = try positive(
            maximumBuffered,
            "maximum-buffered",
            limits.bufferedBytes
        )
        limits.headDeadline = try seconds(headDeadline, "head-deadline", limits.headDeadline)
        limits.bodyDeadline = try seconds(bodyDeadline, "body-deadline", limits.bodyDeadline)
        limits.idleDeadline = try seconds(idleDeadline, "idle-deadline", limits.idleDeadline)
        limits.sendDeadline = try seconds(sendDeadline, "send-deadline", limits.sendDeadline)
        limits.lingerDeadline = try seconds(
            lingerDeadline,
            "linger-deadline",
            limits.lingerDeadline
        )
        limits.minimumBytesPerSecond = try positive(
            minimumRate,
            "minimum-rate",
            limits.minimumBytesPerSecond
        )
        return limits
    }

    private func positive(_ flag: Int?, _ name: String, _ fallback: Int) throws -> Int {
        try setting(flag, named: name, default: fallback, in: 1...(1 << 40))
    }

    private func seconds(_ flag: Int?, _ name: String, _ fallback: Duration) throws -> Duration {
        let fallback = Int(fallback.components.seconds)
        return .seconds(try setting(flag, named: name, default: fallback, in: 1...86_400))
    }
}
