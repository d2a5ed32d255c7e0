import Articles
import SQLite
import TextAnalysis

/// Makes the index of words anew where it was made by another analysis than this program's.
///
/// It works through the articles in transactions of a bounded size and keeps how far it has come, so
/// that it goes on from there when it is interrupted. Each raises the store's generation, as every commit
/// does: by it others see that the file is another.
struct SearchIndexRebuild {
    let connection: Connection
    private static let batch = 500

    /// Rebuilds what has to be.
    ///
    /// - Parameter progress: Told how many articles were taken in, and how many there are.
    /// - Returns: How many articles were taken in.
    /// - Throws: What SQLite says.
    func run(_ progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }) throws(SQLiteError)
        -> Int
    {
        let state = try connection.prepare(
            "SELECT analysis_version, article_count FROM store_state WHERE id = 1"
        ).first { (version: $0.int64(0), articles: $0.int(1)) }
        guard let (version, total) = state, version != Int64(Analyzer.version) else { return 0 }
        // Below zero: the work has begun, for this version.
        if version != -Int64(Analyzer.version) { try begin() }
        let writer = SearchIndexWriter()
        var count = 0
        while case let taken = try step(writer), taken > 0 {
            count += taken
            progress(count, total)
        }
        return count
    }

    private func begin() throws(SQLiteError) {
        try connection.transaction { () throws(SQLiteError) in
            try connection.execute(
                """
                INSERT INTO article_search (article_search) VALUES ('delete-all');
                DELETE FROM search_word;
                DELETE FROM search_word_waiting;
                DELETE FROM search_language;
                UPDATE store_state
                SET generation = generation + 1, analysis_version = -\(Analyzer.version),
                    analysed_through = 0, search_length = 0
                WHERE id = 1
                """
            )
        }
    }

    static let next = """
        SELECT id, search_key
        FROM article
        WHERE id > (SELECT analysed_through FROM store_state WHERE id = 1) AND removed_at IS NULL
        ORDER BY id
        LIMIT :limit
        """

    /// Takes the next articles in; how many.
    private func step(_ writer: SearchIndexWriter) throws(SQLiteError) -> Int {
        try connection.transaction { () throws(SQLiteError) -> Int in
            let rows = ArticleRows(connection)
            let limit: Bindings = ["limit": .integer(Int64(Self.batch))]
            let next = try connection.statement(Self.next).map(limit) { ($0.int64(0), $0.int64(1)) }
            guard let last = next.last?.0 else {
                try finish()
                return 0
            }
            var entries: [SearchIndexWriter.Entry] = []
            var length: Int64 = 0
            for (id, earlier) in next {
                let fields = try rows.required(id).fields
                let terms = ArticleTerms(fields)
                let code = SearchLength.code(words: terms.length)
                // A place among the others that it has already is kept.
                let key =
                    earlier > 0xFF
                    ? SearchKey(place: SearchKey(rawValue: earlier).place, length: code)
                    : try writer.key(
                        published: fields.published,
                        length: code,
                        in: connection
                    )
                for sql in [WriteTransaction.setSearchKey, NearIndex.setSearchKey] {
                    try connection.statement(sql)
                        .run(["key": .integer(key.rawValue), "id": .integer(id)])
                }
                length += Int64(SearchLength.words(code: code))
                entries.append(.init(key: key, isRemoval: false, terms: terms))
            }
            try writer.write(entries, to: connection)
            try connection.statement(
                """
                UPDATE store_state
                SET generation = generation + 1,
                    analysed_through = :last, search_length = search_length + :length
                WHERE id = 1
                """
            ).run(["last": .integer(last), "length": .integer(length)])
            return next.count
        }
    }

    private func finish() throws(SQLiteError) {
        try connection.execute(
            """
            UPDATE store_state
            SET generation = generation + 1,
                analysis_version = \(Analyzer.version), analysed_through = 0
            WHERE id = 1
            """
        )
    }
}
