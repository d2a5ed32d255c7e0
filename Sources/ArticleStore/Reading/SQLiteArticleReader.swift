import Articles
import SQLite

/// Reads a store's file through a connection of its own.
final class SQLiteArticleReader: ArticleReader {
    let path: String
    let connection: Connection
    private let file: StoreFile
    let rows: ArticleRows
    let packers: Packers
    private let search: ArticleSearch

    init(
        path: String,
        file: StoreFile,
        busyMilliseconds: Int32,
        packers: Packers
    ) throws(StoreError) {
        self.path = path
        self.file = file
        self.packers = packers
        do throws(SQLiteError) {
            connection = try Connection(
                path: path,
                mode: .readOnly,
                busyMilliseconds: busyMilliseconds
            )
            try connection.execute(
                """
                PRAGMA query_only = ON;
                PRAGMA mmap_size = 1073741824;
                PRAGMA temp_store = MEMORY
                """
            )
            try connection.registerSearchTerms()
            rows = ArticleRows(connection)
            search = try ArticleSearch(connection)
        } catch {
            throw StoreError(error)
        }
    }

    var mark: StoreMark? {
        connection.snapshotMark.map { mark in
            let (high, low) = mark.checksum
            return StoreMark(UInt64(mark.changeCount), check: UInt64(high) << 32 | UInt64(low))
        }
    }

    func article(_ id: Int64) throws(StoreError) -> Lookup<Article> {
        try storeErrors { () throws(SQLiteError) in try rows.article(id) }
    }

    func id(named name: String) throws(StoreError) -> Int64? {
        try storeErrors { () throws(SQLiteError) in
            let values: Bindings = ["name": .text(name)]
            let live = try connection.statement(Self.liveName).first(values) { $0.int64(0) }
            if let live { return live }
            return try connection.statement(Self.removedName).first(values) { $0.int64(0) }
        }
    }

    static let liveName = "SELECT id FROM article WHERE name = :name AND removed_at IS NULL"
    static let removedName = """
        SELECT id
        FROM article
        WHERE name = :name AND removed_at IS NOT NULL
        ORDER BY id DESC
        LIMIT 1
        """

    /// Live articles come before removed ones, then the first.
    static let digest = """
        SELECT article.id
        FROM original
        JOIN article ON article.original_id = original.id
        WHERE original.sha256 = :sha256
        ORDER BY article.removed_at IS NOT NULL, article.id
        LIMIT 1
        """

    func id(withSHA256 digest: String) throws(StoreError) -> Int64? {
        guard let sha256 = bytes(hexadecimal: digest) else { return nil }
        return try storeErrors { () throws(SQLiteError) in
            try connection.statement(Self.digest).first(["sha256": .blob(sha256)]) { $0.int64(0) }
        }
    }

    /// `length` looks at the blob's head alone.
    static let originalQuery = """
        SELECT article.removed_at, article.removal_reason, article.received_at,
            original.id, sha256, declared_type, size, length(bytes)
        FROM article
        JOIN original ON original.id = article.original_id
        WHERE article.id = :id
        """

    func storedOriginal(of id: Int64) throws(StoreError) -> Lookup<StoredOriginal> {
        try storeErrors { () throws(SQLiteError) in
            let values: Bindings = ["id": .integer(id)]
            return try connection.statement(Self.originalQuery).first(values) { row in
                Removal(row).map(Lookup.gone) ?? .found(StoredOriginal(row))
            } ?? .unknown
        }
    }

    static let digestQuery = "SELECT sha256 FROM original WHERE id = :id"

    func packedBytes(
        _ range: Range<Int>,
        of original: StoredOriginal
    ) throws(StoreError) -> [UInt8] {
        let bytes = try storeErrors { () throws(SQLiteError) -> [UInt8]? in
            // One snapshot: a row's number may be given again after it was deleted.
            try connection.transaction(.deferred) { () throws(SQLiteError) in
                let digest = try connection.statement(Self.digestQuery)
                    .first(["id": .integer(original.row)]) { row in
                        row.withBytes(0) { hexadecimal($0) }
                    }
                guard digest == original.sha256 else { return nil }
                return try connection.blob(in: "original", "bytes", row: original.row, range)
            }
        }
        guard let bytes else { throw .deleted }
        return bytes
    }

    static let explanationQuery = """
        SELECT article.removed_at, article.removal_reason, size, json
        FROM article
        JOIN explanation
            ON explanation.article_id = article.id AND explanation.version = article.version
        WHERE article.id = :id
        """

    func explanation(of id: Int64) throws(StoreError) -> Lookup<[UInt8]> {
        let found: Lookup<[UInt8]>?? = try storeErrors { () throws(SQLiteError) in
            let values: Bindings = ["id": .integer(id)]
            return try connection.statement(Self.explanationQuery).first(values) {
                row -> Lookup<[UInt8]>? in
                if let removedAt = row.optionalInt64(0) {
                    return .gone(
                        reason: row.optionalString(1),
                        at: Timestamp(secondsSince1970: removedAt)
                    )
                }
                return row.withBytes(3) {
                    packers.explanations.unpack($0, size: row.int(2)).map { .found($0) }
                }
            }
        }
        guard let found else { return .unknown }
        guard let found else { throw .corrupt(detail: "the packed bytes of article \(id)") }
        return found
    }

    func timeline(
        _ query: ArticleQuery,
        by interval: Timeline.Interval
    ) throws(StoreError) -> Timeline {
        try search.timeline(query, by: interval)
    }

    func suggestions(for text: String, limit: Int) throws(StoreError) -> Suggestions {
        try search.suggestions(for: text, limit: limit)
    }

    func similarArticles(
        to id: Int64,
        limit: Int
    ) throws(StoreError) -> Lookup<[SimilarArticle]> {
        try search.similarArticles(to: id, limit: limit)
    }

    func page(_ query: ArticleQuery) throws(StoreError) -> ArticlePage {
        try search.page(query)
    }

    func generation() throws(StoreError) -> Int64 {
        try storeErrors { () throws(SQLiteError) in
            try connection.statement("SELECT generation FROM store_state WHERE id = 1")
                .first { $0.int64(0) } ?? 0
        }
    }

    func check() throws(StoreError) {
        try file.verify()
        _ = try generation()
    }
}

/// Runs `body` with SQLite's errors made the store's.
func storeErrors<Result>(
    _ body: () throws(SQLiteError) -> Result
) throws(StoreError) -> Result {
    do throws(SQLiteError) {
        return try body()
    } catch {
        throw StoreError(error)
    }
}
