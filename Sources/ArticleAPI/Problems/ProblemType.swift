/// The kinds of problems that the API reports, by the last part of their address (RFC 9457 §3.1.1).
///
/// Each has a page of its own at `/problems/…`, so that its `type` leads somewhere on every server.
enum ProblemType: String, Sendable, CaseIterable {
    case malformedRequest = "malformed-request"
    case malformedPath = "malformed-path"
    case malformedQuery = "malformed-query"
    case unknownParameter = "unknown-parameter"
    case invalidParameter = "invalid-parameter"
    case malformedContent = "malformed-content"
    case keyNeeded = "key-needed"
    case writingNotAllowed = "writing-not-allowed"
    case scopeNeeded = "scope-needed"
    case crossOrigin = "cross-origin"
    case notFound = "not-found"
    case unknownArticle = "unknown-article"
    case unknownVersion = "unknown-version"
    case methodNotAllowed = "method-not-allowed"
    case notAcceptable = "not-acceptable"
    case requestTimeout = "request-timeout"
    case duplicate
    case nameTaken = "name-taken"
    case requestInProgress = "request-in-progress"
    case gone
    case preconditionFailed = "precondition-failed"
    case contentTooLarge = "content-too-large"
    case targetTooLong = "target-too-long"
    case unsupportedContentCoding = "unsupported-content-coding"
    case unsupportedPatch = "unsupported-patch"
    case notText = "not-text"
    case rangeNotSatisfiable = "range-not-satisfiable"
    case expectationFailed = "expectation-failed"
    case invalidField = "invalid-field"
    case emptyArticle = "empty-article"
    case noArticle = "no-article"
    case damagedEncoding = "damaged-encoding"
    case idempotencyKeyReused = "idempotency-key-reused"
    case preconditionRequired = "precondition-required"
    case quotaExceeded = "quota-exceeded"
    case headTooLarge = "head-too-large"
    case internalError = "internal-error"
    case methodNotImplemented = "method-not-implemented"
    case transferCodingNotImplemented = "transfer-coding-not-implemented"
    case busy
    case draining
    case opening
    case readOnly = "read-only"
    case storeGone = "store-gone"
    case versionNotSupported = "version-not-supported"
    case diskFull = "disk-full"

    /// The name that programs compare: `unknown_parameter`.
    var code: String {
        String(rawValue.map { $0 == "-" ? "_" : $0 })
    }

    /// The address of its page, relative to the server.
    var address: String { "/problems/" + rawValue }

    /// The status of the answer.
    var status: Int { description.status }

    /// What it is, in a few words that never change.
    var title: String { description.title }

    /// What it means and what can be done, for its page.
    var meaning: String { description.meaning }

