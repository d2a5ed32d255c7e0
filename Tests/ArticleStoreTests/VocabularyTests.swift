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

    /// A number in letters, as words with digits are not kept.
    private static func word(_ number: Int) -> String {
        let digits = Array("abcdefghijklmnopqrst")
        var (rest, letters) = (number, "")
        repeat {
            letters.append(digits[rest % digits.count])
            rest /= digits.count
        } while rest > 0
        return "w" + letters
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

    @Test func `no more than half a megabyte of words waits`() throws {
        let fixture = try StoreFixture()
        var waiting: [Int] = []
        for number in 0..<10 {
            // Some 66 kB, of which no two articles have a word in common.
            let words = (0..<11_000).map { Self.word(number * 11_000 + $0) }
            try fixture.add("Lantern", words.joined(separator: " "))
            waiting.append(
                try Self.rows(
                    "SELECT coalesce(sum(length(words)), 0) FROM search_word_waiting",
                    fixture
                )
            )
        }
        #expect(waiting.allSatisfy { $0 < SearchVocabulary.maximumWaitingBytes }, "\(waiting)")
        #expect(zip(waiting, waiting.dropFirst()).count { $1 < $0 } == 1, "\(waiting)")
        #expect(try Self.rows("SELECT count(*) FROM search_word", fixture) > 50_000)
        // Another writer's words count as well.
        let connection = try Connection(path: fixture.path)
        try connection.execute(
            """
            INSERT INTO search_word_waiting (place, words)
            VALUES (1, ' ' || replace(hex(zeroblob(300000)), '00', 'a') || ' '),
                (2, ' ' || replace(hex(zeroblob(300000)), '00', 'b') || ' ')
            """
        )
        try fixture.add("Lantern", "One more")
        #expect(try Self.rows("SELECT count(*) FROM search_word_waiting", fixture) == 0)
    }

    @Test func `words that are known wait no more unless they come to another level`() throws {
        let fixture = try StoreFixture()
        let words = (0..<40).map { Self.word($0 + 900) }.joined(separator: " ")
        for number in 0..<SearchVocabulary.maximumWaiting {
            try fixture.add("Lantern \(number)", words + " \(number)")
        }
        #expect(try Self.rows("SELECT count(*) FROM search_word_waiting", fixture) == 0)
        for number in 0..<20 { try fixture.add("Lantern \(number)", words + " again \(number)") }
        // Of 42 words in 20 articles, each of which rises once in some 500 times.
        let waiting = try Self.rows(
            "SELECT sum(length(words) - length(replace(words, ' ', ''))) FROM search_word_waiting",
            fixture
        )
        #expect((20...120).contains(waiting), "\(waiting)")
    }

    @Test func `each article is counted once, however often the program ends`() throws {
        let fixture = try StoreFixture()
        let count = SearchVocabulary.maximumWaiting
        for number in 0..<count - 1 {
            let words = (0..<8).map { Self.word(number * 8 + $0 + 400) }
            try fixture.add("Lantern", words.joined(separator: " ") + " \(number)")
        }
        #expect(try Self.rows("SELECT count(*) FROM search_word", fixture) == 0)
        fixture.store.close()
        for number in 0..<8 {
            let store = try SQLiteArticleStore(path: fixture.path)
            _ = try store.insertAndWait(.of("Lantern", "Once more \(number)"))
            store.close()
        }
        #expect(try Self.rows("SELECT count(*) FROM search_word_waiting", fixture) == 7)
        let all = "SELECT count(*) FROM search_word WHERE word LIKE 'w%'"
        #expect(try Self.rows(all, fixture) == 8 * (count - 1))
        #expect(try Self.rows(all + " AND level = 0", fixture) == 8 * (count - 1))
    }

    @Test func `a word of two articles is counted twice, whenever they come`() throws {
        let fixture = try StoreFixture()
        let count = SearchVocabulary.maximumWaiting
        func level(_ word: String) throws -> Int {
            try Self.rows("SELECT level FROM search_word WHERE word = '\(word)'", fixture)
        }
        var filled = 0
        func fill() throws {
            for _ in 0..<count {
                try fixture.add("Lantern", Self.word(filled + 400))
                filled += 1
            }
        }
        // Both are put among the others at once; one is after the other was.
        try fixture.add("First", "foghorn lighthouse")
        try fixture.add("Second", "foghorn")
        try fill()
        #expect(try level("foghorn") == 1)
        #expect(try level("lighthouse") == 0)
        try fixture.add("Third", "lighthouse breakwater")
        try fill()
        #expect(try level("lighthouse") == 1)
        // One waits, and another is among many that come together.
        try fixture.add("Fourth", "jetty")
        var batch = ArticleBatch.of("Fifth", "jetty and pier")
        for number in 0..<count {
            let words = Self.word(filled + number + 400)
            batch.items += ArticleBatch.of("Sixth \(number)", words).items
        }
        _ = try fixture.insert(batch)
        #expect(try level("jetty") == 1)
        #expect(try level("pier") == 0)
        #expect(try Self.rows("SELECT count(*) FROM search_word_waiting", fixture) == 0)
    }

    @Test func `what another connection has changed is not taken for known`() throws {
        let fixture = try StoreFixture()
        let count = SearchVocabulary.maximumWaiting
        for number in 0..<count { try fixture.add("Lantern", "foghorn \(Self.word(number + 400))") }
        #expect(try Self.rows("SELECT count(*) FROM search_word_waiting", fixture) == 0)
        try Connection(path: fixture.path).execute("DELETE FROM search_word")
        for number in 0..<count { try fixture.add("Lantern", "foghorn \(Self.word(number + 900))") }
        let counted = "SELECT count(*) FROM search_word WHERE word = 'foghorn' AND level > 5"
        #expect(try Self.rows(counted, fixture) == 1)
    }

    @Test func `words that wait are read once until something is committed`() throws {
        let fixture = try StoreFixture()
        try fixture.add("Lantern", "The lighthouse")
        let connection = try Connection(path: fixture.path)
        try connection.registerSearchTerms()
        let search = try ArticleSearch(connection)
        try search.statistics.refresh()
        #expect(try search.vocabulary.level(of: "lighthouse") == 0)
        // Behind its back: no commit of the store's.
        try Connection(path: fixture.path).execute("DELETE FROM search_word_waiting")
        try search.statistics.refresh()
        #expect(try search.vocabulary.level(of: "lighthouse") == 0)
        #expect(try search.vocabulary.words(beginningWith: "lant", limit: 5) == ["lantern"])
        try fixture.add("Beacon", "The foghorn")
        try search.statistics.refresh()
        #expect(try search.vocabulary.level(of: "lighthouse") == nil)
        #expect(try search.vocabulary.level(of: "foghorn") == 0)
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

    @Test func `what a query finds is counted once until the next commit`() throws {
        let fixture = try StoreFixture()
        try fixture.add("Ferry", "The ferry sails.")
        let statistics = IndexStatistics(try Connection(path: fixture.path))
        var counted = 0
        func total(_ match: String) throws -> Int {
            try statistics.refresh()
            return try statistics.total(of: match) {
                counted += 1
                return counted
            }
        }
        #expect(try [total("a"), total("a"), total("b"), total("a")] == [1, 1, 2, 1])
        try fixture.add("Tug", "The tug sails.")
        #expect(try [total("a"), total("a")] == [3, 3])
    }
}
