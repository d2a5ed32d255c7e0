import ArticleParsing
import ArticleStore
import Articles
import Dispatch
import Foundation
import Testing

@testable import ArticleService

@Suite struct LineIngestTests {
    private static let receivedAt = Timestamp(secondsSince1970: 1_698_796_800)

    private static func makeFolder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("dateline-lines-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    private static func ingest(into store: any ArticleStore) -> LineIngest {
        LineIngest(
            store: store,
            upload: Upload(bytes: [], receivedOn: receivedAt.day),
            receivedAt: receivedAt,
            duplicates: .return
        )
    }

    /// Gives 60 chunks of three lines, the last of each no JSON, whether there is room or not.
    @Test func `chunks that come faster than they are parsed wait, and are stored in their order`()
        throws
    {
        let folder = try Self.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try SQLiteArticleStore(path: folder.appendingPathComponent("a.db").path)
        defer { store.close() }
        let ingest = Self.ingest(into: store)
        let rooms = Locked(0)
        var refusals = 0
        for chunk in 0..<60 {
            let lines = (0..<2).map { line in
                #"{"title": "Ferry \#(chunk) sails", "text": "Boat \#(chunk * 2 + line) left."}"#
            }
            let bytes = Array((lines + ["no JSON", ""]).joined(separator: "\n").utf8)
            let hasRoom = ingest.add(bytes, firstLine: chunk * 3 + 1) {
                rooms.withLock { $0 += 1 }
            }
            if !hasRoom { refusals += 1 }
        }
        let report = Locked<LineIngest.Report?>(nil)
        let done = DispatchSemaphore(value: 0)
        ingest.finish { outcome in
            report.withLock { $0 = outcome }
            done.signal()
        }
        try #require(done.wait(timeout: .now() + 60) == .success)
        let outcome = try #require(report.withLock { $0 })
        #expect(refusals == 0 || (1...refusals).contains(rooms.withLock { $0 }))
        #expect(outcome.received == 180)
        #expect(outcome.count("created") == 120)
        #expect(outcome.failures.map(\.line) == Array(stride(from: 3, through: 180, by: 3)))
        let stored = outcome.lines.filter { $0.id != 0 }
        #expect(stored.map(\.id) == Array(1...120))
        #expect(stored.map(\.number) == (1...180).filter { $0 % 3 != 0 })
    }

    @Test func `no more chunks are taken than may be under way, however long the store takes`()
        throws
    {
        let folder = try Self.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = HoldingStore(
            try SQLiteArticleStore(path: folder.appendingPathComponent("a.db").path)
        )
        defer { store.close() }
        let ingest = Self.ingest(into: store)
        let limit = LineIngest.Settings().chunks
        for chunk in 0..<60 {
            let line = #"{"title": "Ferry \#(chunk) sails", "text": "Boat \#(chunk) left."}"#
            _ = ingest.add(Array((line + "\n").utf8), firstLine: chunk + 1) {}
        }
        let done = DispatchSemaphore(value: 0)
        let created = Locked(0)
        ingest.finish { report in
            created.withLock { $0 = report.count("created") }
            done.signal()
        }
        for taken in 1...60 {
            try #require(store.arrived.wait(timeout: .now() + 60) == .success)
            if taken >= limit { store.letGo() }
        }
        for _ in 1..<limit { store.letGo() }
        try #require(done.wait(timeout: .now() + 60) == .success)
        #expect(created.withLock { $0 } == 60)
        #expect(store.most == limit)
    }
}

/// A store that holds each upload back until it is told to let it go.
private final class HoldingStore: ArticleStore {
    private struct State {
        var held: [@Sendable () -> Void] = []
        var underWay = 0
        var most = 0
    }

    private let store: SQLiteArticleStore
    private let state = Locked(State())
    /// Signalled for each upload.
    let arrived = DispatchSemaphore(value: 0)

    init(_ store: SQLiteArticleStore) { self.store = store }

    /// How many were there at once at the most, not reported yet.
    var most: Int { state.withLock { $0.most } }

    /// Stores the first that is held.
    func letGo() { state.withLock { $0.held.removeFirst() }() }

    func insert(
        _ batches: [ArticleBatch],
        completion: @escaping @Sendable (Result<[[InsertOutcome]], StoreError>) -> Void
    ) {
        state.withLock { state in
            state.underWay += 1
            state.most = max(state.most, state.underWay)
            state.held.append { [self] in
                store.insert(batches) { [self] outcomes in
                    self.state.withLock { $0.underWay -= 1 }
                    completion(outcomes)
                }
            }
        }
        arrived.signal()
    }

    func delete(
        _ id: Int64,
        version: Int?,
        reason: String?,
        at moment: Timestamp,
        completion: @escaping @Sendable (Result<Lookup<RemovalOutcome>, StoreError>) -> Void
    ) { store.delete(id, version: version, reason: reason, at: moment, completion: completion) }

    func restore(
        _ id: Int64,
        completion: @escaping @Sendable (Result<RestoreOutcome, StoreError>) -> Void
    ) { store.restore(id, completion: completion) }

    func reparse(
        _ stored: StoredUpload,
        as item: ArticleBatch.Item,
        completion: @escaping @Sendable (Result<ReparseOutcome, StoreError>) -> Void
    ) { store.reparse(stored, as: item, completion: completion) }

    func backUp(to path: String) throws(StoreError) { try store.backUp(to: path) }
    func makeReader() throws(StoreError) -> any ArticleReader { try store.makeReader() }
    var writability: Writability { store.writability }
    var waitingWrites: WaitingWrites { store.waitingWrites }
    func close() { store.close() }
}
