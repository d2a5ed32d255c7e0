import Articles
import Foundation
import Testing

@testable import ArticleStore

/// A store in a directory of its own that goes away with it.
final class StoreFixture: Sendable {
    let directory: String
    let store: SQLiteArticleStore

    var path: String { directory + "/articles.db" }

    init(options: SQLiteArticleStore.Options = .init()) throws {
        directory = try temporaryDirectory()
        store = try SQLiteArticleStore(path: directory + "/articles.db", options: options)
    }

    deinit {
        store.close()
        try? FileManager.default.removeItem(atPath: directory)  // Left behind, it harms nobody.
    }

    func reader() throws -> any ArticleReader { try store.makeReader() }

    /// Writes a batch and waits for its outcome.
    func insert(_ batch: ArticleBatch) throws -> [InsertOutcome] {
        try store.insertAndWait(batch)
    }

    /// Writes one article and gives its number.
    @discardableResult
    func add(_ headline: String?, _ text: String, edit: (inout ArticleFields) -> Void = { _ in })
        throws -> Int64
    {
        let outcome = try #require(try insert(.of(headline, text, edit: edit)).first)
        return outcome.article.id
    }

    func delete(_ id: Int64, reason: String? = nil) throws -> Lookup<RemovalOutcome> {
        try store.deleteAndWait(id, reason: reason)
    }

    /// The numbers that a search finds, in order.
    func found(_ q: String, edit: (inout ArticleQuery) -> Void = { _ in }) throws -> [Int64] {
        try page(q, edit: edit).hits.map(\.article.id)
    }

    func page(_ q: String?, edit: (inout ArticleQuery) -> Void = { _ in }) throws -> ArticlePage {
        var query = ArticleQuery()
        query.q = q
        edit(&query)
        return try reader().page(query)
    }
}

func temporaryDirectory() throws -> String {
    let path = FileManager.default.temporaryDirectory.path + "/dateline-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
}

extension SQLiteArticleStore {
    func insertAndWait(_ batch: ArticleBatch) throws(StoreError) -> [InsertOutcome] {
        try waiting { insert(batch, completion: $0) }
    }

    func deleteAndWait(
        _ id: Int64,
        version: Int? = nil,
        reason: String? = nil
    ) throws(StoreError) -> Lookup<RemovalOutcome> {
        try waiting { done in
            delete(
                id,
                version: version,
                reason: reason,
                at: Timestamp(secondsSince1970: 2_000),
                completion: done
            )
        }
    }

    func waiting<Value: Sendable>(
        _ start: (@escaping @Sendable (Result<Value, StoreError>) -> Void) -> Void
    ) throws(StoreError) -> Value {
        let box = Locked<Result<Value, StoreError>?>(nil)
        let done = DispatchSemaphore(value: 0)
        start { result in
            box.withLock { $0 = result }
            done.signal()
        }
        done.wait()
        guard let result = box.withLock({ $0 }) else { throw .closed }
        return try result.get()
    }
}

extension ArticleBatch {
    /// A batch of one article in two paragraphs.
    static func of(
        _ headline: String?,
        _ text: String,
        name: String? = nil,
        duplicates: DuplicatePolicy = .return,
        original: [UInt8]? = nil,
        edit: (inout ArticleFields) -> Void = { _ in }
    ) -> ArticleBatch {
        let item = Item.of(headline, text, edit: edit)
        let bytes = original ?? Array(((headline ?? "") + "\n\n" + text).utf8)
        return ArticleBatch(
            items: [item],
            original: Original(bytes: bytes, declaredType: "text/plain"),
            originalSHA256: digest(bytes),
            receivedAt: Timestamp(secondsSince1970: 1_000),
            name: name,
            duplicates: duplicates
        )
    }
}

extension ArticleBatch.Item {
    static func of(
        _ headline: String?,
        _ text: String,
        edit: (inout ArticleFields) -> Void = { _ in }
    ) -> ArticleBatch.Item {
        var fields = ArticleFields()
        fields.headline = headline
        fields.paragraphs = text.components(separatedBy: "\n\n").map {
            Paragraph(text: $0, span: Span(0, $0.unicodeScalars.count))
        }
        edit(&fields)
        let explanation = Explanation(
            input: InputDescription(
                bytes: text.utf8.count,
                charset: "utf-8",
                declaredType: nil,
                treatedAs: "text/plain",
                why: "it is printable"
            )
        )
        return ArticleBatch.Item(
            draft: ArticleDraft(fields: fields, explanation: explanation),
            textDigest: Array(digest(Array(fields.text.utf8)).utf8.prefix(32)),
            wordCount: text.split(separator: " ").count
        )
    }
}

/// 64 hexadecimal digits that depend on the bytes; for telling test data apart it need not be SHA-256.
func digest(_ bytes: [UInt8]) -> String {
    var digits = ""
    for seed in 0..<4 as Range<UInt64> {
        var hash = 0xcbf2_9ce4_8422_2325 &+ seed &* 0x9E37_79B9_7F4A_7C15
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        let part = String(hash, radix: 16)
        digits += String(repeating: "0", count: 16 - part.count) + part
    }
    return digits
}

extension ArticleReader {
    /// The whole original that an article came from.
    func original(of id: Int64) throws(StoreError) -> Lookup<Original> {
        switch try storedOriginal(of: id) {
        case .found(let stored):
            let reader = OriginalReader(stored)
            let bytes = try reader.next(maximumBytes: max(1, stored.length), from: self)
            return .found(Original(bytes: bytes ?? [], declaredType: stored.declaredType))
        case .gone(let reason, let moment): return .gone(reason: reason, at: moment)
        case .unknown: return .unknown
        }
    }
}

extension InsertOutcome {
    var article: Article {
        switch self {
        case .created(let article), .updated(let article), .unchanged(let article),
            .duplicate(let article), .refused(let article, _):
            article
        }
    }

    var word: String {
        switch self {
        case .created: "created"
        case .updated: "updated"
        case .unchanged: "unchanged"
        case .duplicate: "duplicate"
        case .refused: "refused"
        }
    }
}

extension Lookup {
    var value: Found? {
        if case .found(let value) = self { value } else { nil }
    }

    var word: String {
        switch self {
        case .found: "found"
        case .gone: "gone"
        case .unknown: "unknown"
        }
    }
}

/// Random numbers that a seed repeats (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
