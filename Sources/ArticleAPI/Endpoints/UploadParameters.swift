import ArticleParsing
import ArticleStore
import Articles
import HTTPServer

/// What a client says about its text in the query and in fields: the parameters of `POST` and
/// `PUT /articles` and of `POST /parse`.
struct UploadParameters: Sendable {
    static let received = Parameter(
        "received",
        othersCallIt: ["received_at", "received_date"],
        .date,
        words: "When the text was received, for texts older than their upload."
    )
    static let name = Parameter(
        "name",
        othersCallIt: ["external_id", "key", "slug", "filename"],
        .text(maximum: 255, example: "article.txt"),
        words: "The client's own name for the article."
    )
    static let published = Parameter(
        "published_at",
        othersCallIt: ["published", "date", "pubdate", "publication_date"],
        .publicationDate,
        words: "When it was published."
    )
    static let timezone = Parameter(
        "timezone",
        othersCallIt: ["tz", "time_zone"],
        .zone,
        words: "The time zone of a time in published_at: its IANA name, or an offset from UTC."
    )
    static let url = Parameter(
        "url",
        othersCallIt: ["link", "href", "source_url", "canonical_url"],
        .webAddress,
        words: "Its address on the web."
    )
    static let source = Parameter(
        "source",
        othersCallIt: ["publisher", "site", "feed"],
        .text(maximum: 200, example: "Al Jazeera"),
        words: "Where it comes from."
    )
    static let title = Parameter(
        "title",
        othersCallIt: ["headline", "subject"],
        .text(maximum: 1_000, example: "Storm reaches the coast"),
        words: "Its headline."
    )
    static let author = Parameter(
        "author",
        othersCallIt: ["authors", "by", "byline", "creator"],
        .text(maximum: 500, example: "Jane Doe"),
        words: "Who wrote it; semicolons between several."
    )
    static let language = Parameter(
        "language",
        othersCallIt: ["lang", "locale"],
        .languageTag,
        words: "Its language tag."
    )
    static let section = Parameter(
        "section",
        othersCallIt: ["category", "desk"],
        .text(maximum: 200, example: "World"),
        words: "Its section."
    )
    static let tags = Parameter(
        "tags",
        othersCallIt: ["tag", "keywords", "labels"],
        .list(example: "storm,coast"),
        words: "Words to put on it, with commas between."
    )
    static let format = Parameter(
        "format",
        othersCallIt: ["type", "content_type"],
        .choice([
            "txt": InputFormat.text, "plain": .text, "md": .markdown, "htm": .html,
            "jsonl": .ndjson,
            "rss": .feed, "atom": .feed, "xml": .feed,
        ]),
        words: "The form of the body, instead of the one that it looks like."
    )
    static let charset = Parameter(
        "charset",
        othersCallIt: ["encoding"],
        .text(maximum: 40, example: "utf-8"),
        words: "The charset of the body, instead of the one that it looks like."
    )
    static let split = Parameter(
        "split",
        .splitMode,
        words:
            "Whether several articles in one body are told apart: auto, none, all (of a page, not the "
            + "main one alone), or the line to cut at."
    )
    static let duplicates = Parameter(
        "on_duplicate",
        othersCallIt: ["duplicates", "if_exists"],
        .choice(["ignore": ArticleBatch.DuplicatePolicy.return, "update": .version]),
        words: "What to do with a text that is there already."
    )
    static let dryRun = Parameter(
        "dry_run",
        othersCallIt: ["preview", "test"],
        .flag,
        words: "Parses and stores nothing."
    )

    /// Those that say something about the text.
    static let aboutText: [any ParameterDeclaration] = [
        received, published, timezone, url, source, title, author, language, section, tags, charset,
        split,
    ]

    /// What is known about the text.
    private(set) var given = GivenFields()
    /// When the text was received.
    private(set) var receivedAt: Timestamp

