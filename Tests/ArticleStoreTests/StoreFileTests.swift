import Articles
import Foundation
import Testing

@testable import ArticleStore

@Suite struct StoreFileTests {
    /// Ways to take a store's file away, with the file that is missed then.
    enum Loss: String, CaseIterable, Sendable {
        case removed, renamed, replaced, logRemoved, logReplaced

        var file: String { self == .logRemoved || self == .logReplaced ? "-wal" : "" }
        var isReplaced: Bool { self == .replaced || self == .logReplaced }

        func happen(to path: String) throws {
            let files = FileManager.default
            switch self {
            case .removed, .logRemoved: try files.removeItem(atPath: path + file)
            case .renamed: try files.moveItem(atPath: path, toPath: path + ".old")
            case .replaced, .logReplaced:
                try files.copyItem(atPath: path + file, toPath: path + ".other")
                try #require(rename(path + ".other", path + file) == 0)
            }
        }
    }

    @Test(arguments: Loss.allCases)
    func `nothing is reported as written to a file that is gone`(_ loss: Loss) throws {
        let states = Locked<[Writability]>([])
        var options = SQLiteArticleStore.Options()
        options.observer = { event in
            if case .writability(let state) = event { states.withLock { $0.append(state) } }
        }
        let fixture = try StoreFixture(options: options)
        let reader = try fixture.reader()
        let first = try fixture.add("A", "text of the first")
        #expect(throws: Never.self) { try reader.check() }
        try loss.happen(to: fixture.path)
        let gone = StoreError.fileGone(path: fixture.path + loss.file, isReplaced: loss.isReplaced)
        #expect(fixture.store.writability == .fileGone)
        #expect(throws: gone) { try fixture.insert(.of("B", "text of the second")) }
        #expect(throws: gone) { try fixture.delete(first) }
        #expect(throws: gone) { try reader.check() }
        #expect(throws: gone) { try fixture.reader() }
        #expect(fixture.store.writability == .fileGone)
        #expect(states.withLock { $0 } == [.fileGone])
        // What is open can still be read.
        #expect(try reader.article(first).word == "found")
    }

    @Test(arguments: [Loss.logRemoved, .logReplaced])
    func `a lost log's articles are saved into the file`(_ loss: Loss) throws {
        let fixture = try StoreFixture()
        let first = try fixture.add("A", "text of the first")
        try loss.happen(to: fixture.path)
        #expect(throws: StoreError.self) { try fixture.insert(.of("B", "text of the second")) }
        // What a killed process leaves is the file alone.
        let copy = fixture.directory + "/copy.db"
        try FileManager.default.copyItem(atPath: fixture.path, toPath: copy)
        let store = try SQLiteArticleStore(path: copy)
        defer { store.close() }
        let reader = try store.makeReader()
        #expect(try reader.article(first).value?.fields.headline == "A")
        #expect(try reader.page(ArticleQuery()).total == 1)
    }

    @Test func `what was lost while it was written is not reported`() throws {
        let fixture = try StoreFixture()
        let path = fixture.path
        let outcome = Locked<String?>(nil)
        let done = DispatchSemaphore(value: 0)
        fixture.store.writer.enqueue(
            Writer.Operation(
                byteCount: 0,
                apply: { _ in
                    let code = unlink(path)
                    return {
                        outcome.withLock { $0 = "reported, unlink gave \(code)" }
                        done.signal()
                    }
                },
                fail: { error in
                    outcome.withLock { $0 = "\(error)" }
                    done.signal()
                }
            )
        )
        done.wait()
        let gone = StoreError.fileGone(path: path, isReplaced: false)
        #expect(outcome.withLock { $0 } == "\(gone)")
    }

    @Test func `a file that is put back is written again`() throws {
        let fixture = try StoreFixture()
        try fixture.add("A", "text of the first")
        let away = fixture.path + ".away"
        try FileManager.default.moveItem(atPath: fixture.path, toPath: away)
        #expect(throws: StoreError.self) { try fixture.insert(.of("B", "text of the second")) }
        try FileManager.default.moveItem(atPath: away, toPath: fixture.path)
        #expect(try fixture.insert(.of("B", "text of the second"))[0].word == "created")
        #expect(fixture.store.writability == .writable)
        #expect(try fixture.page(nil).total == 2)
        try fixture.checkIndex()
    }

    @Test func `a file behind a link is known by both its names`() throws {
        let directory = try temporaryDirectory()
        defer { try? FileManager.default.removeItem(atPath: directory) }  // Harmless if it stays.
        let link = directory + "/link.db"
        let file = directory + "/file.db"
        try SQLiteArticleStore(path: file).close()
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
        let store = try SQLiteArticleStore(path: link)
        defer { store.close() }
        #expect(try store.insertAndWait(.of("A", "text"))[0].word == "created")
        #expect(throws: Never.self) { try store.makeReader().check() }
        try FileManager.default.removeItem(atPath: file)
        #expect(throws: StoreError.fileGone(path: link, isReplaced: false)) {
            try store.insertAndWait(.of("B", "more"))
        }
    }
}
