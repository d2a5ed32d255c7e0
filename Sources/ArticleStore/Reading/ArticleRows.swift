import Articles
import SQLite

/// Reads articles from a connection.
final class ArticleRows {
    /// How much of an article's text is read.
    enum Extent {
        /// All but the text.
        case summary
        /// The text's bytes are lent, for highlights.
        case text
        /// The text and its paragraphs.
        case paragraphs
    }

    let connection: Connection
    private let unpacker = TextUnpacker()
    /// Kept here: looking a long statement up by its text costs more than an index look-up.
    private var byKey: [Extent: Statement] = [:]

    init(_ connection: Connection) { self.connection = connection }

    /// What a number stands for, with its paragraphs.
    func article(_ id: Int64) throws(SQLiteError) -> Lookup<Article> {
        try read(id, .paragraphs) { lookup, _ in lookup }
    }

    /// An article that is known to be there.
    func required(_ id: Int64) throws(SQLiteError) -> Article {
        guard case .found(let article) = try article(id) else {
            preconditionFailure("article \(id) went within its own transaction")
        }
        return article
    }

    /// Reads one version's row, `part`, beside the article's own, `head`.
    private static func query(from tables: String, where condition: String, text: String) -> String
    {
        let columns = [
            "published_at", "published_precision", "published_offset", "published_basis",
            "updated_at", "updated_precision", "updated_offset", "updated_basis",
            "language", "section", "url", "headline", "kicker", "standfirst", "byline", "credit",
            "dateline_raw", "dateline_place", "dateline_date", "dateline_agency",
            "author_count", "tag_count", "correction_count", "word_count", "paragraph_count",
            "summary", "layout",
        ]
        return """
            SELECT head.id, part.version, head.name, part.received_at, head.removed_at,
                head.removal_reason, original.sha256, source.name,
                \(columns.map { "part.\($0)" }.joined(separator: ", ")), \(text)
            FROM \(tables)
            JOIN original ON original.id = part.original_id
            LEFT JOIN source ON source.id = part.source_id
            WHERE \(condition)
            """
            // The current version's row is the article's own.
            .replacing("head.", with: tables.hasPrefix("article ") ? "article." : "head.")
            .replacing("part.", with: tables.hasPrefix("article ") ? "article." : "part.")
    }
    private static let summaryColumns =
        "CASE WHEN part.summary IS NULL THEN part.text END, NULL, NULL, NULL"
    private static let wholeColumns = StoredText.columns(of: "part")
    static let wholeQuery = query(
        from: "article NOT INDEXED",
        where: "article.id = :id",
        text: wholeColumns
    )
    static let summaryQuery = query(
        from: "article NOT INDEXED",
        where: "article.id = :id",
        text: summaryColumns
    )
    /// By the row in the index of words.
    private static let byKey = "article.removed_at IS NULL AND article.search_key = :key"
    static let wholeByKey = query(
        from: "article INDEXED BY article_by_search_key",
        where: byKey,
        text: wholeColumns
    )
    static let summaryByKey = query(
        from: "article INDEXED BY article_by_search_key",
        where: byKey,
        text: summaryColumns
    )
    static let versionQuery = query(
        from: "article_version AS part JOIN article AS head ON head.id = part.article_id",
        where: "part.article_id = :id AND part.version = :version",
        text: StoredText.columns(of: "part")
    )

    /// An article as an earlier version of it was, with its paragraphs; `.unknown` where there is no
    /// such version among those before the current one.
    func article(_ id: Int64, version: Int) throws(SQLiteError) -> Lookup<Article> {
        let values: Bindings = ["id": .integer(id), "version": .integer(Int64(version))]
        return try read(connection.statement(Self.versionQuery), values, .paragraphs) { lookup, _ in
            lookup
        }
    }

    /// Reads an article; `read` is lent its text's and layout's bytes, empty for `.summary`.
    func read<Result>(
        _ id: Int64,
        _ extent: Extent,
        _ read: (Lookup<Article>, (text: UnsafeRawBufferPointer, layout: UnsafeRawBufferPointer))
            throws(SQLiteError) -> Result
    ) throws(SQLiteError) -> Result {
        let sql = extent == .summary ? Self.summaryQuery : Self.wholeQuery
        return try self.read(connection.statement(sql), ["id": .integer(id)], extent, read)
    }

