import Articles
import SQLite
import TextAnalysis
import Testing

@testable import ArticleStore

/// The words that completions and corrections come from, while they wait and when they do no more.
@Suite struct VocabularyTests {
    private static func rows(_ sql: String, _ fixture: StoreFixture) throws -> Int {
        try Connection(path: fixture.path).prepare(sql).first { $0.int(0) } ?? 0
    }

    @Test(arguments: [1, SearchVocabulary.maximumWaiting - 1, SearchVocabulary.maximumWaiting + 1])
    func `a word is completed and corrected as soon as its article is stored`(count: Int) throws {
        let fixture = try StoreFixture()
        for number in 1...count { try fixture.add("Lantern", "The lighthouse number \(number)") }
        let settled = try Self.rows("SELECT count(*) FROM search_word", fixture)
        #expect((settled == 0) == (count < SearchVocabulary.maximumWaiting))
        let reader = try fixture.reader()
        #expect(try reader.suggestions(for: "lighth", limit: 5).completions == ["lighthouse"])
        let page = try fixture.page("lighthuose")
        #expect(page.alsoMatched == ["lighthouse"])
        #expect(page.total == count)
        try fixture.add("Beacon", "Another word: foghorn.")
        #expect(try reader.suggestions(for: "fogh", limit: 5).completions == ["foghorn"])
        #expect(try reader.suggestions(for: "li", limit: 5).completions == ["lighthouse"])
    }

    @Test func `words that wait and others are completed in the order of their frequency`() throws {
        let fixture = try StoreFixture()
        for number in 0..<SearchVocabulary.maximumWaiting {
            try fixture.add("N\(number)", "\(number % 4 == 0 ? "harbour" : "harvest") \(number)")
        }
        #expect(try Self.rows("SELECT count(*) FROM search_word_waiting", fixture) == 0)
        for number in 0..<9 {
            try fixture.add("M\(number)", "\(number == 0 ? "harrow" : "harness") \(number)")
        }
        let found = try fixture.reader().suggestions(for: "har", limit: 5).completions
        #expect(found == ["harvest", "harbour", "harness", "harrow"])
    }

    @Test func `a word's level is about the logarithm of how many articles have it`() throws {
        let fixture = try StoreFixture()
        for number in 0..<600 {
            try fixture.add("N\(number)", "\(number % 64 == 0 ? "rare" : "common") \(number)")
        }
        let vocabulary = try Connection(path: fixture.path)
        for (word, count) in [("common", 590), ("rare", 10)] {
            let level = try vocabulary.prepare(SearchVocabulary.look)
                .first(["word": .text(word)]) { 1 << $0.int(0) }
            #expect((count / 4...count * 4).contains(try #require(level)), "\(word)")
        }
    }
}
