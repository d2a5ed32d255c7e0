import Migrations
import SQLite

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Opens store files and brings them to the schema of this program.
struct Schema {
    /// Marks a file as one of ours (`PRAGMA application_id`): "Date" in ASCII.
    static let applicationID: Int64 = 0x4461_7465

    let path: String
    let migrations: [Migrations.Migration]
    /// How many pages the file may have; `nil` for as many as fit on the disk.
    let maximumPages: Int?
    let busyMilliseconds: Int32

    /// The version of the schema that this program knows.
    private var knownVersion: Int { migrations.last?.number ?? 0 }

    /// Opens the file for writing, making it where there is none.
    ///
    /// A file that is not ours, or is newer than the program, is refused before anything in it is
    /// changed.
    func open(_ observer: (StoreEvent) -> Void) throws(StoreError) -> Connection {
        try refuseUnusablePath()
        if access(path, F_OK) == 0 { _ = try checkedVersion() }
        let connection: Connection
        let mode: String?
        do throws(SQLiteError) {
            connection = try Connection(path: path, busyMilliseconds: busyMilliseconds)
            // Before anything is written: a file keeps its first page size.
            try connection.execute("PRAGMA page_size = 8192")
            mode = try connection.prepare("PRAGMA journal_mode = WAL").first { row in
                row.string(0)
            }
            if mode == "wal" {
                // Nothing is mapped: the writer comes to every page of the file in time, and what it
                // came to counts as resident. Its cache serves it as well.
                try connection.execute(
                    """
                    PRAGMA synchronous = FULL;
                    PRAGMA foreign_keys = ON;
                    PRAGMA secure_delete = OFF;
                    PRAGMA cache_size = -16000;
                    PRAGMA mmap_size = 0;
                    PRAGMA wal_autocheckpoint = 4000;
                    PRAGMA journal_size_limit = 67108864
                    """
                )
                try connection.registerSearchTerms()
            }
        } catch {
            throw reason(for: error)
        }
        guard mode == "wal" else {
            throw cannotOpen("its file system does not allow the write-ahead log")
        }
        try migrate(connection, observer)
        let analysed = try storeErrors { () throws(SQLiteError) in
            try SearchIndexRebuild(connection: connection).run { done, total in
                observer(.migrating(step: "index of words", done: done, total: total))
            }
        }
        if analysed > 0 { observer(.reindexed(articles: analysed)) }
        if let maximumPages {
            try storeErrors { () throws(SQLiteError) in
                try connection.execute("PRAGMA max_page_count = \(maximumPages)")
            }
        }
        return connection
    }

    /// The version of the schema that a file has; 0 for one that is empty or not there.
    ///
    /// - Throws: What `open` would.
    func version() throws(StoreError) -> Int {
        guard access(path, F_OK) == 0 else { return 0 }
        return try checkedVersion()
    }

    /// Makes sure that the file is there and has the schema that this program knows.
    func requireCurrent() throws(StoreError) {
        guard access(path, F_OK) == 0 else { throw cannotOpen("there is no such file") }
        let version = try checkedVersion()
        guard version == knownVersion else {
            throw .olderSchema(found: version, known: knownVersion)
        }
    }

    /// Applies the migrations that the file has not seen, all in one transaction, so that a file is
    /// never between two; a copy of a file that has a schema is made before.
    private func migrate(
        _ connection: Connection,
        _ observer: (StoreEvent) -> Void
    ) throws(StoreError) {
        let version = Int(
            try storeErrors { () throws(SQLiteError) in
                try connection.pragma("user_version")
            }
        )
        let pending = migrations.filter { $0.number > version }
        guard !pending.isEmpty else { return }
        if version > 0 { try copy(version, observer) }
        do throws(SQLiteError) {
            try connection.transaction { () throws(SQLiteError) in
                try apply(pending, to: connection, from: version, observer)
            }
        } catch {
            guard case .database = StoreError(error) else { throw StoreError(error) }
            let copy = version > 0 ? "; \(copyPath(of: version)) is a copy of it" : ""
            throw cannotOpen(
                "it cannot be brought from schema \(version) to \(knownVersion) (\(error.message)), "
                    + "and was left as it is" + copy
            )
        }
        observer(.migrated(from: version, to: knownVersion))
    }

