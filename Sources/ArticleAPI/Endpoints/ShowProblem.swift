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
        var answer: Answer
        if context.call.head.prefersPage {
            answer = .page(type.page(today: context.call.now.day))
        } else {
            answer = .text("\(type.title) (\(type.status), \(type.code))\n\n\(type.meaning)\n")
        }
        answer.variesByAccept = true
        answer.cacheControl = "public, max-age=3600"
        return answer
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
