import SQLite

/// Reads an article's text from a row, as it is or packed by its original.
enum StoredText {
    /// Four columns of a version's table joined with its original: the text, the packed text, and
    /// where that is there, the original's bytes and size.
    static func columns(of table: String) -> String {
        """
        \(table).text, \(table).packed_text,
            CASE WHEN \(table).packed_text IS NOT NULL THEN original.bytes END, original.size
        """
    }

    /// Lends the text's bytes of a row that has those columns from `column` on.
    ///
    /// - Throws: What `read` throws, and that the text is damaged.
    static func withBytes<Result>(
        _ row: borrowing Row,
        at column: Int,
        by unpacker: TextUnpacker,
        _ read: (UnsafeRawBufferPointer) throws(SQLiteError) -> Result
    ) throws(SQLiteError) -> Result {
        guard !row.isNull(column + 1) else {
            return try row.withBytes(column) { text throws(SQLiteError) in try read(text) }
        }
        let size = row.int(column + 3)
        let result = try row.withBytes(column + 1) { packed throws(SQLiteError) in
            try row.withBytes(column + 2) { original throws(SQLiteError) in
                try unpacker.withText(packed, by: original, size: size, read)
            }
        }
        guard let result else { throw SQLiteError(damage: "a packed text cannot be unpacked") }
        return result
    }
}
