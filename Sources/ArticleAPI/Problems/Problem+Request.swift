import Articles
import HTTPServer

extension ArticleAPI {
    /// Makes what `HTTPServer` answers with where it refuses a request before any handler sees it,
    /// so that those problems look like all others.
    package static func makeProblem(
        settings: Settings = Settings()
    ) -> @Sendable (RequestError) -> Response {
        let identifiers = RequestNames()
        return { error in
            let problem = Problem(error)
            settings.metrics.refused(problem.type)
            let body = problem.json(
                instance: nil,
                authority: settings.authority(),
                requestID: identifiers.next(),
                isPretty: false
            )
            return Response(
                status: problem.type.status,
                fields: problem.fields + [
                    ("Content-Type", "application/problem+json"), ("Content-Language", "en"),
                    ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"),
                ],
                body: .bytes(body),
                closes: true
            )
        }
    }
}

/// Names for requests that belong to no handler, for all loops.
private final class RequestNames: Sendable {
    private let identifiers = Locked(RequestIdentifiers())

    func next() -> String {
        identifiers.withLock { $0.next() }
    }
}

extension Problem {
    /// Why the server refused a request before any handler saw it.
    init(_ error: RequestError) {
        let index = Hint.command(CurlCommand(path: "/"))
        switch error {
        case .malformed: self.init(.malformedRequest, error.detail, hint: index)
        case .headTimeout, .bodyTimeout:
            self.init(
                .requestTimeout,
                error.detail,
                hint: .command(CurlCommand(options: ["--retry", "5"], path: "/"))
            )
        case .bodyTooLarge(let limit):
            self.init(
                .contentTooLarge,
                error.detail,
                hint: .sentence("split -C \(limit) article.txt part-")
            )
        case .targetTooLong: self.init(.targetTooLong, error.detail, hint: index)
        case .unknownExpectation:
            self.init(
                .expectationFailed,
                error.detail,
                hint: .command(
                    CurlCommand(
                        options: ["-H", "Expect:", "--data-binary", "@article.txt"],
                        path: "/articles"
                    )
                )
            )
        case .headTooLarge, .tooManyFields: self.init(.headTooLarge, error.detail, hint: index)
        case .noAnswer:
            self.init(
                .internalError,
                error.detail,
                hint: .command(CurlCommand(path: "/health"))
            )
        case .unknownTransferCoding:
            self.init(.transferCodingNotImplemented, error.detail, hint: index)
        case .tooManyConnections, .outOfMemory:
            self.init(
                .busy,
                error.detail,
                hint: .command(CurlCommand(options: ["--retry", "5"], path: "/")),
                fields: [("Retry-After", "1")]
            )
        case .unsupportedVersion:
            self.init(
                .versionNotSupported,
                error.detail,
                hint: .command(CurlCommand(options: ["--http1.1"], path: "/"))
            )
        }
    }
}
