import Articles
import SQLite
import TextAnalysis

/// Writes the index of words.
///
/// It belongs to one connection's thread.
final class SearchIndexWriter {
    /// A row that comes or goes.
    struct Entry {
        var key: SearchKey
        var isRemoval: Bool
        var terms: ArticleTerms
    }

    private let vocabulary = SearchVocabulary()

    /// Forgets what a transaction that was undone has taught.
    func rollback() { vocabulary.forget() }

    static let lastOfSpan = """
        SELECT max(search_key)
        FROM article
        WHERE removed_at IS NULL AND search_key >= :first AND search_key < :end
        """

    /// The key for an article that comes in now: behind those of its day.
    func key(
        published: PublicationDate?,
        length: UInt8,
        in connection: Connection
    ) throws(SQLiteError) -> SearchKey {
        guard let published else {
            let place = try freePlace(
                SearchKey.firstPlace,
                before: SearchKey.firstDatedPlace,
                in: connection
            )
            return SearchKey(place: place ?? SearchKey.firstDatedPlace - 1, length: length)
        }
        var first = SearchKey.firstPlace(of: published.start)
        while true {
            let end = SearchKey.placeAfterDay(of: first)
            if let place = try freePlace(first, before: end, in: connection) {
                return SearchKey(place: place, length: length)
            }
            first = end
        }
    }

    private func freePlace(
        _ first: Int64,
        before end: Int64,
        in connection: Connection
    ) throws(SQLiteError) -> Int64? {
        let span: Bindings = ["first": .integer(first << 8), "end": .integer(end << 8)]
        let last = try connection.statement(Self.lastOfSpan).first(span) { $0.optionalInt64(0) }
        guard case let last?? = last else { return first }
        let place = SearchKey(rawValue: last).place + 1
        return place < end ? place : nil
    }

    /// Writes rows, and what is known of the articles as a whole.
    ///
    /// In the order of their numbers: FTS5 writes out its buffer whenever one is below the one before.
    /// Entries of one number stay in their order.
    func write(_ entries: [Entry], to connection: Connection) throws(SQLiteError) {
        var languages: [String: Int64] = [:]
        let order = entries.indices.sorted { first, second in
            (entries[first].key.rawValue, first) < (entries[second].key.rawValue, second)
        }
        for entry in order.lazy.map({ entries[$0] }) {
            try write(entry, to: connection)
            languages[entry.terms.language, default: 0] += entry.isRemoval ? -1 : 1
        }
        try vocabulary.add(entries.filter { !$0.isRemoval }, to: connection)
        for (language, count) in languages where count != 0 {
            try connection.statement(Self.countLanguage)
                .run(["language": .text(language), "count": .integer(count)])
        }
    }

    static let countLanguage = """
        INSERT INTO search_language (language, article_count)
        VALUES (:language, :count)
        ON CONFLICT (language) DO UPDATE SET article_count = article_count + :count
        """
    // VALUES and never SELECT: a statement that could fail halfway through several rows makes FTS5
    // write out its buffer before it.
    private static let insertion = """
        INSERT INTO article_search (rowid, headline, body, byline, labels)
        VALUES (:key, :headline, :body, :byline, :labels)
        """
    private static let removal = """
        INSERT INTO article_search (article_search, rowid, headline, body, byline, labels)
        VALUES ('delete', :key, :headline, :body, :byline, :labels)
        """

    private func write(_ entry: Entry, to connection: Connection) throws(SQLiteError) {
        let terms = entry.terms
        try connection.statement(entry.isRemoval ? Self.removal : Self.insertion).run([
            "key": .integer(entry.key.rawValue), "headline": .blob(terms.headline.bytes),
            "body": .blob(terms.body.bytes), "byline": .blob(terms.byline.bytes),
            "labels": .blob(terms.labels.bytes),
        ])
    }
}
