import ArticleParsing
import ArticleService
import ArticleStore
import Articles
import HTTPServer

/// `POST /articles`, `POST /`, `PUT /articles` and `PUT /articles/{name}`: stores what is sent.
struct IngestArticles: Endpoint {
    static let parameters = ParameterList(
        UploadParameters.aboutText + [
            UploadParameters.format, UploadParameters.name, UploadParameters.duplicates,
            UploadParameters.dryRun, Parameter.pretty,
        ]
    )

    private let upload: Upload
    private let receivedAt: Timestamp
    private let name: String?
    private let policy: ArticleBatch.DuplicatePolicy
    private let isDryRun: Bool
    private let warnings: [ArticleWarning]

    init(_ request: inout EndpointRequest) throws(Problem) {
        var parameters = UploadParameters(&request)
        parameters.setFormat(request.parameters.value(UploadParameters.format))
        name = UploadParameters.name(&request)
        policy = request.parameters.value(UploadParameters.duplicates) ?? .return
        isDryRun = request.parameters.flag(UploadParameters.dryRun)
        receivedAt = parameters.receivedAt
        upload = parameters.upload(request)
        warnings = request.parameters.warnings
        try Self.checkCoding(of: request.head)
    }

    /// Makes what takes the body while it arrives; `nil` where it is to be collected first.
    ///
    /// NDJSON by its declared type, by the parameter or by the file's name may be of any length.
    func sink(
        _ head: RequestHead,
        _ query: QueryString,
        in service: ArticleService,
        longestLine: Int
    ) -> LineSink? {
        guard !isDryRun, head.fields["Content-Encoding"] == nil else { return nil }
        let isNamedSo = name.map { $0.hasSuffix(".ndjson") || $0.hasSuffix(".jsonl") } ?? false
        guard upload.given.format == .ndjson || upload.isDeclaredNDJSON || isNamedSo else {
            return nil
        }
        return LineSink(
            service.lines(upload, policy: policy, receivedAt: receivedAt),
            query: query,
            longestLine: longestLine
        )
    }

    func answer(_ context: EndpointContext) throws(Problem) -> Answer? {
        let reply = context.reply
        let query = context.query
        if isDryRun {
            PreviewArticles.preview(upload, in: .json, context, warnings: warnings)
            return nil
        }
        context.api.service.ingest(upload, policy: policy, name: name, receivedAt: receivedAt) {
            result in
            let prefersPage = reply.call.head.prefersPage
            switch result {
            case .success(let ingestion) where prefersPage:
                let receipt = Receipt(
                    ingestion: ingestion,
                    warnings: warnings,
                    call: reply.call,
                    query: query
                )
                reply.send(receipt.page(today: reply.call.now.day))
            case .success(let ingestion):
                do throws(Problem) {
                    let receipt = Receipt(
                        ingestion: ingestion,
                        warnings: warnings,
                        call: reply.call,
                        query: query
                    )
                    reply.send(try receipt.answer())
                } catch {
                    reply.send(error)
                }
            case .failure(let error):
                let problem = Problem(error, to: reply.call, query: query)
                guard prefersPage else { return reply.send(problem) }
                // The text comes back in the form; what cannot be decoded is said by the problem.
                let texts = (try? ArticleParser().texts(of: upload)) ?? []
                reply.send(
                    PastePage.answer(problem, texts: texts, today: reply.call.now.day)
                )
            }
        }
        return nil
    }

    /// Refuses a content coding that is not read, before the body is.
    static func checkCoding(of head: RequestHead) throws(Problem) {
        guard let field = head.fields["Content-Encoding"] else { return }
        for coding in field.split(separator: ",").map(trimmingSpaces) {
            guard ["gzip", "x-gzip", "deflate", "identity", ""].contains(coding.lowercased())
            else { throw .unsupportedCoding(coding) }
        }
    }
}