    private func apply(
        _ pending: [Migrations.Migration],
        to connection: Connection,
        from version: Int,
        _ observer: (StoreEvent) -> Void
    ) throws(SQLiteError) {
        for (index, migration) in pending.enumerated()
        where try connection.pragma("user_version") < migration.number {
            if version > 0 {
                observer(.migrating(step: migration.name, done: index, total: pending.count))
            }
            try connection.execute(migration.sql)
            try connection.execute(
                """
                PRAGMA application_id = \(Self.applicationID);
                PRAGMA user_version = \(migration.number)
                """
            )
        }
        guard version > 0 else { return }
        try Backfill(connection: connection, version: version).run { done, total in
            observer(.migrating(step: "fingerprints", done: done, total: total))
        }
    }

    /// Where the copy is that is made before a file of a schema's version is changed.
    func copyPath(of version: Int) -> String { "\(path).schema-\(version)" }

    private func copy(_ version: Int, _ observer: (StoreEvent) -> Void) throws(StoreError) {
        let path = copyPath(of: version)
        // One that is there was made before an attempt that failed, of the same file.
        StoreCopy.remove(path)
        try StoreCopy(source: self.path, busyMilliseconds: busyMilliseconds).make(at: path) {
            observer(.migrating(step: "copy", done: $0, total: $1))
        }
        observer(.copied(path: path))
    }

    // MARK: Refusals

    /// Says in plain words what SQLite would only call "unable to open database file".
    private func refuseUnusablePath() throws(StoreError) {
        let directory = directory
        var status = stat()
        guard stat(directory, &status) == 0 else {
            throw cannotOpen("the directory \(directory) does not exist or cannot be entered")
        }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw cannotOpen("\(directory) is not a directory")
        }
        guard access(directory, W_OK) == 0 else {
            throw cannotOpen("the directory \(directory) is not writable")
        }
        guard access(path, F_OK) == 0 else { return }
        try Self.refuseIrregularFile(path)
        guard access(path, W_OK) == 0 else { throw cannotOpen("the file is not writable") }
        for name in [path + "-wal", path + "-shm"] where access(name, F_OK) == 0 {
            guard access(name, W_OK) == 0 else { throw cannotOpen("\(name) is not writable") }
        }
    }

    /// Refuses what SQLite would call a fault of the disk, or wait for: a folder, a pipe.
    static func refuseIrregularFile(_ path: String) throws(StoreError) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG else { return }
        throw .cannotOpen(path: path, reason: "it is not a regular file")
    }

    private var directory: String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Looks at a file without the right to change it; a connection that may write would fold the
    /// file's log into it when it closes.
    ///
    /// - Returns: Its schema's version.
    private func checkedVersion() throws(StoreError) -> Int {
        try Self.refuseIrregularFile(path)
        let (version, schemaVersion, application): (Int64, Int64, Int64)
        do throws(SQLiteError) {
            let connection = try Connection(
                path: path,
                mode: .readOnly,
                busyMilliseconds: busyMilliseconds
            )
            version = try connection.pragma("user_version")
            schemaVersion = try connection.pragma("schema_version")
            application = try connection.pragma("application_id")
        } catch {
            throw reason(for: error)
        }
        if version == 0, schemaVersion == 0 { return 0 }
        guard application == Self.applicationID else {
            throw cannotOpen("it is a database of another program")
        }
        guard version <= knownVersion else {
            throw .newerSchema(found: Int(version), known: knownVersion)
        }
        return Int(version)
    }

    private func cannotOpen(_ reason: String) -> StoreError {
        .cannotOpen(path: path, reason: reason)
    }

    private func reason(for error: SQLiteError) -> StoreError {
        switch StoreError(error) {
        case .database: cannotOpen(error.message)
        case let reason: reason
        }
    }
}
