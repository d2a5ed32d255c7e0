import CSQLite

extension Connection {
    /// Copies the database to a new file, as of one moment, while others read and write.
    ///
    /// The file is never copied byte by byte instead: what is in the log would be missing, and
    /// closing the copied file would drop this process's locks.
    ///
    /// - Parameters:
    ///   - path: The new file.
    ///   - progress: Told after every 8 MB how many pages are copied, and of how many.
    /// - Throws: What SQLite says of the source or of the file that is written.
    public func backUp(
        to path: String,
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws(SQLiteError) {
        let target = try Connection(path: path)
        // One snapshot for all the steps: without it, each commit of another connection would have
        // the copy begin anew.
        try transaction(.deferred) { () throws(SQLiteError) in
            _ = try pragma("schema_version")
            guard let backup = sqlite3_backup_init(target.handle, "main", handle, "main") else {
                throw SQLiteError(
                    extendedCode: sqlite3_extended_errcode(target.handle),
                    database: target.handle
                )
            }
            var stepped = SQLITE_OK
            while stepped == SQLITE_OK {
                stepped = sqlite3_backup_step(backup, Self.pagesAtOnce)
                let total = Int(sqlite3_backup_pagecount(backup))
                progress(total - Int(sqlite3_backup_remaining(backup)), total)
            }
            let finished = sqlite3_backup_finish(backup)
            guard stepped == SQLITE_DONE, finished == SQLITE_OK else {
                let code = stepped == SQLITE_DONE ? finished : stepped
                throw SQLiteError(extendedCode: code, database: target.handle)
            }
        }
    }

    private static let pagesAtOnce: Int32 = 1_024
}
