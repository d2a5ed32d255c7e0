import ArticleParsing
import ArticleService
import Articles
import HTTPServer

/// `POST /parse`: parses what is sent and stores nothing.
///
/// `format=text`, or `Accept: text/plain`,
/// prints how each field was found, for a person.
struct PreviewArticles: Endpoint {
    static let format = Parameter(
        "format",
        .choice(["txt": InputFormat.text, "plain": .text]),
        words:
            "text: the answer is for a person. Any other: the form of the body, instead of the one "
            + "that it looks like."
    )
    static let parameters = ParameterList(
        UploadParameters.aboutText + [format, UploadParameters.name, Parameter.pretty]
    )

    private let upload: Upload
    /// `text` is the form of the answer, any other the form in which the body is read.
    private let format: InputFormat?
    private let warnings: [ArticleWarning]

    init(_ request: inout EndpointRequest) throws(Problem) {
        var parameters = UploadParameters(&request)
        format = request.parameters.value(Self.format)
        if let format, format != .text { parameters.setFormat(format) }
        _ = UploadParameters.name(&request)
        upload = parameters.upload(request)
        warnings = request.parameters.warnings
        try IngestArticles.checkCoding(of: request.head)
    }

    func answer(_ context: EndpointContext) throws(Problem) -> Answer? {
        if format != .text, context.call.head.prefersPage {
            PastePage.preview(upload, context)
            return nil
        }
        let form = try format == .text ? .text : ExplanationFormat(accepted: context.call)
        Self.preview(upload, in: form, context, warnings: warnings)
        return nil
    }

    /// Parses an upload and sends what was found.
    static func preview(
        _ upload: Upload,
        in form: ExplanationFormat,
        _ context: EndpointContext,
        warnings: [ArticleWarning]
    ) {
        let reply = context.reply
        let query = context.query
        context.api.service.preview(upload) { result in
            switch result {
            case .success(let parsed):
                let call = reply.call
                let preview = Preview(parsed, warnings: warnings)
                let command = { (remedy: ArticleWarning.Remedy) -> String in
                    call.command(sending: remedy, query: query).text(authority: call.authority)
                }
                var answer: Answer
                switch form {
                case .json: answer = .json(preview.json(isPretty: call.isPretty, command: command))
                case .text: answer = .text(preview.text())
                }
                answer.variesByAccept = true
                answer.cacheControl = "no-store"
                answer.timings = [("parse", parsed.duration)]
                reply.send(answer)
            case .failure(let error):
                reply.send(Problem(error, to: reply.call, query: query))
            }
        }
    }
}
