import CSQLite

/// What a connection would read now, as far as telling it from another moment goes.
///
/// Two marks of a connection are equal where nothing was committed between them, by whatever
/// process.
public struct SnapshotMark: Equatable, Sendable {
    /// The log's count of changes.
    public let changeCount: UInt32
    /// The checksum of its header.
    public let checksum: (UInt32, UInt32)

    /// Makes a mark of a log's count of changes and its header's checksum.
    package init(changeCount: UInt32, checksum: (UInt32, UInt32)) {
        self.changeCount = changeCount
        self.checksum = checksum
    }

    /// Whether nothing was committed between two marks of a connection.
    public static func == (left: SnapshotMark, right: SnapshotMark) -> Bool {
        left.changeCount == right.changeCount && left.checksum == right.checksum
    }
}

extension Connection {
    /// A mark of what is committed; `nil` where the database has no write-ahead log.
    ///
    /// It costs a look into memory, where `PRAGMA data_version` takes and gives back a lock: the
    /// header of the log's index counts commits and has a checksum over all that says where the
    /// log ends ("WAL-mode File Format" §2.1). The writer changes it within COMMIT, so whoever is
    /// told of a commit sees another mark. One that is read while it is being written is like none
    /// before it.
    public var snapshotMark: SnapshotMark? {
        guard let index = logIndex else { return nil }
        // A byte beside the size of pages says whether the header is good; it is the first of these
        // four in memory.
        let state = csqlite_log_index_number(index, 3)
        guard withUnsafeBytes(of: state, { $0[0] }) == 1 else { return nil }
        return SnapshotMark(
            changeCount: csqlite_log_index_number(index, 2),
            checksum: (csqlite_log_index_number(index, 10), csqlite_log_index_number(index, 11))
        )
    }

    /// Looks for the index; a database without a log is not to be given one.
    func findLogIndex() -> UnsafeRawPointer? {
        // Where this cannot be read nothing can, and whoever reads it is told why.
        let mode = try? prepare("PRAGMA journal_mode").first { row in row.string(0) }
        return mode == "wal" ? csqlite_log_index(handle) : nil
    }
}
