import ArticleStore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// An export in a file, whose parts can be asked for.
enum ExportFile {
    /// Writes all articles to a file that is not there yet.
    ///
    /// - Throws: `.diskFull` and the like; then there is no file.
    static func make(from store: any ArticleStore, to path: String) throws(StoreError) {
        let reader = try store.makeReader()
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        do throws(StoreError) {
            let export = ArticleExport()
            while let piece = try export.next(minimumBytes: 256 << 10, from: reader) {
                var rest = piece[...]
                while !rest.isEmpty {
                    let count = rest.withUnsafeBytes {
                        write(descriptor, $0.baseAddress, $0.count)
                    }
                    if count < 0, errno == EINTR { continue }
                    guard count > 0 else { throw failure(path) }
                    rest = rest.dropFirst(count)
                }
            }
        } catch {
            unlink(path)
            throw error
        }
    }

    private static func failure(_ path: String) -> StoreError {
        if errno == ENOSPC || errno == EDQUOT { return .diskFull }
        return .cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
}
