import Articles
import HTTPServer

/// `GET /`: what the server is and the three commands to begin with.
///
/// It is also what most balancers
/// ask, so it answers 200 at once, and 503 while draining.
struct ShowIndex: Endpoint {
    static let parameters = ParameterList.anything(and: Parameter.pretty)

    init(_ request: inout EndpointRequest) throws(Problem) {}

    func answer(_ context: EndpointContext) throws(Problem) -> Answer? {
        // A browser's user has nowhere else to go; balancers send no `Accept` or `*/*`.
        if context.call.head.prefersPage {
            var context = context
            context.call.isProbe = false
            return try SearchPage.answer(context)
        }
        if context.api.status.isDraining { return ShowReadiness.draining(statusCode: 503) }
        let authority = context.call.authority
        let commands = [
            (
                "store an article",
                CurlCommand(options: ["--data-binary", "@article.txt"], path: "/articles")
            ),
            (
                "find articles",
                CurlCommand(
                    options: ["-G", "--data-urlencode", "q=storm"],
                    path: "/articles"
                )
            ),
            ("see how an article was read", CurlCommand(path: "/articles/1/explain?format=text")),
        ]
        var writer = JSONWriter(isPretty: true)
        writer.beginObject()
        writer.member("name", "dateline")
        writer.member("version", context.api.settings.version)
        writer.member("description", "Stores articles from any text and finds them again.")
        writer.key("commands")
        writer.beginArray()
        for (purpose, command) in commands {
            writer.beginObject()
            writer.member("to", purpose)
            writer.member("run", command.text(authority: authority))
            writer.endObject()
        }
        writer.endArray()
        writer.key("links")
        writer.beginObject()
        for name in ["articles", "parse", "health", "version", "problems"] {
            writer.member(name, "/" + name)
        }
        writer.endObject()
        writer.endObject()
        writer.endLine()
        var answer = Answer.json(writer.bytes)
        answer.cacheControl = "no-store"
        answer.isCompressible = false
        answer.variesByAccept = true
        return answer
    }
}

/// `GET /version`: which program this is.
struct ShowVersion: Endpoint {
    static let parameters = ParameterList.anything(and: Parameter.pretty)

    init(_ request: inout EndpointRequest) throws(Problem) {}

    func answer(_ context: EndpointContext) throws(Problem) -> Answer? {
        var writer = JSONWriter(isPretty: context.call.isPretty)
        writer.beginObject()
        writer.member("name", "dateline")
        writer.member("version", context.api.settings.version)
        writer.member("api", "v1")
        writer.endObject()
        writer.endLine()
        return .json(writer.bytes)
    }
}
