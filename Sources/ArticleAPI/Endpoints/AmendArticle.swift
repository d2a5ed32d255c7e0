import ArticleStore
import Articles
import HTTPServer

/// `PATCH /articles/{id}`: sets fields by hand, by a JSON Merge Patch (RFC 7396), as a new version.
struct AmendArticle: Endpoint {
    static let parameters = ParameterList([Parameter.pretty])

    static let documentation: EndpointDocumentation = {
        var documentation = EndpointDocumentation(
            "Sets fields of an article by hand, as a new version.",
            body: [
                .init(mediaType: "application/merge-patch+json", schema: "ArticlePatch"),
                .json("ArticlePatch"),
            ],
            .answer("The article as it is now.", .json("Article")),
            .answer(204, "It is done, and the answer was to be short."),
            problems: [400, 404, 410, 412, 415, 422, 428]
        )
        documentation.headers = [IfMatch.documentation]
        return documentation
    }()

    private let reference: ArticleReference
    private let body: [UInt8]

    init(_ request: inout EndpointRequest) throws(Problem) {
        reference = ArticleReference(request.variables[0])
        body = request.body
        try Self.checkType(of: request.head)
    }

    func answer(_ context: EndpointContext) throws(Problem) -> Answer? {
        let call = context.call
        let ifMatch = try IfMatch(call, in: context.api.settings)
        let members = try members()
        let article = try context.lookup(reference) { reader, number throws(StoreError) in
            try reader.article(number)
        }.found
        let isConditional = try ifMatch.version(of: article) != nil
        let patch = MergePatch(members, to: article.fields)
        guard patch.faults.isEmpty else { throw .invalidFields(patch.faults, of: article) }
        guard !patch.names.isEmpty else { return Self.answer(article, call) }
        let reply = context.reply
        let query = context.query
        context.api.service.amend(
            article.id,
            version: article.version,
            to: patch.fields,
            patch.names
        ) { result in
            switch result {
            case .success(.found(.updated(let article))), .success(.found(.unchanged(let article))):
                reply.send(Self.answer(article, reply.call))
            case .success(.found(.stale)) where isConditional:
                reply.send(Problem.preconditionFailed(article))
            case .success(.found(.stale)):
                reply.send(Problem(.busy, to: reply.call, query: query))
            case .success(.gone(let reason, let moment)):
                reply.send(Problem.gone(article.id, reason: reason, at: moment))
            case .success(.unknown): reply.send(Problem.unknownArticle)
            case .failure(let error): reply.send(Problem(error, to: reply.call, query: query))
            }
        }
        return nil
    }

    private static func answer(_ article: Article, _ call: Call) -> Answer {
        var answer: Answer
        if call.prefers("return=minimal") {
            answer = Answer(status: 204, isCompressible: false)
            answer.fields = [("Preference-Applied", "return=minimal")]
        } else {
            var writer = JSONWriter(isPretty: call.isPretty, reservingCapacity: 8_192)
            writer.article(article, ArticleMember.allCases)
            writer.endLine()
            answer = .json(writer.bytes)
        }
        answer.fields.append(("Content-Location", address(of: article.id)))
        answer.entityTag = article.entityTag
        return answer
    }

    private func members() throws(Problem) -> [(name: String, value: JSONValue)] {
        let hint = Problem.Hint.command(Self.example(CurlCommand(path: "/articles/1")))
        guard let json = JSONValue(body) else {
            throw Problem(.malformedContent, "The body is no JSON.", hint: hint)
        }
        guard case .object(let members) = json else {
            throw Problem(.invalidField, "A merge patch of an article is an object.", hint: hint)
        }
        return members
    }

    /// Refuses a body that says it is something else; curl's `-d` calls everything a form.
    private static func checkType(of head: RequestHead) throws(Problem) {
        guard let field = head.fields["Content-Type"] else { return }
        let type = trimmingSpaces(field.prefix { $0 != ";" }).lowercased()
        let accepted = [
            "application/merge-patch+json", "application/json", "text/json", "text/plain",
            "application/x-www-form-urlencoded", "",
        ]
        guard !accepted.contains(type) else { return }
        throw Problem(
            .unsupportedPatch,
            "'\(shown(type))' is no patch that is read here; application/merge-patch+json is.",
            hint: .command(example(CurlCommand(path: "/articles/1"))),
            fields: [("Accept-Patch", "application/merge-patch+json, application/json")]
        )
    }

    /// The command with a patch that is accepted.
    fileprivate static func example(_ command: CurlCommand) -> CurlCommand {
        var command = command
        command.options =
            [
                "-X", "PATCH", "-H", "Content-Type: application/merge-patch+json", "-d",
                "{\"section\":\"World\"}",
            ] + command.options
        return command
    }
}

extension Problem {
    fileprivate static func invalidFields(_ faults: [MergePatch.Fault], of article: Article)
        -> Problem
    {
        var problem = Problem(
            .invalidField,
            faults[0].detail,
            hint: .command(AmendArticle.example(CurlCommand(path: address(of: article.id))))
        )
        problem.didYouMean = faults[0].didYouMean
        problem.fieldFaults = faults
        return problem
    }
}
