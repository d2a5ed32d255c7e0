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
    /// When this handler was made, for the uptime.
    let started = ContinuousClock.now
    private let router = Router.dateline
    private var identifiers = RequestIdentifiers()
    private var reader: (any ArticleReader)?

    /// Makes the API of one loop.
    package init(
        service: ArticleService,
        settings: Settings,
        status: Status,
        logger: Logger
    ) {
        self.service = service
        self.settings = settings
        self.status = status
        self.logger = logger
    }

    /// Makes what `HTTPServer` makes its handlers with.
    package static func makeHandler(
        service: ArticleService,
        settings: Settings = Settings(),
        logger: Logger
    ) -> @Sendable (ServerStatus) -> any HTTPHandler {
        { ArticleAPI(service: service, settings: settings, status: Status($0), logger: logger) }
    }

    package func admit(_ head: RequestHead) -> BodyAdmission {
        guard head.declaresBody else { return .collect(maximumBytes: 0) }
        let body = head.declaredLength
        do throws(Problem) {
            let (route, variables) = try route(of: head)
            guard route.method == .post || route.method == .put else {
                return .collect(maximumBytes: Self.ignoredBytes)
            }
            if let body, body > settings.bodyBytes { throw tooLarge(head) }
            try checkAccess(to: route, head)
            try IngestArticles.checkCoding(of: head)
            // Parameters are looked at again with the body; here they save a long one.
            if head.isWaitedFor {
                let call = call(head, route: route.pattern)
                _ = try route.endpoint.reading(call, variables: variables, body: [])
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
            var call = call(head, route: route.pattern)
            call.isProbe = route.scope == .probe
            do throws(Problem) {
                try checkAccess(to: route, head)
                let (endpoint, query) = try route.endpoint.reading(
                    call,
                    variables: variables,
                    body: request.body
                )
                let context = EndpointContext(
                    api: self,
                    call: call,
                    query: query,
                    exchange: exchange
                )
                return try endpoint.answer(context).map(call.response)
            } catch {
                return call.response(for: error)
            }
        } catch {
            return call(head, route: routeName(of: head)).response(for: error)
        }
    }

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
    func call(_ head: RequestHead, route: String) -> Call {
        let given = head.fields["X-Request-Id"].flatMap(RequestIdentifiers.accepted)
        let query = head.query ?? ""
        return Call(
            head: head,
            route: route,
            requestID: given ?? identifiers.next(),
            started: .now,
            now: settings.now(),
            authority: head.fields["Host"].flatMap { $0.isEmpty ? nil : $0 }
                ?? settings.authority,
            isPretty: query.contains("pretty")
                && ((try? QueryString(query)).map {
                    // A query that cannot be read is reported elsewhere.
                    ParameterReader($0, at: Timestamp(secondsSince1970: 0)).flag(.pretty)
                } ?? false),
            logger: logger
        )
    }

    /// The pattern of a path, for the log, whatever the method.
    private func routeName(of head: RequestHead) -> String {
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
            throw Problem(.malformedPath, "The path is not percent-encoded UTF-8 text.")
        }
    }

    private func checkAccess(to route: Route, _ head: RequestHead) throws(Problem) {
        guard route.scope == .write else { return }
        try settings.writeAccess.check(head)
        guard let origin = head.fields["Origin"], let host = head.fields["Host"] else { return }
        guard origin.lowercased().hasSuffix("://" + host.lowercased()) else {
            throw Problem(
                .crossOrigin,
                "The page at '\(shown(origin))' may read here, but not write."
            )
        }
    }

    /// Answers with what a path offers (RFC 9110 §9.3.7), and to a browser's question before it
    /// sends a request from another site (Fetch standard, "CORS-preflight fetch").
    private func respondToOptions(_ head: RequestHead) -> Response {
        var call = call(head, route: routeName(of: head))
        var allow = "GET, HEAD, POST, PUT, DELETE, OPTIONS"
        if head.path != "*" {
            switch router.match(head.path) {
            case .resource(let resource, _):
                allow = resource.allow
                call.isProbe = resource.routes.contains { $0.scope == .probe }
            case .nothing: return call.response(for: unknownPath(head))
            case .malformed:
                return call.response(
                    for: Problem(.malformedPath, "The path is not percent-encoded UTF-8 text.")
                )
            }
        }
        // Balancers ask `OPTIONS /` and `OPTIONS *` to see whether to send more.
        call.isProbe = call.isProbe || head.path == "/" || head.path == "*"
        if call.isProbe && status.isDraining {
            return call.response(for: ShowReadiness.draining(statusCode: 503))
        }
        var answer = Answer(fields: [("Allow", allow)], isCompressible: false)
        if head.fields["Access-Control-Request-Method"] != nil {
            answer.status = 204
            answer.fields += [
                ("Access-Control-Allow-Origin", "*"),
                ("Access-Control-Allow-Methods", "GET, HEAD"),
                ("Access-Control-Allow-Headers", "Accept, Range, X-Request-Id"),
                ("Access-Control-Max-Age", "600"),
            ]
        }
        return call.response(for: answer)
    }

    private func tooLarge(_ head: RequestHead) -> Problem {
        Problem(
            .contentTooLarge,
            "The body has \(head.declaredLength ?? 0) bytes; at most \(settings.bodyBytes) are "
                + "taken."
        )
    }

    private func methodProblem(_ head: RequestHead, _ resource: Router.Resource) -> Problem {
        let known: [Method] = [.get, .head, .post, .put, .patch, .delete, .options]
        let allow = [(name: "Allow", value: resource.allow)]
        guard known.contains(head.method) else {
            return Problem(
                .methodNotImplemented,
                "'\(shown(head.method.rawValue))' is no method that this server knows.",
                fields: allow
            )
        }
        let offered = resource.routes.first { $0.scope != .write } ?? resource.routes[0]
        let command = CurlCommand(
            options: offered.method == .get ? [] : ["--data-binary", "@article.txt"],
            path: call(head, route: "").command(query: QueryString(items: [])).path
        )
        return Problem(
            .methodNotAllowed,
            "\(resource.pattern) has no \(head.method.rawValue); it has \(resource.allow).",
            hint: .command(command),
            fields: allow
        )
    }

    /// Why there is nothing at a path, with the command that was probably meant: a file sent to the
    /// root, a path in other letters, or a slip.
    private func unknownPath(_ head: RequestHead) -> Problem {
        let segments = head.path.split(separator: "/")
        var problem = Problem(.notFound, "There is nothing at '\(shown(head.path))'.")
        if head.method == .put || head.method == .post {
            var path = "/articles"
            if head.method == .put, segments.count == 1,
                let name = PercentEncoding.decode(segments[0])
            {
                path += "/" + PercentEncoding.encodeSegment(name)
            }
            let options =
                head.method == .put ? ["-T", "article.txt"] : ["--data-binary", "@article.txt"]
            problem.hint = .command(CurlCommand(options: options, path: path))
        } else if let suggestion = router.suggestion(for: head.path) {
            problem.didYouMean = suggestion
            problem.hint = .command(CurlCommand(path: suggestion))
        } else {
            problem.hint = .command(CurlCommand(path: "/"))
        }
        return problem
    }

    /// A body of this length is read and dropped, so that the connection can go on.
    private static let ignoredBytes = 64 * 1_024
}

extension RequestHead {
    /// Whether a body follows (RFC 9112 §6.3).
    var declaresBody: Bool {
        if fields["Transfer-Encoding"] != nil { return true }
        return declaredLength.map { $0 > 0 } ?? false
    }

    /// The length of the body where it is known beforehand.
    var declaredLength: Int? { fields["Content-Length"].flatMap { Int($0) } }

    /// Whether the client waits with its body, or would send one that is long.
    var isWaitedFor: Bool {
        fields["Expect"] != nil || declaredLength.map { $0 > 64 * 1_024 } ?? true
    }
}
