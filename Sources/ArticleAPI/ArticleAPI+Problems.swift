import HTTPServer

extension ArticleAPI {
    /// A body longer than is taken.
    func tooLarge(_ head: RequestHead) -> Problem {
        Problem(
            .contentTooLarge,
            "The body has \(head.declaredLength ?? 0) bytes; at most \(settings.bodyBytes) are "
                + "taken.",
            hint: .sentence("split -C \(settings.bodyBytes) article.txt part-")
        )
    }

    /// A method that a path has not, or that is not known at all (RFC 9110 §15.5.6, §15.6.2).
    func methodProblem(_ head: RequestHead, _ resource: Router.Resource) -> Problem {
        let known: [Method] = [
            .get, .head, .post, .put, .patch, .delete, .options, Method(rawValue: "TRACE"),
            Method(rawValue: "QUERY"),
            .connect,
        ]
        let allow = [(name: "Allow", value: resource.allow)]
        let offered = resource.routes.first { !$0.scope.writes } ?? resource.routes[0]
        let command = CurlCommand(
            options: offered.method == .get ? [] : ["--data-binary", "@article.txt"],
            path: call(head, route: "").command(query: QueryString(items: [])).path
        )
        guard known.contains(head.method) else {
            return Problem(
                .methodNotImplemented,
                "'\(shown(head.method.rawValue))' is no method that this server knows.",
                hint: .command(command),
                fields: allow
            )
        }
        return Problem(
            .methodNotAllowed,
            "\(resource.pattern) has no \(head.method.rawValue); it has \(resource.allow).",
            hint: .command(command),
            fields: allow
        )
    }

    /// Why there is nothing at a path, with the command that was probably meant: a file sent to the
    /// root, a path in other letters, or a slip.
    func unknownPath(_ head: RequestHead) -> Problem {
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
}

extension Problem {
    /// The path cannot be read.
    static var malformedPath: Problem {
        Problem(
            .malformedPath,
            "The path is not percent-encoded UTF-8 text.",
            hint: .command(CurlCommand(path: "/"))
        )
    }
}
