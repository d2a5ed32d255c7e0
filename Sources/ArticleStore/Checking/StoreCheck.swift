import Articles
import SQLite

/// Compares a store's file with itself: its pages, its index of words, its counts and fingerprints.
public struct StoreCheck: Sendable {
    /// The store's file.
    let path: String

    /// Makes a check of a file that no newer program has written.
    ///
    /// - Throws: `.cannotOpen`, `.newerSchema`, `.corrupt` and `.busy`, as opening it would.
    public init(path: String) throws(StoreError) {
        self.path = path
        let store = try SQLiteArticleStore(path: path)
        store.close()
    }

    /// Looks for faults.
    ///
    /// Reads the whole file and analyses all texts, on all processors, while others read and write it. What
    /// is compared is of one moment.
    ///
    /// - Parameter progress: Told after each part how many of how many are done; on any thread.
    /// - Returns: A sentence for each fault; none where the file is sound.
    ///   What is damaged is a fault too, and all else is looked at nevertheless.
    /// - Throws: `.busy` while another process holds the file, `.corrupt` where it cannot be opened.
    public func faults(
        _ progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws(StoreError) -> [String] {
        try storeErrors { () throws(SQLiteError) in
            let moment = try SharedMoment(path: path, count: processorCount)
            let findings = Findings()
            let articles = try moment.read { connection throws(SQLiteError) in
                try Self.articles(SearchIndexCheck(connection: connection), findings)
            }
            try moment.forEach(Self.parts(articles), progress) {
                connection,
                part throws(SQLiteError) in
                try look(at: part, connection, findings)
            }
            return findings.all
        }
    }

    /// All articles, from their table where the index is damaged; none where that is too.
    private static func articles(
        _ index: SearchIndexCheck,
        _ findings: Findings
    ) throws(SQLiteError) -> [SearchIndexCheck.Entry] {
        for (sql, name) in [
            (SearchIndexCheck.rows, "index of keys"), (SearchIndexCheck.rowsOfTable, "articles"),
        ] {
            do throws(SQLiteError) {
                return try index.articles(sql)
            } catch {
                guard error.isDamage else { throw error }
                findings.note(["The \(name) cannot be read: \(error.message)."])
            }
        }
        return []
    }

    /// What is looked at by itself.
    private enum Part: Sendable {
        case indexedTerms
        case pages
        case references
        case pagesOfIndex
        case comparison(sql: String, fault: String)
        case articles(ArraySlice<SearchIndexCheck.Entry>)
    }

    /// How many articles are compared at a time.
    private static let portion = 256

    /// All parts; what takes longest comes first, so that nobody waits for it in the end.
    private static func parts(_ articles: [SearchIndexCheck.Entry]) -> [Part] {
        [.indexedTerms, .pages, .references, .pagesOfIndex]
            + comparisons.map { .comparison(sql: $0, fault: $1) }
            + stride(from: 0, to: articles.count, by: portion).map { first in
                .articles(articles[first..<min(first + portion, articles.count)])
            }
    }

    private func look(
        at part: Part,
        _ connection: Connection,
        _ findings: Findings
    ) throws(SQLiteError) {
        let index = SearchIndexCheck(connection: connection)
        do throws(SQLiteError) {
            switch part {
            case .indexedTerms: findings.add(try index.indexed())
            case .pages: try Self.lookAtPages(connection, findings)
            case .references: findings.note(try Self.orphans(connection))
            case .pagesOfIndex: try lookAtPagesOfIndex()
            case .comparison(let sql, let fault):
                let count = try connection.prepare(sql).first { $0.int64(0) } ?? 0
                if count != 0 { findings.note(["\(fault) (\(count))."]) }
            case .articles(let articles):
                let wanted = try index.wanted(articles) { entry, error in
                    findings.note(unreadable: entry, error.message)
                }
                findings.subtract(wanted)
            }
        } catch {
            guard error.isDamage else { throw error }
            switch part {
            case .indexedTerms, .pagesOfIndex: findings.noteDamagedIndex()
            case .pages: findings.note(["The pages cannot be read: \(error.message)."])
            case .references:
                findings.note(["What rows refer to cannot be read: \(error.message)."])
            case .comparison(_, let fault):
                findings.note([
                    "It cannot be told whether this is so: \(fault) (\(error.message))."
                ])
            case .articles: findings.note(["Articles cannot be read: \(error.message)."])
            }
        }
    }

    /// Notes each damaged page when it is found: where SQLite gives up, the others are known.
    private static func lookAtPages(
        _ connection: Connection,
        _ findings: Findings
    ) throws(SQLiteError) {
        try connection.prepare("PRAGMA integrity_check(10)").forEach { row in
            let said = row.string(0)
            if said != "ok" { findings.note([said]) }
        }
    }

    private static func orphans(_ connection: Connection) throws(SQLiteError) -> [String] {
        try connection.prepare("PRAGMA foreign_key_check").map { row in
            "A row of \(row.string(0)) refers to one of \(row.string(2)) that is not there."
        }
    }

    /// Has FTS5 look whether its own pages belong together, which it does as a writer.
    private func lookAtPagesOfIndex() throws(SQLiteError) {
        let connection = try Connection(path: path, mode: .readWrite)
        try connection.registerSearchTerms()
        try connection.execute(
            "INSERT INTO article_search (article_search) VALUES ('integrity-check')"
        )
    }

    /// Builds anew what follows from the articles: the index of words, the counts, the fingerprints.
    public func repair() throws(StoreError) {
        try storeErrors { () throws(SQLiteError) in
            let connection = try Connection(path: path, mode: .readWrite)
            try connection.registerSearchTerms()
            try connection.transaction { () throws(SQLiteError) in
                try connection.execute(
                    """
                    UPDATE store_state SET analysis_version = 0 WHERE id = 1;
                    DELETE FROM near_member;
                    DELETE FROM near_key
                    """
                )
                try connection.execute(
                    """
                    UPDATE store_state
                    SET generation = generation + 1,
                        article_count = (SELECT count(*) FROM article WHERE removed_at IS NULL)
                    WHERE id = 1
                    """
                )
                try Backfill(connection: connection, version: 1).run { _, _ in }
            }
            // In portions, each a transaction: interrupted, it goes on when the file is opened.
            _ = try SearchIndexRebuild(connection: connection).run()
        }
    }

    private static let comparisons = [
        (
            """
            SELECT article_count - (SELECT count(*) FROM article WHERE removed_at IS NULL)
            FROM store_state
            """,
            "The number of articles is not the one that is kept"
        ),
        (
            """
            SELECT count(*)
            FROM near_key
            LEFT JOIN article ON article.id = near_key.article_id AND article.removed_at IS NULL
            WHERE article.id IS NULL
            """,
            "Fingerprints are of articles that are not there"
        ),
        (
            """
            SELECT count(*)
            FROM near_member
            JOIN article ON article.id = near_member.article_id
            LEFT JOIN near_member AS first ON first.article_id = near_member.first_id
            WHERE article.removed_at IS NOT NULL
                OR article.search_key <> near_member.search_key
                OR first.first_id IS NOT near_member.first_id
                OR near_member.article_id < near_member.first_id
            """,
            "Groups of copies have members that should not be in them"
        ),
        (
            """
            SELECT count(*)
            FROM original
            WHERE NOT EXISTS (SELECT 1 FROM article WHERE original_id = original.id)
                AND NOT EXISTS (SELECT 1 FROM article_version WHERE original_id = original.id)
            """,
            "Originals belong to no article"
        ),
        (
            """
            SELECT count(*)
            FROM article
            LEFT JOIN explanation
                ON explanation.article_id = article.id AND explanation.version = article.version
            WHERE explanation.article_id IS NULL
            """,
            "Articles have no explanation"
        ),
    ]
}
