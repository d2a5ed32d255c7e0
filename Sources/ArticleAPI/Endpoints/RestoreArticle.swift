import ArticleStore
import Articles
import HTTPServer

/// `POST /articles/{id}/restore`: brings a removed article back.
struct RestoreArticle: Endpoint {
    static let parameters = ParameterList([Parameter.pretty])

    private let reference: ArticleReference

    init(_ request: inout EndpointRequest) throws(Problem) {
        reference = ArticleReference(request.variables[0])
    }

    func answer(_ context: EndpointContext) throws(Problem) -> Answer? {
        let number = try context.number(of: reference)
        let reply = context.reply
        let query = context.query
        context.api.service.restore(number) { result in
            switch result {
            case .success(.restored(let article)):
                reply.send(.changed("restored", article, reply.call))
            case .success(.unchanged(let article)):
                reply.send(.changed("unchanged", article, reply.call))
            case .success(.nameTaken(let other)):
                var problem = Problem(
                    .nameTaken,
                    "Its name belongs to another article by now.",
                    hint: .command(CurlCommand(path: address(of: other.id)))
                )
                problem.related = Problem.Related(id: other.id, version: other.version)
                reply.send(problem)
            case .success(.unknown): reply.send(Problem.unknownArticle)
            case .failure(let error):
                reply.send(Problem(error, to: reply.call, query: query))
            }
        }
        return nil
    }
}

/// `POST /articles/{id}/reparse`: reads an article's original again, as this version of the program
/// understands it; what the client said with it counts as it did.
struct ReparseArticle: Endpoint {
    static let parameters = ParameterList([Parameter.pretty])

    private let reference: ArticleReference

    init(_ request: inout EndpointRequest) throws(Problem) {
        reference = ArticleReference(request.variables[0])
    }

    func answer(_ context: EndpointContext) throws(Problem) -> Answer? {
        let number = try context.number(of: reference)
        let reply = context.reply
        let query = context.query
        context.api.service.reparse(number) { result in
            switch result {
            case .success(.found(.updated(let article))):
                reply.send(.changed("updated", article, reply.call))
            case .success(.found(.unchanged(let article))):
                reply.send(.changed("unchanged", article, reply.call))
            case .success(.found(.stale)):
                reply.send(Problem(.busy, to: reply.call, query: query))
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

extension EndpointContext {
    /// The number of the article that a path names, whether it was removed or not.
    fileprivate func number(of reference: ArticleReference) throws(Problem) -> Int64 {
        do throws(StoreError) {
            let number = try api.withReader { reader throws(StoreError) in
                try reference.number(in: reader)
            }
            if let number { return number }
        } catch {
            throw problem(.store(error))
        }
        throw .unknownArticle
    }
}

extension Answer {
    /// What became of an article, with its fields.
    fileprivate static func changed(_ status: String, _ article: Article, _ call: Call) -> Answer {
        var writer = JSONWriter(isPretty: call.isPretty, reservingCapacity: 2_048)
        writer.beginObject()
        writer.member("status", status)
        writer.key("article")
        writer.article(article, ArticleMember.withoutText)
        writer.endObject()
        writer.endLine()
        var answer = Answer.json(writer.bytes)
        answer.entityTag = EntityTag(opaque: "\(article.id)-\(article.version)")
        answer.fields = [("Location", address(of: article.id))]
        return answer
    }
}
