import CSQLite

/// A connection to a database file.
///
/// It belongs to one queue or thread at a time: SQLite is opened without its own locks. Text in
/// double quotes is never a string, extensions cannot be loaded, and the schema of a file made by
/// somebody else cannot run functions with effects (`SQLITE_DBCONFIG_DEFENSIVE`, `trusted_schema`).
public final class Connection {
    /// What a connection may do.
    public enum Mode: Sendable {
        /// Read a file that is there.
        case readOnly
        /// Read and write a file that is there.
        case readWrite
        /// Read and write, and make the file if need be.
        case create
    }

    /// How a transaction begins.
    public enum Transaction: String, Sendable {
        /// It locks nothing until it reads or writes.
        case deferred = "BEGIN DEFERRED"
        /// It is the writer from its start.
        case immediate = "BEGIN IMMEDIATE"
    }

    let handle: OpaquePointer
    private var statements: [String: Statement] = [:]
    private var progress: ProgressHandler?
    private let maximumStatements = 256
    /// Where the index of the write-ahead log lies, as long as the connection is open.
    private(set) lazy var logIndex: UnsafeRawPointer? = findLogIndex()

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - path: The file; `:memory:` for a database that ends with the connection.
    ///   - mode: What the connection may do.
    ///   - busyMilliseconds: How long to wait for another connection's lock before giving up.
    /// - Throws: What SQLite says of a file that cannot be opened.
    public init(
        path: String,
        mode: Mode = .create,
        busyMilliseconds: Int32 = 5_000
    ) throws(SQLiteError) {
        let access =
            switch mode {
            case .readOnly: SQLITE_OPEN_READONLY
            case .readWrite: SQLITE_OPEN_READWRITE
            case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
            }
        _ = Self.isConfigured
        var opened: OpaquePointer?
        let flags = access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
        let code = sqlite3_open_v2(path, &opened, flags, nil)
        guard code == SQLITE_OK, let opened else {
            let error = SQLiteError(extendedCode: code, database: opened)
            sqlite3_close_v2(opened)
            throw error
        }
        handle = opened
        sqlite3_busy_timeout(opened, busyMilliseconds)
        for (option, isOn) in Self.options {
            let code = csqlite_set_switch(opened, option, isOn)
            guard code == SQLITE_OK else {
                throw SQLiteError(extendedCode: code, database: opened)
            }
        }
    }

    /// Set up once for the process, before the first connection.
    private static let isConfigured = csqlite_count_no_memory() == SQLITE_OK

    private static let options: [(Int32, Int32)] = [
        (SQLITE_DBCONFIG_DQS_DML, 0), (SQLITE_DBCONFIG_DQS_DDL, 0),
        (SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0), (SQLITE_DBCONFIG_DEFENSIVE, 1),
        (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
    ]

    deinit {
        statements = [:]
        // Statements still alive elsewhere keep it open until they end (`sqlite3_close_v2`).
        sqlite3_close_v2(handle)
    }

    /// Runs statements that take no values and whose rows nobody reads.
    public func execute(_ sql: String) throws(SQLiteError) {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else {
            throw SQLiteError(extendedCode: code, database: handle, sql: sql)
        }
    }

    /// The statement, compiled at its first use and kept.
    ///
    /// The 256 first distinct texts are kept; when there are more, all are let go and kept anew.
    public func statement(_ sql: String) throws(SQLiteError) -> Statement {
        if let statement = statements[sql] { return statement }
        if statements.count >= maximumStatements { statements = [:] }
        let statement = try Statement(sql, database: handle, isPersistent: true)
        statements[sql] = statement
        return statement
    }

    /// Compiles a statement for one use.
    public func prepare(_ sql: String) throws(SQLiteError) -> Statement {
        try Statement(sql, database: handle, isPersistent: false)
    }

    /// The file's absolute path with links followed; empty for a database in memory.
    public var path: String {
        sqlite3_db_filename(handle, "main").map { String(cString: $0) } ?? ""
    }

    /// The number of the row inserted last.
    public var lastInsertedRowID: Int64 { sqlite3_last_insert_rowid(handle) }

    /// How many rows the last statement changed.
    public var changes: Int { Int(sqlite3_changes64(handle)) }

    /// Whether a transaction is open; SQLite ends one by itself after some errors.
    public var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    /// Runs `body` in a transaction: committed when it returns, undone when it throws.
    public func transaction<Result>(
        _ kind: Transaction = .immediate,
        _ body: () throws(SQLiteError) -> Result
    ) throws(SQLiteError) -> Result {
        try statement(kind.rawValue).run()
        do throws(SQLiteError) {
            let result = try body()
            try statement("COMMIT").run()
            return result
        } catch {
            rollback()
            throw error
        }
    }

    /// Runs `body` in a savepoint: kept when it returns, undone alone when it throws.
    public func savepoint<Result>(
        _ body: () throws(SQLiteError) -> Result
    ) throws(SQLiteError) -> Result {
        try statement("SAVEPOINT part").run()
        do throws(SQLiteError) {
            let result = try body()
            try statement("RELEASE part").run()
            return result
        } catch {
            if isInTransaction {
                try statement("ROLLBACK TO part").run()
                try statement("RELEASE part").run()
            }
            throw error
        }
    }

    /// Undoes the open transaction, if there is one.
    public func rollback() {
        guard isInTransaction else { return }
        // A rollback fails only where SQLite has rolled back by itself.
        sqlite3_exec(handle, "ROLLBACK", nil, nil, nil)
    }

    /// Reads a setting: `pragma("user_version")`.
    public func pragma(_ name: String) throws(SQLiteError) -> Int64 {
        try prepare("PRAGMA \(name)").first { row in row.int64(0) } ?? 0
    }

    /// Folds the write-ahead log into the file and empties it, as far as readers allow.
    public func truncateLog() throws(SQLiteError) {
        let code = sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
        guard code == SQLITE_OK else {
            throw SQLiteError(extendedCode: code, database: handle)
        }
    }

    /// Calls `mayGoOn` after every `steps` steps of SQLite's machine.
    ///
    /// `false` ends the statement with `SQLITE_INTERRUPT`; `nil` asks no more.
    public func setProgressHandler(every steps: Int32 = 1_000, _ mayGoOn: (() -> Bool)?) {
        guard let mayGoOn else {
            sqlite3_progress_handler(handle, 0, nil, nil)
            progress = nil
            return
        }
        let handler = ProgressHandler(mayGoOn: mayGoOn)
        progress = handler
        sqlite3_progress_handler(
            handle,
            steps,
            { context in
                guard let context else { return 0 }
                let handler = Unmanaged<ProgressHandler>.fromOpaque(context).takeUnretainedValue()
                return handler.mayGoOn() ? 0 : 1
            },
            Unmanaged.passUnretained(handler).toOpaque()
        )
    }

    /// Ends the statement under way with `SQLITE_INTERRUPT`.
    public func interrupt() { sqlite3_interrupt(handle) }
}

/// Keeps a closure where C code can point to it.
private final class ProgressHandler {
    let mayGoOn: () -> Bool
    init(mayGoOn: @escaping () -> Bool) { self.mayGoOn = mayGoOn }
}
