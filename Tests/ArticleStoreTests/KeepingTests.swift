import Articles
import Foundation
import SQLite
import Testing

@testable import ArticleStore

/// What is recognised, what becomes a version, what comes back.
@Suite struct KeepingTests {
    private func batch(
        _ text: String,
        url: String? = nil,
        name: String? = nil,
        _ policy: ArticleBatch.DuplicatePolicy = .return
    ) -> ArticleBatch {
        .of("H", text, name: name, duplicates: policy) { $0.url = url }
    }

    @Test func `another text at a known address is a new version`() throws {
        let fixture = try StoreFixture()
        let old = "https://www.news.example/pier?utm_source=mail"
        let new = "http://news.example/pier/#top"
        #expect(try fixture.insert(batch("one", url: old))[0].word == "created")
        let outcome = try fixture.insert(batch("two", url: new))[0]
        #expect(outcome.word == "updated")
        #expect(outcome.article.id == 1)
        #expect(outcome.article.version == 2)
        #expect(outcome.article.fields.url == "http://news.example/pier/")
        #expect(try fixture.found("one") == [])
        #expect(try fixture.found("two") == [1])
        try fixture.checkIndex()
    }

    @Test(
        arguments: [
            // text, url, policy, outcome
            ("one", nil, .return, "duplicate"), ("one", nil, .error, "refused"),
            ("one", nil, .version, "updated"), ("one", nil, .keep, "created"),
            ("two", "https://news.example/a", .return, "updated"),
            ("two", "https://news.example/a", .error, "refused"),
            ("two", "https://news.example/a", .version, "updated"),
            ("two", "https://news.example/a", .keep, "created"),
            ("two", "https://news.example/b", .return, "created"),
            ("one", "https://news.example/b", .return, "duplicate"),
            ("two", "https://news.example/", .return, "created"), ("two", nil, .error, "created"),
        ] as [(String, String?, ArticleBatch.DuplicatePolicy, String)]
    )
    func `the policy decides`(
        text: String,
        url: String?,
        policy: ArticleBatch.DuplicatePolicy,
        wanted: String
    ) throws {
        let fixture = try StoreFixture()
        _ = try fixture.insert(batch("one", url: "https://news.example/a"))
        #expect(try fixture.insert(batch(text, url: url, policy))[0].word == wanted)
        try fixture.checkIndex()
    }

    @Test func `an address that a whole upload shares names none of its articles`() throws {
        let fixture = try StoreFixture()
        var batch = batch("one", url: "https://news.example/front")
        batch.items.append(.of("B", "two") { $0.url = "https://news.example/front" })
        #expect(try fixture.insert(batch).map(\.word) == ["created", "created"])
    }

    @Test func `two names at one address are two articles`() throws {
        let fixture = try StoreFixture()
        let url = "https://news.example/a"
        #expect(try fixture.insert(batch("one", url: url, name: "a"))[0].word == "created")
        #expect(try fixture.insert(batch("two", url: url, name: "b"))[0].word == "created")
        #expect(try fixture.insert(batch("three", url: url, name: "b"))[0].article.id == 2)
    }

    @Test func `every version is there as it was`() throws {
        let fixture = try StoreFixture()
        for text in ["one", "two\n\nmore", "three"] {
            let outcome = try fixture.insert(
                .of("H \(text.prefix(3))", text, name: "n") {
                    $0.source = "Courier"
                    $0.authors = [Author(name: "A \(text.prefix(3))")]
                }
            )
            #expect(outcome[0].article.fields.text == text)
        }
        let reader = try fixture.reader()
        let versions = try #require(try reader.versions(of: 1).value)
        #expect(versions.map(\.version) == [3, 2, 1])
        #expect(versions.map(\.headline) == ["H thr", "H two", "H one"])
        let second = try #require(try reader.article(1, version: 2).value)
        #expect(second.fields.paragraphs.map(\.text) == ["two", "more"])
        #expect(second.fields.authors.map(\.name) == ["A two"])
        #expect(second.fields.source == "Courier")
        #expect(second.version == 2)
        #expect(try reader.article(1, version: 3).value?.fields.text == "three")
        #expect(try reader.article(1, version: 4).word == "unknown")
        _ = try fixture.delete(1)
        #expect(try reader.versions(of: 1).word == "gone")
        #expect(try reader.article(1, version: 2).word == "gone")
        #expect(try reader.versions(of: 9).word == "unknown")
    }

