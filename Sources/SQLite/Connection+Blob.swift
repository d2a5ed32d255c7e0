import CSQLite

extension Connection {
    /// Reads a part of a row's blob without the rest of it.
    ///
    /// The blob is open for this call only, so that no snapshot of the log outlives it. It costs one
    /// look at each page of the blob before the part.
    ///
    /// - Parameters:
    ///   - table: The table.
    ///   - column: The column that has the blob.
    ///   - row: The row's `rowid`.
    ///   - range: The part, in bytes of the blob.
    /// - Returns: The part's bytes.
    /// - Throws: What SQLite says where there is no such row, no blob or no such part.
    public func blob(
        in table: String,
        _ column: String,
        row: Int64,
        _ range: Range<Int>
    ) throws(SQLiteError) -> [UInt8] {
        var blob: OpaquePointer?
        let opened = sqlite3_blob_open(handle, "main", table, column, row, 0, &blob)
        defer { sqlite3_blob_close(blob) }
        guard opened == SQLITE_OK else {
            throw SQLiteError(extendedCode: opened, database: handle)
        }
        // Before any memory is taken; it is also what SQLite says of a part beyond the end.
        guard range.lowerBound >= 0, range.upperBound <= Int(sqlite3_blob_bytes(blob)) else {
            throw SQLiteError(extendedCode: SQLITE_ERROR, database: nil)
        }
        var code = SQLITE_OK
        let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
            code = sqlite3_blob_read(
                blob,
                buffer.baseAddress,
                Int32(range.count),
                Int32(range.lowerBound)
            )
            count = code == SQLITE_OK ? range.count : 0
        }
        guard code == SQLITE_OK else { throw SQLiteError(extendedCode: code, database: handle) }
        return bytes
    }
}
