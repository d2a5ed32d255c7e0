import ArticleService
import HTTPServer
import Logging

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
        let call = context.call
        answer.stream = (
            ExportBody(stream: stream, requestID: call.requestID, logger: call.logger), nil
        )
        return answer
    }
}

/// An export on its way to the client; what goes wrong in the middle can only be logged.
private struct ExportBody: ResponseBodySource {
    let stream: ExportStream
    let requestID: String
    let logger: Logger

    func next(
        maximumBytes: Int,
        deliver: @escaping @Sendable (Result<[UInt8]?, any Error>) -> Void
    ) {
        stream.next(maximumBytes: maximumBytes) { result in
            if case .failure(let error) = result {
                logger.error(
                    "answer broken off",
                    metadata: ["reason": "\(error)", "request_id": "\(requestID)"]
                )
            }
            deliver(result)
        }
    }

    func cancel() {
        stream.cancel()
    }
}