    /// Reads the article of a row in the index of words.
    func read<Result>(
        _ key: SearchKey,
        _ extent: Extent,
        _ read: (Lookup<Article>, (text: UnsafeRawBufferPointer, layout: UnsafeRawBufferPointer))
            throws(SQLiteError) -> Result
    ) throws(SQLiteError) -> Result {
        let sql = extent == .summary ? Self.summaryByKey : Self.wholeByKey
        let values: Bindings = ["key": .integer(key.rawValue)]
        if let statement = byKey[extent] { return try self.read(statement, values, extent, read) }
        let statement = try connection.statement(sql)
        byKey[extent] = statement
        return try self.read(statement, values, extent, read)
    }

    private func read<Result>(
        _ statement: Statement,
        _ values: Bindings,
        _ extent: Extent,
        _ read: (Lookup<Article>, (text: UnsafeRawBufferPointer, layout: UnsafeRawBufferPointer))
            throws(SQLiteError) -> Result
    ) throws(SQLiteError) -> Result {
        let empty = UnsafeRawBufferPointer(start: nil, count: 0)
        let found = try statement.first(values) {
            row throws(SQLiteError) -> Result in
            if let removedAt = row.optionalInt64(4) {
                return try read(
                    .gone(
                        reason: row.optionalString(5),
                        at: Timestamp(secondsSince1970: removedAt)
                    ),
                    (empty, empty)
                )
            }
            return try row.withBytes(34) { layout throws(SQLiteError) in
                try StoredText.withBytes(row, at: 35, by: unpacker) { text throws(SQLiteError) in
                    let article = try article(row, extent, text: text, layout: layout)
                    return try read(.found(article), (text, layout))
                }
            }
        }
        if let found { return found }
        return try read(.unknown, (empty, empty))
    }

    private func article(
        _ row: borrowing Row,
        _ extent: Extent,
        text: UnsafeRawBufferPointer,
        layout: UnsafeRawBufferPointer
    ) throws(SQLiteError) -> Article {
        var fields = ArticleFields()
        fields.source = row.optionalString(7)
        fields.published = PublicationDate(row, at: 8)
        fields.updated = PublicationDate(row, at: 12)
        fields.language = row.optionalString(16)
        fields.section = row.optionalString(17)
        fields.url = row.optionalString(18)
        fields.headline = row.optionalString(19)
        fields.kicker = row.optionalString(20)
        fields.standfirst = row.optionalString(21)
        fields.byline = row.optionalString(22)
        fields.credit = row.optionalString(23)
        if let raw = row.optionalString(24) {
            fields.dateline = Dateline(
                raw: raw,
                place: row.optionalString(25),
                date: row.optionalString(26),
                agency: row.optionalString(27)
            )
        }
        let key: Bindings = ["id": .integer(row.int64(0)), "version": .integer(row.int64(1))]
        if row.int64(28) > 0 { fields.authors = try authors(key) }
        if row.int64(29) > 0 { fields.tags = try texts(Self.tags, key) }
        if row.int64(30) > 0 { fields.corrections = try texts(Self.corrections, key) }
        if extent == .paragraphs {
            fields.paragraphs = ParagraphLayout.decode(layout, text: text) ?? []
        }
        return Article(
            id: row.int64(0),
            version: row.int(1),
            name: row.optionalString(2),
            fields: fields,
            summary: row.optionalString(33) ?? summary(layout, text: text),
            wordCount: row.int(31),
            paragraphCount: row.int(32),
            rawSHA256: row.withBytes(6) { hexadecimal($0) },
            receivedAt: Timestamp(secondsSince1970: row.int64(3))
        )
    }

    private func summary(
        _ layout: UnsafeRawBufferPointer,
        text: UnsafeRawBufferPointer
    ) -> String? {
        guard let range = ParagraphLayout.summaryRange(layout), range.upperBound <= text.count
        else { return nil }
        // Enough for all the code points that are shown, and what the cut leaves of one more.
        return String(
            decoding: text[range].prefix(4 * (Article.longestSummary + 2)),
            as: UTF8.self
        )
    }

    static let authors = """
        SELECT name, role, organisation
        FROM article_author
        WHERE article_id = :id AND version = :version
        ORDER BY position
        """

    private func authors(_ key: Bindings) throws(SQLiteError) -> [Author] {
        try connection.statement(Self.authors).map(key) { row in
            Author(
                name: row.string(0),
                role: row.optionalString(1),
                organisation: row.optionalString(2)
            )
        }
    }

    static let tags = """
        SELECT tag
        FROM article_tag
        WHERE article_id = :id AND version = :version
        ORDER BY position
        """
    static let corrections = """
        SELECT text
        FROM article_correction
        WHERE article_id = :id AND version = :version
        ORDER BY position
        """

    private func texts(_ sql: String, _ key: Bindings) throws(SQLiteError) -> [String] {
        try connection.statement(sql).map(key) { row in row.string(0) }
    }
}
