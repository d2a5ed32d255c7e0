import CSQLite

/// The row that a full-text search stands on, as an auxiliary function sees it.
///
/// Phrases count from 0 in the order of the MATCH expression, those behind NOT included.
public struct FTS5Match: ~Copyable {
    let functions: UnsafePointer<Fts5ExtensionApi>
    let context: OpaquePointer

    /// The row's number.
    public var rowID: Int64 { functions.pointee.xRowid(context) }

    /// How many phrases the expression has.
    public var phraseCount: Int { Int(functions.pointee.xPhraseCount(context)) }

    /// How many tokens a phrase has.
    public func tokenCount(ofPhrase phrase: Int) -> Int {
        Int(functions.pointee.xPhraseSize(context, Int32(phrase)))
    }

    /// How many rows the table has.
    public func rowCount() throws(SQLiteError) -> Int64 {
        var count: Int64 = 0
        try check(functions.pointee.xRowCount(context, &count))
        return count
    }

    /// Calls `body` with the column of each place where a phrase stands in this row.
    @inline(__always)
    public func forEachPosition(
        ofPhrase phrase: Int32,
        _ body: (_ column: Int32) -> Void
    ) throws(SQLiteError) {
        var iterator = Fts5PhraseIter()
        var column: Int32 = -1
        var offset: Int32 = 0
        try check(
            functions.pointee.xPhraseFirst(context, phrase, &iterator, &column, &offset)
        )
        while column >= 0 {
            body(column)
            functions.pointee.xPhraseNext(context, &iterator, &column, &offset)
        }
    }

    /// How many rows of the table have a phrase; costs a walk through its postings.
    public func rowCount(withPhrase phrase: Int) throws(SQLiteError) -> Int64 {
        var count: Int64 = 0
        try check(
            functions.pointee.xQueryPhrase(context, Int32(phrase), &count) { _, _, count in
                count?.assumingMemoryBound(to: Int64.self).pointee += 1
                return SQLITE_OK
            }
        )
        return count
    }

    @inline(__always)
    private func check(_ code: Int32) throws(SQLiteError) {
        guard code == SQLITE_OK else { throw SQLiteError(extendedCode: code, database: nil) }
    }
}
