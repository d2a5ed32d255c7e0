#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The file of an open store and its write-ahead log, as they were when it was opened.
///
/// A process goes on writing to a file that was removed or renamed, and nothing fails: what it
/// writes is gone when it ends. So whoever reports success looks first whether the names still lead
/// to the files that are open. An open file keeps its inode, so that no other can have its number.
struct StoreFile: Sendable {
    /// A file, whatever its name.
    private struct Identity: Equatable {
        var device: dev_t
        var inode: ino_t

        /// The file that a path leads to; `nil` where there is none.
        init?(path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            device = status.st_dev
            inode = status.st_ino
        }
    }

    private let files: [(path: String, identity: Identity?)]

    /// Whether the names still lead to the open files.
    var isInPlace: Bool { firstMissing == nil }

    /// Remembers the files of a connection that has written or read already, so that its log is
    /// there.
    ///
    /// - Parameters:
    ///   - path: The path by which the next start will open the file.
    ///   - openPath: The same path with links followed, as SQLite names the log after it.
    init(path: String, openPath: String) {
        files = [path, openPath + "-wal"].map { ($0, Identity(path: $0)) }
    }

    /// Takes two calls of `stat`, some microseconds.
    ///
    /// - Throws: `.fileGone` where a name leads to no file any more, or to another.
    func verify() throws(StoreError) {
        if let (path, isReplaced) = firstMissing {
            throw .fileGone(path: path, isReplaced: isReplaced)
        }
    }

    private var firstMissing: (path: String, isReplaced: Bool)? {
        for (path, identity) in files {
            let found = Identity(path: path)
            if found == nil || found != identity { return (path, found != nil) }
        }
        return nil
    }
}
