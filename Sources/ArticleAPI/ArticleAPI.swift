import ArticleService
import ArticleStore
import Articles
import HTTPServer
import Logging

/// The HTTP API: one for each loop of the server, called on that loop's queue only.
package final class ArticleAPI: HTTPHandler {
    let service: ArticleService
    let settings: Settings
    let status: Status
    let logger: Logger
    /// When the server was started, for the uptime.
    let started: ContinuousClock.Instant
    let router = Router.dateline
    /// What `GET /articles/{id}` answered lately.
    var articles: AnswerCache<Int64>
    /// What this loop counts.
    var counters: RequestCounters { calls.counters }
    private var calls: CallMaker
    private var reader: (any ArticleReader)?

    /// Makes the API of one loop.
    package convenience init(
        service: ArticleService,
        settings: Settings,
        status: Status,
        logger: Logger
    ) {
        self.init(
            service,
            status,
            CallMaker(settings: settings, logger: logger),
            started: .now
        )
    }

    /// Makes the API of a loop that has answered already, before there was a service.
    init(
        _ service: ArticleService,
        _ status: Status,
        _ calls: CallMaker,
        started: ContinuousClock.Instant
    ) {
        self.service = service
        self.status = status
        self.calls = calls
        self.started = started
        settings = calls.settings
        logger = calls.logger
        articles = AnswerCache(maximumBytes: settings.cachedArticleBytes)
    }

    /// Makes what `HTTPServer` makes its handlers with; they answer probes alone until the store is
    /// open.
    package static func makeHandler(
        opening: Opening,
        settings: Settings = Settings(),
        logger: Logger
    ) -> @Sendable (ServerStatus) -> any HTTPHandler {
        {
            OpeningHandler(
                opening,
                Status($0),
                CallMaker(settings: settings, logger: logger)
            )
        }
    }

    package func admit(_ head: RequestHead, in exchange: any Exchange) -> BodyAdmission {
        guard head.declaresBody else { return .collect(maximumBytes: 0) }
        let body = head.declaredLength
        do throws(Problem) {
            let (route, variables) = try route(of: head)
            guard route.method == .post || route.method == .put || route.method == .patch else {
                return .collect(maximumBytes: Self.ignoredBytes)
            }
            if let sink = try lineSink(for: head, route, variables, exchange) {
                return .stream(sink, maximumBytes: Self.longestStream)
            }
            if let body, body > settings.bodyBytes { throw tooLarge(head) }
            try IngestArticles.checkCoding(of: head)
            // Keys and parameters are looked at with the body; here they save a long one.
            if head.isWaitedFor {
                _ = try checkAccess(to: route, head)
                let call = call(head, route: route.pattern)
                try route.endpoint.check(call, variables: variables)
            }
            return .collect(maximumBytes: settings.bodyBytes)
        } catch {
            // A short body that is on its way is cheaper to read than a new connection.
            if let body, body <= Self.ignoredBytes, !head.isWaitedFor {
                return .collect(maximumBytes: Self.ignoredBytes)
            }
            return .refuse(call(head, route: routeName(of: head)).response(for: error))
        }
    }

    package func respond(to request: Request, in exchange: any Exchange) -> Response? {
        let head = request.head
        if head.method == .options { return respondToOptions(head) }
        do throws(Problem) {
            let (route, variables) = try route(of: head)
            if let fixed = route.fixed { return fixed }
            var call = call(head, route: route.pattern)
            call.routeNumber = route.number
            call.reading = request.bodyBegan?.duration(to: call.started)
            call.isProbe = route.scope == .probe
            if !settings.trustedProxies.isEmpty { call.trust(settings.trustedProxies, exchange) }
            do throws(Problem) {
                if let sink = request.sink as? LineSink {
                    call.limitFields = sink.limitFields
                    let reply = Reply(call: call, responder: exchange.responder())
                    sink.finish(in: exchange, reply)
                    return nil
                }
                let client = try checkAccess(to: route, head)
                guard request.body.count <= settings.bodyBytes else { throw tooLarge(head) }
                if settings.limits.isOn { try limit(&call, route, client, exchange) }
                if let field = head.fields["Idempotency-Key"], route.method != .get {
                    return try respondOnce(
                        field,
                        to: Prepared(route: route, variables: variables, call: call),
                        from: client,
                        request.body,
                        exchange
                    )
                }
                let answer = try route.endpoint.answer(
                    call,
                    variables: variables,
                    body: request.body,
                    in: self,
                    exchange
                )
                return answer.map { call.response(for: $0) }
            } catch {
                return call.response(for: error)
            }
        } catch {
            return call(head, route: routeName(of: head)).response(for: error)
        }
    }

    /// What takes the body while it arrives, where it is NDJSON to be stored.
    private func lineSink(
        for head: RequestHead,
        _ route: Route,
        _ variables: [String],
        _ exchange: any Exchange
    ) throws(Problem) -> LineSink? {
        // Told by what costs nothing, since most uploads are no lines.
        guard route.endpoint is IngestArticles.Type,
            head.fields["Content-Type"]?.contains("json") ?? false
                || head.query?.contains("ndjson") ?? false || head.path.hasSuffix("l")
                || head.path.hasSuffix(".ndjson")
        else { return nil }
        var call = call(head, route: route.pattern)
        let (endpoint, query) = try IngestArticles.reading(call, variables: variables, body: [])
        guard let sink = endpoint.sink(head, query, in: service, longestLine: settings.bodyBytes)
        else { return nil }
        let client = try checkAccess(to: route, head)
        if settings.limits.isOn { try limit(&call, route, client, exchange) }
        sink.limitFields = call.limitFields
        return sink
    }

    /// No stream is longer.
    private static let longestStream = 1 << 50

    /// The loop's own reader, for look-ups that are quick enough to be made between two events.
    func withReader<Value>(
        _ read: (any ArticleReader) throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        do throws(StoreError) {
            let open: any ArticleReader
            if let reader { open = reader } else { open = try service.makeReader() }
            reader = open
            return try read(open)
        } catch {
            // A connection that failed may go on failing; the next request opens another.
            if error != .invalidCursor { reader = nil }
            throw error
        }
    }

    /// A request on its way to its answer.
    func call(_ head: RequestHead, route: String) -> Call { calls.call(head, route: route) }

    /// The pattern of a path, for the log, whatever the method.
    func routeName(of head: RequestHead) -> String {
        if case .resource(let resource, _) = router.match(head.path) { return resource.pattern }
        return "unknown"
    }

    private func route(of head: RequestHead) throws(Problem) -> (Route, [String]) {
        switch router.match(head.path) {
        case .resource(let resource, let variables):
            guard let route = resource.route(for: head.method) else {
                throw methodProblem(head, resource)
            }
            return (route, variables)
        case .nothing: throw unknownPath(head)
        case .malformed:
            throw .malformedPath
        }
    }

    /// Refuses a request that may not be made, and says who makes it.
    @discardableResult
    private func checkAccess(to route: Route, _ head: RequestHead) throws(Problem) -> Client {
        let client = try client(of: route, head)
        guard route.scope.writes else { return client }
        // What a browser sends for a page of another site (Fetch Metadata §2.4), with or without a
        // key: it adds the password of Basic authentication by itself.
        let site = head.fields["Sec-Fetch-Site"]?.lowercased() ?? "none"
        guard site == "same-origin" || site == "none" else {
            throw Problem(.crossOrigin, "A page of another site may read here, but not write.")
        }
        guard let origin = head.fields["Origin"], let host = head.fields["Host"] else {
            return client
        }
        // Another site's name may lead to the loopback address: a page of it has the host of the
        // request then, and who needs no key is told apart by being of this machine.
        let isTrusted =
            client != .stranger || !settings.trustedProxies.isEmpty
            || Origin.isOfThisMachine(host)
        guard isTrusted, origin.lowercased().hasSuffix("://" + host.lowercased()) else {
            throw Problem(
                .crossOrigin,
                "The page at '\(shown(origin))' may read here, but not write.",
                hint: .command(call(head, route: "").command(query: QueryString(items: [])))
            )
        }
        return client
    }

    /// A body of this length is read and dropped, so that the connection can go on.
    private static let ignoredBytes = 64 * 1_024
}
