import ArticleParsing
import ArticleService
import ArticleStore
import Articles

extension EndpointContext {
    /// A service's error as the problem that the client is told of.
    func problem(_ error: ServiceError) -> Problem {
        Problem(error, to: call, query: query)
    }
}

extension Problem {
    /// A service's error as the problem that the client is told of: what to do goes to the client,
    /// what went wrong inside to the log.
    init(_ error: ServiceError, to call: Call, query: QueryString) {
        switch error {
        case .parsing(let error): self.init(error, to: call, query: query)
        case .store(let error): self.init(error, to: call, query: query)
        case .busy:
            self.init(
                .busy,
                "More is asked of the server than it can do at once.",
                hint: .command(call.command(query: query, isRetried: true)),
                fields: [("Retry-After", "1")]
            )
        }
    }

    /// Why no article could be made of an upload, or of one of its items.
    init(_ error: ParsingError, to call: Call, query: QueryString) {
        let again = Hint.command(call.command(query: query))
        switch error {
        case .empty:
            self.init(.emptyArticle, "The body is empty.", hint: again)
        case .noArticle(let reason):
            let explained = CurlCommand(
                options: ["--data-binary", "@article.txt"],
                path: "/parse",
                query: QueryString(items: [QueryString.Item(name: "format", value: "text")])
            )
            self.init(.noArticle, reason, hint: .command(explained))
        case .notText(let kind, let hint):
            self.init(.notText, "The body is \(kind). \(hint)", hint: again)
        case .damagedEncoding(let detail):
            self.init(.damagedEncoding, detail, hint: again)
        case .unknownContentCoding(let coding): self = .unsupportedCoding(coding)
        case .malformedContentCoding(let coding):
            self.init(
                .malformedContent,
                "The body is not in \(shown(coding)), as it is said to be.",
                hint: again
            )
        case .unknownCharset(let charset):
            self.init(
                .invalidParameter,
                "'\(shown(charset))' is not a charset that is known here.",
                parameter: "charset",
                hint: .command(call.command(query: query.setting("charset", to: "utf-8")))
            )
        case .tooLarge(let limit):
            self.init(
                .contentTooLarge,
                "The content, unpacked, has more than \(limit) bytes.",
                hint: .sentence("split -C \(limit) article.txt part-")
            )
        case .malformed(_, _, let line, _):
            self.init(
                .malformedContent,
                error.sentence,
                hint: .sentence("sed -n \(line)p article.txt")
            )
        case .tooManyItems:
            var lines = call.command(query: query.setting("format", to: "ndjson"))
            lines.options = ["--data-binary", "@articles.ndjson"]
            self.init(.contentTooLarge, error.sentence, hint: .command(lines))
        }
    }

    private init(_ error: StoreError, to call: Call, query: QueryString) {
        let word: String
        let health = Hint.command(CurlCommand(path: "/health"))
        switch error {
        case .diskFull:
            self.init(
                .diskFull,
                "There is no room for the article; nothing was stored.",
                hint: health
            )
            word = "disk full"
        case .readOnly:
            self.init(
                .readOnly,
                "The server's file cannot be written; nothing was stored.",
                hint: health
            )
            word = "read-only"
        case .busy:
            self.init(
                .busy,
                "The store has too much to write already, or another process holds its file.",
                hint: .command(call.command(query: query, isRetried: true)),
                fields: [("Retry-After", "1")]
            )
            word = "busy"
        case .deleted:
            self = .unknownArticle
            return
        case .closed:
            self.init(
                .draining,
                "The server shuts down.",
                hint: .command(call.command(query: query, isRetried: true)),
                fields: [("Retry-After", "1")]
            )
            word = "closed"
        case .fileGone(let path, let isReplaced):
            self.init(
                .storeGone,
                "The server's file was removed or replaced; nothing is stored until it is back.",
                hint: health
            )
            word = "\(path) was \(isReplaced ? "replaced" : "removed") while it was open"
        case .invalidCursor:
            let first = QueryString(items: query.items.filter { $0.name != "cursor" })
            self.init(
                .invalidParameter,
                "The cursor is none that came from this server, or belongs to another search.",
                parameter: "cursor",
                hint: .command(call.command(query: first))
            )
            return
        case .cannotOpen(_, let reason):
            self.init(.internalError, "The store cannot be opened.", hint: health)
            word = "cannot open: " + reason
        case .newerSchema(let found, let known):
            self.init(.internalError, "The store is of a newer version.", hint: health)
            word = "schema \(found), known \(known)"
        case .olderSchema(let found, let known):
            self.init(.internalError, "The store is of an older version.", hint: health)
            word = "schema \(found), known \(known)"
        case .corrupt(let detail):
            self.init(.internalError, "The store cannot be read.", hint: health)
            word = "corrupt: " + detail
        case .database(let code, let detail):
            self.init(.internalError, "The store failed.", hint: health)
            word = "\(code): " + detail
        }
        call.logger.error(
            "store failed",
            metadata: ["reason": "\(word)", "request_id": "\(call.requestID)"]
        )
    }

    /// A content coding that is not read (RFC 9110 §15.5.16).
    static func unsupportedCoding(_ coding: String) -> Problem {
        Problem(
            .unsupportedContentCoding,
            "'\(shown(coding))' is not a content coding that is read here; gzip and deflate are.",
            hint: .command(
                CurlCommand(options: ["--data-binary", "@article.txt"], path: "/articles")
            ),
            fields: [("Accept-Encoding", "gzip, deflate, identity")]
        )
    }
}
