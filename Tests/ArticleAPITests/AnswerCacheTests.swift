import ArticleStore
import Articles
import Testing

@testable import ArticleAPI

@Suite struct AnswerCacheTests {
    private func mark(_ number: UInt64) -> StoreMark {
        StoreMark(number, check: 0)
    }

    private func entry(_ id: Int64, bytes: Int = 100) -> AnswerCache<Int64>.Entry {
        AnswerCache<Int64>.Entry(
            entityTag: EntityTag(opaque: "\(id)"),
            body: [UInt8](repeating: UInt8(truncatingIfNeeded: id), count: bytes)
        )
    }

    @Test func `an answer is there until anything is committed`() {
        var cache = AnswerCache<Int64>(maximumBytes: 1 << 20)
        #expect(cache.entry(1, at: mark(1)) == nil)
        cache.keep(entry(1), for: 1, at: mark(1))
        #expect(cache.entry(1, at: mark(1))?.body == entry(1).body)
        #expect(cache.entry(2, at: mark(1)) == nil)
        #expect(cache.entry(1, at: mark(2)) == nil)
        #expect(cache.entry(1, at: mark(1)) == nil, "it is not remembered for another time")
        cache.keep(entry(1), for: 1, at: mark(3))
        #expect(cache.entry(1, at: nil) == nil)
    }

    @Test func `it never has more bytes than it may, and the answer kept last`() throws {
        for limit in [0, 500, 10_000, 100_000] {
            var cache = AnswerCache<Int64>(maximumBytes: limit)
            for id in 1...2_000 as ClosedRange<Int64> {
                let kept = entry(id, bytes: Int(id) % 700)
                cache.keep(kept, for: id, at: mark(1))
                #expect(cache.byteCount <= limit)
                if kept.byteCount <= limit / 8 {
                    #expect(cache.entry(id, at: mark(1))?.body == kept.body)
                }
            }
            let there = (1...2_000 as ClosedRange<Int64>).compactMap {
                cache.entry($0, at: mark(1))
            }
            #expect(there.map(\.byteCount).reduce(0, +) == cache.byteCount)
            for kept in there {
                let id = try #require(Int64(kept.entityTag.opaque))
                #expect(kept.body == entry(id, bytes: Int(id) % 700).body)
            }
        }
    }
}
