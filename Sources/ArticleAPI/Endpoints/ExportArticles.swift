import ArticleService
import HTTPServer

/// `GET /export`: all articles as NDJSON, each line saying all of one, packed where the client takes
/// gzip.
///
/// It is made while it is sent, so that there is no length: articles come and go. For a part of it
/// (`curl -C -`) it is made in a file first.
struct ExportArticles: Endpoint {
    static let parameters = ParameterList([])

    static var documentation: EndpointDocumentation {
        EndpointDocumentation(
            "All articles, each with how it was found and the bytes that it came from; POST /articles"
                + " and dateline import store them again as they were.",
            .answer("An article on each line.", .other("application/x-ndjson"))
        )
    }

    private static let mediaType = "application/x-ndjson"
    private static let fileName = "articles.ndjson"

    init(_ request: inout EndpointRequest) throws(Problem) {}

    func answer(_ context: EndpointContext) throws(Problem) -> Answer? {
        let head = context.call.head
        if head.method == .get, head.fields.contains("Range"),
            let path = context.api.settings.storePath
        {
            let download = SnapshotDownload(
                kind: .export,
                mediaType: Self.mediaType,
                fileName: Self.fileName,
                isKeptForParts: false
            )
            download.answer(context, near: path)
            return nil
        }
        let isPacked = context.call.acceptsGzip
        var answer = Answer(mediaType: Self.mediaType, isCompressible: false)
        answer.fields = [
            ("Content-Disposition", "attachment; filename=\"\(Self.fileName)\""),
            ("Accept-Ranges", "bytes"), ("Vary", "Accept-Encoding"),
        ]
        if isPacked { answer.fields.append(("Content-Encoding", "gzip")) }
        guard let stream = context.api.service.export(packed: isPacked) else {
            throw context.problem(.busy)
        }
        answer.stream = (LoggedBody(stream, of: context.call), nil)
        return answer
    }
}
