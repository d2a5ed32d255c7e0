import SQLite
import TextAnalysis

/// Compares the index of words with the articles, read and analysed anew.
struct SearchIndexCheck {
    let connection: Connection

    static let instances = "SELECT doc, term, col, offset FROM temp.search_instance"
    static let articles = "SELECT id, search_key FROM article WHERE removed_at IS NULL"

    /// Whether each article has the very terms in the index that it should have, and nothing else has.
    func isSound() throws(SQLiteError) -> Bool {
        try connection.execute(
            """
            CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_instance
            USING fts5vocab(main, article_search, instance)
            """
        )
        // The sum of a row's hashes: the terms come in another order than they stand in.
        var sums: [Int64: UInt64] = [:]
        try connection.prepare(Self.instances).forEach { row in
            let hash = Self.hash(row.bytes(1), row.bytes(2), row.int(3))
            sums[row.int64(0), default: 0] &+= hash
        }
        let rows = ArticleRows(connection)
        var isSound = true
        let live = try connection.prepare(Self.articles).map { ($0.int64(0), $0.int64(1)) }
        for (id, key) in live where isSound {
            let terms = ArticleTerms(try rows.required(id).fields)
            let wanted = Self.sum(terms)
            isSound = sums.removeValue(forKey: key) ?? 0 == wanted
        }
        return isSound && sums.isEmpty
    }

    private static func sum(_ terms: ArticleTerms) -> UInt64 {
        var sum: UInt64 = 0
        for (column, text) in [
            ("headline", terms.headline), ("body", terms.body), ("byline", terms.byline),
            ("labels", terms.labels),
        ] {
            var offset = -1
            for term in text.bytes.split(separator: TermText.separator) {
                let isColocated = term.first == TermText.colocation
                if !isColocated { offset += 1 }
                sum &+= hash(
                    Array(isColocated ? term.dropFirst() : term),
                    Array(column.utf8),
                    offset
                )
            }
        }
        return sum
    }

    /// FNV-1a.
    private static func hash(_ term: [UInt8], _ column: [UInt8], _ offset: Int) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in term + [0] + column { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = (hash ^ UInt64(offset)) &* 0x100_0000_01B3
        return hash ^ hash >> 29
    }
}
