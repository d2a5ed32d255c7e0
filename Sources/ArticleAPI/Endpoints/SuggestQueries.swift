import ArticleStore
import Articles
import HTTPServer

/// `GET /suggest`: how a query that is being typed may go on.
struct SuggestQueries: Endpoint {
    static let parameters = ParameterList([
        SearchArticles.q, SearchArticles.limit, Parameter.pretty,
    ])

    static var documentation: EndpointDocumentation {
        EndpointDocumentation(
            "Completes the last word of a query from the words and headlines of the articles.",
            .answer("What may be meant.", .json("Suggestions"))
        )
    }

    private let text: String
    private let limit: Int

    init(_ request: inout EndpointRequest) throws(Problem) {
        text = request.parameters.value(SearchArticles.q) ?? ""
        limit = min(request.parameters.value(SearchArticles.limit) ?? 10, 50)
    }

    func answer(_ context: EndpointContext) throws(Problem) -> Answer? {
        let (reply, query, text, limit) = (context.reply, context.query, text, limit)
        context.api.service.read { reader throws(StoreError) in
            try reader.suggestions(for: text, limit: limit)
        } completion: { result in
            switch result {
            case .success(let found):
                reply.send(.json(Self.json(found, text, isPretty: reply.call.isPretty)))
            case .failure(let error): reply.send(Problem(error, to: reply.call, query: query))
            }
        }
        return nil
    }

    private static func json(_ found: Suggestions, _ q: String, isPretty: Bool) -> [UInt8] {
        var writer = JSONWriter(isPretty: isPretty)
        writer.beginObject()
        writer.member("q", q)
        writer.member("completions", found.completions)
        writer.member("did_you_mean", found.didYouMean)
        writer.key("headlines")
        writer.beginArray()
        for headline in found.headlines {
            writer.beginObject()
            writer.member("url", address(of: headline.id))
            writer.member("headline", headline.text)
            writer.endObject()
        }
        writer.endArray()
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }
}
