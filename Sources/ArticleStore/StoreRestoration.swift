import SQLite

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Puts a copy in the place of a store's file.
public struct StoreRestoration {
    /// The copy.
    let copy: String
    /// The store's file, which need not be there.
    let path: String

    /// Makes a restoration of a copy to a path.
    public init(of copy: String, to path: String) {
        self.copy = copy
        self.path = path
    }

    /// Where the file that was in the place is kept.
    public var replacedPath: String { path + ".replaced" }

    /// Copies the copy beside the store, checks it and brings it to this program's schema; then it
    /// takes the old file's place, which is kept under another name.
    ///
    /// - Throws: Why the copy is none, or that a process has the store open (`.busy`); the old file
    ///   is in its place then.
    public func run() throws(StoreError) {
        let new = path + ".restored"
        StoreCopy.remove(new)
        do throws(StoreError) {
            guard access(copy, R_OK) == 0 else { throw StoreCopy.systemError(copy) }
            try StoreCopy(source: copy, busyMilliseconds: 5_000).make(at: new)
            try SQLiteArticleStore(path: new).close()
            try StoreCopy.verify(new)
            try StoreCopy.sync(new)
            if access(path, F_OK) == 0 { try setAside() }
            guard rename(new, path) == 0 else { throw StoreCopy.systemError(path) }
        } catch {
            StoreCopy.remove(new)
            throw error
        }
    }

    /// Folds the old file's log into it, which takes that nobody else has it open, and renames it.
    private func setAside() throws(StoreError) {
        let mode = try storeErrors { () throws(SQLiteError) -> String? in
            let connection = try Connection(path: path, mode: .readWrite, busyMilliseconds: 0)
            return try connection.prepare("PRAGMA journal_mode = DELETE").first { $0.string(0) }
        }
        guard mode == "delete" else { throw .busy }
        guard rename(path, replacedPath) == 0 else { throw StoreCopy.systemError(path) }
    }
}
