import HTTPServer

/// A line of the route table.
struct Route: Sendable {
    /// What a client has to be allowed to do.
    enum Scope: String, Sendable, CaseIterable {
        /// Nothing: a probe, which is not logged either.
        case probe
        /// Nothing: facts about the server.
        case open
        /// Read articles.
        case read
        /// Store articles and mend them.
        case ingest
        /// Remove and restore articles, and keep the store.
        case admin

        /// Whether it changes anything.
        var writes: Bool { self == .ingest || self == .admin }
    }

    /// The method; GET answers HEAD too.
    let method: Method
    /// The path, with variables in braces: `/articles/{id}/raw`.
    let pattern: String
    /// What a client has to be allowed to do.
    let scope: Scope
    /// What answers.
    let endpoint: any Endpoint.Type
    /// Its place in the table, by which it is counted.
    fileprivate(set) var number = 0
    /// The answer where it is always the same: probes come often and should cost nothing.
    let fixed: Response?

    /// Makes a line.
    init(_ method: Method, _ pattern: String, _ scope: Scope, _ endpoint: any Endpoint.Type) {
        self.method = method
        self.pattern = pattern
        self.scope = scope
        self.endpoint = endpoint
        fixed = endpoint.fixedAnswer.map { answer in
            var response = Response(
                status: answer.status,
                fields: answer.fields + [
                    ("Content-Type", answer.mediaType ?? "text/plain"),
                    ("Cache-Control", answer.cacheControl),
                    ("X-Content-Type-Options", "nosniff"),
                ],
                body: .bytes(answer.body)
            )
            response.isRepeatable = true
            return response
        }
    }
}

/// Finds the route of a request.
///
/// Routing, `OPTIONS` and `Allow` come from the same table.
struct Router: Sendable {
    /// All methods of a path.
    struct Resource: Sendable {
        /// The path's segments; `nil` for a variable.
        let segments: [String?]
        /// The pattern of the first route, for the log.
        let pattern: String
        /// The routes.
        var routes: [Route]

        /// The methods that the path has, for `Allow` (RFC 9110 §10.2.1).
        var allow: String {
            var methods: [String] = []
            for route in routes {
                methods.append(route.method.rawValue)
                if route.method == .get { methods.append("HEAD") }
            }
            return (methods + ["OPTIONS"]).joined(separator: ", ")
        }

        /// The route of a method.
        func route(for method: Method) -> Route? {
            let method = method == .head ? .get : method
            return routes.first { $0.method == method }
        }
    }

    /// What a path leads to.
    enum Match {
        /// A resource, with what stands in place of the variables.
        case resource(Resource, variables: [String])
        /// Nothing.
        case nothing
        /// It cannot be decoded.
        case malformed
    }

    /// Each route's method and pattern, in the order of the table.
    let labels: [(method: String, pattern: String)]
    /// How many routes there are.
    var count: Int { labels.count }
    /// The resources in the order of the table.
    let resources: [Resource]
    /// Those without variables, by their path.
    private let literals: [String: Resource]

    /// Makes a router of a table.
    init(_ table: [Route]) {
        var resources: [Resource] = []
        labels = table.map { ($0.method.rawValue, $0.pattern) }
        for (number, entry) in table.enumerated() {
            var route = entry
            route.number = number
            let segments = Self.segments(ofPattern: route.pattern)
            if let index = resources.firstIndex(where: { $0.segments == segments }) {
                resources[index].routes.append(route)
            } else {
                resources.append(
                    Resource(segments: segments, pattern: route.pattern, routes: [route])
                )
            }
        }
        self.resources = resources
        literals = Dictionary(
            uniqueKeysWithValues: resources.filter { !$0.segments.contains(nil) }
                .map { ($0.pattern, $0) }
        )
    }

    /// Finds what a path leads to.
    ///
    /// One slash at its end makes no difference.
    func match(_ path: String) -> Match {
        if let literal = literals[path] { return .resource(literal, variables: []) }
        guard path.hasPrefix("/") else { return .nothing }
        var segments: [String] = []
        for piece in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            guard let segment = PercentEncoding.decode(piece),
                !segment.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F })
            else { return .malformed }
            segments.append(segment)
        }
        if segments.last == "" { segments.removeLast() }
        for resource in resources {
            if let variables = Self.variables(of: resource, in: segments) {
                return .resource(resource, variables: variables)
            }
        }
        return .nothing
    }

    /// The path without variables that was probably meant.
    func suggestion(for path: String) -> String? {
        let bare = path.hasSuffix("/") && path != "/" ? String(path.dropLast()) : path
        let paths = resources.filter { !$0.segments.contains(nil) }.map(\.pattern)
        return Spelling.nearest(to: String(bare.prefix(64)), among: paths)
    }

    private static func variables(of resource: Resource, in segments: [String]) -> [String]? {
        guard resource.segments.count == segments.count else { return nil }
        var variables: [String] = []
        for (wanted, found) in zip(resource.segments, segments) {
            if let wanted {
                guard wanted == found else { return nil }
            } else {
                guard !found.isEmpty else { return nil }
                variables.append(found)
            }
        }
        return variables
    }

    private static func segments(ofPattern pattern: String) -> [String?] {
        pattern.split(separator: "/").map { $0.hasPrefix("{") ? nil : String($0) }
    }
}
