import GRDB

/// The articles in one SQLite file, by a pool of one writer and several readers.
struct ArticleDatabase: Sendable {
    /// Hits are counted as far as Dateline counts them.
    static let greatestExactTotal = 10_000

    private let pool: DatabasePool

    init(path: String) throws {
        pool = try DatabasePool(path: path)
        // GRDB chooses NORMAL for a log, which may lose what was acknowledged when power fails.
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        var migrator = DatabaseMigrator()
        migrator.registerMigration("articles") { database in
            try database.execute(
                sql: """
                    CREATE TABLE article (
                        id INTEGER PRIMARY KEY,
                        headline TEXT NOT NULL,
                        byline TEXT,
                        language TEXT NOT NULL,
                        summary TEXT,
                        word_count INTEGER NOT NULL,
                        paragraph_count INTEGER NOT NULL,
                        received_at INTEGER NOT NULL,
                        text TEXT NOT NULL
                    ) STRICT;
                    """
            )
            try database.create(virtualTable: "article_fts", using: FTS5()) { table in
                table.tokenizer = .porter(wrapping: .unicode61())
                table.content = "article"
                table.contentRowID = "id"
                table.column("headline")
                table.column("text")
            }
        }
        try migrator.migrate(pool)
    }

    func article(_ id: Int64) async throws -> Article? {
        try await pool.read { database in
            let request = SQLRequest<Row>(
                sql: "SELECT \(Article.columns), article.text FROM article WHERE id = ?",
                arguments: [id],
                cached: true
            )
            return try request.fetchOne(database).map { row in
                Article(row: row).withText(row[8])
            }
        }
    }

    /// Stores the article and its words in one transaction, which is on the disk afterwards.
    func insert(_ draft: ArticleDraft) async throws -> Article {
        try await pool.write { database in
            let text = draft.text
            try database.cachedStatement(
                sql: """
                    INSERT INTO article (headline, byline, language, summary, word_count,
                                         paragraph_count, received_at, text)
                    VALUES (?, ?, 'en', ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                draft.headline, draft.byline, draft.paragraphs.first, draft.wordCount,
                draft.paragraphs.count, draft.receivedAt, text,
            ])
            let id = database.lastInsertedRowID
            try database.cachedStatement(
                sql: "INSERT INTO article_fts (rowid, headline, text) VALUES (?, ?, ?)"
            ).execute(arguments: [id, draft.headline, text])
            return Article(id: id, of: draft)
        }
    }

    /// The best articles that have all of the words, with the passages that have them.
    func page(matching words: String, limit: Int) async throws -> SearchPage {
        guard let pattern = FTS5Pattern(matchingAllTokensIn: words) else {
            return page(of: [], total: 0, words: words, limit: limit)
        }
        return try await pool.read { database in
            let hits = try SQLRequest<Row>(
                sql: """
                    SELECT \(Article.columns), rank,
                        highlight(article_fts, 0, '<mark>', '</mark>'),
                        snippet(article_fts, 1, '<mark>', '</mark>', ' … ', 24)
                    FROM article_fts JOIN article ON article.id = article_fts.rowid
                    WHERE article_fts MATCH ? ORDER BY rank LIMIT ?
                    """,
                arguments: [pattern, limit],
                cached: true
            ).fetchAll(database).map { row in
                SearchPage.Hit(
                    article: Article(row: row),
                    score: -(row[8] as Double),
                    highlights: SearchPage.Hit.Highlights(headline: row[9], text: [row[10]])
                )
            }
            let total = try SQLRequest<Int>(
                sql: """
                    SELECT count(*)
                    FROM (SELECT 1 FROM article_fts WHERE article_fts MATCH ? LIMIT ?)
                    """,
                arguments: [pattern, Self.greatestExactTotal + 1],
                cached: true
            ).fetchOne(database)
            return page(of: hits, total: total ?? 0, words: words, limit: limit)
        }
    }

    private func page(
        of hits: [SearchPage.Hit],
        total: Int,
        words: String,
        limit: Int
    ) -> SearchPage {
        SearchPage(
            total: total,
            totalExact: total <= Self.greatestExactTotal,
            limit: limit,
            query: SearchPage.Query(q: words, sort: "relevance"),
            articles: hits
        )
    }
}
