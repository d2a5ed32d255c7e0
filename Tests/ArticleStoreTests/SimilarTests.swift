import Articles
import Testing

@testable import ArticleStore

@Suite struct SimilarTests {
    /// Stories about four things, several of each, told in words that they share in part.
    private static let subjects = [
        "ferry harbour captain pier crossing island", "budget minister deficit parliament tax vote",
        "volcano lava crater evacuation ash eruption",
        "striker goal penalty stadium referee league",
    ]

    private static func story(_ subject: Int, _ generator: inout SeededGenerator) -> String {
        let telling = subjects[subject].split(separator: " ").shuffled(using: &generator).prefix(4)
        let filling = ["people", "morning", "city", "weather", "report", "officials", "week"]
        let words =
            telling.flatMap { [$0, $0] }
            + filling.shuffled(using: &generator).prefix(4).map { $0[...] }
        return words.shuffled(using: &generator).joined(separator: " ")
    }

    @Test func `the likest articles are of the same subject, and never the article itself`() throws
    {
        let seed = UInt64.random(in: 0 ... .max)
        var generator = SeededGenerator(seed: seed)
        let fixture = try StoreFixture()
        for number in 0..<80 {
            try fixture.add("Story \(number)", Self.story(number % 4, &generator) + " n\(number)")
        }
        let reader = try fixture.reader()
        for id in [1, 2, 3, 4] as [Int64] {
            let found = try #require(try reader.similarArticles(to: id, limit: 10).value)
            #expect(found.count == 10 && !found.contains { $0.article.id == id })
            #expect(
                found.allSatisfy { ($0.article.id - id) % 4 == 0 },
                "seed \(seed): \(found.map(\.article.id))"
            )
            #expect(found.allSatisfy { $0.similarity > 0 && $0.similarity <= 1 })
            #expect(zip(found, found.dropFirst()).allSatisfy { $0.similarity >= $1.similarity })
        }
        if case .unknown = try reader.similarArticles(to: 900, limit: 5) {
        } else {
            Issue.record("there is no article 900")
        }
    }

    @Test func `an article without telling words is like none`() throws {
        let fixture = try StoreFixture()
        try fixture.add("To be", "or not to be, and that is all of it.")
        try fixture.add("12", "34 56")
        let reader = try fixture.reader()
        for id in [1, 2] as [Int64] {
            #expect(try reader.similarArticles(to: id, limit: 5).value == [])
        }
    }

    @Test func `texts without spaces have likes as well`() throws {
        let fixture = try StoreFixture()
        for text in ["東京湾で大きな船が沈没した。", "大阪の野球は昨日の雨で中止になった。", "船が沈没した東京湾を調べる。"] {
            try fixture.add("記事", text) { $0.language = "ja" }
        }
        let found = try #require(try fixture.reader().similarArticles(to: 1, limit: 1).value)
        #expect(found.map(\.article.id) == [3])
    }
}
