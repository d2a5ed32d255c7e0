import CSQLite

/// One row of a statement's answer; it ends when the statement steps on.
///
/// Columns count from 0. A column is read as the type asked for, by SQLite's rules of conversion.
public struct Row: ~Copyable {
    let statement: OpaquePointer

    /// Whether a column is `NULL`.
    public func isNull(_ column: Int) -> Bool {
        sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL
    }

    /// A whole number; 0 for `NULL`.
    public func int64(_ column: Int) -> Int64 {
        sqlite3_column_int64(statement, Int32(column))
    }

    /// A whole number; 0 for `NULL`.
    public func int(_ column: Int) -> Int {
        Int(int64(column))
    }

    /// A whole number, or `nil` for `NULL`.
    public func optionalInt64(_ column: Int) -> Int64? {
        isNull(column) ? nil : int64(column)
    }

    /// A number; 0 for `NULL`.
    public func double(_ column: Int) -> Double {
        sqlite3_column_double(statement, Int32(column))
    }

    /// A text; empty for `NULL`.
    public func string(_ column: Int) -> String {
        withBytes(column) { String(decoding: $0, as: UTF8.self) }
    }

    /// A text, or `nil` for `NULL`.
    public func optionalString(_ column: Int) -> String? {
        isNull(column) ? nil : string(column)
    }

    /// A copy of a blob's or a text's bytes; empty for `NULL`.
    public func bytes(_ column: Int) -> [UInt8] {
        withBytes(column) { Array($0) }
    }

    /// Lends a blob's or a text's bytes where SQLite has them, without a copy.
    public func withBytes<Result, Failure: Error>(
        _ column: Int,
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let column = Int32(column)
        // The order matters: sqlite3_column_blob may convert, and then the count is another one.
        let start = sqlite3_column_blob(statement, column)
        let count = Int(sqlite3_column_bytes(statement, column))
        return try body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
    }
}
