import ArticleService
import ArticleStore
import Articles

/// A search without a server, for a command: it takes the parameters of `GET /articles`, finds what
/// that finds, and writes it as that does, or for a person.
package struct StoreSearch: Sendable {
    /// How the articles are written.
    package enum Form: String, CaseIterable, Sendable {
        case text, json, ndjson, csv
    }

    /// Why parameters were not accepted: a sentence for each.
    package struct Refusal: Error {
        /// The sentences.
        package var faults: [String]
    }

    private let search: SearchArticles
    private let query: QueryString
    private let now: Timestamp

    /// Reads the parameters.
    ///
    /// - Parameters:
    ///   - parameters: Names and values as `GET /articles` takes them.
    ///   - now: The moment from which `-7d` counts.
    /// - Throws: What is wrong with them.
    package init(
        _ parameters: [(name: String, value: String)],
        now: Timestamp
    ) throws(Refusal) {
        query = QueryString(
            items: parameters.map { QueryString.Item(name: $0.name, value: $0.value) }
        )
        self.now = now
        var reader = ParameterReader(query, at: now)
        search = SearchArticles(&reader)
        guard reader.faults.isEmpty else {
            throw Refusal(
                faults: reader.faults.map { fault in
                    fault.detail + (fault.didYouMean.map { " Was '\($0)' meant?" } ?? "")
                }
            )
        }
    }

    /// Searches, and writes what was found.
    ///
    /// - Parameters:
    ///   - reader: Where to look.
    ///   - form: How what is found is written.
    ///   - isPretty: Whether JSON is indented.
    ///   - emphasis: What is put before and after words that were looked for, in text for a person.
    ///   - more: The command that would show the next page, given its cursor.
    /// - Returns: The bytes to be printed.
    /// - Throws: That the store cannot be read, or `.invalidCursor`.
    package func run(
        _ reader: any ArticleReader,
        as form: Form,
        isPretty: Bool,
        emphasis: (start: String, end: String),
        more: (_ cursor: String) -> String
    ) throws(StoreError) -> [UInt8] {
        var request = search.request
        // Two characters that no text has, for what is written has its control characters replaced.
        if form == .text { request.highlight = Highlight(start: "\u{1}", end: "\u{2}") }
        let started = ContinuousClock.now
        let page = try reader.page(request)
        switch form {
        case .json:
            let result = SearchResult(
                page: page,
                generation: 0,
                duration: started.duration(to: .now)
            )
            return search.json(result, isPretty: isPretty)
        case .ndjson: return list(page).ndjson
        case .csv: return Array(list(page).csv.utf8)
        case .text:
            let text = SearchText(page: page, emphasis: emphasis)
            return Array(text.lines(more: more).utf8)
        }
    }

    private func list(_ page: ArticlePage) -> ArticleList {
        ArticleList(
            page: page,
            members: search.members,
            words: search.request.q,
            baseURL: "",
            target: "",
            next: nil,
            now: now
        )
    }
}
