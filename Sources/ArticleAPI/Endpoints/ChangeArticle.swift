import ArticleService
import ArticleStore
import Articles
import HTTPServer

/// `POST /articles/{id}/restore`: brings a removed article back.
enum Restoration: ArticleChange {
    static let documentation = EndpointDocumentation(
        "Brings a removed article back.",
        .answer("It is there.", .json("Receipt")),
        problems: [404, 409, 410]
    )

    static func begin(
        on number: Int64,
        in service: ArticleService,
        _ finish: @escaping @Sendable (Result<ChangeOutcome, ServiceError>) -> Void
    ) {
        service.restore(number) { result in
            finish(
                result.map { outcome in
                    switch outcome {
                    case .restored(let article): .done("restored", article)
                    case .unchanged(let article): .done("unchanged", article)
                    case .nameTaken(let other): .refused(.nameTaken(by: other))
                    case .withoutText: .refused(.withoutText)
                    case .unknown: .refused(.unknownArticle)
                    }
                }
            )
        }
    }
}

/// `POST /articles/{id}/reparse`: reads an article's original again, as this version of the program
/// understands it; what the client said with it counts as it did.
enum Rereading: ArticleChange {
    static let documentation = EndpointDocumentation(
        "Reads an article's original again; fields set by hand stay.",
        .answer("It is read.", .json("Receipt")),
        problems: [404, 410, 422]
    )

    static func begin(
        on number: Int64,
        in service: ArticleService,
        _ finish: @escaping @Sendable (Result<ChangeOutcome, ServiceError>) -> Void
    ) {
        service.reparse(number) { result in
            let outcome: Result<ChangeOutcome, ServiceError>
            switch result {
            case .success(.found(.updated(let article))):
                outcome = .success(.done("updated", article))
            case .success(.found(.unchanged(let article))):
                outcome = .success(.done("unchanged", article))
            case .success(.found(.stale)): outcome = .failure(.busy)
            case .success(.gone(let reason, let moment)):
                outcome = .success(.refused(.gone(number, reason: reason, at: moment)))
            case .success(.unknown): outcome = .success(.refused(.unknownArticle))
            case .failure(let error): outcome = .failure(error)
            }
            finish(outcome)
        }
    }
}

/// Something that is done to an article that is there, or was, without a body.
protocol ArticleChange: Sendable {
    /// What the description of the API says of it.
    static var documentation: EndpointDocumentation { get }

    /// Begins it; `finish` is called once, on any thread.
    static func begin(
        on number: Int64,
        in service: ArticleService,
        _ finish: @escaping @Sendable (Result<ChangeOutcome, ServiceError>) -> Void
    )
}

/// What became of an article.
enum ChangeOutcome: Sendable {
    /// It is as the word says, and has these fields now.
    case done(String, Article)
    /// It cannot be.
    case refused(Problem)
}

/// Changes an article and answers with what it is then.
struct ChangeArticle<Change: ArticleChange>: Endpoint {
    static var parameters: ParameterList { ParameterList([Parameter.pretty]) }
    static var documentation: EndpointDocumentation { Change.documentation }

    private let reference: ArticleReference

    init(_ request: inout EndpointRequest) throws(Problem) {
        reference = ArticleReference(request.variables[0])
    }

    func answer(_ context: EndpointContext) throws(Problem) -> Answer? {
        let (reply, query) = (context.reply, context.query)
        Change.begin(on: try context.number(of: reference), in: context.api.service) { result in
            switch result {
            case .success(.done(let word, let article)):
                reply.send(.changed(word, article, reply.call))
            case .success(.refused(let problem)): reply.send(problem)
            case .failure(let error):
                reply.send(Problem(error, to: reply.call, query: query))
            }
        }
        return nil
    }
}

extension Problem {
    /// Nothing of an article that was removed is kept.
    fileprivate static var withoutText: Problem {
        Problem(
            .gone,
            "It came in an export, which says of what was removed only that it was.",
            hint: .command(CurlCommand(path: "/articles"))
        )
    }

    /// The name of an article that was removed is another's by now.
    fileprivate static func nameTaken(by other: Article) -> Problem {
        var problem = Problem(
            .nameTaken,
            "Its name belongs to another article by now.",
            hint: .command(CurlCommand(path: address(of: other.id)))
        )
        problem.related = Related(id: other.id, version: other.version)
        return problem
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
        answer.entityTag = article.entityTag
        answer.fields = [("Location", address(of: article.id))]
        return answer
    }
}
