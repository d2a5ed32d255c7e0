import HTTPServer

extension ArticleAPI {
    /// Answers with what a path offers (RFC 9110 §9.3.7), and to a browser's question before it
    /// sends a request from another site (Fetch standard, "CORS-preflight fetch").
    func respondToOptions(_ head: RequestHead) -> Response {
        var call = call(head, route: routeName(of: head))
        var allow = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"
        // Balancers ask `OPTIONS /` and `OPTIONS *` to see whether to send more.
        call.isProbe = head.path == "*"
        var isLiveness = false
        if head.path != "*" {
            switch router.match(head.path) {
            case .resource(let resource, _):
                allow = resource.allow
                call.isProbe = resource.routes.contains { $0.scope == .probe }
                isLiveness = resource.routes.contains { $0.fixed != nil }
            case .nothing: return call.response(for: unknownPath(head))
            case .malformed:
                return call.response(for: .malformedPath)
            }
        }
        if call.isProbe, !isLiveness, status.isDraining {
            return call.response(for: ShowReadiness.draining(statusCode: 503))
        }
        var answer = Answer(fields: [("Allow", allow)], isCompressible: false)
        if allow.contains("PATCH"), head.path != "*" {
            answer.fields.append(("Accept-Patch", "application/merge-patch+json, application/json"))
        }
        if call.isProbe { answer.cacheControl = "no-store" }
        if head.fields["Access-Control-Request-Method"] != nil {
            answer.status = 204
            answer.fields += [
                ("Access-Control-Allow-Origin", "*"),
                ("Access-Control-Allow-Methods", "GET, HEAD"),
                (
                    "Access-Control-Allow-Headers",
                    "Accept, Authorization, Prefer, Range, X-Api-Key, X-Request-Id, traceparent"
                ),
                ("Access-Control-Max-Age", "600"),
            ]
        }
        return call.response(for: answer)
    }
}
