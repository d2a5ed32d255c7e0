/// What the description of the API (`/openapi.json`) says of an endpoint, besides its parameters.
struct EndpointDocumentation: Sendable {
    /// A body that a request or an answer may have.
    struct Content: Sendable {
        /// The media type.
        var mediaType: String
        /// Its schema: the name of one in `Schemas`; `nil` for text or bytes of any kind.
        var schema: String?

        /// JSON of a schema.
        static func json(_ schema: String) -> Content {
            Content(mediaType: "application/json", schema: schema)
        }

        /// Another media type, whose bytes are not described.
        static func other(_ mediaType: String) -> Content {
            Content(mediaType: mediaType, schema: nil)
        }
    }

    /// An answer other than a problem, or one that may be a problem besides.
    struct Success: Sendable {
        /// The status.
        var status: Int
        /// When it is given, as a sentence.
        var words: String
        /// The forms of its body; none where it has no body.
        var content: [Content]
    }

    /// What the endpoint does, as a sentence.
    var summary: String
    /// The forms of the body it takes; none where it takes no body.
    var body: [Content] = []
    /// Whether the body is needed.
    var isBodyRequired = true
    /// The answers, less the problems.
    var successes: [Success] = []
    /// The fields that mean something to it alone.
    var headers: [(name: String, words: String, schema: ParameterSchema)] = []
    /// The statuses of problems that are its own; those that parameters, keys and limits bring are
    /// added.
    var problems: [Int] = []

    /// Makes a description.
    init(
        _ summary: String,
        body: [Content] = [],
        _ successes: Success...,
        problems: [Int] = []
    ) {
        self.summary = summary
        self.body = body
        self.successes = successes
        self.problems = problems
    }
}

extension EndpointDocumentation.Success {
    /// An answer with status 200 and a body in one or more forms.
    static func answer(_ words: String, _ content: EndpointDocumentation.Content...) -> Self {
        Self(status: 200, words: words, content: content)
    }

    /// An answer with a body in one or more forms, or without one.
    static func answer(
        _ status: Int,
        _ words: String,
        _ content: EndpointDocumentation.Content...
    ) -> Self {
        Self(status: status, words: words, content: content)
    }
}
