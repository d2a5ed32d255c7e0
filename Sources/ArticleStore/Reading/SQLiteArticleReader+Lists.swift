import Articles
import SQLite

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What is counted over all articles.
extension SQLiteArticleReader {
    static let sourceCounts = """
        SELECT source.name, count(*)
        FROM article INDEXED BY article_by_source
        JOIN source ON source.id = article.source_id
        WHERE article.removed_at IS NULL
        GROUP BY article.source_id
        """

    /// Walks the tags, and looks at each one's article: a tag counts in the current version alone.
    static let tagCounts = """
        SELECT article_tag.tag, count(*)
        FROM article_tag
        JOIN article
            ON article.id = article_tag.article_id AND article.version = article_tag.version
        WHERE article.removed_at IS NULL
        GROUP BY article_tag.tag
        """

    func values(of field: ValueList.Field, limit: Int) throws(StoreError) -> ValueList {
        let sql =
            switch field {
            case .sources: Self.sourceCounts
            case .tags: Self.tagCounts
            }
        let spellings = try storeErrors { () throws(SQLiteError) in
            try connection.statement(sql).map { row in (text: row.string(0), count: row.int(1)) }
        }
        return ValueList(spellings, limit: limit)
    }

    /// Counts by the ends of the numbers where that is exact: articles, versions and originals are
    /// never deleted, and only articles are numbered without gaps.
    static let statisticsQuery = """
        SELECT generation, article_count,
            (SELECT coalesce(max(id), 0) FROM article),
            (SELECT coalesce(max(rowid), 0) FROM article_version),
            (SELECT coalesce(max(id), 0) FROM original),
            (SELECT coalesce(max(id), 0) FROM source)
        FROM store_state
        WHERE id = 1
        """

    func statistics() throws(StoreError) -> StoreStatistics {
        let found = try storeErrors { () throws(SQLiteError) -> StoreStatistics? in
            let version = try connection.pragma("user_version")
            return try connection.statement(Self.statisticsQuery).first { row in
                StoreStatistics(
                    articles: row.int(1),
                    removed: row.int(2) - row.int(1),
                    versions: row.int(3),
                    originals: row.int(4),
                    sources: row.int(5),
                    generation: row.int64(0),
                    schemaVersion: Int(version)
                )
            }
        }
        guard var found else { throw .corrupt(detail: "the state of the store") }
        found.fileBytes = Self.size(ofFile: path)
        found.logBytes = Self.size(ofFile: path + "-wal")
        return found
    }

    /// A file's size in bytes; 0 where there is none.
    private static func size(ofFile path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }
}