    @Test func `what was removed comes back as it was, unless its name is taken`() throws {
        let fixture = try StoreFixture()
        _ = try fixture.insert(batch("lantern", name: "n"))
        let before = try #require(try fixture.reader().article(1).value)
        _ = try fixture.delete(1, reason: "mistake")
        #expect(try fixture.found("lantern") == [])
        guard case .restored(let article) = try fixture.store.restoreAndWait(1) else {
            Issue.record("not restored")
            return
        }
        #expect(article == before)
        #expect(try fixture.found("lantern") == [1])
        guard case .unchanged = try fixture.store.restoreAndWait(1),
            case .unknown = try fixture.store.restoreAndWait(7)
        else {
            Issue.record("restored what was there, or never was")
            return
        }
        _ = try fixture.delete(1)
        _ = try fixture.insert(batch("other", name: "n"))
        guard case .nameTaken(let other) = try fixture.store.restoreAndWait(1) else {
            Issue.record("two articles have one name")
            return
        }
        #expect(other.id == 2)
        try fixture.checkIndex()
    }

    @Test func `reading an original again makes a version only where something differs`() throws {
        let fixture = try StoreFixture()
        var batch = batch("one\n\ntwo", url: "https://news.example/a")
        batch.given = "headline=H"
        let item = batch.items[0]
        _ = try fixture.insert(batch)
        let stored = try #require(try fixture.reader().storedUpload(of: 1).value)
        #expect(stored.given == "headline=H")
        #expect(stored.item == 0)
        func reparse(_ item: ArticleBatch.Item) throws -> ReparseOutcome {
            try fixture.store.waiting { fixture.store.reparse(stored, as: item, completion: $0) }
        }
        guard case .unchanged = try reparse(item) else {
            Issue.record("the same is another version")
            return
        }
        var better = item
        better.draft.fields.byline = "By Ines Carrow"
        guard case .updated(let article) = try reparse(better) else {
            Issue.record("no new version")
            return
        }
        #expect(article.version == 2)
        #expect(article.receivedAt == stored.original.receivedAt)
        guard case .stale = try reparse(item) else {
            Issue.record("a later version was overwritten")
            return
        }
        try fixture.checkIndex()
    }

    @Test func `a copy is whole and of one moment while articles are written`() throws {
        let fixture = try StoreFixture()
        let path = fixture.directory + "/copy.db"
        let isDone = Locked(false)
        let group = DispatchGroup()
        group.enter()
        Thread.detachNewThread {
            var number = 0
            while !isDone.withLock({ $0 }) {
                number += 1
                var batch = ArticleBatch.of("A", "first \(number)")
                batch.items.append(.of("B", "second \(number)"))
                // What fails shows in the count below.
                _ = try? fixture.store.insertAndWait(batch)
            }
            group.leave()
        }
        while try fixture.page(nil).total < 20 { Thread.sleep(forTimeInterval: 0.001) }
        try fixture.store.backUp(to: path)
        isDone.withLock { $0 = true }
        group.wait()
        #expect(throws: StoreError.self) { try fixture.store.backUp(to: path) }
        let names = try FileManager.default.contentsOfDirectory(atPath: fixture.directory)
        #expect(!names.contains { $0.hasPrefix("copy.db") && $0 != "copy.db" })
        let copy = try SQLiteArticleStore(path: path)
        let total = try copy.makeReader().page(ArticleQuery()).total
        #expect(total >= 20 && total % 2 == 0)
        copy.close()
        try StoreFixture.checkIndex(path: path)
    }
}
