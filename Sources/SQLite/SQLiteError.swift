import CSQLite

/// Why SQLite did not do what it was asked to.
public struct SQLiteError: Error, Equatable, CustomStringConvertible {
    /// The primary result code: `SQLITE_FULL` is 13.
    public let code: Int32
    /// The extended result code; its low byte is `code`.
    public let extendedCode: Int32
    /// The operating system's `errno` behind an I/O error, 0 where there was none.
    public let systemCode: Int32
    /// SQLite's own words.
    public let message: String
    /// The statement, with its parameters' names and never their values; `nil` where there was none.
    public let sql: String?

    /// What a row holds cannot be read, which SQLite does not see: as if it had reported damage itself.
    public init(damage: String) {
        code = SQLITE_CORRUPT
        extendedCode = SQLITE_CORRUPT
        systemCode = 0
        message = damage
        sql = nil
    }

    /// The error that a connection reports of its last call.
    init(extendedCode: Int32, database: OpaquePointer?, sql: String? = nil) {
        self.extendedCode = extendedCode
        code = extendedCode & 0xFF
        if let database, sqlite3_errcode(database) & 0xFF == extendedCode & 0xFF {
            message = String(cString: sqlite3_errmsg(database))
            systemCode = sqlite3_system_errno(database)
        } else {
            message = String(cString: sqlite3_errstr(extendedCode))
            systemCode = database.map { sqlite3_system_errno($0) } ?? 0
        }
        self.sql = sql
    }

    /// The code, the message and the statement, for a log.
    public var description: String {
        "SQLite \(extendedCode): \(message)" + (sql.map { " in: \($0)" } ?? "")
    }
}
