import ArticleParsing
import ArticleStore
import Articles
import Dispatch
import Foundation
import Testing

@testable import ArticleService

@Suite struct LineIngestTests {
    private static let receivedAt = Timestamp(secondsSince1970: 1_698_796_800)

    /// Gives 60 chunks of three lines, the last of each no JSON, whether there is room or not.
    @Test func `chunks that come faster than they are parsed wait, and are stored in their order`()
        throws
    {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("dateline-lines-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try SQLiteArticleStore(path: folder.appendingPathComponent("a.db").path)
        defer { store.close() }
        let ingest = LineIngest(
            store: store,
            upload: Upload(bytes: [], receivedOn: Self.receivedAt.day),
            receivedAt: Self.receivedAt,
            duplicates: .return
        )
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
}
