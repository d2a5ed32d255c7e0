import SQLite

/// Computes for the articles of a file that was migrated what SQL cannot: it runs at the end of the
/// migration's transaction, on the tables as they are now.
struct Backfill {
    let connection: Connection
    /// The version of the schema that the file had.
    let version: Int

    /// Computes what is missing; `progress` is told how many articles are done, and of how many.
    func run(_ progress: (_ done: Int, _ total: Int) -> Void) throws(SQLiteError) {
        guard version < 2 else { return }
        let near = NearIndex(connection: connection)
        let total = try connection.prepare(Self.count).first { $0.int(0) } ?? 0
        var after: Int64 = 0
        var done = 0
        // In portions: a statement does not run within its own rows.
        while true {
            let values: Bindings = ["after": .integer(after)]
            let rows = try connection.statement(Self.portion).map(values) { row in
                (id: row.int64(0), url: row.optionalString(1))
            }
            guard let last = rows.last else { return }
            for (id, url) in rows {
                if let address = url.flatMap(AddressKey.init) {
                    try connection.statement(Self.setAddress).run([
                        "key": .integer(address.key), "id": .integer(id),
                    ])
                }
                if let shingles = try near.shingles(of: id) {
                    try near.add(id, shingles)
                }
            }
            after = last.id
            done += rows.count
            progress(done, total)
        }
    }

    static let count = "SELECT count(*) FROM article"
    static let portion = """
        SELECT id, url
        FROM article
        WHERE id > :after
        ORDER BY id
        LIMIT 1000
        """
    static let setAddress = "UPDATE article SET url_key = :key WHERE id = :id"
}
