import HTTPServer

/// `GET /problems/{type}`: what a kind of problem means, so that the `type` of every problem leads
/// somewhere without any other host.
struct ShowProblem: Endpoint {
    static let parameters = ParameterList.anything()

    private let type: ProblemType?

    init(_ request: inout EndpointRequest) throws(Problem) {
        type = ProblemType(rawValue: request.variables[0])
    }

    func answer(_ context: EndpointContext) throws(Problem) -> Answer? {
        guard let type else {
            throw Problem(
                .notFound,
                "There is no problem of that name.",
                hint: .command(CurlCommand(path: "/problems"))
            )
        }
        let accept = context.call.head.fields["Accept"] ?? "*/*"
        var answer: Answer
        if Preference(accept).best(of: ["text/plain", "text/html"]) == "text/html" {
            answer = Answer(
                fields: [("Content-Security-Policy", "default-src 'none'")],
                mediaType: "text/html; charset=utf-8",
                body: Array(html(type).utf8)
            )
        } else {
            answer = .text("\(type.title) (\(type.status), \(type.code))\n\n\(type.meaning)\n")
        }
        answer.variesByAccept = true
        answer.cacheControl = "public, max-age=3600"
        return answer
    }

    private func html(_ type: ProblemType) -> String {
        """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <title>\(type.title)</title>
        <h1>\(type.title)</h1>
        <p>Status \(type.status), code <code>\(type.code)</code></p>
        <p>\(type.meaning.replacing("&", with: "&amp;").replacing("<", with: "&lt;"))</p>
        </html>

        """
    }
}

/// `GET /problems`: all kinds of problems.
struct ListProblems: Endpoint {
    static let parameters = ParameterList.anything()

    init(_ request: inout EndpointRequest) throws(Problem) {}

    func answer(_ context: EndpointContext) throws(Problem) -> Answer? {
        let lines = ProblemType.allCases.map { "\($0.status) \($0.address)  \($0.title)\n" }
        return .text(lines.joined())
    }
}
