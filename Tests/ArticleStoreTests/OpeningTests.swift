import Foundation
import SQLite
import Testing

@testable import ArticleStore

@Suite struct OpeningTests {
    /// The reason that opening a path gives.
    private func reason(_ path: String, busyMilliseconds: Int32 = 0) -> StoreError? {
        var options = SQLiteArticleStore.Options()
        options.busyMilliseconds = busyMilliseconds
        do throws(StoreError) {
            try SQLiteArticleStore(path: path, options: options).close()
            return nil
        } catch {
            return error
        }
    }

    private func withDirectory(_ body: (String) throws -> Void) throws {
        let directory = try temporaryDirectory()
        defer { try? FileManager.default.removeItem(atPath: directory) }  // Harmless if it stays.
        try body(directory)
    }

    @Test func `what cannot be opened is refused with its reason`() throws {
        try withDirectory { directory in
            let absent = directory + "/none/a.db"
            #expect(
                reason(absent)
                    == .cannotOpen(
                        path: absent,
                        reason:
                            "the directory \(directory)/none does not exist or cannot be entered"
                    )
            )
            #expect(
                reason(directory)
                    == .cannotOpen(
                        path: directory,
                        reason: "it is not a regular file"
                    )
            )
            let file = directory + "/text"
            try Data(repeating: 0x20, count: 5_000).write(to: URL(filePath: file))
            #expect(reason(file) == .corrupt(detail: "file is not a database"))
            #expect(
                reason(file + "/a.db")
                    == .cannotOpen(
                        path: file + "/a.db",
                        reason: "\(file) is not a directory"
                    )
            )
        }
    }

    @Test func `another program's database is refused and left as it is`() throws {
        try withDirectory { directory in
            let path = directory + "/a.db"
            try Connection(path: path).execute("CREATE TABLE t (a)")
            let before = try Data(contentsOf: URL(filePath: path))
            #expect(
                reason(path)
                    == .cannotOpen(
                        path: path,
                        reason: "it is a database of another program"
                    )
            )
            #expect(try Data(contentsOf: URL(filePath: path)) == before)
        }
    }

    @Test func `an empty file becomes a store`() throws {
        try withDirectory { directory in
            let path = directory + "/a.db"
            try Data().write(to: URL(filePath: path))
            #expect(reason(path) == nil)
        }
    }

    @Test func `a file that another process holds is busy`() throws {
        try withDirectory { directory in
            let path = directory + "/a.db"
            try SQLiteArticleStore(path: path).close()
            let other = try Connection(path: path)
            try other.execute("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE")
            #expect(reason(path) == .busy)
            try other.execute("COMMIT")
        }
    }

    @Test(.enabled(if: getuid() != 0, "root may write everywhere"))
    func `what may not be written is refused`() throws {
        try withDirectory { directory in
            let path = directory + "/a.db"
            try SQLiteArticleStore(path: path).close()
            chmod(path, 0o444)
            #expect(
                reason(path) == .cannotOpen(path: path, reason: "the file is not writable")
            )
            chmod(directory, 0o555)
            #expect(
                reason(directory + "/b.db")
                    == .cannotOpen(
                        path: directory + "/b.db",
                        reason: "the directory \(directory) is not writable"
                    )
            )
            chmod(directory, 0o755)
        }
    }

    @Test func `after close nothing is written and nothing is lost`() throws {
        try withDirectory { directory in
            let path = directory + "/a.db"
            let store = try SQLiteArticleStore(path: path)
            _ = try store.insertAndWait(.of("A", "text"))
            store.close()
            store.close()
            #expect(throws: StoreError.closed) { try store.insertAndWait(.of("B", "more")) }
            #expect(throws: StoreError.closed) { try store.deleteAndWait(1) }
            let log = try? Data(contentsOf: URL(filePath: path + "-wal"))  // Gone is as good.
            #expect(log?.isEmpty ?? true)
            let again = try SQLiteArticleStore(path: path)
            #expect(try again.makeReader().article(1).value?.fields.headline == "A")
            #expect(try again.insertAndWait(.of("B", "more"))[0].article.id == 2)
            again.close()
        }
    }
}
