import Articles
import Foundation
import SQLite
import Testing

@testable import ArticleStore

@Suite struct DurabilityTests {
    private func withDirectory(_ body: (String) throws -> Void) throws {
        let directory = try temporaryDirectory()
        defer { try? FileManager.default.removeItem(atPath: directory) }  // Harmless if it stays.
        try body(directory)
    }

    /// What a killed process leaves is the file and the log as they are on the disk; the log may end
    /// anywhere, in the middle of a commit nobody was told of.
    @Test func `what was reported is there after a crash, and nothing by halves`() throws {
        let seed = UInt64.random(in: 0 ... .max)
        var generator = SeededGenerator(seed: seed)
        let fixture = try StoreFixture()
        var sizes: [(log: Int, articles: Int)] = []
        func log() throws -> Data { try Data(contentsOf: URL(filePath: fixture.path + "-wal")) }
        for number in 0..<30 {
            var batch = ArticleBatch.of("A", "first of \(number)")
            batch.items = (0...number % 3).map { .of("H\($0)", "text \(number) \($0)") }
            _ = try fixture.insert(batch)
            sizes.append((try log().count, (sizes.last?.articles ?? 0) + batch.items.count))
        }
        let file = try Data(contentsOf: URL(filePath: fixture.path))
        let whole = try log()
        let cuts =
            sizes.map(\.log)
            + (0..<20).map { _ in Int.random(in: 0...whole.count, using: &generator) }
        for cut in cuts {
            try withDirectory { directory in
                let path = directory + "/a.db"
                try file.write(to: URL(filePath: path))
                try whole.prefix(cut).write(to: URL(filePath: path + "-wal"))
                let reported = sizes.last { $0.log <= cut }?.articles ?? 0
                let store = try SQLiteArticleStore(path: path)
                let page = try store.makeReader().page(ArticleQuery())
                #expect(page.total >= reported, "seed \(seed), cut \(cut)")
                let steps = [0] + sizes.map(\.articles)
                #expect(steps.contains(page.total), "seed \(seed), cut \(cut)")
                var query = ArticleQuery()
                query.q = "text"
                #expect(try store.makeReader().page(query).total == page.total)
                store.close()
                try StoreFixture.checkIndex(path: path)
            }
        }
    }

    @Test func `sixteen threads write and read, and each sees what it was told`() throws {
        let fixture = try StoreFixture()
        let store = fixture.store
        let failures = Locked<[String]>([])
        let created = Locked<[Int64]>([])
        @Sendable func note(_ failure: String) { failures.withLock { $0.append(failure) } }
        DispatchQueue.concurrentPerform(iterations: 16) { thread in
            do {
                let reader = try store.makeReader()
                for round in 0..<25 {
                    let isShared = round % 5 == 0
                    let text = isShared ? "shared \(round)" : "thread\(thread)x\(round) alone"
                    let outcome = try store.insertAndWait(.of("T\(thread)", text))[0]
                    if case .created(let article) = outcome {
                        created.withLock { $0.append(article.id) }
                    } else if !isShared {
                        note("\(text) was \(outcome.word)")
                    }
                    guard try reader.article(outcome.article.id).value != nil else {
                        note("\(outcome.article.id) is not there")
                        continue
                    }
                    var query = ArticleQuery()
                    query.q = isShared ? "\"shared \(round)\"" : "thread\(thread)x\(round)"
                    let page = try reader.page(query)
                    if page.total != 1 { note("\(text) is found \(page.total) times") }
                    if !isShared, round % 7 == 6,
                        case .found = try store.deleteAndWait(outcome.article.id)
                    {
                        if try reader.article(outcome.article.id).word != "gone" {
                            note("\(outcome.article.id) is not gone")
                        }
                    }
                }
            } catch {
                note("\(error)")
            }
        }
        #expect(failures.withLock { $0 } == [])
        let ids = created.withLock { $0 }
        #expect(Set(ids).count == ids.count)
        try fixture.checkIndex()
    }

