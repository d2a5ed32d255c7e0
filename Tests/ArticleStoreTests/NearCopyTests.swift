import Articles
import SQLite
import Testing

@testable import ArticleStore

@Suite struct NearCopyTests {
    private static let story = """
        The harbour council agreed on Monday to close the old ferry pier for the winter after \
        engineers found cracks in three of its pillars.

        Crews will move to the fish market's landing until repairs are done in April, the council \
        said, and night boats will leave from there a quarter of an hour later than before.
        """

    @Test func `the same words in other clothes are the same runs`() {
        let plain = Shingles("The crew didn't leave: \"five boats\" stayed in port — all night.")
        let typed = Shingles("the CREW didn’t leave “five boats” stayed, in port all night")
        #expect(plain.hashes == typed.hashes)
        #expect(plain.hashes.count == 12 - Shingles.length)
        #expect(Shingles("one two three").hashes == [])
        #expect(Shingles("東京で雨が降った").hashes.count == 5)
        #expect(!Shingles("Rain fell all night in the port.").isTelling)
    }

    @Test(arguments: [8, 12, 13, 14, 40, 900])
    func `the keys are those of the least runs, where there are enough`(runs: Int) {
        let seed = UInt64.random(in: 0 ... .max)
        var generator = SeededGenerator(seed: seed)
        var words = (0..<runs + Shingles.length - 1).map { _ in
            String(UInt32.random(in: 0 ... .max, using: &generator), radix: 36)
        }
        // Runs that recur do not count again.
        words += words
        let shingles = Shingles(words.joined(separator: " "))
        let distinct = runs + Shingles.length - 1
        #expect(shingles.hashes.count == distinct, "seed \(seed)")
        #expect(shingles.isTelling == (distinct >= Shingles.minimum))
        let least = shingles.hashes.prefix(Shingles.keyCount).map { Int64($0 >> 16) }
        #expect(shingles.keys == (shingles.isTelling ? least : []), "seed \(seed)")
    }

    @Test(
        arguments: [
            ("a b c d e", "a b c d e", 1), ("a b c d e", "a b c d f", 1.0 / 3),
            ("a b c d", "e f g h", 0), ("", "", 0),
        ] as [(String, String, Double)]
    )
    func `resemblance is the share of common runs`(first: String, second: String, wanted: Double) {
        #expect(abs(Shingles(first).resemblance(to: Shingles(second)) - wanted) < 1e-9)
    }

    @Test func `copies are grouped under the first, and leave when they are removed or rewritten`()
        throws
    {
        let fixture = try StoreFixture()
        let first = try fixture.add("Pier closed", Self.story) { $0.source = "Courier" }
        let second = try fixture.add("Ferries move", Self.story + "\n\nSubscribe today.")
        let third = try fixture.add("No boats", "By our staff\n\n" + Self.story)
        let other = try fixture.add(
            "Else",
            "A wholly different text about " + String(Self.story.reversed())
        )
        #expect(try members(of: first, fixture) == [second, third])
        #expect(try members(of: second, fixture) == [first, third])
        #expect(try members(of: other, fixture) == [])
        _ = try fixture.delete(first)
        #expect(try members(of: second, fixture) == [third])
        guard case .restored = try fixture.store.restoreAndWait(first) else {
            Issue.record("not restored")
            return
        }
        #expect(try members(of: third, fixture) == [first, second])
        // A new version with another text is no copy any more.
        var batch = ArticleBatch.of(
            "Ferries move",
            "Nothing of it is left in this short notice here."
        )
        batch.items[0].draft.fields.url = "https://news.example/ferries"
        _ = try fixture.insert(batch)
        try fixture.checkIndex()
    }

    private func members(of id: Int64, _ fixture: StoreFixture) throws -> [Int64] {
        let copies = try #require(try fixture.reader().nearCopies(of: id, limit: 50).value)
        return copies.map(\.article.id)
    }

    /// Precision and recall of the groups over stories of one day, their siblings, which share
    /// background with them, and the copies that papers print.
    @Test func `wire copies are told from other stories of the day`() throws {
        let seed = UInt64.random(in: 0 ... .max)
        var stories = WireStories(seed: seed)
        let fixture = try StoreFixture()
        var truth: [Int64: Int] = [:]
        func add(_ text: [String], as story: Int) throws {
            let headline = stories.sentence(7)
            truth[try fixture.add(headline, text.joined(separator: "\n\n"))] = story
        }
        for number in 0..<120 {
            let story = stories.story()
            try add(story, as: 2 * number)
            try add(stories.sibling(of: story), as: 2 * number + 1)
            for _ in 0..<2 { try add(stories.copy(of: story), as: 2 * number) }
        }
        var (right, wrong, missed) = (0, 0, 0)
        for (id, story) in truth {
            let found = Set(try members(of: id, fixture))
            let wanted = Set(truth.filter { $0.value == story && $0.key != id }.keys)
            right += found.intersection(wanted).count
            wrong += found.subtracting(wanted).count
            missed += wanted.subtracting(found).count
        }
        let precision = Double(right) / Double(right + wrong)
        let recall = Double(right) / Double(right + missed)
        #expect(precision >= 0.98, "precision \(precision), seed \(seed)")
        #expect(recall >= 0.95, "recall \(recall), seed \(seed)")
    }
}

extension SQLiteArticleStore {
    func restoreAndWait(_ id: Int64) throws(StoreError) -> RestoreOutcome {
        try waiting { restore(id, completion: $0) }
    }
}
