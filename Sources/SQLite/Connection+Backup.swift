import CSQLite

extension Connection {
    /// Copies the database to a new file, as of one moment, while others read and write.
    ///
    /// The file is never copied byte by byte instead: what is in the log would be missing, and
    /// closing the copied file would drop this process's locks.
    ///
    /// - Throws: What SQLite says of the source or of the file that is written.
    public func backUp(to path: String) throws(SQLiteError) {
        let target = try Connection(path: path)
        guard let backup = sqlite3_backup_init(target.handle, "main", handle, "main") else {
            throw SQLiteError(
                extendedCode: sqlite3_extended_errcode(target.handle),
                database: target.handle
            )
        }
        // All pages in one step, under one read lock: in a log's snapshot writers go on.
        let stepped = sqlite3_backup_step(backup, -1)
        let finished = sqlite3_backup_finish(backup)
        guard stepped == SQLITE_DONE, finished == SQLITE_OK else {
            let code = finished == SQLITE_OK ? stepped : finished
            throw SQLiteError(extendedCode: code, database: target.handle)
        }
    }
}
