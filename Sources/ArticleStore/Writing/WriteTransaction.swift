import Articles
import SQLite
import TextAnalysis

/// One transaction of the writer: applies operations and gathers what they change beside the
/// articles, which is written once at its end.
///
/// The index of words comes last, after all savepoints: FTS5 writes out its buffer at every
/// savepoint, which would cost a segment for each article.
final class WriteTransaction {
    /// What is to be done at the end; an operation that fails is taken back by restoring it.
    struct Pending {
        var indexing: [SearchIndexWriter.Entry] = []
        var articleDelta: Int64 = 0
        var searchLengthDelta: Int64 = 0
        var hasChanges = false
    }

    let connection: Connection
    var pending = Pending()
    let rows: ArticleRows
    private let near: NearIndex
    private let searchIndex: SearchIndexWriter

    init(_ connection: Connection, searchIndex: SearchIndexWriter) {
        self.connection = connection
        self.searchIndex = searchIndex
        rows = ArticleRows(connection)
        near = NearIndex(connection: connection)
    }

    // MARK: Insertion

    /// Writes an upload's articles.
    func insert(_ batch: PreparedBatch) throws(SQLiteError) -> [InsertOutcome] {
        var outcomes: [InsertOutcome] = []
        var known: Origin?
        for (index, article) in batch.articles.enumerated() {
            let name = article.name ?? (index == 0 ? batch.name : nil)
            if let former = article.former {
                outcomes.append(try insert(article, from: former, name: name, of: batch))
                continue
            }
            let plan = try plan(for: article, name: name, duplicates: batch.duplicates)
            if case .keep(let outcome) = plan {
                outcomes.append(outcome)
                continue
            }
            let origin = if let known { known } else { try origin(of: batch) }
            known = origin
            switch plan {
            case .keep(let outcome): outcomes.append(outcome)
            case .create: outcomes.append(.created(try create(article, name: name, from: origin)))
            case .update(let id):
                outcomes.append(.updated(try update(id, with: article, from: origin)))
            }
        }
        return outcomes
    }

    /// Keeps the bytes that a batch comes from.
    func origin(of batch: PreparedBatch) throws(SQLiteError) -> Origin {
        Origin(
            id: try keep(batch.original),
            sha256Digits: batch.original.sha256Digits,
            receivedAt: batch.receivedAt
        )
    }

    /// What is to become of an article.
    enum Plan {
        case create
        case update(Int64)
        case keep(InsertOutcome)
    }

    /// The bytes that a version comes from.
    struct Origin {
        var id: Int64
        var sha256Digits: String
        var receivedAt: Timestamp
    }

    /// Decides by the name first, by the text second and by the address last.
    ///
    /// `copy` articles with the same text are passed over; the address may be left out.
    func plan(
        for article: PreparedArticle,
        name: String?,
        duplicates: ArticleBatch.DuplicatePolicy,
        copy: Int = 0,
        isKnownByAddress: Bool = true
    ) throws(SQLiteError) -> Plan {
        if let name, let named = try liveArticle(named: name) {
            guard named.digest == article.textDigest else { return .update(named.id) }
            return .keep(.unchanged(try rows.required(named.id)))
        }
        guard duplicates != .keep else { return .create }
        guard let id = try liveArticle(withDigest: article.textDigest, after: copy) else {
            guard isKnownByAddress else { return .create }
            return try plan(for: article, at: article.address, name: name, duplicates: duplicates)
        }
        switch duplicates {
        case .keep: return .create
        case .version:
            if let name { try adopt(name, for: id) }
            return .update(id)
        case .error: return .keep(.refused(try rows.required(id), by: .text))
        case .return:
            if let name { try adopt(name, for: id) }
            return .keep(.duplicate(try rows.required(id)))
        }
    }

    /// A text that is new: another version where its address is known, else a new article.
    private func plan(
        for article: PreparedArticle,
        at address: AddressKey?,
        name: String?,
        duplicates: ArticleBatch.DuplicatePolicy
    ) throws(SQLiteError) -> Plan {
        guard let address, let known = try liveArticle(at: address) else { return .create }
        // Two names are two articles of the client's, whatever addresses they bear.
        if name != nil, known.name != nil { return .create }
        if duplicates == .error { return .keep(.refused(try rows.required(known.id), by: .url)) }
        if let name { try adopt(name, for: known.id) }
        return .update(known.id)
    }

    static let byAddress = """
        SELECT id, name, url
        FROM article
        WHERE url_key = :key AND removed_at IS NULL
        ORDER BY id
        """

    private func liveArticle(
        at address: AddressKey
    ) throws(SQLiteError) -> (id: Int64, name: String?)? {
        var found: (id: Int64, name: String?)?
        let values: Bindings = ["key": .integer(address.key)]
        try connection.statement(Self.byAddress).prefix(values) { row in
            guard WebAddress.identity(row.string(2)) == address.identity else { return true }
            found = (row.int64(0), row.optionalString(1))
            return false
        }
        return found
    }

    static let byName =
        "SELECT id, text_digest FROM article WHERE name = :name AND removed_at IS NULL"

