import Articles
import Migrations
import SQLite

/// The keys in a store's file, for the commands that make, list and revoke them; a server that runs
/// on the same file sees each change with its next request.
public final class KeyStore {
    private let connection: Connection

    /// Opens a store's file, makes it where there is none, and brings it to this program's schema.
    public init(path: String) throws(StoreError) {
        connection = try Schema(
            path: path,
            migrations: Migrations.all,
            maximumPages: nil,
            busyMilliseconds: 5_000
        ).open { _ in }
    }

    /// Keeps a key by its SHA-256.
    ///
    /// - Returns: Its number.
    public func add(
        digest: [UInt8],
        name: String,
        scopes: Set<KeyScope>,
        at moment: Timestamp
    ) throws(StoreError) -> Int64 {
        try storeErrors { () throws(SQLiteError) in
            try connection.statement(
                """
                INSERT INTO api_key (digest, name, scopes, created_at)
                VALUES (:digest, :name, :scopes, :created_at)
                """
            ).run([
                "digest": .blob(digest), "name": .text(name),
                "scopes": .text(scopes.map(\.rawValue).sorted().joined(separator: " ")),
                "created_at": .integer(moment.secondsSince1970),
            ])
            return connection.lastInsertedRowID
        }
    }

    /// All keys, those that were revoked too, in the order in which they were made.
    public func all() throws(StoreError) -> [Key] {
        try storeErrors { () throws(SQLiteError) in
            try connection.statement(
                "SELECT id, name, scopes, created_at, revoked_at FROM api_key ORDER BY id"
            ).map { row in Key(row) }
        }
    }

    /// Revokes a key; whether there was one of that number that still counted.
    public func revoke(_ id: Int64, at moment: Timestamp) throws(StoreError) -> Bool {
        try storeErrors { () throws(SQLiteError) in
            try connection.statement(
                """
                UPDATE api_key
                SET revoked_at = :revoked_at
                WHERE id = :id AND revoked_at IS NULL
                """
            ).run(["revoked_at": .integer(moment.secondsSince1970), "id": .integer(id)])
            return connection.changes > 0
        }
    }
}

extension Key {
    /// Reads number, name, scopes, creation and revocation.
    init(_ row: borrowing Row) {
        self.init(
            id: row.int64(0),
            name: row.string(1),
            scopes: Set(
                row.string(2).split(separator: " ").compactMap { KeyScope(rawValue: String($0)) }
            ),
            createdAt: Timestamp(secondsSince1970: row.int64(3)),
            revokedAt: row.optionalInt64(4).map { Timestamp(secondsSince1970: $0) }
        )
    }
}

extension SQLiteArticleReader {
    static let keyByDigest = """
        SELECT id, name, scopes, created_at, revoked_at
        FROM api_key
        WHERE digest = :digest AND revoked_at IS NULL
        """

    func key(withDigest digest: [UInt8]) throws(StoreError) -> Key? {
        try storeErrors { () throws(SQLiteError) in
            try connection.statement(Self.keyByDigest).first(["digest": .blob(digest)]) { row in
                Key(row)
            }
        }
    }

    func hasKeys() throws(StoreError) -> Bool {
        try storeErrors { () throws(SQLiteError) in
            try connection.statement(
                "SELECT EXISTS (SELECT 1 FROM api_key WHERE revoked_at IS NULL)"
            ).first { row in row.int(0) == 1 } ?? false
        }
    }
}