    @Test func `what waits together is committed together, in order, each on its own`() throws {
        let committed = Locked<[Int]>([])
        var options = SQLiteArticleStore.Options()
        options.observer = { event in
            if case .committed(let operations, _) = event {
                committed.withLock { $0.append(operations) }
            }
        }
        let fixture = try StoreFixture(options: options)
        let order = Locked<[Int]>([])
        let done = DispatchGroup()
        // The first completion holds the writer until all the others wait.
        let gate = DispatchSemaphore(value: 0)
        for number in 0..<50 {
            done.enter()
            fixture.store.insert(.of("N\(number)", "text \(number % 40)")) { result in
                if number == 0 { gate.wait() }
                if case .success(let outcomes) = result, outcomes.count == 1,
                    (outcomes[0].word == "created") == (number < 40)
                {
                    order.withLock { $0.append(number) }
                }
                done.leave()
            }
        }
        gate.signal()
        done.wait()
        #expect(order.withLock { $0 } == Array(0..<50))
        let groups = committed.withLock { $0 }
        #expect(groups.reduce(0, +) == 50 && groups.count <= 3, "\(groups)")
        try fixture.checkIndex()
    }

    @Test func `an operation that fails alone takes no other with it`() throws {
        let fixture = try StoreFixture()
        let gate = DispatchSemaphore(value: 0)
        let done = DispatchGroup()
        let words = Locked<[String]>([])
        func insert(_ batch: ArticleBatch, waits: Bool = false) {
            done.enter()
            fixture.store.insert(batch) { result in
                if waits { gate.wait() }
                words.withLock { words in
                    switch result {
                    case .success(let outcomes): words += outcomes.map(\.word)
                    case .failure(.database(code: 1_299, _)): words.append("refused by the schema")
                    case .failure(let error): words.append("\(error)")
                    }
                }
                done.leave()
            }
        }
        insert(.of("A", "first"), waits: true)
        insert(.of("B", "second"))
        // A count that SQLite's schema refuses stands for any violated constraint.
        fixture.store.writeInvalid { word in
            words.withLock { $0.append(word) }
        }
        insert(.of("C", "third"))
        gate.signal()
        done.wait()
        #expect(
            words.withLock { $0 } == ["created", "created", "refused by the schema", "created"]
        )
        #expect(try fixture.page(nil).total == 3)
        try fixture.checkIndex()
    }

    @Test func `while too much waits, writes are refused as busy, and taken again afterwards`()
        throws
    {
        var options = SQLiteArticleStore.Options()
        options.maximumWaitingBytes = 20_000
        let fixture = try StoreFixture(options: options)
        let gate = DispatchSemaphore(value: 0)
        let done = DispatchGroup()
        let words = Locked<[String]>([])
        for number in 0..<10 {
            done.enter()
            fixture.store.insert(.of("N\(number)", String(repeating: "word\(number) ", count: 500)))
            {
                if number == 0 { gate.wait() }
                let word =
                    switch $0 {
                    case .success(let outcomes): outcomes[0].word
                    case .failure(let error): "\(error)"
                    }
                words.withLock { $0.append(word) }
                done.leave()
            }
        }
        gate.signal()
        done.wait()
        let counts = Dictionary(grouping: words.withLock { $0 }) { $0 }.mapValues(\.count)
        #expect(counts.keys.sorted() == ["busy", "created"])
        #expect(counts["created"] ?? 0 >= 2 && counts["busy"] ?? 0 >= 5)
        // Alone, anything is taken, whatever its size.
        _ = try fixture.insert(.of("Large", String(repeating: "x ", count: 50_000)))
        try fixture.checkIndex()
    }

    @Test func `a full disk fails the write, not what is there`() throws {
        try withDirectory { directory in
            let path = directory + "/a.db"
            let events = Locked<[String]>([])
            var options = SQLiteArticleStore.Options()
            options.observer = { event in
                if case .writability(let state) = event {
                    events.withLock { $0.append("\(state)") }
                }
            }
            let store = try SQLiteArticleStore(path: path, options: options, maximumPages: 60)
            let stored = try Self.fill(store)
            #expect(store.writability == .diskFull)
            #expect(events.withLock { $0 } == ["diskFull"])
            let reader = try store.makeReader()
            #expect(try reader.page(ArticleQuery()).total == stored)
            for id in 1...Int64(stored) { #expect(try reader.article(id).word == "found") }
            #expect(try reader.article(Int64(stored) + 1).word == "unknown")
            store.close()
            let again = try SQLiteArticleStore(path: path)
            #expect(try again.insertAndWait(.of("More", "room now"))[0].word == "created")
            again.close()
            try StoreFixture.checkIndex(path: path)
        }
    }

    @Test(.enabled(if: getuid() == 0, "mounting a small disk takes root"))
    func `a small disk that fills is written again once there is room`() throws {
        try withDirectory { directory in
            guard system("mount -t tmpfs -o size=3m tmpfs \(directory)") == 0 else {
                withKnownIssue("no mount allowed here") { Issue.record("mount failed") }
                return
            }
            defer { #expect(system("umount -l \(directory)") == 0) }
            let ballast = directory + "/ballast"
            try Data(count: 1 << 20).write(to: URL(filePath: ballast))
            let store = try SQLiteArticleStore(path: directory + "/a.db")
            let stored = try Self.fill(store)
            #expect(store.writability == .diskFull)
            #expect(try store.makeReader().page(ArticleQuery()).total == stored)
            try FileManager.default.removeItem(atPath: ballast)
            #expect(try store.insertAndWait(.of("More", "room now"))[0].word == "created")
            #expect(store.writability == .writable)
            store.close()
            try StoreFixture.checkIndex(path: directory + "/a.db")
        }
    }

    @Test(.enabled(if: getuid() == 0, "remounting a disk takes root"))
    func `a disk that becomes read-only is told from a full one`() throws {
        try withDirectory { directory in
            guard system("mount -t tmpfs -o size=8m tmpfs \(directory)") == 0 else {
                withKnownIssue("no mount allowed here") { Issue.record("mount failed") }
                return
            }
            defer { #expect(system("umount -l \(directory)") == 0) }
            let path = directory + "/a.db"
            try SQLiteArticleStore(path: path).close()
            #expect(system("mount -o remount,ro \(directory)") == 0)
            #expect {
                try SQLiteArticleStore(path: path)
            } throws: { error in
                if case StoreError.cannotOpen(_, let reason) = error {
                    return reason.hasSuffix("is not writable")
                }
                return false
            }
        }
    }

    /// Writes articles until one is refused for want of space; gives how many were stored.
    private static func fill(_ store: SQLiteArticleStore) throws -> Int {
        for number in 0..<10_000 {
            var generator = SeededGenerator(seed: UInt64(number))
            let text = (0..<300).map { _ in String(UInt32.random(in: 0 ... .max, using: &generator))
            }
            .joined(separator: " ")
            do throws(StoreError) {
                _ = try store.insertAndWait(.of("N\(number)", text))
            } catch {
                #expect(error == .diskFull)
                return number
            }
        }
        Issue.record("the disk never filled")
        return 0
    }
}

extension SQLiteArticleStore {
    /// Enqueues a write that violates a constraint.
    func writeInvalid(_ report: @escaping @Sendable (String) -> Void) {
        writer.enqueue(
            Writer.Operation(
                byteCount: 0,
                apply: { transaction throws(SQLiteError) in
                    try transaction.connection.execute(
                        "INSERT INTO source (name, folded) VALUES ('x', 'x')"
                    )
                    try transaction.connection.execute("INSERT INTO source (name) VALUES ('y')")
                    return { report("created") }
                },
                fail: { error in
                    if case .database(code: 1_299, _) = error {
                        report("refused by the schema")
                    } else {
                        report("\(error)")
                    }
                }
            )
        )
    }
}
