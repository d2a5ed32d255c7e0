import Articles

/// A page of articles on its way into one of the forms of a list.
struct ArticleList: Sendable {
    /// The articles with what was found in them.
    let page: ArticlePage
    /// The members that are shown.
    let members: [ArticleMember]
    /// What was looked for, for a title.
    let words: String?
    /// Where the server is reached: `http://localhost:8080`.
    let baseURL: String
    /// The path and query of this list.
    let target: String
    /// The path and query of the next page.
    let next: String?
    /// The moment of the answer.
    let now: Timestamp

    /// The articles.
    var articles: [Article] { page.hits.map(\.article) }
    /// What readers of feeds call it.
    var title: String { words.map { "Articles about \($0)" } ?? "Newest articles" }
    /// When the youngest of them came.
    var updated: Timestamp { articles.map(\.receivedAt).max() ?? now }
    /// Whether the text is shown.
    var showsText: Bool { members.contains(.text) || members.contains(.paragraphs) }
}

/// The forms of a list beside the envelope of `GET /articles`.
enum ListForm: String, CaseIterable, Sendable {
    case ndjson, csv, rss, atom
    case jsonFeed = "feed.json"

    /// The type of the body.
    var mediaType: String {
        switch self {
        case .ndjson: "application/x-ndjson"
        case .csv: "text/csv; charset=utf-8; header=present"
        case .rss: "application/rss+xml"
        case .atom: "application/atom+xml"
        case .jsonFeed: "application/feed+json"
        }
    }

    /// The type by which a client asks for it.
    var essence: String { String(mediaType.prefix { $0 != ";" }) }

    /// Writes a list.
    func body(of list: ArticleList) -> [UInt8] {
        switch self {
        case .ndjson: list.ndjson
        case .csv: Array(list.csv.utf8)
        case .rss: Array(list.rss.utf8)
        case .atom: Array(list.atom.utf8)
        case .jsonFeed: list.jsonFeed
        }
    }

    /// The form that a client would rather have than the envelope; `nil` where it would not.
    ///
    /// - Throws: That it wants none of all.
    static func accepted(by call: Call) throws(Problem) -> ListForm? {
        guard let field = call.head.fields["Accept"], field != "*/*" else { return nil }
        let envelope = ["application/json", "application/vnd.dateline.v1+json"]
        let types = envelope + allCases.map(\.essence)
        guard let best = Preference(field).best(of: types) else {
            throw .notAcceptable("A list is", types, call)
        }
        return allCases.first { $0.essence == best }
    }
}
