/// Why the store could not do what it was asked to.
public enum StoreError: Error, Equatable {
    /// There is no space left on the disk.
    case diskFull
    /// The file cannot be written.
    case readOnly
    /// The file cannot be opened; `reason` is for the operator.
    case cannotOpen(path: String, reason: String)
    /// The file or its log was removed while it was open, or another stands in its place; what is
    /// written would not be found at the next start.
    case fileGone(path: String, isReplaced: Bool)
    /// The file was written by a newer version of the program.
    case newerSchema(found: Int, known: Int)
    /// The file was written by an older version of the program, and what was asked of it changes
    /// nothing.
    case olderSchema(found: Int, known: Int)
    /// The file is damaged or is no database; `detail` is SQLite's word for it.
    case corrupt(detail: String)
    /// Another process holds the file, or too many writes wait already; later it may be possible.
    case busy
    /// The cursor is not one that came from this store.
    case invalidCursor
    /// What was being read piece by piece has been deleted meanwhile.
    case deleted
    /// The store is closed.
    case closed
    /// Anything else that SQLite says; `detail` is for the log, never for a client.
    case database(code: Int32, detail: String)
}
