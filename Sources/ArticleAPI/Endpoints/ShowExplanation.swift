import ArticleStore
import Articles
import HTTPServer

/// `GET /articles/{id}/explain`: how each field was found, as JSON or as text for a person.
struct ShowExplanation: Endpoint {
    static let format = Parameter(
        "format",
        .choice(["txt": ExplanationFormat.text]),
        words: "The form of the answer: JSON, or text for a person."
    )
    static let parameters = ParameterList([format, Parameter.pretty])

    private let reference: ArticleReference
    private let format: ExplanationFormat?

    init(_ request: inout EndpointRequest) throws(Problem) {
        reference = ArticleReference(request.variables[0])
        format = request.parameters.value(Self.format)
    }

    func answer(_ context: EndpointContext) throws(Problem) -> Answer? {
        let form: ExplanationFormat
        if let format { form = format } else { form = try .init(accepted: context.call) }
        let (number, stored) = try context.lookup(reference) { reader, number throws(StoreError) in
            try reader.explanation(of: number)
        }
        var answer: Answer
        // The store gives back the object that was written for it; the number is put in front.
        let json = Array("{\"id\":\(number),".utf8) + stored.drop { $0 != 0x7B }.dropFirst()
        if form == .json && !context.call.isPretty {
            answer = .json(json + [0x0A])
        } else {
            guard let value = JSONValue(json) else {
                throw context.problem(.store(.corrupt(detail: "explanation of \(number)")))
            }
            switch form {
            case .json:
                var writer = JSONWriter(isPretty: true)
                writer.value(value)
                writer.endLine()
                answer = .json(writer.bytes)
            case .text: answer = .text(ExplanationText.lines(value))
            }
        }
        answer.variesByAccept = true
        return answer
    }
}

/// The forms of an explanation.
enum ExplanationFormat: String, CaseIterable, Sendable {
    case json, text

    /// The form that a client would rather have.
    ///
    /// - Throws: That it wants neither.
    init(accepted call: Call) throws(Problem) {
        guard let field = call.head.fields["Accept"] else {
            self = .json
            return
        }
        switch Preference(field).best(of: ["application/json", "text/plain"]) {
        case "application/json": self = .json
        case "text/plain": self = .text
        default:
            throw Problem(
                .notAcceptable,
                "An explanation is application/json or text/plain.",
                hint: .command(call.command(query: QueryString(items: [])))
            )
        }
    }
}
