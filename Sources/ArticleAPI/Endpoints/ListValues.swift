import ArticleService
import ArticleStore
import Articles
import HTTPServer

/// `GET /sources` and `GET /tags`: what articles have, with how many have it, the commonest first.
struct ListValues<Kind: ValueKind>: Endpoint {
    static var limit: Parameter<Int> {
        Parameter(
            "limit",
            othersCallIt: ["page-size", "per_page", "max", "rows", "size", "count", "n"],
            .count(example: "100"),
            words: "How many at the most; 1000 are the most that are given."
        )
    }

    static var parameters: ParameterList { ParameterList([limit, Parameter.pretty]) }

    static var documentation: EndpointDocumentation {
        EndpointDocumentation(
            "Lists the \(Kind.field.rawValue) of all articles, the commonest first.",
            .answer("The \(Kind.field.rawValue).", .json("ValueList"))
        )
    }

    private let limit: Int

    init(_ request: inout EndpointRequest) throws(Problem) {
        limit = min(request.parameters.value(Self.limit) ?? 100, 1_000)
    }

    func answer(_ context: EndpointContext) throws(Problem) -> Answer? {
        let reply = context.reply
        let query = context.query
        let limit = limit
        context.api.service.read { reader throws(StoreError) in
            try reader.values(of: Kind.field, limit: limit)
        } completion: { result in
            switch result {
            case .success(let list):
                var answer = Answer.json(Self.json(list, isPretty: reply.call.isPretty))
                answer.cacheControl = "no-cache"
                reply.send(answer)
            case .failure(let error): reply.send(Problem(error, to: reply.call, query: query))
            }
        }
        return nil
    }

    private static func json(_ list: ValueList, isPretty: Bool) -> [UInt8] {
        var writer = JSONWriter(isPretty: isPretty, reservingCapacity: 64 * list.values.count + 64)
        writer.beginObject()
        writer.member("total", list.total)
        writer.key(Kind.field.rawValue)
        writer.beginArray()
        for value in list.values {
            writer.beginObject()
            writer.member("value", value.spellings[0])
            writer.member("count", value.count)
            if value.spellings.count > 1 { writer.member("variants", value.spellings) }
            writer.endObject()
        }
        writer.endArray()
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }
}

/// Names a list of values in the route table.
protocol ValueKind: Sendable {
    static var field: ValueList.Field { get }
}

/// The lists of values, for the route table.
enum Values {
    enum Sources: ValueKind { static let field = ValueList.Field.sources }
    enum Tags: ValueKind { static let field = ValueList.Field.tags }
}
