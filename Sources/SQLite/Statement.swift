import CSQLite

/// A prepared statement: compiled once, run many times with other values.
///
/// It belongs to its connection's queue or thread, and runs once at a time: asking it anew from
/// within its own rows is a programming error and traps.
public final class Statement {
    /// The statement as written.
    public let sql: String
    private let handle: OpaquePointer
    /// The names of its parameters without their colon; the first stands at SQLite's index 1.
    private let parameters: [String]
    private var isRunning = false

    /// Compiles a statement.
    init(_ sql: String, database: OpaquePointer, isPersistent: Bool) throws(SQLiteError) {
        var handle: OpaquePointer?
        var rest = 0
        var sql = sql
        let flags = isPersistent ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
        let code = sql.withUTF8 { utf8 in
            utf8.withMemoryRebound(to: CChar.self) { text in
                var tail: UnsafePointer<CChar>?
                let code = sqlite3_prepare_v3(
                    database,
                    text.baseAddress,
                    Int32(text.count),
                    flags,
                    &handle,
                    &tail
                )
                if let tail, let start = text.baseAddress { rest = text.count - (tail - start) }
                return code
            }
        }
        guard code == SQLITE_OK else {
            throw SQLiteError(extendedCode: code, database: database, sql: sql)
        }
        guard let handle else { preconditionFailure("no statement in: \(sql)") }
        precondition(
            sql.utf8.suffix(rest).allSatisfy { $0 <= 0x20 },
            "two statements in one: \(sql)"
        )
        self.sql = sql
        self.handle = handle
        parameters = (0..<sqlite3_bind_parameter_count(handle)).map { index in
            let name = sqlite3_bind_parameter_name(handle, index + 1)
            return name.map { String(String(cString: $0).dropFirst()) } ?? ""
        }
    }

    deinit {
        // What it reports is the failure of its last run, which was thrown already.
        sqlite3_finalize(handle)
    }

    /// Runs the statement to its end; rows are passed over.
    public func run(_ bindings: Bindings = [:]) throws(SQLiteError) {
        try start(bindings)
        defer { reset() }
        while try step() {}
    }

    /// Reads the first row, if there is one.
    public func first<Result>(
        _ bindings: Bindings = [:],
        _ read: (borrowing Row) throws(SQLiteError) -> Result
    ) throws(SQLiteError) -> Result? {
        try start(bindings)
        defer { reset() }
        guard try step() else { return nil }
        return try read(Row(statement: handle))
    }

    /// Reads all the rows in order.
    public func forEach(
        _ bindings: Bindings = [:],
        _ read: (borrowing Row) throws(SQLiteError) -> Void
    ) throws(SQLiteError) {
        try prefix(bindings) { row throws(SQLiteError) in
            try read(row)
            return true
        }
    }

    /// Reads rows in order for as long as `read` returns `true`.
    public func prefix(
        _ bindings: Bindings = [:],
        while read: (borrowing Row) throws(SQLiteError) -> Bool
    ) throws(SQLiteError) {
        try start(bindings)
        defer { reset() }
        while try step(), try read(Row(statement: handle)) {}
    }

    /// What `read` makes of each row, in order.
    public func map<Result>(
        _ bindings: Bindings = [:],
        _ read: (borrowing Row) throws(SQLiteError) -> Result
    ) throws(SQLiteError) -> [Result] {
        var results: [Result] = []
        try forEach(bindings) { row throws(SQLiteError) in results.append(try read(row)) }
        return results
    }

    private func start(_ bindings: Bindings) throws(SQLiteError) {
        precondition(!isRunning, "run within its own rows: \(sql)")
        for (position, pair) in bindings.pairs.enumerated() {
            try bind(pair.value, at: index(of: pair.name, expectedAt: position))
        }
        isRunning = true
    }

    private func index(of name: String, expectedAt position: Int) -> Int32 {
        if position < parameters.count, parameters[position] == name { return Int32(position + 1) }
        guard let found = parameters.firstIndex(of: name) else {
            preconditionFailure("no parameter :\(name) in: \(sql)")
        }
        return Int32(found + 1)
    }

    private func bind(_ value: Value, at index: Int32) throws(SQLiteError) {
        let code =
            switch value {
            case .null: sqlite3_bind_null(handle, index)
            case .integer(let number): sqlite3_bind_int64(handle, index, number)
            case .real(let number): sqlite3_bind_double(handle, index, number)
            case .text(var text):
                text.withUTF8 { utf8 in
                    utf8.withMemoryRebound(to: CChar.self) { characters in
                        sqlite3_bind_text64(
                            handle,
                            index,
                            characters.baseAddress ?? emptyText,
                            UInt64(characters.count),
                            transient,
                            UInt8(SQLITE_UTF8)
                        )
                    }
                }
            case .blob(let bytes):
                bytes.withUnsafeBytes { buffer in
                    buffer.isEmpty
                        ? sqlite3_bind_zeroblob(handle, index, 0)
                        : sqlite3_bind_blob64(
                            handle,
                            index,
                            buffer.baseAddress,
                            UInt64(buffer.count),
                            transient
                        )
                }
            }
        guard code == SQLITE_OK else { throw error(code) }
    }

    private func step() throws(SQLiteError) -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw error(code)
        }
    }

    private func reset() {
        // It repeats the error of the last step, which was thrown already.
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
        isRunning = false
    }

    private func error(_ code: Int32) -> SQLiteError {
        let database = sqlite3_db_handle(handle)
        let extended = sqlite3_extended_errcode(database)
        return SQLiteError(
            extendedCode: extended & 0xFF == code & 0xFF ? extended : code,
            database: database,
            sql: sql
        )
    }
}

/// Tells SQLite to copy a bound value before the call returns.
let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

/// What an empty text is bound from: a null pointer would bind `NULL`.
private nonisolated(unsafe) let emptyText: UnsafePointer<CChar> = {
    let byte = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
    byte.pointee = 0
    return UnsafePointer(byte)
}()
