import Articles
import Testing

@testable import ArticleStore

@Suite struct PagingTests {
    private static let words = ["ferry", "storm", "harbour", "vote", "budget", "minister", "rain"]
    /// Words that only later articles have: what was mended before is then what somebody wrote.
    private static let laterWords = words + ["ferrry", "stormrain", "har", "bour"]

    private static func batch(_ number: Int, _ generator: inout SeededGenerator) -> ArticleBatch {
        let count = Int.random(in: 3...30, using: &generator)
        let words = number < 1_000 ? words : laterWords
        let text = (0..<count).map { _ in words.randomElement(using: &generator) ?? "" }
        let day = CalendarDay(daysSince1970: Int.random(in: 19_000...19_010, using: &generator))
        let isDated = Int.random(in: 0..<4, using: &generator) > 0
        let source = ["Coast", "coast", "Inland", nil].randomElement(using: &generator) ?? nil
        var batch = ArticleBatch.of("N\(number)", text.joined(separator: " ") + " \(number)") {
            if isDated { $0.published = PublicationDate(day, basis: .stated) }
            $0.source = source
        }
        batch.receivedAt = Timestamp(secondsSince1970: Int64.random(in: 0...20, using: &generator))
        return batch
    }

    /// Pages through a query while articles arrive: what was there at the start comes exactly once,
    /// in the order that one page would have had.
    @Test(
        arguments: [
            (nil, .newest), (nil, .oldest), (nil, .received), ("storm", .newest),
            ("storm", .oldest),
            ("storm", .received), ("-storm", nil), ("storm", .relevance), ("ferry storm rain", nil),
            ("ferry storm rain vote budget", nil), ("storm OR vote -rain", .relevance),
            ("ferrry", .newest), ("ferrry", .relevance), ("ferrry vote", nil),
            ("stormrain", .newest), ("stormrain", nil), ("har bour", nil),
            ("ferrry stormrain har bour", .relevance),
        ] as [(String?, ArticleQuery.Sort?)]
    )
    func `pages neither skip nor repeat while articles arrive`(
        q: String?,
        sort: ArticleQuery.Sort?
    ) throws {
        let seed = UInt64.random(in: 0 ... .max)
        var generator = SeededGenerator(seed: seed)
        let fixture = try StoreFixture()
        for number in 0..<150 { _ = try fixture.insert(Self.batch(number, &generator)) }
        let reader = try fixture.reader()
        for filters in [[], [ArticleQuery.Filter(.source, values: ["COAST"])]] {
            var query = ArticleQuery()
            query.q = q
            query.sort = sort
            query.filters = filters
            query.limit = 200
            let whole = try reader.page(query)
            let wanted = whole.hits.map(\.article.id)
            #expect(wanted.count == whole.total && whole.next == nil, "seed \(seed)")
            var paged: [Int64] = []
            var number = 1_000 + Int(wanted.count)
            var isFirst = true
            while isFirst || query.cursor != nil {
                isFirst = false
                query.limit = Int.random(in: 1...13, using: &generator)
                let page = try reader.page(query)
                #expect(page.hits.count <= query.limit)
                #expect(page.next == nil || page.hits.count == query.limit)
                paged += page.hits.map(\.article.id)
                query.cursor = page.next
                number += 1
                _ = try fixture.insert(Self.batch(number, &generator))
            }
            #expect(Set(paged).count == paged.count, "repeats, seed \(seed)")
            #expect(paged.filter(Set(wanted).contains) == wanted, "skips, seed \(seed)")
        }
    }

    @Test func `a cursor of another query, or a damaged one, is refused`() throws {
        let fixture = try StoreFixture()
        for number in 0..<5 { try fixture.add("A\(number)", "storm \(number)") }
        let reader = try fixture.reader()
        var query = ArticleQuery()
        query.limit = 2
        for q in [nil, "storm"] {
            query.q = q
            query.cursor = nil
            let cursor = try #require(try reader.page(query).next)
            query.cursor = cursor
            #expect(try reader.page(query).hits.count == 2)
            var other = query
            other.q = "vote"
            #expect(throws: StoreError.invalidCursor) { try reader.page(other) }
            other = query
            other.sort = .oldest
            #expect(throws: StoreError.invalidCursor) { try reader.page(other) }
            for index in cursor.indices {
                var damaged = cursor
                damaged.replaceSubrange(index...index, with: damaged[index] == "A" ? "B" : "A")
                other = query
                other.cursor = damaged
                #expect(throws: StoreError.invalidCursor, "\(damaged)") { try reader.page(other) }
            }
        }
        for text in ["", "A", "AAAA", "%%%", String(repeating: "A", count: 10_000), "🦉"] {
            query.cursor = text
            #expect(throws: StoreError.invalidCursor) { try reader.page(query) }
        }
    }

    @Test func `the limit is kept between 1 and 200`() throws {
        let fixture = try StoreFixture()
        for number in 0..<3 { try fixture.add("A\(number)", "storm \(number)") }
        for (limit, count) in [(0, 1), (-5, 1), (2, 2), (1_000, 3)] {
            #expect(try fixture.page(nil) { $0.limit = limit }.hits.count == count)
            #expect(try fixture.found("storm") { $0.limit = limit }.count == count)
        }
    }

    @Test func `any word is enough where all find nothing`() throws {
        let fixture = try StoreFixture()
        try fixture.add("A", "storm over the ferry")
        try fixture.add("B", "rain on the budget")
        for (q, match, wanted, matchedAll) in [
            ("storm ferry", .auto, [1], true), ("storm budget", .auto, [1, 2], false),
            ("storm budget", .all, [], true), ("storm ferry", .any, [1], false),
            ("storm rain budget vote", .auto, [1, 2], false), ("nonesuch", .auto, [], true),
        ] as [(String, ArticleQuery.Match, Set<Int64>, Bool)] {
            let page = try fixture.page(q) { $0.match = match }
            #expect(Set(page.hits.map(\.article.id)) == wanted && page.matchedAll == matchedAll)
        }
        let newest = try fixture.page("storm over ferry budget") { $0.sort = .newest }
        #expect(newest.total == 2 && newest.matchedAll == false)
    }

    @Test func `a query that was cut says so`() throws {
        let fixture = try StoreFixture()
        try fixture.add("A", "storm")
        let words = (0..<64).map { "w\($0)" }.joined(separator: " ")
        let page = try fixture.page("storm \(words)")
        #expect(page.total == 1 && page.warnings.map(\.code) == [.truncated])
        #expect(try fixture.page("storm").warnings == [])
    }
}