    func liveArticle(
        named name: String
    ) throws(SQLiteError) -> (id: Int64, digest: [UInt8])? {
        try connection.statement(Self.byName).first(["name": .text(name)]) { row in
            (row.int64(0), row.bytes(1))
        }
    }

    /// Passing over copies costs as many steps of the index; only an import of an archive that keeps
    /// copies asks for any but the first.
    static let byDigest = """
        SELECT id
        FROM article
        WHERE text_digest = :digest AND removed_at IS NULL
        ORDER BY id
        LIMIT 1 OFFSET :copy
        """

    private func liveArticle(
        withDigest digest: [UInt8],
        after copy: Int
    ) throws(SQLiteError) -> Int64? {
        let values: Bindings = ["digest": .blob(digest), "copy": .integer(Int64(copy))]
        return try connection.statement(Self.byDigest).first(values) { $0.int64(0) }
    }

    /// Gives a name to the article whose text it was sent with, if that has none yet, so that the
    /// client finds it by its name and the next upload under it makes a new version.
    private func adopt(_ name: String, for id: Int64) throws(SQLiteError) {
        let statement = try connection.statement(
            "UPDATE article SET name = :name WHERE id = :id AND name IS NULL"
        )
        try statement.run(["name": .text(name), "id": .integer(id)])
        if connection.changes > 0 { pending.hasChanges = true }
    }

    private func keep(_ original: PreparedOriginal) throws(SQLiteError) -> Int64 {
        let known = try connection.statement("SELECT id FROM original WHERE sha256 = :sha256")
            .first(["sha256": .blob(original.sha256)]) { row in row.int64(0) }
        if let known { return known }
        try connection.statement(
            """
            INSERT INTO original (sha256, declared_type, size, bytes)
            VALUES (:sha256, :declared_type, :size, :bytes)
            """
        ).run([
            "sha256": .blob(original.sha256), "declared_type": .text(original.declaredType),
            "size": .integer(Int64(original.size)), "bytes": .blob(original.packed),
        ])
        return connection.lastInsertedRowID
    }

    private func sourceID(_ name: String?) throws(SQLiteError) -> Int64? {
        guard let name else { return nil }
        let known = try connection.statement("SELECT id FROM source WHERE name = :name")
            .first(["name": .text(name)]) { row in row.int64(0) }
        if let known { return known }
        try connection.statement("INSERT INTO source (name, folded) VALUES (:name, :folded)")
            .run(["name": .text(name), "folded": .text(name.lowercased())])
        return connection.lastInsertedRowID
    }

    private static let insertion = """
        INSERT INTO article (id, version, name, search_key, url_key, \(ArticleColumns.list))
        VALUES (:id, :version, :name, :search_key, :url_key, \(ArticleColumns.parameters))
        """

    /// Makes a new article; its number is the next one, or one above it.
    func create(
        _ article: PreparedArticle,
        number: Int64? = nil,
        version: Int = 1,
        name: String?,
        from origin: Origin
    ) throws(SQLiteError) -> Article {
        var values: Bindings = [
            "id": .integer(number), "version": .integer(Int64(version)), "name": .text(name),
        ]
        values.append(try content(of: article, from: origin))
        try connection.statement(Self.insertion).run(values)
        let id = connection.lastInsertedRowID
        try writeParts(of: article, id: id, version: Int64(version))
        try near.add(id, article.shingles)
        pending.articleDelta += 1
        return stored(article, id: id, version: version, name: name, from: origin)
    }

    /// The values of the columns that every current version sets, in their order in the statements.
    private func content(
        of article: PreparedArticle,
        from origin: Origin
    ) throws(SQLiteError) -> Bindings {
        var values: Bindings = [
            "search_key": .integer(try index(article).rawValue),
            "url_key": .integer(article.address?.key),
        ]
        values.append(try columns(of: article, from: origin))
        return values
    }

    /// The values of the columns that every version has, in their order.
    func columns(
        of article: PreparedArticle,
        from origin: Origin
    ) throws(SQLiteError) -> Bindings {
        var values: Bindings = [
            "original_id": .integer(origin.id),
            "received_at": .integer(origin.receivedAt.secondsSince1970),
            "source_id": .integer(try sourceID(article.fields.source)),
        ]
        values.append(article.values)
        return values
    }

    private static let archiving = """
        INSERT INTO article_version (article_id, version, \(ArticleColumns.list))
        SELECT id, version, \(ArticleColumns.list)
        FROM article
        WHERE id = :id
        """
    private static let replacement = """
        UPDATE article
        SET version = :version, search_key = :search_key, url_key = :url_key,
            \(ArticleColumns.assignments)
        WHERE id = :id
        """

    /// Makes a new version of an article, and keeps the one before.
    func update(
        _ id: Int64,
        with article: PreparedArticle,
        from origin: Origin
    ) throws(SQLiteError) -> Article {
        try connection.statement(Self.archiving).run(["id": .integer(id)])
        let (version, name) = try unindex(id)
        var values: Bindings = ["version": .integer(version + 1)]
        values.append(try content(of: article, from: origin))
        values.append("id", .integer(id))
        try connection.statement(Self.replacement).run(values)
        try writeParts(of: article, id: id, version: version + 1)
        try near.add(id, article.shingles)
        return stored(article, id: id, version: Int(version) + 1, name: name, from: origin)
    }

