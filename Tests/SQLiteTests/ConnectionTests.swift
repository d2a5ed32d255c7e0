import Foundation
import Testing

@testable import SQLite

@Suite struct ConnectionTests {
    @Test(
        arguments: [
            .null, .integer(.min), .integer(.max), .integer(0), .real(-1.5), .text(""),
            .text("naïve 🦉 \u{0} end"), .blob([]), .blob([0, 255, 1]),
        ] as [Value]
    )
    func `a bound value comes back`(value: Value) throws {
        let connection = try Connection(path: ":memory:")
        let back = try connection.prepare("SELECT :v, typeof(:v)").first(["v": value]) { row in
            let read: Value =
                switch row.string(1) {
                case "null": .null
                case "integer": .integer(row.int64(0))
                case "real": .real(row.double(0))
                case "text": .text(row.string(0))
                default: .blob(row.bytes(0))
                }
            return read
        }
        #expect(back == value)
    }

    @Test func `a part of a blob comes without the rest`() throws {
        let connection = try Connection(path: ":memory:")
        try connection.execute("CREATE TABLE thing (id INTEGER PRIMARY KEY, bytes BLOB) STRICT")
        let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 * $0 >> 7) }
        try connection.statement("INSERT INTO thing VALUES (7, :bytes)").run(["bytes": .blob(bytes)]
        )
        try connection.execute("INSERT INTO thing VALUES (8, NULL)")
        for part in [
            0..<0, 0..<1, 0..<100_000, 99_999..<100_000, 100_000..<100_000, 4_000..<70_000,
        ] {
            #expect(try connection.blob(in: "thing", "bytes", row: 7, part) == Array(bytes[part]))
        }
        for (row, part) in [(7, 0..<100_001), (7, 100_001..<100_001), (8, 0..<1), (9, 0..<0)] {
            #expect(throws: SQLiteError.self, "\(row) \(part)") {
                try connection.blob(in: "thing", "bytes", row: Int64(row), part)
            }
        }
        // None of them is still open.
        try connection.execute("DROP TABLE thing")
    }

    @Test func `NULL is told from zero and from nothing`() throws {
        let connection = try Connection(path: ":memory:")
        try connection.prepare("SELECT NULL, 0, ''").forEach { row in
            #expect(row.isNull(0) && row.optionalInt64(0) == nil && row.optionalString(0) == nil)
            #expect(row.optionalInt64(1) == 0 && row.optionalString(2) == "")
        }
    }

    @Test func `parameters are bound by name in any order`() throws {
        let connection = try Connection(path: ":memory:")
        let statement = try connection.statement("SELECT :a || :b || :a")
        let text = try statement.first(["b": .text("2"), "a": .text("1")]) { $0.string(0) }
        #expect(text == "121")
        // Values do not stay for the next run.
        #expect(try statement.first(["a": .text("1")]) { $0.isNull(0) } == true)
    }

    @Test func `a statement is compiled once and let go when there are too many`() throws {
        let connection = try Connection(path: ":memory:")
        let first = try connection.statement("SELECT 0")
        #expect(try connection.statement("SELECT 0") === first)
        for number in 1...300 { _ = try connection.statement("SELECT \(number)") }
        #expect(try connection.statement("SELECT 0") !== first)
        #expect(try first.first { $0.int(0) } == 0)
    }

    @Test func `rows are read for as long as they are wanted`() throws {
        let connection = try Connection(path: ":memory:")
        let numbers = try connection.statement("VALUES (1), (2), (3)")
        var seen: [Int] = []
        try numbers.prefix { row in
            seen.append(row.int(0))
            return seen.count < 2
        }
        #expect(seen == [1, 2])
        #expect(try numbers.map { $0.int(0) } == [1, 2, 3])
    }

    @Test func `an error names its code, message and statement`() throws {
        let connection = try Connection(path: ":memory:")
        let sql = "SELECT * FROM nowhere"
        #expect {
            try connection.statement(sql)
        } throws: { error in
            guard let error = error as? SQLiteError else { return false }
            return error.code == 1 && error.message == "no such table: nowhere" && error.sql == sql
        }
        try connection.execute("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT NOT NULL) STRICT")
        #expect {
            try connection.statement("INSERT INTO t VALUES (1, :b)").run(["b": .null])
        } throws: { error in
            (error as? SQLiteError)?.code == 19 && (error as? SQLiteError)?.extendedCode == 1_299
        }
        // The statement is as good as new.
        try connection.statement("INSERT INTO t VALUES (1, :b)").run(["b": .text("b")])
        #expect(connection.lastInsertedRowID == 1 && connection.changes == 1)
    }

    @Test func `double quotes never make a string`() throws {
        let connection = try Connection(path: ":memory:")
        #expect(throws: SQLiteError.self) { try connection.execute("SELECT \"text\"") }
        #expect(throws: SQLiteError.self) {
            try connection.execute("SELECT load_extension('x.so')")
        }
        // SQLITE_DBCONFIG_DEFENSIVE: nobody writes the schema by hand.
        try connection.execute("CREATE TABLE t (a); PRAGMA writable_schema = ON")
        #expect(throws: SQLiteError.self) { try connection.execute("DELETE FROM sqlite_schema") }
    }

    @Test func `a transaction is kept as a whole or not at all`() throws {
        let connection = try Connection(path: ":memory:")
        try connection.execute("CREATE TABLE t (a INTEGER UNIQUE)")
        let insertion = "INSERT INTO t VALUES (:a)"
        func count() throws -> Int? {
            try connection.prepare("SELECT count(*) FROM t").first { $0.int(0) }
        }
        #expect(throws: SQLiteError.self) {
            try connection.transaction { () throws(SQLiteError) in
                try connection.statement(insertion).run(["a": .integer(1)])
                try connection.statement(insertion).run(["a": .integer(1)])
            }
        }
        #expect(try count() == 0 && !connection.isInTransaction)
        try connection.transaction { () throws(SQLiteError) in
            try connection.statement(insertion).run(["a": .integer(1)])
            do throws(SQLiteError) {
                try connection.savepoint { () throws(SQLiteError) in
                    try connection.statement(insertion).run(["a": .integer(2)])
                    try connection.statement(insertion).run(["a": .integer(1)])
                }
                Issue.record("the second 1 was taken")
            } catch {
                #expect(error.code == 19 && connection.isInTransaction)
            }
            try connection.savepoint { () throws(SQLiteError) in
                try connection.statement(insertion).run(["a": .integer(3)])
            }
        }
        #expect(try connection.prepare("SELECT a FROM t ORDER BY a").map { $0.int(0) } == [1, 3])
    }

    @Test func `a progress handler ends a statement that takes too long`() throws {
        let connection = try Connection(path: ":memory:")
        let endless = """
            WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n)
            SELECT count(*) FROM n
            """
        var calls = 0
        connection.setProgressHandler(every: 100) {
            calls += 1
            return calls < 50
        }
        #expect {
            try connection.prepare(endless).run()
        } throws: { error in
            (error as? SQLiteError)?.code == 9
        }
        #expect(calls == 50)
        connection.setProgressHandler(nil)
        #expect(try connection.prepare("SELECT 1").first { $0.int(0) } == 1)
    }

    @Test func `a backup is the database of one moment`() throws {
        let directory = FileManager.default.temporaryDirectory.path + "/sqlite-\(UUID())"
        try FileManager.default.createDirectory(
            atPath: directory,
            withIntermediateDirectories: true
        )
        defer { try? FileManager.default.removeItem(atPath: directory) }  // Harmless if it stays.
        let connection = try Connection(path: directory + "/a.db")
        try connection.execute(
            "PRAGMA journal_mode = WAL; CREATE TABLE t (a); INSERT INTO t VALUES (7)"
        )
        try connection.backUp(to: directory + "/b.db")
        try connection.execute("DELETE FROM t")
        let copy = try Connection(path: directory + "/b.db", mode: .readOnly)
        #expect(try copy.prepare("SELECT a FROM t").map { $0.int(0) } == [7])
        #expect(throws: SQLiteError.self) { try copy.execute("DELETE FROM t") }
        #expect(throws: SQLiteError.self) { try connection.backUp(to: directory + "/no/c.db") }
    }

    @Test func `a file that is not there is only made when asked for`() {
        let path = FileManager.default.temporaryDirectory.path + "/absent-\(UUID()).db"
        for mode in [Connection.Mode.readOnly, .readWrite] {
            #expect {
                try Connection(path: path, mode: mode)
            } throws: { error in
                (error as? SQLiteError)?.code == 14
            }
        }
        #expect(!FileManager.default.fileExists(atPath: path))
    }
}
