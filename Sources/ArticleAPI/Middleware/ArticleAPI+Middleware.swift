import ArticleService
import HTTPServer

/// What is done to every request before its endpoint sees it.
extension ArticleAPI {
    /// A request that has its route and may be answered.
    struct Prepared {
        let route: Route
        let variables: [String]
        let call: Call
    }

    /// Counts a request against its client's quota.
    ///
    /// - Throws: That it is one too many.
    func limit(
        _ call: inout Call,
        _ route: Route,
        _ client: Client,
        _ exchange: any Exchange
    ) throws(Problem) {
        let subject: RateLimits.Subject
        if client == .stranger {
            let peer = exchange.remoteAddress
            let address = settings.trustedProxies.client(of: call.head, peer: peer)
            subject = .address(TrustedProxies.counted(address))
        } else {
            subject = .client(client)
        }
        let now = call.now.secondsSince1970
        guard let verdict = settings.limits.count(subject, route.scope, at: now) else { return }
        call.limitFields = verdict.fields
        if verdict.isExceeded { throw .quotaExceeded(verdict, call) }
    }

    /// Carries out a request that bears an `Idempotency-Key` once, and gives its answer to every
    /// repetition.
    func respondOnce(
        _ field: String,
        to request: Prepared,
        from client: Client,
        _ body: [UInt8],
        _ exchange: any Exchange
    ) throws(Problem) -> Response? {
        let call = request.call
        let again = call.command(query: QueryString(items: []))
        guard let name = IdempotencyTable.name(in: field) else {
            throw Problem(
                .malformedRequest,
                "The Idempotency-Key is no string of 1 to 255 visible characters.",
                hint: .command(again)
            )
        }
        let table = settings.idempotency
        let route = call.head.method.rawValue + " " + call.head.path
        let key = IdempotencyTable.Key(client: client, route: route, name: name)
        let fingerprint = SHA256.digest(of: Array((call.head.query ?? "").utf8) + [0] + body)
        switch table.begin(key, fingerprint: fingerprint, at: call.now.secondsSince1970) {
        case .replay(let response): return response
        case .inProgress:
            throw Problem(
                .requestInProgress,
                "The first request with this Idempotency-Key is not answered yet.",
                hint: .command(call.command(query: QueryString(items: []), isRetried: true)),
                fields: [("Retry-After", "1")]
            )
        case .mismatch:
            throw Problem(
                .idempotencyKeyReused,
                "This Idempotency-Key came with another request before.",
                hint: .command(again)
            )
        case .proceed: break
        }
        let recorded = RecordedExchange(exchange) { table.end(key, with: $0) }
        let response: Response?
        do throws(Problem) {
            response = try request.route.endpoint.answer(
                call,
                variables: request.variables,
                body: body,
                in: self,
                recorded
            ).map { call.response(for: $0) }
        } catch {
            response = call.response(for: error)
        }
        if let response { table.end(key, with: response) }
        return response
    }
}

extension Call {
    /// Takes a trusted proxy's word for how the client came.
    mutating func trust(_ proxies: TrustedProxies, _ exchange: any Exchange) {
        guard proxies.contains(exchange.remoteAddress) else { return }
        if let host = head.fields["X-Forwarded-Host"], Self.isAuthority(host) { authority = host }
        if head.fields["X-Forwarded-Proto"]?.lowercased() == "https" { scheme = "https" }
    }

    /// Whether text is a host, maybe with a port (RFC 3986 §3.2.2).
    private static func isAuthority(_ text: String) -> Bool {
        (1...255).contains(text.utf8.count)
            && text.utf8.allSatisfy { $0.isASCIILetterOrDigit || "-._:[]".utf8.contains($0) }
    }

    /// The trace that the request belongs to (W3C Trace Context §3.2); `nil` where the field is
    /// absent or not valid.
    var traceID: String? {
        guard let field = head.fields["traceparent"] else { return nil }
        let parts = field.split(separator: "-", omittingEmptySubsequences: false)
        let isHexadecimal = field.utf8.allSatisfy {
            $0.isASCIIDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0) || $0 == 0x2D
        }
        guard isHexadecimal, parts.count >= 4, parts[0].utf8.count == 2, parts[0] != "ff",
            parts[1].utf8.count == 32, parts[1].contains(where: { $0 != "0" }),
            parts[2].utf8.count == 16, parts[2].contains(where: { $0 != "0" }),
            parts[3].utf8.count == 2, parts[0] != "00" || parts.count == 4
        else { return nil }
        return String(parts[1])
    }
}