    /// Writes a version's authors, tags, corrections and explanation.
    func writeParts(
        of article: PreparedArticle,
        id: Int64,
        version: Int64
    ) throws(SQLiteError) {
        for (position, author) in article.fields.authors.enumerated() {
            try connection.statement(
                """
                INSERT INTO article_author
                VALUES (:article_id, :version, :position, :name, :role, :organisation)
                """
            ).run([
                "article_id": .integer(id), "version": .integer(version),
                "position": .integer(Int64(position)), "name": .text(author.name),
                "role": .text(author.role), "organisation": .text(author.organisation),
            ])
        }
        let lists = [
            (
                "INSERT INTO article_tag VALUES (:id, :version, :position, :text)",
                article.fields.tags
            ),
            (
                "INSERT INTO article_correction VALUES (:id, :version, :position, :text)",
                article.fields.corrections
            ),
        ]
        for (sql, texts) in lists {
            for (position, text) in texts.enumerated() {
                try connection.statement(sql).run([
                    "id": .integer(id), "version": .integer(version),
                    "position": .integer(Int64(position)), "text": .text(text),
                ])
            }
        }
        try writeExplanation(of: article, id: id, version: version)
    }

    /// Writes how a version was found, in place of what stood there.
    func writeExplanation(
        of article: PreparedArticle,
        id: Int64,
        version: Int64
    ) throws(SQLiteError) {
        try connection.statement(
            "INSERT OR REPLACE INTO explanation VALUES (:article_id, :version, :size, :json)"
        ).run([
            "article_id": .integer(id), "version": .integer(version),
            "size": .integer(Int64(article.explanationSize)), "json": .blob(article.explanation),
        ])
    }

    func stored(
        _ article: PreparedArticle,
        id: Int64,
        version: Int,
        name: String?,
        from origin: Origin
    ) -> Article {
        Article(
            id: id,
            version: version,
            name: name,
            fields: article.fields,
            summary: article.fields.summary,
            wordCount: article.wordCount,
            paragraphCount: article.fields.runningParagraphs.count,
            rawSHA256: origin.sha256Digits,
            receivedAt: origin.receivedAt
        )
    }

    // MARK: The index of words

    /// Has an article's words put in; the number of their row.
    private func index(_ article: PreparedArticle) throws(SQLiteError) -> SearchKey {
        try index(article.terms, published: article.fields.published)
    }

    private func index(
        _ terms: ArticleTerms,
        published: PublicationDate?
    ) throws(SQLiteError) -> SearchKey {
        let length = SearchLength.code(words: terms.length)
        let key = try searchIndex.key(published: published, length: length, in: connection)
        pending.hasChanges = true
        pending.searchLengthDelta += Int64(SearchLength.words(code: length))
        pending.indexing.append(.init(key: key, isRemoval: false, terms: terms))
        return key
    }

    static let searchKey = "SELECT search_key FROM article WHERE id = :id"
    static let setSearchKey = "UPDATE article SET search_key = :key WHERE id = :id"

    /// Takes an article's words and fingerprint out; the index has to be given the very terms that it
    /// was given.
    @discardableResult
    func unindex(_ id: Int64) throws(SQLiteError) -> (version: Int64, name: String?) {
        let article = try rows.required(id)
        let key = try connection.statement(Self.searchKey).first(["id": .integer(id)]) {
            SearchKey(rawValue: $0.int64(0))
        }
        guard let key else {
            preconditionFailure("article \(id) went within its own transaction")
        }
        pending.hasChanges = true
        pending.searchLengthDelta -= Int64(SearchLength.words(code: key.length))
        let terms = ArticleTerms(article.fields)
        pending.indexing.append(.init(key: key, isRemoval: true, terms: terms))
        // So that its place is free for the version that follows.
        try connection.statement(Self.setSearchKey).run([
            "key": .integer(Int64(0)), "id": .integer(id),
        ])
        if let shingles = try near.shingles(of: id) { try near.remove(id, shingles) }
        return (Int64(article.version), article.name)
    }

    /// Takes a stored article's words and fingerprint in again.
    func reindex(_ id: Int64) throws(SQLiteError) {
        let fields = try rows.required(id).fields
        let key = try index(ArticleTerms(fields), published: fields.published)
        try connection.statement(Self.setSearchKey)
            .run(["key": .integer(key.rawValue), "id": .integer(id)])
        if let shingles = try near.shingles(of: id) { try near.add(id, shingles) }
    }

    /// Writes what was gathered: the words and the store's own figures.
    func finish() throws(SQLiteError) {
        guard pending.hasChanges else { return }
        try searchIndex.write(pending.indexing, to: connection)
        try connection.statement(
            """
            UPDATE store_state
            SET generation = generation + 1,
                article_count = article_count + :articles,
                search_length = search_length + :length
            WHERE id = 1
            """
        ).run([
            "articles": .integer(pending.articleDelta),
            "length": .integer(pending.searchLengthDelta),
        ])
    }
}
