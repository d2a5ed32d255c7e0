import Articles
import Testing

@testable import ArticleStore

/// What `duplicates` hides is what it says: nothing else, whatever is asked and in whatever order.
@Suite struct HiddenCopiesTests {
    /// Wire stories with copies in several papers, some of them removed or rewritten since.
    private static func archive(seed: UInt64) throws -> StoreFixture {
        var stories = WireStories(seed: seed)
        let fixture = try StoreFixture()
        var ids: [Int64] = []
        for _ in 0..<25 {
            let story = stories.story()
            var texts = [story, stories.sibling(of: story)]
            for _ in 0..<Int.random(in: 0...4, using: &stories.generator) {
                texts.append(stories.copy(of: story))
            }
            for text in texts {
                let day = Int.random(in: 19_000...19_004, using: &stories.generator)
                let isDated = Int.random(in: 0..<5, using: &stories.generator) > 0
                let source = ["Coast", "Inland", "Herald"].randomElement(using: &stories.generator)
                let id = try fixture.add(stories.sentence(5), text.joined(separator: "\n\n")) {
                    $0.source = source
                    $0.url = "https://news.example/\(ids.count)"
                    if isDated {
                        $0.published = PublicationDate(
                            CalendarDay(daysSince1970: day),
                            basis: .stated
                        )
                    }
                }
                ids.append(id)
            }
        }
        ids.shuffle(using: &stories.generator)
        for id in ids.prefix(8) { _ = try fixture.delete(id) }
        for id in ids.prefix(3) { _ = try fixture.store.restoreAndWait(id) }
        for number in [1, 7, 12] {
            var batch = ArticleBatch.of(
                "Rewritten",
                stories.paragraph() + " " + stories.paragraph()
            )
            batch.items[0].draft.fields.url = "https://news.example/\(number)"
            _ = try fixture.insert(batch)
        }
        return fixture
    }

    // With the given seed, articles have all the words of a query, and none of them a copy.
    @Test(arguments: [12_815_755_464_253_771_515, UInt64.random(in: 0 ... .max)])
    func `the first of each group is shown, and the others are counted`(seed: UInt64) throws {
        let fixture = try Self.archive(seed: seed)
        let reader = try fixture.reader()
        var groups: [Int64: [Int64]] = [:]
        for id in try reader.ids(after: 0, limit: 1_000) {
            groups[id] = try reader.nearCopies(of: id, limit: 100).value?.map(\.article.id)
        }
        var generator = SeededGenerator(seed: seed)
        var hasHidden = false
        for q in [nil, "ba", "kel OR mi", "tor -san", "-rup", "ba kel mi tor san rup ne"] {
            for sort in [nil, .newest, .oldest, .received] as [ArticleQuery.Sort?] {
                for filter in [nil, "Coast", "-Herald"] {
                    var query = ArticleQuery()
                    query.q = q
                    query.sort = sort
                    query.limit = 200
                    query.facets = [.source, .month]
                    if let filter {
                        let isExclusion = filter.hasPrefix("-")
                        query.filters = [
                            .init(
                                .source,
                                values: [isExclusion ? String(filter.dropFirst()) : filter],
                                excludes: isExclusion
                            )
                        ]
                    }
                    if Bool.random(using: &generator) {
                        query.from = Timestamp(secondsSince1970: 19_001 * 86_400 + 3_600)
                    }
                    let context = "\(query), seed \(seed)"
                    hasHidden =
                        try check(query, groups, reader, &generator, "\(context)") || hasHidden
                }
            }
        }
        #expect(hasHidden, "nothing was hidden, seed \(seed)")
        try fixture.checkIndex()
        fixture.store.close()
        #expect(try StoreCheck(path: fixture.path).faults() == [])
    }

    /// Compares the answers with what follows from the one that hides nothing.
    private func check(
        _ query: ArticleQuery,
        _ groups: [Int64: [Int64]],
        _ reader: any ArticleReader,
        _ generator: inout SeededGenerator,
        _ context: Comment
    ) throws -> Bool {
        let all = try reader.page(query)
        #expect(all.next == nil && all.hits.allSatisfy { $0.copies == nil }, context)
        let found = Set(all.hits.map(\.article.id))
        var copies: [Int64: Int] = [:]
        for id in found {
            let others = try #require(groups[id]).filter(found.contains)
            if others.allSatisfy({ $0 > id }) { copies[id] = others.count }
        }
        var query = query
        for duplicates in [ArticleQuery.Duplicates.hide, .only] {
            query.duplicates = duplicates
            query.limit = 200
            query.cursor = nil
            let wanted = all.hits.filter {
                (copies[$0.article.id] ?? -1) >= (duplicates == .only ? 1 : 0)
            }
            let page = try reader.page(query)
            #expect(page.hits.map(\.article.id) == wanted.map(\.article.id), context)
            #expect(page.hits.map(\.copies) == wanted.map { copies[$0.article.id] }, context)
            #expect(page.total == wanted.count && page.totalIsExact, context)
            var sources: [String: Int] = [:]
            for source in wanted.compactMap(\.article.fields.source) {
                sources[source, default: 0] += 1
            }
            let counted = page.facets[.source]?.map { ($0.value, $0.count) } ?? []
            #expect(Dictionary(uniqueKeysWithValues: counted) == sources, context)
            if page.matchedAll != false {
                #expect(try reader.timeline(query, by: .day).total == wanted.count, context)
            }
            var paged: [Int64] = []
            repeat {
                query.limit = Int.random(in: 1...40, using: &generator)
                let page = try reader.page(query)
                #expect(page.total == wanted.count, context)
                paged += page.hits.map(\.article.id)
                query.cursor = page.next
            } while query.cursor != nil
            #expect(paged == wanted.map(\.article.id), context)
        }
        let shown = copies.values.reduce(copies.count, +)
        #expect(shown == all.total, context)
        return copies.count < all.total
    }

    @Test func `an article between two groups unites them, and a group of one is none`() throws {
        let fixture = try StoreFixture()
        var stories = WireStories(seed: 7)
        let (first, second) = (stories.story().prefix(5), stories.story().prefix(5))
        let a = try fixture.add("A", first.joined(separator: "\n\n"))
        let b = try fixture.add("B", second.joined(separator: "\n\n"))
        let reader = try fixture.reader()
        #expect(try reader.nearCopies(of: a, limit: 9).value?.count == 0)
        let both = try fixture.add("Both", (first + second).joined(separator: "\n\n"))
        let members = try reader.nearCopies(of: b, limit: 9).value?.map(\.article.id)
        #expect(members == [a, both])
        var query = ArticleQuery()
        query.duplicates = .only
        #expect(try reader.page(query).hits.map(\.copies) == [2])
        for id in [a, both] { _ = try fixture.delete(id) }
        #expect(try reader.page(query).hits.isEmpty)
        query.duplicates = .hide
        #expect(try reader.page(query).hits.map(\.article.id) == [b])
    }
}
