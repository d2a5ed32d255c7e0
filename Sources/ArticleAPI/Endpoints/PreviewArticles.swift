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
        .choice(["txt": PreviewFormat.text, "plain": .text])
    )
    static let parameters = ParameterList(
        UploadParameters.aboutText + [format, UploadParameters.name, Parameter.pretty]
    )

    /// The forms of the answer, and of input, under one name: `text` is the form of the answer, any
    /// other the form in which the body is read.
    enum PreviewFormat: String, CaseIterable, Sendable {
        case text, html, markdown, json, ndjson, feed
    }

    private let upload: Upload
    private let format: PreviewFormat?
    private let warnings: [ArticleWarning]

    init(_ request: inout EndpointRequest) throws(Problem) {
        var parameters = UploadParameters(&request)
        format = request.parameters.value(Self.format)
        if let format, format != .text {
            parameters.setFormat(InputFormat(rawValue: format.rawValue))
        }
        _ = UploadParameters.name(&request)
        upload = parameters.upload(request)
        warnings = request.parameters.warnings
        try IngestArticles.checkCoding(of: request.head)
    }

    func answer(_ context: EndpointContext) throws(Problem) -> Answer? {
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
                var answer: Answer
                switch form {
                case .json: answer = .json(json(parsed, warnings, reply.call, query))
                case .text: answer = .text(text(parsed))
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

    private static func json(
        _ parsed: ParsedUpload,
        _ warnings: [ArticleWarning],
        _ call: Call,
        _ query: QueryString
    ) -> [UInt8] {
        var writer = JSONWriter(isPretty: call.isPretty, reservingCapacity: 16_384)
        writer.beginObject()
        writer.key("articles")
        writer.beginArray()
        for article in parsed.articles {
            writer.beginObject()
            writer.write(article.draft.fields, wordCount: article.wordCount)
            writer.key("explanation")
            article.draft.explanation.write(to: &writer)
            writer.endObject()
        }
        writer.endArray()
        let command = { (remedy: ArticleWarning.Remedy) -> String in
            var query = query
            if case .parameter(let name, let value) = remedy {
                query = query.setting(name, to: value)
            }
            return call.command(query: query).text(authority: call.authority)
        }
        writer.key("warnings")
        writer.beginArray()
        for (index, article) in parsed.articles.enumerated() {
            for warning in article.draft.warnings {
                writer.beginObject()
                if parsed.articles.count > 1 { writer.member("article", index) }
                writer.write(warning, command: command)
                writer.endObject()
            }
        }
        for warning in warnings {
            writer.beginObject()
            writer.write(warning, command: command)
            writer.endObject()
        }
        writer.endArray()
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }

    private static func text(_ parsed: ParsedUpload) -> String {
        let texts = parsed.articles.map { article in
            var writer = JSONWriter()
            article.draft.explanation.write(to: &writer)
            let warnings = article.draft.warnings.map { "\($0.code.rawValue): \($0.detail)\n" }
            let explanation = JSONValue(writer.bytes).map(ExplanationText.lines) ?? ""
            return explanation + (warnings.isEmpty ? "" : "\n" + warnings.joined())
        }
        return texts.joined(separator: "\n----\n\n")
    }
}
