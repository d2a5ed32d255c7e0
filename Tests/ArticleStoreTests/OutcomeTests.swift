import Articles
import Testing

@testable import ArticleStore

@Suite struct OutcomeTests {
    @Test(
        arguments: [
            (.return, "duplicate", 1), (.error, "refused", 1), (.version, "updated", 1),
            (.keep, "created", 2),
        ] as [(ArticleBatch.DuplicatePolicy, String, Int64)]
    )
    func `the same text again`(
        policy: ArticleBatch.DuplicatePolicy,
        word: String,
        id: Int64
    ) throws {
        let fixture = try StoreFixture()
        try fixture.add("First", "The same text.")
        let again = try fixture.insert(.of("Second", "The same text.", duplicates: policy))
        #expect(again.map(\.word) == [word])
        #expect(again[0].article.id == id)
        let kept = try #require(try fixture.reader().article(id).value)
        #expect(kept.fields.headline == (word == "updated" || id == 2 ? "Second" : "First"))
        #expect(kept.version == (word == "updated" ? 2 : 1))
    }

    @Test func `a name's article is unchanged by its own text and updated by another`() throws {
        let fixture = try StoreFixture()
        let words = try ["one text", "one text", "another text", "one text"].map { text in
            try fixture.insert(.of("A", text, name: "a/b.txt"))[0]
        }
        #expect(words.map(\.word) == ["created", "unchanged", "updated", "updated"])
        #expect(words.map(\.article.version) == [1, 1, 2, 3])
        let reader = try fixture.reader()
        #expect(try reader.id(named: "a/b.txt") == 1)
        #expect(try fixture.found("another") == [])
        #expect(try fixture.found("text") == [1])
        #expect(try reader.original(of: 1).value?.bytes == Array("A\n\none text".utf8))
    }

    @Test func `a name sent with a text that has none yet is that article's from then on`() throws {
        let fixture = try StoreFixture()
        try fixture.add("A", "the text")
        #expect(try fixture.insert(.of("A", "the text", name: "n"))[0].word == "duplicate")
        #expect(try fixture.reader().id(named: "n") == 1)
        #expect(try fixture.insert(.of("A", "new text", name: "n"))[0].word == "updated")
    }

    @Test func `a removed article's name is free, and answers for it until it is taken`() throws {
        let fixture = try StoreFixture()
        _ = try fixture.insert(.of("A", "the text", name: "n"))
        _ = try fixture.delete(1)
        #expect(try fixture.reader().id(named: "n") == 1)
        #expect(try fixture.insert(.of("A", "the text", name: "n"))[0].word == "created")
        #expect(try fixture.reader().id(named: "n") == 2)
        #expect(try fixture.reader().id(named: "other") == nil)
    }

    @Test func `a text that stands twice in one upload is stored once`() throws {
        let fixture = try StoreFixture()
        var batch = ArticleBatch.of("A", "first")
        batch.items = ["first", "second", "first", "first"].map { .of("A", $0) }
        let outcomes = try fixture.insert(batch)
        #expect(outcomes.map(\.word) == ["created", "created", "duplicate", "duplicate"])
        #expect(outcomes.map(\.article.id) == [1, 2, 1, 1])
        #expect(try fixture.reader().id(withSHA256: batch.originalSHA256) == 1)
    }

    @Test func `an upload without articles has no outcomes`() throws {
        let fixture = try StoreFixture()
        var batch = ArticleBatch.of("A", "first")
        batch.items = []
        let before = try fixture.reader().generation()
        #expect(try fixture.insert(batch).isEmpty)
        #expect(try fixture.reader().generation() == before)
    }

    @Test func `the index stays true to the articles through versions and removals`() throws {
        let fixture = try StoreFixture()
        var generator = SeededGenerator(seed: 7)
        let words = ["harbour", "ferry", "storm", "minister", "vote", "budget"]
        for round in 0..<200 {
            let text = (0..<8).map { _ in words.randomElement(using: &generator) ?? "" }
                .joined(separator: " ")
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: _ = try fixture.delete(Int64.random(in: 1...40, using: &generator))
            case 1: _ = try fixture.insert(.of("R\(round)", text, name: "n\(round % 5)"))
            default: _ = try fixture.insert(.of("R\(round)", text, duplicates: .version))
            }
        }
        try fixture.checkIndex()
    }
}
