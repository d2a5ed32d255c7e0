import ArticleStore
import Articles
import SQLite
import Testing

@testable import ArticleAPI

@Suite struct ArticleCacheTests {
    private func mark(_ number: UInt32) -> StoreMark {
        StoreMark(SnapshotMark(changeCount: number, checksum: (0, 0)))
    }

    private func entry(_ id: Int64, bytes: Int = 100) -> ArticleCache.Entry {
        ArticleCache.Entry(
            id: id,
            entityTag: EntityTag(opaque: "\(id)-1"),
            receivedAt: Timestamp(secondsSince1970: 0),
            lastModified: "",
            body: [UInt8](repeating: UInt8(truncatingIfNeeded: id), count: bytes)
        )
    }

    @Test func `an article is there until anything is committed`() {
        var cache = ArticleCache(maximumBytes: 1 << 20)
        #expect(cache.article(1, at: mark(1)) == nil)
        cache.keep(entry(1), at: mark(1))
        #expect(cache.article(1, at: mark(1))?.body == entry(1).body)
        #expect(cache.article(2, at: mark(1)) == nil)
        #expect(cache.article(1, at: mark(2)) == nil)
        #expect(cache.article(1, at: mark(1)) == nil, "it is not remembered for another time")
        cache.keep(entry(1), at: mark(3))
        #expect(cache.article(1, at: nil) == nil)
    }

    @Test func `it never has more bytes than it may, and the article kept last`() {
        for limit in [0, 500, 10_000, 100_000] {
            var cache = ArticleCache(maximumBytes: limit)
            for id in 1...2_000 as ClosedRange<Int64> {
                let kept = entry(id, bytes: Int(id) % 700)
                cache.keep(kept, at: mark(1))
                #expect(cache.byteCount <= limit)
                if kept.byteCount <= limit / 8 {
                    #expect(cache.article(id, at: mark(1))?.body == kept.body)
                }
            }
            let there = (1...2_000 as ClosedRange<Int64>).compactMap {
                cache.article($0, at: mark(1))
            }
            #expect(there.map(\.byteCount).reduce(0, +) == cache.byteCount)
            #expect(there.allSatisfy { $0.body == entry($0.id, bytes: Int($0.id) % 700).body })
        }
    }
}
