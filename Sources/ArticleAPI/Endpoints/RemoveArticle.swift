import ArticleStore
import Articles
import HTTPServer

/// `DELETE /articles/{id}`: removes an article; its number says ever after that it is gone, and why.
struct RemoveArticle: Endpoint {
    static let reason = Parameter(
        "reason",
        othersCallIt: ["why", "because"],
        .text(maximum: 500, example: "retracted"),
        words: "Why it is removed; its number answers so from then on."
    )
    static let parameters = ParameterList([reason, Parameter.pretty])

    private let reference: ArticleReference
    private let reason: String?

    init(_ request: inout EndpointRequest) throws(Problem) {
        reference = ArticleReference(request.variables[0])
        reason = request.parameters.value(Self.reason)
    }

    func answer(_ context: EndpointContext) throws(Problem) -> Answer? {
        let ifMatch = try IfMatch(context.call, in: context.api.settings)
        let (number, article) = try context.lookup(reference) {
            reader,
            number throws(StoreError) in try reader.article(number)
        }
        let version = try ifMatch.version(of: article)
        let reply = context.reply
        let query = context.query
        context.api.service.delete(
            number,
            version: version,
            reason: reason,
            at: context.call.now
        ) { result in
            switch result {
            case .success(.found(.removed)):
                reply.send(Answer(status: 204, isCompressible: false))
            case .success(.found(.stale(let article))):
                reply.send(Problem.preconditionFailed(article))
            case .success(.gone(let reason, let moment)):
                reply.send(Problem.gone(number, reason: reason, at: moment))
            case .success(.unknown): reply.send(Problem.unknownArticle)
            case .failure(let error):
                reply.send(Problem(error, to: reply.call, query: query))
            }
        }
        return nil
    }
}
