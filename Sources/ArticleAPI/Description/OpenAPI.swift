import Articles
import HTTPServer

/// The description of the API (OpenAPI 3.1), made of the route table, of what the endpoints say of
/// themselves, and of their parameters' declarations.
enum OpenAPI {
    /// Writes the description.
    static func document(of router: Router, version: String) -> [UInt8] {
        var writer = JSONWriter(isPretty: true, reservingCapacity: 65_536)
        writer.beginObject()
        writer.member("openapi", "3.1.0")
        writer.key("info")
        writer.beginObject()
        writer.member("title", "Dateline")
        writer.member("description", "Stores articles from any text and finds them again.")
        writer.member("version", version)
        writer.endObject()
        writer.key("servers")
        writer.raw(#"[{"url":"/"}]"#.utf8)
        writer.key("paths")
        writer.beginObject()
        for resource in router.resources {
            writer.key(resource.pattern)
            writer.path(of: resource)
        }
        writer.endObject()
        writer.key("components")
        writer.beginObject()
        writer.key("securitySchemes")
        writer.raw(
            (#"{"bearer":{"type":"http","scheme":"bearer"},"basic":{"type":"http","scheme":"basic"},"#
                + #""key":{"type":"apiKey","in":"header","name":"X-Api-Key"}}"#).utf8
        )
        writer.key("schemas")
        writer.beginObject()
        for (name, schema) in Schemas.all {
            writer.key(name)
            writer.raw(schema.utf8)
        }
        writer.endObject()
        writer.endObject()
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func path(of resource: Router.Resource) {
        beginObject()
        for route in resource.routes {
            key(route.method.rawValue.lowercased())
            operation(route, at: resource.pattern)
        }
        endObject()
    }

    private mutating func operation(_ route: Route, at pattern: String) {
        let documentation = route.endpoint.documentation
        beginObject()
        member("operationId", Self.identifier(route, pattern))
        member("summary", documentation.summary)
        if let scope = route.scope.key {
            let words = route.scope.writes ? "takes a key" : "takes a key where the server says so"
            member("description", "With the scope `\(scope.rawValue)`; \(words).")
            key("security")
            raw(#"[{"bearer":[]},{"basic":[]},{"key":[]},{}]"#.utf8)
        }
        parameters(route, pattern)
        if !documentation.body.isEmpty {
            key("requestBody")
            beginObject()
            member("required", documentation.isBodyRequired)
            key("content")
            content(documentation.body)
            endObject()
        }
        responses(documentation)
        endObject()
    }

    /// An operation's name: `get_articles_id_raw`.
    private static func identifier(_ route: Route, _ pattern: String) -> String {
        let words = pattern.split { !$0.isLetter && !$0.isNumber }
        return ([route.method.rawValue.lowercased()] + words.map(String.init))
            .joined(separator: "_")
    }

    private mutating func parameters(_ route: Route, _ pattern: String) {
        let names = pattern.split(separator: "/").filter { $0.hasPrefix("{") }
            .map { String($0.dropFirst().dropLast()) }
        let declarations = route.endpoint.parameters.declarations
        guard
            !names.isEmpty || !declarations.isEmpty || !route.endpoint.documentation.headers.isEmpty
        else { return }
        key("parameters")
        beginArray()
        for name in names {
            let variable = PathVariable(name, of: pattern)
            parameter(name, "path", variable.words, variable.schema, isRequired: true)
        }
        for declaration in declarations {
            let schema = route.endpoint.parameters.ignoresUnknown ? .text : declaration.schema
            parameter(declaration.name, "query", declaration.words, schema)
        }
        for header in route.endpoint.documentation.headers {
            parameter(header.name, "header", header.words, header.schema)
        }
        endArray()
    }

    private mutating func parameter(
        _ name: String,
        _ place: String,
        _ words: String,
        _ schema: ParameterSchema,
        isRequired: Bool = false
    ) {
        beginObject()
        member("name", name)
        member("in", place)
        if isRequired { member("required", true) }
        if !words.isEmpty { member("description", words) }
        key("schema")
        beginObject()
        for item in schema.members {
            key(item.name)
            raw(item.json.utf8)
        }
        endObject()
        endObject()
    }

    private mutating func responses(_ documentation: EndpointDocumentation) {
        key("responses")
        beginObject()
        for success in documentation.successes {
            key("\(success.status)")
            beginObject()
            member("description", success.words)
            // Of many, all may have failed: then each item has its problem.
            let isProblemToo = documentation.problems.contains(success.status)
            let forms = success.content + (isProblemToo ? [Self.problemForm] : [])
            if !forms.isEmpty {
                key("content")
                content(forms)
            }
            endObject()
        }
        let described = documentation.successes.map(\.status)
        for status in documentation.problems where !described.contains(status) {
            key("\(status)")
            problem("A problem; its type says which.")
        }
        key("default")
        problem("Any other problem: with parameters, keys, limits, or the server itself.")
        endObject()
    }

    private mutating func problem(_ words: String) {
        beginObject()
        member("description", words)
        key("content")
        content([Self.problemForm])
        endObject()
    }

    private static let problemForm = EndpointDocumentation.Content(
        mediaType: "application/problem+json",
        schema: "Problem"
    )

    private mutating func content(_ forms: [EndpointDocumentation.Content]) {
        beginObject()
        for form in forms {
            key(form.mediaType)
            beginObject()
            if let schema = form.schema {
                key("schema")
                raw("{\"$ref\":\"#/components/schemas/\(schema)\"}".utf8)
            }
            endObject()
        }
        endObject()
    }
}

/// What is said of a variable in a path.
private struct PathVariable {
    let words: String
    let schema: ParameterSchema

    init(_ name: String, of pattern: String) {
        switch name {
        case "id", "name":
            words =
                "The article's number, `sha256:` and the digest of its original, or the client's "
                + "own name for it."
            schema = .required(#"^[A-Za-z][A-Za-z0-9 ._~:-]{0,99}$|^[1-9][0-9]{0,6}$"#)
        case "type" where pattern.hasPrefix("/problems"):
            words = "The last part of the problem's `type`."
            schema = .required("^(\(ProblemType.allCases.map(\.rawValue).joined(separator: "|")))$")
        case "version":
            words = "The number of a version, or two of them: `1..2`."
            schema = .required(#"^[1-9][0-9]{0,6}(\.\.[1-9][0-9]{0,6})?$"#)
        case "file":
            words = "The name of the file."
            schema = .required("^[a-z]{1,20}\\.[a-z]{2,4}$")
        default:
            words = ""
            schema = .text
        }
    }
}

/// `GET /openapi.json`: the description of the API.
struct ShowDescription: Endpoint {
    static let parameters = ParameterList.anything()

    init(_ request: inout EndpointRequest) throws(Problem) {}

    func answer(_ context: EndpointContext) throws(Problem) -> Answer? {
        let version = context.api.settings.version
        var answer = Answer.json(OpenAPI.document(of: .dateline, version: version))
        answer.cacheControl = "public, max-age=3600"
        return answer
    }
}
