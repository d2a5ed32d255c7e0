import Articles
import SQLite

/// What an article was, what it was made of, and what is nearly the same.
extension SQLiteArticleReader {
    static let removalQuery = "SELECT removed_at, removal_reason FROM article WHERE id = :id"
    static let versionsQuery = """
        SELECT version, received_at, headline, word_count, original.sha256
        FROM article
        JOIN original ON original.id = article.original_id
        WHERE article.id = :id
        """
    static let earlierVersionsQuery = """
        SELECT version, received_at, headline, word_count, original.sha256
        FROM article_version
        JOIN original ON original.id = article_version.original_id
        WHERE article_id = :id
        ORDER BY version DESC
        """

    func versions(of id: Int64) throws(StoreError) -> Lookup<[ArticleVersion]> {
        try snapshot { () throws(SQLiteError) in
            let values: Bindings = ["id": .integer(id)]
            let removal = try connection.statement(Self.removalQuery).first(values) { row in
                Removal(row).map { Lookup<[ArticleVersion]>.gone($0) }
            }
            guard let removal else { return .unknown }
            if let removal { return removal }
            var versions: [ArticleVersion] = []
            for sql in [Self.versionsQuery, Self.earlierVersionsQuery] {
                versions += try connection.statement(sql).map(values) { row in
                    ArticleVersion(
                        version: row.int(0),
                        receivedAt: Timestamp(secondsSince1970: row.int64(1)),
                        headline: row.optionalString(2),
                        wordCount: row.int(3),
                        rawSHA256: row.withBytes(4) { hexadecimal($0) }
                    )
                }
            }
            return .found(versions)
        }
    }

    func article(_ id: Int64, version: Int) throws(StoreError) -> Lookup<Article> {
        try snapshot { () throws(SQLiteError) in
            let current = try rows.article(id)
            if case .found(let article) = current, article.version != version {
                return try rows.article(id, version: version)
            }
            return current
        }
    }

    static let uploadQuery = """
        SELECT article.removed_at, article.removal_reason, article.received_at,
            original.id, sha256, declared_type, size, length(bytes), version, item, given
        FROM article
        JOIN original ON original.id = article.original_id
        WHERE article.id = :id
        """

    func storedUpload(of id: Int64) throws(StoreError) -> Lookup<StoredUpload> {
        try storeErrors { () throws(SQLiteError) in
            let values: Bindings = ["id": .integer(id)]
            return try connection.statement(Self.uploadQuery).first(values) { row in
                if let removal = Removal(row) { return .gone(removal) }
                return .found(
                    StoredUpload(
                        id: id,
                        version: row.int(8),
                        item: row.int(9),
                        given: row.optionalString(10),
                        original: StoredOriginal(row)
                    )
                )
            } ?? .unknown
        }
    }

    static let liveQuery = """
        SELECT id
        FROM article
        WHERE id > :after AND removed_at IS NULL
        ORDER BY id
        LIMIT :limit
        """

    func ids(after id: Int64, limit: Int) throws(StoreError) -> [Int64] {
        try storeErrors { () throws(SQLiteError) in
            let values: Bindings = ["after": .integer(id), "limit": .integer(Int64(limit))]
            return try connection.statement(Self.liveQuery).map(values) { $0.int64(0) }
        }
    }

    func nearCopies(of id: Int64, limit: Int) throws(StoreError) -> Lookup<[NearCopy]> {
        try snapshot { () throws(SQLiteError) in
            let article: Article
            switch try rows.article(id) {
            case .found(let found): article = found
            case .gone(let reason, let moment): return .gone(reason: reason, at: moment)
            case .unknown: return .unknown
            }
            let key: Bindings = ["id": .integer(id)]
            let first = try connection.statement(NearIndex.firstQuery).first(key) { $0.int64(0) }
            guard let first else { return .found([]) }
            var members: [Int64] = []
            let group: Bindings = ["first": .integer(first)]
            try connection.statement(NearIndex.membersQuery).prefix(group) { row in
                members.append(row.int64(0))
                return members.count <= limit
            }
            let text = Shingles(article.fields.text)
            var copies: [NearCopy] = []
            for member in members where member != id && copies.count < limit {
                guard case .found(let copy) = try rows.article(member) else { continue }
                let similarity = text.resemblance(to: Shingles(copy.fields.text))
                copies.append(NearCopy(article: copy, similarity: similarity))
            }
            return .found(copies)
        }
    }

    /// Reads several rows of one moment.
    private func snapshot<Result>(
        _ body: () throws(SQLiteError) -> Result
    ) throws(StoreError) -> Result {
        try storeErrors { () throws(SQLiteError) in try connection.transaction(.deferred, body) }
    }
}

/// That an article was removed, and why, from a row's first two columns.
struct Removal {
    var reason: String?
    var moment: Timestamp

    /// `nil` where it was not.
    init?(_ row: borrowing Row) {
        guard let moment = row.optionalInt64(0) else { return nil }
        self.moment = Timestamp(secondsSince1970: moment)
        reason = row.optionalString(1)
    }
}

extension Lookup {
    /// What the number of a removed article stands for.
    static func gone(_ removal: Removal) -> Lookup {
        .gone(reason: removal.reason, at: removal.moment)
    }
}

extension StoredOriginal {
    /// Reads an original from a row's third to eighth columns: receipt, number, digest, type, size
    /// and packed size.
    init(_ row: borrowing Row) {
        self.init(
            row: row.int64(3),
            sha256: row.withBytes(4) { hexadecimal($0) },
            declaredType: row.optionalString(5),
            length: row.int(6),
            packedLength: row.int(7),
            receivedAt: Timestamp(secondsSince1970: row.int64(2))
        )
    }
}
