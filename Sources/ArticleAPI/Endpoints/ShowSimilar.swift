import ArticleStore
import Articles
import HTTPServer

/// `GET /articles/{id}/similar`: the articles with nearly the same text, and what differs.
struct ShowSimilar: Endpoint {
    static let limit = Parameter(
        "limit",
        othersCallIt: ["page-size", "max"],
        .count(example: "20")
    )
    static let parameters = ParameterList([limit, Parameter.pretty])

    private let reference: ArticleReference
    private let limit: Int

    private static let highestLimit = 100

    init(_ request: inout EndpointRequest) throws(Problem) {
        reference = ArticleReference(request.variables[0])
        limit = min(request.parameters.value(Self.limit) ?? 20, Self.highestLimit)
    }

    func answer(_ context: EndpointContext) throws(Problem) -> Answer? {
        let (number, article) = try context.lookup(reference) {
            reader,
            number throws(StoreError) in try reader.article(number)
        }
        let reply = context.reply
        let query = context.query
        context.api.service.nearCopies(of: number, limit: limit) { result in
            switch result {
            case .success(.found(let copies)):
                reply.send(.json(json(article, copies, isPretty: reply.call.isPretty)))
            case .success(.gone(let reason, let moment)):
                reply.send(Problem.gone(number, reason: reason, at: moment))
            case .success(.unknown): reply.send(Problem.unknownArticle)
            case .failure(let error):
                reply.send(Problem(error, to: reply.call, query: query))
            }
        }
        return nil
    }

    private func json(_ article: Article, _ copies: [NearCopy], isPretty: Bool) -> [UInt8] {
        var writer = JSONWriter(isPretty: isPretty)
        writer.beginObject()
        writer.member("id", article.id)
        writer.member("url", address(of: article.id))
        writer.key("copies")
        writer.beginArray()
        let paragraphs = article.fields.runningParagraphs.map(\.text)
        for copy in copies {
            writer.beginObject()
            writer.write([.id, .url, .headline, .publishedAt, .source], of: copy.article)
            writer.key("similarity")
            writer.value((copy.similarity * 1_000).rounded() / 1_000)
            writer.key("paragraphs")
            writer.changes(
                from: paragraphs,
                to: copy.article.fields.runningParagraphs.map(\.text),
                includesSame: false
            )
            writer.endObject()
        }
        writer.endArray()
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }
}
