import Articles
import Testing

@testable import ArticleStore

@Suite struct SearchTests {
    /// Three articles that a few words tell apart.
    private func harbour() throws -> StoreFixture {
        let fixture = try StoreFixture()
        try fixture.add("Ferry sails again", "The harbour opened after a storm.") {
            $0.published = PublicationDate(year: 2024, month: 5, day: 3, basis: .stated)
            $0.source = "Coast News"
            $0.language = "en-GB"
        }
        try fixture.add("Minister resigns", "A storm in parliament, no ferry in sight.") {
            $0.published = PublicationDate(year: 2023, month: 1, day: 9, basis: .stated)
            $0.source = "COAST NEWS"
            $0.language = "en"
        }
        try fixture.add("Résumé of the week", "Amir-Abdollahian met Amirabdollahian's brother.") {
            $0.source = "Inland Post"
            $0.language = "fr"
        }
        return fixture
    }

    @Test(
        arguments: [
            ("ferry", [1, 2]), ("FERRY storm", [1, 2]), ("ferry harbour", [1]),
            ("\"a storm\"", [1, 2]),
            ("“storm in parliament”", [2]), ("«opened after", [1]), ("storm -ferry", []),
            ("storm -parliament", [1]), ("storm NOT harbour", [2]), ("-ferry", [3]),
            ("resigns OR opened", [2, 1]), ("resume", [3]), ("RÉSUMÉ", [3]), ("minist*", [2]),
            ("mi*", []), ("Amir-Abdollahian", [3]), ("amirabdollahian", [3]),
            ("ferry resume", [1, 2, 3]),
            ("(ferry OR resume) week", [3]), ("+parliament ferry harbour opened", [2]),
        ] as [(String, [Int64])]
    )
    func `finds`(q: String, wanted: [Int64]) throws {
        let found = try harbour().found(q) { $0.limit = 10 }
        #expect(Set(found) == Set(wanted) && found.count == wanted.count)
    }

    @Test func `a word of the headline counts double`() throws {
        let page = try harbour().page("ferry") { $0.highlight = .mark }
        #expect(page.hits.map(\.article.id) == [1, 2])
        #expect(page.hits[0].score == 1)
        #expect(try #require(page.hits[1].score) < 1)
        #expect(page.sort == .relevance && page.parsedQuery == "ferry" && page.matchedAll == true)
        #expect(page.hits[0].highlightedHeadline == "<mark>Ferry</mark> sails again")
        #expect(page.hits[0].highlightedPassages == [])
        #expect(page.hits[1].highlightedHeadline == nil)
        #expect(
            page.hits[1].highlightedPassages == [
                "A storm in parliament, no <mark>ferry</mark> in sight."
            ]
        )
    }

    @Test func `of equals the newer comes first, those without a date last`() throws {
        let fixture = try StoreFixture()
        for (number, day) in ([nil, nil, 1, 3, 2] as [Int?]).enumerated() {
            try fixture.add("Ferry", "The ferry sails to quay\(number).") { fields in
                fields.published = day.map {
                    PublicationDate(year: 2024, month: 5, day: $0, basis: .given)
                }
            }
        }
        #expect(try fixture.found("ferry") == [4, 5, 3, 2, 1])
        var found: [Int64] = []
        var cursor: String?
        repeat {
            let page = try fixture.page("ferry") { ($0.limit, $0.cursor) = (1, cursor) }
            found += page.hits.map(\.article.id)
            cursor = page.next
        } while cursor != nil && found.count < 10
        #expect(found == [4, 5, 3, 2, 1])
    }

    // Short enough for its lead to be read from the text, and so long that it is stored beside it.
    @Test(arguments: [1_500, 2_500])
    func `a list shows the beginning of a long lead`(count: Int) throws {
        let fixture = try StoreFixture()
        let lead = String(repeating: "é雨🌧", count: count / 3)
        try fixture.add("Rain", lead)
        let summary = try #require(try fixture.page(nil).hits.first?.article.summary)
        #expect(summary == Article.summary(of: lead) && summary.hasSuffix("…"))
        #expect(try fixture.reader().article(1).value?.summary == summary)
    }

    @Test(
        arguments: [
            (.newest, [1, 2, 3]), (.oldest, [2, 1, 3]), (.received, [3, 2, 1]),
        ] as [(ArticleQuery.Sort, [Int64])]
    )
    func `lists in order`(sort: ArticleQuery.Sort, wanted: [Int64]) throws {
        let fixture = try harbour()
        let page = try fixture.page(nil) { $0.sort = sort }
        #expect(page.hits.map(\.article.id) == wanted)
        #expect(page.total == 3 && page.totalIsExact && page.next == nil)
        #expect(page.hits.allSatisfy { $0.article.fields.paragraphs.isEmpty && $0.score == nil })
        #expect(page.hits.allSatisfy { $0.article.summary?.isEmpty == false })
        #expect(try fixture.found("storm") { $0.sort = sort } == wanted.filter { $0 != 3 })
    }

    @Test(
        arguments: [
            ("coast news", false, [1, 2]), ("Coast News", true, [3]), ("nowhere", false, []),
            ("nowhere", true, [1, 2, 3]),
        ] as [(String, Bool, [Int64])]
    )
    func `filters by source`(name: String, excludes: Bool, wanted: [Int64]) throws {
        let page = try harbour().page(nil) {
            $0.filters = [.init(.source, values: [name], excludes: excludes)]
        }
        #expect(page.hits.map(\.article.id) == wanted && page.total == wanted.count)
    }

    @Test(
        arguments: [
            (["en"], false, [1, 2]), (["EN-gb"], false, [1]), (["en", "fr"], false, [1, 2, 3]),
            (["e"], false, []), (["en"], true, [3]),
        ] as [([String], Bool, [Int64])]
    )
    func `filters by language`(tags: [String], excludes: Bool, wanted: [Int64]) throws {
        let page = try harbour().page(nil) {
            $0.filters = [.init(.language, values: tags, excludes: excludes)]
        }
        #expect(page.hits.map(\.article.id) == wanted && page.total == wanted.count)
    }

    @Test(arguments: ArticleQuery.Filter.Kind.allCases)
    func `a filter for what cannot be seen finds nothing, and leaves nothing out`(
        kind: ArticleQuery.Filter.Kind
    ) throws {
        let fixture = try harbour()
        for values in [["\u{2}"], [" ", "\u{301}"], []] {
            for q in [nil, "storm"] {
                for sort in [ArticleQuery.Sort.newest, .oldest, .received, .relevance] {
                    let none = try fixture.page(q) {
                        $0.filters = [.init(kind, values: values)]
                        $0.sort = sort
                    }
                    #expect(none.hits.isEmpty && none.total == 0)
                    let all = try fixture.page(q) {
                        $0.filters = [.init(kind, values: values, excludes: true)]
                        $0.sort = sort
                    }
                    #expect(all.total == (q == nil ? 3 : 2))
                }
            }
        }
    }

    @Test func `filters by date, with and without words`() throws {
        let fixture = try harbour()
        let day = try #require(CalendarDay(year: 2024, month: 5, day: 3))
        let (from, until) = (Timestamp(startOf: day), Timestamp(startOf: day.advanced(by: 1)))
        for q in [nil, "storm", "-brother"] {
            #expect(try fixture.page(q) { ($0.from, $0.until) = (from, until) }.total == 1)
            #expect(try fixture.page(q) { ($0.from, $0.until) = (nil, from) }.total == 1)
            #expect(try fixture.page(q) { ($0.from, $0.until) = (until, nil) }.total == 0)
        }
    }
}
