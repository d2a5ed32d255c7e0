import ArticleService
import HTTPServer

/// `GET /export`: all articles as NDJSON, each line saying all of one, packed where the client takes
/// gzip.
///
/// It is made while it is sent, so that there is no length and no range: articles come and go.
struct ExportArticles: Endpoint {
    static let parameters = ParameterList([])

    static var documentation: EndpointDocumentation {
        EndpointDocumentation(
            "All articles, each with how it was found and the bytes that it came from; POST /articles"
                + " and dateline import store them again as they were.",
            .answer("An article on each line.", .other("application/x-ndjson"))
        )
    }

    init(_ request: inout EndpointRequest) throws(Problem) {}

    func answer(_ context: EndpointContext) throws(Problem) -> Answer? {
        let isPacked = context.call.acceptsGzip
        var answer = Answer(mediaType: "application/x-ndjson", isCompressible: false)
        answer.fields = [
            ("Content-Disposition", "attachment; filename=\"articles.ndjson\""),
            ("Accept-Ranges", "none"), ("Vary", "Accept-Encoding"),
        ]
        if isPacked { answer.fields.append(("Content-Encoding", "gzip")) }
        guard let stream = context.api.service.export(packed: isPacked) else {
            throw context.problem(.busy)
        }
        answer.stream = (LoggedBody(stream, of: context.call), nil)
        return answer
    }
}
