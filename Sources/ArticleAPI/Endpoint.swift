import HTTPServer

/// One thing that the API does: its stored properties are the request, typed, and `answer` is the
/// function from there to an answer.
protocol Endpoint: Sendable {
    /// The parameters that it takes.
    static var parameters: ParameterList { get }

    /// What the description of the API says of it, besides its parameters.
    static var documentation: EndpointDocumentation { get }

    /// The answer where it is the same for every request, made once; `nil` for most.
    static var fixedAnswer: Answer? { get }

    /// Reads the request. What is wrong with parameters is collected by their reader and need not
    /// be thrown.
    init(_ request: inout EndpointRequest) throws(Problem)

    /// Answers the request, on the loop's queue.
    ///
    /// - Returns: The answer; `nil` where it is going to come through `request.reply`.
    func answer(_ context: EndpointContext) throws(Problem) -> Answer?

    /// Reads a request and checks it, all but its body.
    static func check(_ call: Call, variables: [String]) throws(Problem)

    /// Reads a request, checks it and answers it. A requirement, though nobody implements it anew,
    /// so that the compiler makes it for each endpoint and not for all of them in general.
    static func answer(
        _ call: Call,
        variables: [String],
        body: [UInt8],
        in api: ArticleAPI,
        _ exchange: any Exchange
    ) throws(Problem) -> Answer?
}

/// What an endpoint reads its request from.
struct EndpointRequest {
    /// The request line and the fields.
    let head: RequestHead
    /// The body, complete; empty while only the head is there.
    let body: [UInt8]
    /// What stands in the path in place of the pattern's variables, decoded.
    let variables: [String]
    /// The parameters.
    var parameters: ParameterReader
}

/// What an endpoint has at hand for its answer.
struct EndpointContext {
    /// The loop's handler, with its reader and what all loops share.
    let api: ArticleAPI
    /// The call, for answers and hints.
    var call: Call
    /// The request's query, for hints.
    let query: QueryString
    /// The exchange, for an answer that comes later.
    let exchange: any Exchange

    /// Lets the answer come later, from any thread.
    var reply: Reply { Reply(call: call, responder: exchange.responder()) }
}

extension Endpoint {
    static var documentation: EndpointDocumentation { EndpointDocumentation("") }

    static var fixedAnswer: Answer? { nil }

    static func check(_ call: Call, variables: [String]) throws(Problem) {
        _ = try reading(call, variables: variables, body: [])
    }

    static func answer(
        _ call: Call,
        variables: [String],
        body: [UInt8],
        in api: ArticleAPI,
        _ exchange: any Exchange
    ) throws(Problem) -> Answer? {
        let (endpoint, query) = try reading(call, variables: variables, body: body)
        return try endpoint.answer(
            EndpointContext(api: api, call: call, query: query, exchange: exchange)
        )
    }

    /// Reads a request and checks its parameters.
    ///
    /// - Throws: What is wrong with the request, all parameters in one problem.
    static func reading(
        _ call: Call,
        variables: [String],
        body: [UInt8]
    ) throws(Problem) -> (endpoint: Self, query: QueryString) {
        let query = try query(of: call)
        var request = EndpointRequest(
            head: call.head,
            body: body,
            variables: variables,
            parameters: ParameterReader(query, at: call.now)
        )
        let isLenient =
            query.items.isEmpty || parameters.ignoresUnknown || call.prefers("handling=lenient")
        if !isLenient {
            request.parameters.rejectUnknown(by: parameters, of: call.name)
        }
        let endpoint = try Self(&request)
        let faults = request.parameters.faults
        guard faults.isEmpty else {
            throw Problem(faults, command: call.command(query: query.mended(by: faults)))
        }
        return (endpoint, query)
    }

    private static func query(of call: Call) throws(Problem) -> QueryString {
        do throws(QueryString.Malformed) {
            return try QueryString(call.head.query)
        } catch {
            if parameters.ignoresUnknown { return QueryString(items: []) }
            throw Problem(
                .malformedQuery,
                "'\(shown(error.item))' is not percent-encoded UTF-8.",
                hint: .command(
                    CurlCommand(
                        options: ["-G", "--data-urlencode", "q=café 100%"],
                        path: "/articles"
                    )
                )
            )
        }
    }
}

extension QueryString {
    /// The query with what is wrong in it corrected, or left out where no correction is known.
    func mended(by faults: [ParameterReader.Fault]) -> QueryString {
        var mended: [Item] = []
        for item in items {
            guard let fault = faults.first(where: { $0.parameter == item.name }) else {
                mended.append(item)
                continue
            }
            mended += fault.corrections.filter { correction in
                !mended.contains { $0.name == correction.name }
            }
        }
        return QueryString(items: mended)
    }
}

extension Call {
    /// The endpoint as sentences name it: `GET /articles`.
    var name: String {
        (head.method == .head ? "GET" : head.method.rawValue) + " " + route
    }
}
