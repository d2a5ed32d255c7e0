import Articles
import Testing

@testable import ArticleStore

@Suite struct OverviewTests {
    private func harbour() throws -> StoreFixture {
        let fixture = try StoreFixture()
        let articles: [(String, String, Int?, Int, Int)] = [
            ("Ferry sails", "The harbour opened after a storm.", 2024, 5, 3),
            ("Ferry stops", "A storm closed the harbour again.", 2024, 5, 5),
            ("Vote held", "Harbour workers went on strike.", 2023, 12, 31),
            ("Budget", "Nothing about boats.", nil, 0, 0),
        ]
        for (index, (headline, text, year, month, day)) in articles.enumerated() {
            try fixture.add(headline, text) {
                if let year {
                    $0.published = PublicationDate(
                        year: year,
                        month: month,
                        day: day,
                        basis: .stated
                    )
                }
                $0.source = index == 0 ? "Coast" : "Inland"
                $0.tags = index < 2 ? ["sea", "weather"] : ["work"]
                $0.authors = [Author(name: "Ines Carrow")]
                $0.language = "en"
                $0.section = index == 2 ? "World" : nil
            }
        }
        return fixture
    }

    @Test(
        arguments: [
            (nil, .month, [("2023-12-01", "2023-12-31", 1), ("2024-05-01", "2024-05-31", 2)], 1),
            ("storm", .day, [("2024-05-03", "2024-05-03", 1), ("2024-05-05", "2024-05-05", 1)], 0),
            (
                "harbour", .week,
                [("2023-12-25", "2023-12-31", 1), ("2024-04-29", "2024-05-05", 2)], 0
            ),
            ("-storm", .year, [("2023-01-01", "2023-12-31", 1)], 1), ("nonesuch", .day, [], 0),
        ] as [(String?, Timeline.Interval, [(String, String, Int)], Int)]
    )
    func `counts by time`(
        q: String?,
        interval: Timeline.Interval,
        buckets: [(String, String, Int)],
        undated: Int
    ) throws {
        var query = ArticleQuery()
        query.q = q
        let fixture = try harbour()
        let timeline = try fixture.reader().timeline(query, by: interval)
        #expect(
            timeline.buckets.map { "\($0.from) \($0.to) \($0.count)" }
                == buckets.map { "\($0.0) \($0.1) \($0.2)" }
        )
        #expect(timeline.undated == undated && timeline.isTotalExact)
        #expect(timeline.total == undated + buckets.reduce(0) { $0 + $1.2 })
    }

    @Test func `counts by facets`() throws {
        let page = try harbour().page("harbour") { $0.facets = ArticleQuery.Facet.allCases }
        let facets = page.facets.mapValues { $0.map { "\($0.value) \($0.count)" } }
        #expect(facets[.source] == ["Inland 2", "Coast 1"])
        #expect(facets[.month] == ["2024-05 2", "2023-12 1"])
        #expect(facets[.tag] == ["sea 2", "weather 2", "work 1"])
        #expect(facets[.author] == ["Ines Carrow 3"] && facets[.language] == ["en 3"])
    }

    @Test(
        arguments: [
            ("tag:sea", [2, 1]), ("section:world", [3]), ("-tag:work", [2, 1]),
            ("storm source:coast", [1]), ("by:carrow vote", [3]), ("headline:ferry", [2, 1]),
            ("body:ferry", []),
            ("after:2024-05-04", [2]), ("harbour before:2024", [3]), ("ferr*", [2, 1]),
        ] as [(String, [Int64])]
    )
    func `finds by facts and fields`(q: String, wanted: [Int64]) throws {
        #expect(try harbour().found(q) { $0.sort = .newest } == wanted)
    }

    @Test func `suggests completions, headlines and corrections`() throws {
        let fixture = try harbour()
        let reader = try fixture.reader()
        let found = try reader.suggestions(for: "storm har", limit: 5)
        #expect(found.completions == ["storm harbour"] && found.headlines == [])
        let headlines = try reader.suggestions(for: "ferr", limit: 5)
        #expect(headlines.headlines.map(\.id) == [2, 1])
        #expect(try reader.suggestions(for: "harbuor", limit: 5).didYouMean == "harbour")
        for text in ["", " ", "\"", "(", "*", "-", "a:b", "\u{0}"] {
            #expect(throws: Never.self) { try reader.suggestions(for: text, limit: 5) }
        }
    }

    @Test func `says how many dates were concluded`() throws {
        let fixture = try StoreFixture()
        for (day, basis) in [(3, .stated), (3, .inferred), (4, .inferred), (4, .relative)]
            as [(Int, PublicationDate.Basis)]
        {
            try fixture.add("Ferry", "The harbour opened, \(day) \(basis).") {
                $0.published = PublicationDate(year: 2024, month: 5, day: day, basis: basis)
            }
        }
        var query = ArticleQuery()
        for (q, inferred) in [(nil, [1, 1]), ("harbour", [1, 1]), ("stated", [0])]
            as [(String?, [Int])]
        {
            query.q = q
            let timeline = try fixture.reader().timeline(query, by: .day)
            #expect(timeline.buckets.map(\.inferredDates) == inferred)
        }
    }

    @Test func `completes by words that stand together, as they were written`() throws {
        let fixture = try StoreFixture()
        try fixture.add("Envoy", "Amir-Abdollahian met O’Neill about a stop-gap for the harbour.")
        try fixture.add("Harvest", "The harvest was poor; nobody met.")
        let reader = try fixture.reader()
        for (text, wanted) in [
            ("amir", ["amir", "amir-abdollahian"]), ("o'n", ["o'neill"]), ("onei", []),
            ("har", ["harbour", "harvest"]), ("envoy har", ["envoy harbour"]),
            ("poor har", ["poor harvest"]), ("stop-", ["stop-gap"]), ("stopg", []),
        ] {
            let found = try reader.suggestions(for: text, limit: 5)
            #expect(found.completions.sorted() == wanted, "\(text)")
        }
        // Joined words are mended all the same.
        #expect(try fixture.found("amirabdolahian") == [1])
        #expect(try fixture.found("stopgap") == [1])
    }
}
