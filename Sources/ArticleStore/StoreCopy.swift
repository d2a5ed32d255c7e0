import SQLite

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Makes a copy of a store's file by SQLite's backup API: as of one moment, in one file without a
/// log, checked, and under its name only when all of that is done.
struct StoreCopy {
    /// The store's file.
    let source: String
    let busyMilliseconds: Int32

    /// Makes the copy.
    ///
    /// - Parameters:
    ///   - path: Its file, which must not be there yet.
    ///   - progress: Told how many pages are copied, and of how many.
    /// - Throws: `.cannotOpen` where the name is taken or cannot be made, `.corrupt` where the copy
    ///   does not pass SQLite's check, `.diskFull`, and what SQLite says of the source. Nothing is
    ///   left behind then.
    func make(
        at path: String,
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws(StoreError) {
        guard access(path, F_OK) != 0 else {
            throw .cannotOpen(path: path, reason: "there is a file of that name already")
        }
        try Schema.refuseIrregularFile(source)
        let part = path + ".part"
        Self.remove(part)
        do throws(StoreError) {
            // SQLite would not say why it cannot be made.
            let descriptor = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
            guard descriptor >= 0 else { throw Self.systemError(path) }
            close(descriptor)
            try storeErrors { () throws(SQLiteError) in
                let connection = try Connection(
                    path: source,
                    mode: .readOnly,
                    busyMilliseconds: busyMilliseconds
                )
                try connection.backUp(to: part, progress: progress)
            }
            try Self.verify(part)
            try Self.sync(part)
            // Not `rename`: it would replace what came meanwhile.
            guard link(part, path) == 0 else { throw Self.systemError(path) }
        } catch {
            Self.remove(part)
            throw error
        }
        Self.remove(part)
    }

    /// Has SQLite check a file from its first page to its last, and takes the log's mark off it.
    static func verify(_ path: String) throws(StoreError) {
        let faults = try storeErrors { () throws(SQLiteError) -> [String] in
            let connection = try Connection(path: path, mode: .readWrite)
            _ = try connection.prepare("PRAGMA journal_mode = DELETE").first { $0.string(0) }
            return try connection.prepare("PRAGMA integrity_check(3)").map { $0.string(0) }
        }
        guard faults == ["ok"] else {
            let detail = faults.joined(separator: "; ").split(separator: "\n")
            throw .corrupt(detail: detail.joined(separator: " "))
        }
    }

    /// Has the system write a file to the disk.
    static func sync(_ path: String) throws(StoreError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw systemError(path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw systemError(path) }
    }

    /// Removes a file and what SQLite puts beside it, where they are there.
    static func remove(_ path: String) {
        for suffix in ["", "-journal", "-wal", "-shm"] { unlink(path + suffix) }
    }

    /// The error that the last system call left.
    static func systemError(_ path: String) -> StoreError {
        let code = errno
        if code == ENOSPC || code == EDQUOT { return .diskFull }
        return .cannotOpen(path: path, reason: String(cString: strerror(code)))
    }
}
