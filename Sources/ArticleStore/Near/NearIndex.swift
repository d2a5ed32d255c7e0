import SQLite

/// Finds and groups the articles with nearly the same text, within the writer's transaction.
///
/// A group is named by its first article, the one with the lowest number; the others are its copies
/// and have a row each. An article joins the group of the text it is most like, and leaves it when it
/// is removed or gets a text that is no copy any more.
struct NearIndex {
    let connection: Connection

    /// How many articles with one of the keys are looked at, the newest: a run of words that more
    /// have is a site's standing phrase, or belongs to a group whose other keys find it as well.
    static let maximumShared = 16
    /// How many texts are compared, those with the most keys in common.
    static let maximumCompared = 6

    // MARK: What the writer does

    /// Takes a text in and puts its article in a group.
    ///
    /// `isNewest` says that no article has a higher number, so that readers who know the groups need
    /// only look for newer copies.
    func add(_ id: Int64, _ shingles: Shingles, isNewest: Bool) throws(SQLiteError) {
        guard shingles.isTelling else { return }
        if let like = try nearest(to: shingles, except: id) {
            try join(id, groupOf: like, isNewest: isNewest)
        }
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

    /// The article whose text is most like another, where that is a near copy.
    private func nearest(to shingles: Shingles, except id: Int64) throws(SQLiteError) -> Int64? {
        var shared: [Int64: Int] = [:]
        for key in shingles.keys {
            let values: Bindings = [
                "key": .integer(key), "limit": .integer(Int64(Self.maximumShared)),
            ]
            try connection.statement(Self.byKey).forEach(values) { row in
                shared[row.int64(0), default: 0] += 1
            }
        }
        shared[id] = nil
        let candidates = shared.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
        var best: (id: Int64, resemblance: Double)?
        for (candidate, _) in candidates.prefix(Self.maximumCompared) {
            guard let other = try self.shingles(of: candidate), shingles.isNearCopy(of: other)
            else { continue }
            let resemblance = shingles.resemblance(to: other)
            if resemblance > best?.resemblance ?? 0 { best = (candidate, resemblance) }
        }
        return best?.id
    }

    static let byKey = """
        SELECT article_id
        FROM near_key
        WHERE key = :key
        ORDER BY article_id DESC
        LIMIT :limit
        """
    static let textQuery = "SELECT text FROM article WHERE id = :id AND removed_at IS NULL"

    /// The runs of a stored text; `nil` where the article is not there.
    func shingles(of id: Int64) throws(SQLiteError) -> Shingles? {
        try connection.statement(Self.textQuery).first(["id": .integer(id)]) { row in
            row.withBytes(0) { Shingles(utf8: $0.bindMemory(to: UInt8.self)) }
        }
    }

    // MARK: Groups

    static let firstQuery = "SELECT first_id FROM near_copy WHERE article_id = :id"
    static let copiesQuery = """
        SELECT article_id
        FROM near_copy
        WHERE first_id = :id
        ORDER BY article_id
        """
    static let insertCopy = "INSERT OR REPLACE INTO near_copy VALUES (:id, :first)"
    static let deleteCopy = "DELETE FROM near_copy WHERE article_id = :id"
    static let rename = """
        UPDATE near_copy
        SET first_id = :first
        WHERE first_id = :old
        """
    static let advance = "UPDATE store_state SET near_epoch = near_epoch + 1 WHERE id = 1"

    private func join(_ id: Int64, groupOf other: Int64, isNewest: Bool) throws(SQLiteError) {
        let first =
            try connection.statement(Self.firstQuery).first(["id": .integer(other)]) { $0.int64(0) }
            ?? other
        guard first != id else { return }
        if id > first {
            try insert(copy: id, of: first)
        } else {
            try rename(first, to: id)
            try insert(copy: first, of: id)
        }
        if !isNewest { try connection.statement(Self.advance).run() }
    }

    private func leave(_ id: Int64) throws(SQLiteError) {
        try connection.statement(Self.deleteCopy).run(["id": .integer(id)])
        var hasChanged = connection.changes > 0
        let copies = try connection.statement(Self.copiesQuery).map(["id": .integer(id)]) {
            $0.int64(0)
        }
        if let next = copies.first {
            try connection.statement(Self.deleteCopy).run(["id": .integer(next)])
            try rename(id, to: next)
            hasChanged = true
        }
        if hasChanged { try connection.statement(Self.advance).run() }
    }

    private func insert(copy id: Int64, of first: Int64) throws(SQLiteError) {
        try connection.statement(Self.insertCopy).run([
            "id": .integer(id), "first": .integer(first),
        ])
    }

    private func rename(_ old: Int64, to first: Int64) throws(SQLiteError) {
        try connection.statement(Self.rename).run([
            "first": .integer(first), "old": .integer(old),
        ])
    }
}