    /// Reads the parameters, and the fields where a parameter is absent.
    init(_ request: inout EndpointRequest) {
        let now = request.parameters.now
        receivedAt = request.parameters.value(Self.received)?.start ?? now
        if receivedAt.secondsSince1970 > now.secondsSince1970 + 86_400 {
            request.parameters.fault(Self.received, "'received' lies in the future.")
        }
        given.published = request.parameters.value(Self.published)
        if let zone = request.parameters.value(Self.timezone), let published = given.published,
            published.secondOfDay != nil, published.utcOffsetMinutes == nil
        {
            let moment = zone.moment(ofClock: published.start)
            given.published?.utcOffsetMinutes = Int(zone.offset(at: moment) / 60)
        }
        given.url = request.parameters.value(Self.url) ?? Self.webAddress(in: request.head)
        given.source = request.parameters.value(Self.source)
        given.headline = request.parameters.value(Self.title)
        given.authors = request.parameters.values(Self.author)
            .flatMap { $0.split(separator: ";").map(trimmingSpaces) }.filter { !$0.isEmpty }
        given.language = request.parameters.value(Self.language)
        given.section = request.parameters.value(Self.section)
        given.tags = request.parameters.values(Self.tags).flatMap { $0 }
        given.charset = request.parameters.value(Self.charset)
        given.split = request.parameters.value(Self.split) ?? .auto
    }

    /// Has the body read in a form, whatever it looks like.
    mutating func setFormat(_ format: InputFormat?) {
        given.format = format
    }

    /// The upload that the request's body is.
    func upload(_ request: EndpointRequest) -> Upload {
        Upload(
            bytes: request.body,
            declaredType: request.head.fields["Content-Type"],
            contentEncoding: request.head.fields["Content-Encoding"],
            given: given,
            receivedOn: receivedAt.day
        )
    }

    /// The name that a client has given in the path, in a parameter or as the file's name.
    static func name(_ request: inout EndpointRequest) -> String? {
        let named = request.parameters.value(name)
        var pathName = request.variables.first
        if let path = pathName, path.hasPrefix("name:") { pathName = String(path.dropFirst(5)) }
        if let named, let pathName, named != pathName {
            request.parameters.fault(name, "The path names the article already.")
        }
        let filename = request.head.fields["Content-Disposition"].flatMap(fileName)
        guard let chosen = pathName ?? named ?? filename else { return nil }
        if chosen.utf8.allSatisfy(\.isASCIIDigit) || chosen.hasPrefix("sha256:")
            || chosen.utf8.count > 255
        {
            request.parameters.fault(
                name,
                "'\(shown(chosen))' cannot be a name: numbers and digests stand for themselves, "
                    + "and a name has 255 bytes at most."
            )
        }
        return chosen
    }

    /// Where the text came from by the request's fields.
    private static func webAddress(in head: RequestHead) -> String? {
        let fields = [head.fields["X-Source-Url"], head.fields["Content-Location"]]
        return fields.lazy.compactMap { $0 }.first { field in
            (try? Self.url.type.read(field, Timestamp(secondsSince1970: 0))) != nil
        }
    }

    /// The last part of the `filename` in a `Content-Disposition` field (RFC 6266 §4.3); `nil`
    /// where there is none.
    private static func fileName(_ field: String) -> String? {
        guard let start = field.lowercased().firstRange(of: "filename=")?.upperBound else {
            return nil
        }
        let offset = field.lowercased().utf8.distance(from: field.startIndex, to: start)
        let value = field.utf8.dropFirst(offset)
        var name: [UInt8] = []
        if value.first == UInt8(ascii: "\"") {
            name = Array(value.dropFirst().prefix { $0 != UInt8(ascii: "\"") })
        } else {
            name = Array(value.prefix { $0 != UInt8(ascii: ";") && $0 != 0x20 })
        }
        let last = name.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }.last
        guard let last, !last.contains(where: { $0 < 0x20 }) else { return nil }
        return String(validating: last.prefix(255), as: UTF8.self)
    }
}

extension ParameterType where Value == SplitMode {
    /// `auto`, `none`, `all`, or the line at which an upload is cut.
    static var splitMode: ParameterType {
        ParameterType(example: "none") { text, _ throws(ParameterFault) in
            switch text {
            case "auto": return .auto
            case "none": return .none
            case "all": return .all
            default:
                guard text.utf8.count <= 80 else {
                    throw ParameterFault(detail: "A line to cut at has 80 bytes at most.")
                }
                return .separator(text)
            }
        }
    }
}
