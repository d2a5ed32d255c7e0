import ArticleService
import ArticleStore
import Articles
import HTTPServer

/// `GET /articles/{id}/similar`: the articles with nearly the same text and what differs, and others
/// about much the same.
struct ShowSimilar: Endpoint {
    static let limit = Parameter(
        "limit",
        othersCallIt: ["page-size", "max"],
        .count(example: "20"),
        words: "How many of each kind at the most; 100 are the most that are given."
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
        context.api.service.likes(of: number, limit: limit) { result in
            switch result {
            case .success(.found(let likes)):
                reply.send(.json(json(article, likes, isPretty: reply.call.isPretty)))
            case .success(.gone(let reason, let moment)):
                reply.send(Problem.gone(number, reason: reason, at: moment))
            case .success(.unknown): reply.send(Problem.unknownArticle)
            case .failure(let error):
                reply.send(Problem(error, to: reply.call, query: query))
            }
        }
        return nil
    }

    private func json(_ article: Article, _ likes: Likes, isPretty: Bool) -> [UInt8] {
        var writer = JSONWriter(isPretty: isPretty)
        writer.beginObject()
        writer.member("id", article.id)
        writer.member("url", address(of: article.id))
        writer.key("copies")
        writer.beginArray()
        let paragraphs = article.fields.runningParagraphs.map(\.text)
        for copy in likes.copies {
            writer.beginObject()
            writer.write(Self.members, of: copy.article)
            writer.key("similarity")
            writer.value(Self.rounded(copy.similarity))
            writer.key("paragraphs")
            writer.changes(
                from: paragraphs,
                to: copy.article.fields.runningParagraphs.map(\.text),
                includesSame: false
            )
            writer.endObject()
        }
        writer.endArray()
        writer.key("related")
        writer.beginArray()
        for other in likes.similar {
            writer.beginObject()
            writer.write(Self.members, of: other.article)
            writer.key("similarity")
            writer.value(Self.rounded(other.similarity))
            writer.endObject()
        }
        writer.endArray()
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }

    private static let members: [ArticleMember] = [.id, .url, .headline, .publishedAt, .source]

    private static func rounded(_ similarity: Double) -> Double {
        (similarity * 1_000).rounded() / 1_000
    }
}
