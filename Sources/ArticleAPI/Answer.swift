import HTTPServer

/// What an endpoint answers, before the fields that all answers have are added.
struct Answer: Sendable {
    /// The status code.
    var status = 200
    /// Fields of this answer alone.
    var fields: [(name: String, value: String)] = []
    /// The type of the body; `nil` where there is none.
    var mediaType: String?
    /// The body.
    var body: [UInt8] = []
    /// A body of this many bytes that is made while it is sent, in place of `body`.
    var stream: (source: any ResponseBodySource, length: Int?)?
    /// What caches may do with it.
    var cacheControl = "no-cache"
    /// The validator of the content.
    var entityTag: EntityTag?
    /// Whether it may be sent compressed; not where bytes are counted or probes read.
    var isCompressible = true
    /// Whether another `Accept` would be answered in another form.
    var variesByAccept = false
    /// What took how long, for the field `Server-Timing`.
    var timings: [(name: String, duration: Duration)] = []

    /// JSON.
    static func json(_ body: [UInt8], status: Int = 200) -> Answer {
        Answer(status: status, mediaType: "application/json", body: body)
    }

    /// Plain text.
    static func text(_ text: String, status: Int = 200) -> Answer {
        Answer(
            status: status,
            mediaType: "text/plain; charset=utf-8",
            body: Array(text.utf8)
        )
    }
}
