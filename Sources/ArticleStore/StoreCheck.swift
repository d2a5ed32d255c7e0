import SQLite

/// Compares a store's file with itself: its pages, its index of words, its counts and fingerprints.
public struct StoreCheck {
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

    /// Looks for faults; takes as long as reading the whole file, while others read and write it.
    ///
    /// - Returns: A sentence for each fault; none where the file is sound.
    public func faults() throws(StoreError) -> [String] {
        try storeErrors { () throws(SQLiteError) in
            let connection = try Connection(path: path, mode: .readWrite)
            try connection.registerSearchTerms()
            var faults = try connection.prepare("PRAGMA integrity_check(10)").map { $0.string(0) }
            faults.removeAll { $0 == "ok" }
            faults += try connection.prepare("PRAGMA foreign_key_check").map { row in
                "A row of \(row.string(0)) refers to one of \(row.string(2)) that is not there."
            }
            // One moment for all that is compared with something else.
            try connection.transaction { () throws(SQLiteError) in
                if try !hasSoundIndex(connection) {
                    faults.append("The index of words is not that of the articles.")
                }
                for (sql, fault) in Self.comparisons {
                    let count = try connection.prepare(sql).first { $0.int64(0) } ?? 0
                    if count != 0 { faults.append("\(fault) (\(count)).") }
                }
            }
            return faults
        }
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

    private func hasSoundIndex(_ connection: Connection) throws(SQLiteError) -> Bool {
        do throws(SQLiteError) {
            try connection.execute(
                "INSERT INTO article_search (article_search) VALUES ('integrity-check')"
            )
            return try SearchIndexCheck(connection: connection).isSound()
        } catch {
            guard error.code == ResultCode.corrupt else { throw error }
            return false
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
