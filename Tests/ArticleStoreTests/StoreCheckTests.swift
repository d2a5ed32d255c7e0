import Articles
import Foundation
import SQLite
import Testing

@testable import ArticleStore

/// What `dateline check` finds, and what it mends.
@Suite struct StoreCheckTests {
    private static let story =
        "The night ferry was late again on Monday, its crew said, because the harbour's only crane "
        + "stood idle and no lorry could be loaded before the tide turned."

    /// A store with more articles than are compared at a time, two of them copies.
    private static func fill(_ fixture: StoreFixture, _ count: Int = 300) throws {
        for number in 0..<count { try fixture.add("Ferry \(number)", "Text \(number)") }
        try fixture.add("A", story)
        try fixture.add("B", story + " Nobody was hurt.")
    }

    @Test(
        arguments: [
            // what is done to the file, the fault, whether a repair mends it
            ("UPDATE article SET headline = 'Lantern' WHERE id = 7", "The index of words", true),
            ("UPDATE store_state SET article_count = 9", "The number of articles", true),
            ("INSERT INTO near_key VALUES (1, 999)", "Fingerprints", true),
            ("UPDATE near_member SET search_key = 1", "Groups of copies", true),
            ("DELETE FROM near_member WHERE article_id = first_id", "Groups of copies", true),
            ("DELETE FROM explanation WHERE article_id = 3", "no explanation", false),
            ("INSERT INTO original VALUES (999, x'00', NULL, 0, x'')", "Originals", false),
            (
                "INSERT INTO article_search (article_search) VALUES ('delete-all')",
                "The index of words", true
            ),
        ]
    )
    func `a fault is found, and mended where it follows from the articles`(
        sql: String,
        fault: String,
        isMended: Bool
    ) throws {
        let fixture = try StoreFixture()
        try Self.fill(fixture)
        let check = try StoreCheck(path: fixture.path)
        #expect(try check.faults() == [])
        let connection = try Connection(path: fixture.path)
        try connection.registerSearchTerms()
        try connection.execute(sql)
        let faults = try check.faults()
        #expect(faults.count == 1 && faults[0].contains(fault), "\(faults)")
        try check.repair()
        #expect(try check.faults().isEmpty == isMended)
    }

    /// Overwrites the first page of tables and indexes, as a broken disk might.
    private static func damage(_ names: [String], in path: String) throws {
        let connection = try Connection(path: path)
        try connection.truncateLog()
        let size = try connection.pragma("page_size")
        let file = try #require(FileHandle(forUpdatingAtPath: path))
        for name in names {
            let page = try connection.prepare(
                "SELECT rootpage FROM sqlite_schema WHERE name = :name"
            )
            .first(["name": .text(name)]) { $0.int64(0) }
            try file.seek(toOffset: UInt64((try #require(page) - 1) * size))
            try file.write(contentsOf: Data(repeating: 0xEE, count: 64))
        }
        try file.close()
    }

    @Test func `an article that cannot be unpacked is named, and hides no other fault`() throws {
        let fixture = try StoreFixture()
        try Self.fill(fixture)
        let text = (0..<40).map { "Sentence \($0) of the harbour's report." }.joined(separator: " ")
        let ids = try (0..<2).map { try fixture.add("Report \($0)", "\(text) Part \($0).") }
        let connection = try Connection(path: fixture.path)
        try connection.execute(
            "UPDATE article SET packed_text = x'7F00' WHERE packed_text IS NOT NULL"
        )
        #expect(connection.changes == 2)
        let check = try StoreCheck(path: fixture.path)
        let unreadable =
            "Articles \(ids[0]), \(ids[1]) cannot be read: a packed text cannot be unpacked."
        #expect(try check.faults() == [unreadable])
        try connection.execute("UPDATE store_state SET article_count = 9")
        let faults = try check.faults()
        #expect(faults.count == 2 && faults.contains(unreadable), "\(faults)")
    }

    @Test(
        arguments: [
            // what is damaged, what is said of it
            (["article_by_search_key"], ["The index of keys cannot be read"]),
            (["near_key"], ["whether this is so: Fingerprints"]),
            (
                ["article_by_search_key", "near_key"],
                ["The index of keys cannot be read", "whether this is so: Fingerprints"]
            ),
            (["article"], ["Articles 1, 2", "What rows refer to cannot be read"]),
        ]
    )
    func `damaged pages are faults, and all else is looked at`(
        names: [String],
        said: [String]
    ) throws {
        let fixture = try StoreFixture()
        try Self.fill(fixture)
        try Connection(path: fixture.path)
            .execute("INSERT INTO original VALUES (999, x'00', NULL, 0, x'')")
        let check = try StoreCheck(path: fixture.path)
        try Self.damage(names, in: fixture.path)
        let faults = try check.faults()
        for text in said { #expect(faults.contains { $0.contains(text) }, "\(text): \(faults)") }
        // What SQLite says of pages, or that it cannot look at them.
        #expect(faults.contains { $0.contains("page") }, "\(faults)")
        #expect(faults.contains { $0.contains("Originals belong to no article") }, "\(faults)")
    }

    @Test func `it tells how far it is, up to the end`() throws {
        let fixture = try StoreFixture()
        try Self.fill(fixture)
        let told = Locked<[(done: Int, total: Int)]>([])
        _ = try StoreCheck(path: fixture.path).faults { done, total in
            told.withLock { $0.append((done, total)) }
        }
        let all = told.withLock { $0 }
        #expect(all.allSatisfy { $0.total == all.count })
        #expect(all.map(\.done).sorted() == Array(1...all.count))
    }

    @Test func `articles that come in meanwhile are no fault and are not kept waiting`() throws {
        let fixture = try StoreFixture()
        try Self.fill(fixture)
        let check = try StoreCheck(path: fixture.path)
        let added = Locked(0)
        let faults = try check.faults { done, _ in
            // From within: the check goes on only when the article is stored.
            let stored = try? fixture.add("Meanwhile \(done)", "Something else \(done)")
            if stored != nil { added.withLock { $0 += 1 } }
        }
        #expect(faults == [])
        #expect(added.withLock { $0 } > 2)
        #expect(try check.faults() == [])
    }
}
