import Articles
import SQLite
import TextAnalysis

/// Compares the index of words with the articles, read and analysed anew.
///
/// Of each row the hashes of its terms are added up, once as the index has them and once as the article
/// should have them: they come in another order than they stand in. What is left of the difference says
/// which rows are wrong.
struct SearchIndexCheck {
    let connection: Connection

    static let instances = "SELECT doc, term, col, offset FROM temp.search_instance"
    static let rows = """
        SELECT id, search_key
        FROM article INDEXED BY article_by_search_key
        WHERE removed_at IS NULL
        """
    /// The same without the index, which may be damaged.
    static let rowsOfTable = """
        SELECT id, search_key
        FROM article NOT INDEXED
        WHERE removed_at IS NULL
        """

    /// An article and its row in the index.
    struct Entry {
        var id: Int64
        var row: Int64
    }

    /// Whether each article has the very terms in the index that it should have, and nothing else has.
    func isSound() throws(SQLiteError) -> Bool {
        var difference = try indexed()
        let wanted = try wanted(try articles()[...]) { _, error throws(SQLiteError) in throw error }
        for (row, sum) in wanted { difference[row, default: 0] &-= sum }
        return difference.values.allSatisfy { $0 == 0 }
    }

    /// The articles, in the order in which they lie in the file.
    func articles(_ sql: String = Self.rows) throws(SQLiteError) -> [Entry] {
        try connection.prepare(sql)
            .map { Entry(id: $0.int64(0), row: $0.int64(1)) }
            .sorted { $0.id < $1.id }
    }

    /// The sums of all rows as the index has them; the whole of it is read.
    func indexed() throws(SQLiteError) -> [Int64: UInt64] {
        try connection.execute(
            """
            CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_instance
            USING fts5vocab(main, article_search, instance)
            """
        )
        var sums: [Int64: UInt64] = [:]
        // A term's places come one after the other.
        var term: [UInt8] = []
        var hash = TermHash(term)
        try connection.prepare(Self.instances).forEach { row in
            row.withBytes(1) { bytes in
                guard !bytes.elementsEqual(term) else { return }
                term = Array(bytes)
                hash = TermHash(term)
            }
            let column = row.withBytes(2) { TermHash($0).value }
            sums[row.int64(0), default: 0] &+= hash.at(column, row.int(3))
        }
        return sums
    }

    /// The sums that the rows of articles should have; `damaged` is told of each article that cannot be
    /// read, which has none.
    func wanted(
        _ entries: ArraySlice<Entry>,
        damaged: (Entry, SQLiteError) throws(SQLiteError) -> Void
    ) throws(SQLiteError) -> [Int64: UInt64] {
        let rows = ArticleRows(connection)
        var sums: [Int64: UInt64] = [:]
        for entry in entries {
            do throws(SQLiteError) {
                guard case .found(let article) = try rows.article(entry.id) else {
                    throw SQLiteError(damage: "its row or its original is not there")
                }
                sums[entry.row, default: 0] &+= Self.sum(ArticleTerms(article.fields))
            } catch {
                guard error.isDamage else { throw error }
                try damaged(entry, error)
            }
        }
        return sums
    }

    private static let columns = ["headline", "body", "byline", "labels"].map {
        TermHash(Array($0.utf8)).value
    }

    private static func sum(_ terms: ArticleTerms) -> UInt64 {
        var sum: UInt64 = 0
        for (column, text) in zip(
            columns,
            [terms.headline, terms.body, terms.byline, terms.labels]
        ) {
            var offset = -1
            text.forEach { term, isColocated in
                if !isColocated { offset += 1 }
                sum &+= TermHash(term).at(column, offset)
            }
        }
        return sum
    }
}

/// A term's hash, from which those of its places are made.
private struct TermHash {
    let value: UInt64

    init(_ bytes: some Sequence<UInt8>) { value = FNV1a(bytes).value }

    /// The hash of a place: spread, so that sums tell places apart.
    func at(_ column: UInt64, _ offset: Int) -> UInt64 {
        let place = column &+ UInt64(truncatingIfNeeded: offset) &* 0x9E37_79B9_7F4A_7C15
        return FNV1a.spread(value ^ place)
    }
}
