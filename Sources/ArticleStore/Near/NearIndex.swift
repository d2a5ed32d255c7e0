import SQLite

/// Finds and groups the articles with nearly the same text, within the writer's transaction.
///
/// A group is named by its first article, the one with the lowest number. An article joins the groups of
/// the texts that it is a copy of, which become one, and leaves when it is removed or gets another text.
struct NearIndex {
    let connection: Connection
    private let unpacker = TextUnpacker()

    init(connection: Connection) { self.connection = connection }

    /// How many articles with one of the keys are looked at, the newest: a run of words that more
    /// have is a site's standing phrase, or belongs to a group whose other keys find it as well.
    static let maximumShared = 16
    /// How many texts are compared, those with the most keys in common.
    static let maximumCompared = 6

    // MARK: What the writer does

    /// Takes a text in and puts its article in a group.
    func add(_ id: Int64, _ shingles: Shingles) throws(SQLiteError) {
        guard shingles.isTelling else { return }
        let others = try copies(of: shingles, except: id)
        if !others.isEmpty { try join(id, others) }
        let statement = try connection.statement(Self.insertKey)
        for key in shingles.keys {
            try statement.run(["key": .integer(key), "id": .integer(id)])
        }
    }

    /// Takes a text out, and its article out of its group.
    func remove(_ id: Int64, _ shingles: Shingles) throws(SQLiteError) {
        let statement = try connection.statement(Self.deleteKey)
        for key in shingles.keys {
            try statement.run(["key": .integer(key), "id": .integer(id)])
        }
        try leave(id)
    }

    static let insertKey = "INSERT OR IGNORE INTO near_key VALUES (:key, :id)"
    static let deleteKey = "DELETE FROM near_key WHERE key = :key AND article_id = :id"

    // MARK: Finding

    /// The articles that a text is a near copy of.
    private func copies(of shingles: Shingles, except id: Int64) throws(SQLiteError) -> [Int64] {
        var shared: [Int64: Int] = [:]
        let statement = try connection.statement(Self.byKey)
        for key in shingles.keys {
            let values: Bindings = [
                "key": .integer(key), "limit": .integer(Int64(Self.maximumShared)),
            ]
            try statement.forEach(values) { row in shared[row.int64(0), default: 0] += 1 }
        }
        shared[id] = nil
        let candidates = shared.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
        guard !candidates.isEmpty else { return [] }
        let hashes = shingles.hashes
        var copies: [Int64] = []
        for (candidate, _) in candidates.prefix(Self.maximumCompared) {
            if let other = try self.shingles(of: candidate),
                Shingles.areNearCopies(hashes, other.hashes)
            {
                copies.append(candidate)
            }
        }
        return copies
    }

    static let byKey = """
        SELECT article_id
        FROM near_key
        WHERE key = :key
        ORDER BY article_id DESC
        LIMIT :limit
        """
    static let textQuery = """
        SELECT \(StoredText.columns(of: "article"))
        FROM article
        JOIN original ON original.id = article.original_id
        WHERE article.id = :id AND removed_at IS NULL
        """

    /// The runs of a stored text; `nil` where the article is not there.
    func shingles(of id: Int64) throws(SQLiteError) -> Shingles? {
        try connection.statement(Self.textQuery).first(["id": .integer(id)]) {
            row throws(SQLiteError) in
            try StoredText.withBytes(row, at: 0, by: unpacker) {
                Shingles(utf8: $0.bindMemory(to: UInt8.self))
            }
        }
    }

    // MARK: Groups

    static let firstQuery = "SELECT first_id FROM near_member WHERE article_id = :id"
    static let membersQuery = """
        SELECT article_id
        FROM near_member
        WHERE first_id = :first
        ORDER BY article_id
        """
    static let insertMember = """
        INSERT INTO near_member (article_id, first_id, search_key)
        SELECT id, :first, search_key
        FROM article
        WHERE id = :id
        """
    static let deleteMember = "DELETE FROM near_member WHERE article_id = :id"
    static let rename = """
        UPDATE near_member
        SET first_id = :first
        WHERE first_id = :old
        """
    static let setSearchKey = """
        UPDATE near_member
        SET search_key = :key
        WHERE article_id = :id
        """

    private func join(_ id: Int64, _ others: [Int64]) throws(SQLiteError) {
        var firsts: Set<Int64> = []
        for other in others {
            if let first = try first(of: other) {
                firsts.insert(first)
            } else {
                try insert(other, under: other)
                firsts.insert(other)
            }
        }
        let first = firsts.reduce(id, min)
        for old in firsts where old != first { try rename(old, to: first) }
        try insert(id, under: first)
    }

    private func leave(_ id: Int64) throws(SQLiteError) {
        guard let first = try first(of: id) else { return }
        try connection.statement(Self.deleteMember).run(["id": .integer(id)])
        // The two that may have to be known, however many there are.
        var left: [Int64] = []
        try connection.statement(Self.membersQuery).prefix(["first": .integer(first)]) { row in
            left.append(row.int64(0))
            return left.count < 2
        }
        if left.count == 1 {
            try connection.statement(Self.deleteMember).run(["id": .integer(left[0])])
        } else if first == id {
            try rename(id, to: left[0])
        }
    }

    private func first(of id: Int64) throws(SQLiteError) -> Int64? {
        try connection.statement(Self.firstQuery).first(["id": .integer(id)]) { $0.int64(0) }
    }

    private func insert(_ id: Int64, under first: Int64) throws(SQLiteError) {
        try connection.statement(Self.insertMember).run([
            "first": .integer(first), "id": .integer(id),
        ])
    }

    private func rename(_ old: Int64, to first: Int64) throws(SQLiteError) {
        try connection.statement(Self.rename).run([
            "first": .integer(first), "old": .integer(old),
        ])
    }
}
