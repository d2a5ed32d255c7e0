import Foundation
import SQLite
import Testing

@testable import ArticleStore
@testable import Migrations

@Suite struct MigrationTests {
    @Test func `the list has every file of the folder, in order`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Migrations")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".sql") }.sorted()
        #expect(files == Migrations.all.map(\.name))
        for (index, migration) in Migrations.all.enumerated() {
            #expect(migration.number == index + 1)
            #expect(migration.name.hasPrefix(String(format: "%04d_", migration.number)))
            let text = try String(
                contentsOf: folder.appending(path: migration.name),
                encoding: .utf8
            )
            #expect(migration.sql == text)
            #expect(text.hasPrefix(String(format: "-- %04d: ", migration.number)))
        }
    }

    @Test func `a new file has the schema, the mark and the settings`() throws {
        let fixture = try StoreFixture()
        let connection = try Connection(path: fixture.path, mode: .readOnly)
        #expect(try connection.pragma("user_version") == Int64(Migrations.all.count))
        #expect(try connection.pragma("application_id") == Schema.applicationID)
        #expect(try connection.pragma("page_size") == 8_192)
        let mode = try connection.prepare("PRAGMA journal_mode").first { $0.string(0) }
        #expect(mode == "wal")
        let loose = try connection.prepare(
            """
            SELECT name FROM pragma_table_list
            WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'
            """
        ).map { $0.string(0) }
        #expect(loose == [])
    }

    @Test func `a later migration runs on a file that is there, once`() throws {
        let directory = try temporaryDirectory()
        defer { try? FileManager.default.removeItem(atPath: directory) }  // Harmless if it stays.
        let path = directory + "/a.db"
        let store = try SQLiteArticleStore(path: path)
        _ = try store.insertAndWait(.of("A", "text"))
        store.close()
        let next = Migrations.Migration(
            number: Migrations.all.count + 1,
            name: "next",
            sql: "CREATE TABLE more (a INTEGER) STRICT;"
        )
        for _ in 0..<2 {
            let store = try SQLiteArticleStore(
                path: path,
                options: .init(),
                migrations: Migrations.all + [next]
            )
            #expect(try store.makeReader().article(1).word == "found")
            store.close()
        }
        #expect(throws: StoreError.newerSchema(found: next.number, known: next.number - 1)) {
            _ = try SQLiteArticleStore(path: path)
        }
    }

    @Test func `a migration that fails leaves the file as it was`() throws {
        let directory = try temporaryDirectory()
        defer { try? FileManager.default.removeItem(atPath: directory) }  // Harmless if it stays.
        let path = directory + "/a.db"
        try SQLiteArticleStore(path: path).close()
        let broken = Migrations.Migration(
            number: Migrations.all.count + 1,
            name: "broken",
            sql: "CREATE TABLE half (a INTEGER) STRICT; CREATE TABLE article (a INTEGER) STRICT;"
        )
        #expect(throws: StoreError.self) {
            _ = try SQLiteArticleStore(
                path: path,
                options: .init(),
                migrations: Migrations.all + [broken]
            )
        }
        let connection = try Connection(path: path)
        #expect(try connection.pragma("user_version") == Int64(Migrations.all.count))
        #expect(throws: SQLiteError.self) { try connection.execute("SELECT * FROM half") }
    }

    @Test func `a file newer than the program is refused and left as it is`() throws {
        let directory = try temporaryDirectory()
        defer { try? FileManager.default.removeItem(atPath: directory) }  // Harmless if it stays.
        let path = directory + "/a.db"
        let store = try SQLiteArticleStore(path: path)
        _ = try store.insertAndWait(.of("A", "text"))
        store.close()
        // A connection that stays open keeps its last commits in the log, as a crash does.
        let connection = try Connection(path: path)
        try connection.execute("PRAGMA user_version = 99")
        let files = [path, path + "-wal"]
        let copies = try files.map { try Data(contentsOf: URL(filePath: $0)) }
        #expect(throws: StoreError.newerSchema(found: 99, known: Migrations.all.count)) {
            _ = try SQLiteArticleStore(path: path)
        }
        #expect(try files.map { try Data(contentsOf: URL(filePath: $0)) } == copies)
    }
}
