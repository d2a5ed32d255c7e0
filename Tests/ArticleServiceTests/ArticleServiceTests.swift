import ArticleParsing
import ArticleStore
import Articles
import Dispatch
import Foundation
import Testing

@testable import ArticleService

/// The service on a store in a file of its own.
@Suite struct ArticleServiceTests {
    private let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("dateline-service-\(UUID().uuidString)")

    private func withService(
        _ settings: ArticleService.Settings = .init(),
        _ test: (ArticleService) throws -> Void
    ) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("articles.db").path
        let service = ArticleService(store: try SQLiteArticleStore(path: path), settings: settings)
        defer { service.close() }
        try test(service)
    }

    private let receivedAt = Timestamp(secondsSince1970: 1_698_796_800)

    private func upload(_ text: String) -> Upload {
        Upload(bytes: Array(text.utf8), declaredType: "text/plain", receivedOn: receivedAt.day)
    }

    /// Waits for what a call reports.
    private func outcome<Value: Sendable>(
        _ call: (@escaping @Sendable (Value) -> Void) -> Void
    ) throws -> Value {
        let value = Locked<Value?>(nil)
        let arrival = DispatchSemaphore(value: 0)
        call { reported in
            value.withLock { $0 = reported }
            arrival.signal()
        }
        try #require(arrival.wait(timeout: .now() + 60) == .success)
        return try #require(value.withLock { $0 })
    }

    @Test func `what was stored is found by the next search`() throws {
        try withService { service in
            let text = "Storm reaches the coast\n\nRain fell on the harbour all night."
            let stored = try outcome {
                service.ingest(upload(text), receivedAt: receivedAt, completion: $0)
            }.get()
            guard case .created(let article) = try stored.items.first?.result.get() else {
                Issue.record("nothing was created: \(stored)")
                return
            }
            #expect(article.rawSHA256 == SHA256.hexadecimal(of: Array(text.utf8)))
            #expect(article.receivedAt == receivedAt)
            var query = ArticleQuery()
            query.q = "harbour"
            let found = try outcome { service.search(query, completion: $0) }.get()
            #expect(found.page.hits.map(\.article.id) == [article.id])
            let again = try outcome {
                service.ingest(upload(text.uppercased()), receivedAt: receivedAt, completion: $0)
            }.get()
            guard case .duplicate(let known) = try again.items.first?.result.get() else {
                Issue.record("not recognised: \(again)")
                return
            }
            #expect(known.id == article.id)
        }
    }

    @Test func `a commit changes the generation that searches report`() throws {
        try withService { service in
            let before = try outcome { service.search(ArticleQuery(), completion: $0) }.get()
            _ = try outcome {
                service.ingest(
                    upload("Rain fell on the harbour all night."),
                    receivedAt: receivedAt,
                    completion: $0
                )
            }.get()
            let after = try outcome { service.search(ArticleQuery(), completion: $0) }.get()
            #expect(before.generation != after.generation)
        }
    }

    @Test func `small uploads are parsed at once and big ones by workers`() throws {
        var settings = ArticleService.Settings()
        settings.inlineBytes = 100
        try withService(settings) { service in
            let caller = ObjectIdentifier(Thread.current)
            let small = try outcome { completion in
                service.preview(upload("Rain fell on the harbour all night.")) { _ in
                    completion(ObjectIdentifier(Thread.current) == caller)
                }
            }
            #expect(small)
            let big = try outcome { completion in
                service.preview(upload(String(repeating: "Rain fell. ", count: 100))) { result in
                    completion(
                        (ObjectIdentifier(Thread.current) == caller, result.map(\.articles.count))
                    )
                }
            }
            #expect(!big.0)
            #expect(big.1 == .success(1))
        }
    }

    @Test func `an upload without text is refused and nothing is stored`() throws {
        try withService { service in
            let result = try outcome {
                service.ingest(upload(""), receivedAt: receivedAt, completion: $0)
            }
            #expect(throws: ServiceError.parsing(.empty)) { try result.get() }
            let page = try outcome { service.search(ArticleQuery(), completion: $0) }.get().page
            #expect(page.total == 0)
        }
    }

    @Test func `what is removed is gone`() throws {
        try withService { service in
            _ = try outcome {
                service.ingest(
                    upload("Rain fell on the harbour all night."),
                    receivedAt: receivedAt,
                    completion: $0
                )
            }.get()
            let removed = try outcome {
                service.delete(1, reason: "retracted", at: receivedAt, completion: $0)
            }.get()
            guard case .found = removed else {
                Issue.record("not removed: \(removed)")
                return
            }
            guard case .gone(let reason, _) = try service.makeReader().article(1) else {
                Issue.record("still there")
                return
            }
            #expect(reason == "retracted")
        }
    }

    @Test func `a bad cursor is an error of the client and the reader goes on`() throws {
        var settings = ArticleService.Settings()
        settings.readers = 1
        try withService(settings) { service in
            var query = ArticleQuery()
            query.cursor = "no cursor"
            let result = try outcome { service.search(query, completion: $0) }
            #expect(throws: ServiceError.store(.invalidCursor)) { try result.get() }
            #expect(throws: Never.self) {
                try outcome { service.search(ArticleQuery(), completion: $0) }.get()
            }
        }
    }

    @Test func `many uploads at once are all stored`() throws {
        try withService { service in
            let group = DispatchGroup()
            let created = Locked(0)
            for number in 0..<200 {
                group.enter()
                service.ingest(upload("Rain fell at pier \(number)."), receivedAt: receivedAt) {
                    result in
                    if case .created = try? result.get().items.first?.result.get() {
                        created.withLock { $0 += 1 }
                    }
                    group.leave()
                }
            }
            #expect(group.wait(timeout: .now() + 120) == .success)
            #expect(created.withLock { $0 } == 200)
            let page = try outcome { service.search(ArticleQuery(), completion: $0) }.get().page
            #expect(page.total == 200)
        }
    }
}
