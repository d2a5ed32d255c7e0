import Foundation
import SQLite
import Testing

/// A mark changes with every commit, and with nothing else that could change what is read.
@Suite struct SnapshotMarkTests {
    private let path = FileManager.default.temporaryDirectory
        .appendingPathComponent("mark-\(UUID().uuidString).db").path

    private func open(_ mode: Connection.Mode, journal: String = "WAL") throws -> Connection {
        let connection = try Connection(path: path, mode: mode)
        if mode == .create {
            try connection.execute(
                "PRAGMA journal_mode = \(journal); CREATE TABLE IF NOT EXISTS tide (height INTEGER)"
            )
        }
        return connection
    }

    private func removeFiles() {
        for suffix in ["", "-wal", "-shm"] {
            // What was never there need not be removed.
            try? FileManager.default.removeItem(atPath: path + suffix)
        }
    }

    @Test func `a reader's mark tells when another connection committed`() throws {
        defer { removeFiles() }
        let writer = try open(.create)
        let reader = try open(.readOnly)
        func count() throws -> Int? {
            try reader.statement("SELECT count(*) FROM tide").first { row in row.int(0) }
        }
        #expect(try count() == 0)
        var seen = try #require(reader.snapshotMark)
        for number in 1...200 {
            #expect(reader.snapshotMark == seen)
            try writer.transaction { () throws(SQLiteError) in
                try writer.execute("INSERT INTO tide VALUES (\(number))")
                #expect(reader.snapshotMark == seen, "what is not committed is not seen")
            }
            let mark = try #require(reader.snapshotMark)
            #expect(mark != seen)
            #expect(try count() == number)
            #expect(reader.snapshotMark == mark, "reading changes nothing")
            seen = mark
        }
        try writer.execute("BEGIN; INSERT INTO tide VALUES (0); ROLLBACK")
        #expect(reader.snapshotMark == seen)
    }

    @Test func `marks go on when the log begins anew`() throws {
        defer { removeFiles() }
        let writer = try open(.create)
        let reader = try open(.readOnly)
        var marks: [SnapshotMark?] = []
        for number in 1...20 {
            try writer.execute("INSERT INTO tide VALUES (\(number))")
            try writer.truncateLog()
            #expect(
                try reader.statement("SELECT max(height) FROM tide").first { $0.int(0) } == number
            )
            let mark = reader.snapshotMark
            #expect(mark != nil && !marks.contains(mark))
            marks.append(mark)
        }
    }

    @Test func `a database without a log has no mark, and is given no index`() throws {
        defer { removeFiles() }
        let connection = try open(.create, journal: "DELETE")
        #expect(connection.snapshotMark == nil)
        #expect(!FileManager.default.fileExists(atPath: path + "-shm"))
        #expect(try Connection(path: ":memory:").snapshotMark == nil)
    }
}
