import Articles
import Testing

@testable import ArticleStore

@Suite struct QueryFuzzTests {
    @Test func `whatever is typed has an answer`() throws {
        let fixture = try StoreFixture()
        try fixture.add("Ferry sails", "The harbour opened \"again\" — a storm* (OR) NOT near.") {
            $0.source = "Coast"
        }
        try fixture.add("漢字仮名", "ภาษาไทย ist schön, U.N. и ещё") { $0.language = "de" }
        let reader = try fixture.reader()
        let pieces = [
            "\"", "“", "”", "«", "»", "'", "-", "+", "*", "(", ")", "^", ":", "{", "}", "NEAR(",
            "OR", "AND", "NOT", "\u{0}", "\u{1}", "\u{2}", " ", "  ", "\n", "ferry", "storm", "a",
            "é",
            "🦉", "e\u{301}", "\u{301}", "\u{200D}", "\u{FEFF}", "漢字", "ไทย", "ا", "१", "\u{E000}",
            "\u{10FFFF}", "--", "\\", ";", "%", "_", "headline:", "\u{2011}", "x-y", "ſ", "K",
            "by:", "source:", "before:", "after:", "2023", "ferrry", "harbuor", "har*", "漢", "*",
            "ferrysails", "tag:", "\u{1F}", "labels:",
        ]
        let seed = UInt64.random(in: 0 ... .max)
        var generator = SeededGenerator(seed: seed)
        for round in 0..<3_000 {
            var query = ArticleQuery()
            let count = Int.random(in: 0...14, using: &generator)
            let q = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            query.q = q
            query.match = ArticleQuery.Match.allCases.randomElement(using: &generator) ?? .auto
            query.sort = ArticleQuery.Sort.allCases.randomElement(using: &generator)
            query.highlight = .mark
            query.facets = round % 5 == 0 ? ArticleQuery.Facet.allCases : []
            if round % 3 == 0 { query.filters = [.init(.source, values: ["coast", q])] }
            if round % 7 == 0 { query.filters.append(.init(.tag, values: [q], excludes: true)) }
            #expect(throws: Never.self, "seed \(seed), q \(q.debugDescription)") {
                let page = try reader.page(query)
                #expect(page.total == page.hits.count, "seed \(seed), q \(q.debugDescription)")
                #expect((page.parsedQuery == nil) == (page.matchedAll == nil))
                for hit in page.hits { #expect(hit.score.map { $0 > 0 && $0 <= 1 } ?? true) }
            }
        }
    }
}