    private var description: (status: Int, title: String, meaning: String) {
        switch self {
        case .malformedRequest:
            (
                400, "Malformed request",
                "The bytes that came are no HTTP request, or it is not clear where one ends. The "
                    + "connection is closed, since nothing after it can be trusted."
            )
        case .malformedPath:
            (
                400, "Malformed path",
                "The path holds a '%' without two hexadecimal digits after it, bytes that are not "
                    + "UTF-8, or a control character."
            )
        case .malformedQuery:
            (
                400, "Malformed query",
                "A parameter holds a '%' without two hexadecimal digits after it, or bytes that "
                    + "are not UTF-8. With curl, -G --data-urlencode 'q=…' encodes any text."
            )
        case .unknownParameter:
            (
                400, "Unknown parameter",
                "The path takes no parameter of that name. It is refused and not passed over, "
                    + "since a misspelt filter would silently find too much. Names that begin "
                    + "with _ or utm_ are passed over; so are all unknown ones when the request "
                    + "says 'Prefer: handling=lenient'."
            )
        case .invalidParameter:
            (400, "Invalid parameter", "A parameter's value cannot be read.")
        case .malformedContent:
            (
                400, "Malformed content",
                "The body is not in the content coding, or not of the format, that it is said to "
                    + "be in."
            )
        case .keyNeeded:
            (
                401, "Key needed",
                "Storing and removing take the server's key: as a bearer token, as the password "
                    + "of Basic authentication (curl -u :KEY), or in the field X-Api-Key."
            )
        case .writingNotAllowed:
            (
                403, "Writing not allowed",
                "The server can be reached from other machines and has no key, so it takes no "
                    + "articles from anybody."
            )
        case .scopeNeeded:
            (
                403, "Scope needed",
                "The key that was sent is good, but does not allow this: read is for reading, "
                    + "ingest for storing and mending articles, admin for removing and restoring "
                    + "them and for keeping the store."
            )
        case .crossOrigin:
            (
                403, "Writing from another site",
                "The request comes from a web page of another site. A page that somebody happens "
                    + "to read must not be able to write here."
            )
        case .notFound:
            (404, "No such path", "There is nothing at this path. GET / lists what there is.")
        case .unknownArticle:
            (404, "No such article", "There is no article with this number, name or digest.")
        case .unknownVersion:
            (
                404, "No such version",
                "The article has no version of this number; GET /articles/{id}/versions lists those "
                    + "it has."
            )
        case .methodNotAllowed:
            (
                405, "Method not allowed",
                "The path exists, but not for this method; the field Allow names those it has."
            )
        case .notAcceptable:
            (
                406, "Not acceptable",
                "The field Accept leaves out every form in which this can be answered."
            )
        case .requestTimeout:
            (
                408, "Request timeout",
                "The request did not arrive in time. It can be sent again; curl --retry does."
            )
        case .duplicate:
            (
                409, "Duplicate",
                "The same text is stored already, and on_duplicate=error asked for an error."
            )
        case .nameTaken:
            (
                409, "Name taken",
                "A name is one article's: while the article was removed, another was stored under its "
                    + "name. Remove that one first, or store this text anew."
            )
        case .requestInProgress:
            (
                409, "Request in progress",
                "Another request with the same Idempotency-Key is being carried out. Send it again "
                    + "later for its answer."
            )
        case .gone:
            (410, "Gone", "There was an article with this number; it was removed.")
        case .preconditionFailed:
            (
                412, "Precondition failed",
                "The article changed since the version that If-Match names. Read it again, look "
                    + "whether the change still fits, and send it with the new ETag."
            )
        case .contentTooLarge:
            (
                413, "Content too large",
                "The body is longer than the server takes, packed or unpacked."
            )
        case .targetTooLong:
            (414, "Target too long", "The request line is longer than the server reads.")
        case .unsupportedContentCoding:
            (
                415, "Unsupported content coding",
                "The body is compressed in a way that the server does not read; the field "
                    + "Accept-Encoding names those it does."
            )
        case .unsupportedPatch:
            (
                415, "Unsupported patch",
                "An article is mended by a JSON Merge Patch (RFC 7396); the field Accept-Patch names "
                    + "the types that are read."
            )
        case .notText:
            (415, "Not text", "The body is no text. Send the text that is in it.")
        case .rangeNotSatisfiable:
            (416, "Range not satisfiable", "The bytes asked for lie behind the end.")
        case .expectationFailed:
            (
                417, "Expectation failed",
                "The field Expect asks for something other than 100-continue."
            )
        case .invalidField:
            (
                422, "Invalid field",
                "The patch holds something that cannot be set, or not to this; errors names each "
                    + "member by a JSON Pointer."
            )
        case .emptyArticle:
            (
                422, "Nothing to store",
                "The body is empty, or holds nothing but white space. With curl, -d @file and "
                    + "--data-binary @file need the '@' to send a file."
            )
        case .noArticle:
            (
                422, "No article found",
                "The body was read, but there is no article in it. POST /parse?format=text shows "
                    + "what became of each part."
            )
        case .damagedEncoding:
            (
                422, "Damaged encoding",
                "The text lost bytes on its way: curl -d drops line ends and zero bytes from "
                    + "files. --data-binary sends them as they are."
            )
        case .idempotencyKeyReused:
            (
                422, "Idempotency-Key reused",
                "The Idempotency-Key named another request before, with another query or body. "
                    + "Each request has a key of its own, and keeps it when it is sent again."
            )
        case .preconditionRequired:
            (
                428, "Precondition required",
                "This server takes a change only with the ETag of the version that it is made to, so "
                    + "that nobody undoes what another did. Read the article, and send its ETag in "
                    + "If-Match."
            )
        case .quotaExceeded:
            (
                429, "Quota exceeded",
                "The client sent more requests than it may in a minute. The field Retry-After says "
                    + "when it may go on; RateLimit says beforehand how many are left."
            )
        case .headTooLarge:
            (
                431, "Head too large",
                "The request's fields are longer, or more of them, than the server reads."
            )
        case .internalError:
            (
                500, "Internal error",
                "Something went wrong in the server. Its log has more under the request's id."
            )
        case .methodNotImplemented:
            (501, "Method not implemented", "The server does not know the method.")
        case .transferCodingNotImplemented:
            (
                501, "Transfer coding not implemented",
                "The field Transfer-Encoding names a coding other than chunked."
            )
        case .busy:
            (
                503, "Busy",
                "More is asked of the server than it can do at once. Try again after the seconds "
                    + "that Retry-After gives; curl --retry does."
            )
        case .draining:
            (503, "Shutting down", "The server finishes what it has begun and takes nothing new.")
        case .opening:
            (
                503, "Not ready yet",
                "The server brings its store to the form that this version of the program works with; "
                    + "the member progress says how far it is. /livez answers 200 meanwhile, and "
                    + "/readyz will once everything is served."
            )
        case .readOnly:
            (
                503, "Store is read-only",
                "The server's file cannot be written. Reading goes on."
            )
        case .storeGone:
            (
                503, "Store is gone",
                "The server's file was removed, renamed or replaced while it was open, so that an "
                    + "article stored now would not be there at the next start. The server has to "
                    + "be started anew, or the file put back."
            )
        case .versionNotSupported:
            (505, "Version not supported", "The server speaks HTTP/1.0 and HTTP/1.1.")
        case .diskFull:
            (
                507, "Disk full",
                "There is no room for more articles. Nothing was stored; reading goes on, and so "
                    + "does writing once there is room."
            )
        }
    }
}
