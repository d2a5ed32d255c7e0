import ArticleStore
import Articles
import Dispatch

/// A store that keeps articles in memory, and fails when it is told to.
final class MemoryStore: ArticleStore {
    struct Entry {
        var article: Article
        var digest: [UInt8]
        var original: Original
        var explanation: [UInt8]
        var removal: (reason: String?, at: Timestamp)?
    }

    struct State {
        var entries: [Entry] = []
        var keys: [[UInt8]: Key] = [:]
        var generation: Int64 = 1
        var failure: StoreError?
        var writability = Writability.writable
        /// What the next page is, whatever is asked.
        var page: ArticlePage?
        /// What its readers say of its state.
        var mark: StoreMark?
        /// How many pages were asked for.
        var pageCount = 0
        /// What was asked for last.
        var lastQuery: ArticleQuery?
    }

    let state = Locked(State())
    private let queue = DispatchQueue(label: "memory-store")

    var writability: Writability { state.withLock { $0.writability } }

    /// What is to be written is written at once.
    var waitingWrites: WaitingWrites { WaitingWrites(operations: 0, bytes: 0) }

    func insert(
        _ batches: [ArticleBatch],
        completion: @escaping @Sendable (Result<[[InsertOutcome]], StoreError>) -> Void
    ) {
        queue.async {
            completion(
                self.state.withLock { state in
                    if let failure = state.failure { return .failure(failure) }
                    return .success(
                        batches.map { batch in batch.items.map { state.insert($0, of: batch) } }
                    )
                }
            )
        }
    }

    func delete(
        _ id: Int64,
        version: Int?,
        reason: String?,
        at moment: Timestamp,
        completion: @escaping @Sendable (Result<Lookup<RemovalOutcome>, StoreError>) -> Void
    ) {
        queue.async {
            completion(
                self.state.withLock { state in
                    if let failure = state.failure { return .failure(failure) }
                    let lookup = state.lookup(id) { entry -> RemovalOutcome in
                        let article = entry.article
                        let isMeant = version == nil || version == article.version
                        return isMeant ? .removed(article) : .stale(article)
                    }
                    if case .found(.removed) = lookup {
                        state.entries[Int(id) - 1].removal = (reason, moment)
                        state.generation += 1
                    }
                    return .success(lookup)
                }
            )
        }
    }

    func restore(
        _ id: Int64,
        completion: @escaping @Sendable (Result<RestoreOutcome, StoreError>) -> Void
    ) {
        queue.async {
            completion(
                self.state.withLock { state in
                    if let failure = state.failure { return .failure(failure) }
                    guard id >= 1, id <= state.entries.count else { return .success(.unknown) }
                    let entry = state.entries[Int(id) - 1]
                    state.entries[Int(id) - 1].removal = nil
                    return .success(
                        entry.removal == nil ? .unchanged(entry.article) : .restored(entry.article)
                    )
                }
            )
        }
    }

    func reparse(
        _ stored: StoredUpload,
        as item: ArticleBatch.Item,
        completion: @escaping @Sendable (Result<ReparseOutcome, StoreError>) -> Void
    ) {
        queue.async {
            completion(
                self.state.withLock { state in
                    if let failure = state.failure { return .failure(failure) }
                    let index = Int(stored.id) - 1
                    guard state.entries[index].article.version == stored.version else {
                        return .success(.stale)
                    }
                    guard state.entries[index].article.fields != item.draft.fields else {
                        return .success(.unchanged(state.entries[index].article))
                    }
                    var writer = JSONWriter()
                    item.draft.explanation.write(to: &writer)
                    state.entries[index].explanation = writer.bytes
                    state.entries[index].article.fields = item.draft.fields
                    state.entries[index].article.version += 1
                    state.generation += 1
                    return .success(.updated(state.entries[index].article))
                }
            )
        }
    }

    func backUp(to path: String) throws(StoreError) {
        if let failure = state.withLock({ $0.failure }) { throw failure }
    }

    func makeReader() throws(StoreError) -> any ArticleReader { MemoryReader(store: self) }

    func close() {}
}

extension MemoryStore.State {
    mutating func insert(_ item: ArticleBatch.Item, of batch: ArticleBatch) -> InsertOutcome {
        if let known = entries.first(where: { $0.removal == nil && $0.digest == item.textDigest }) {
            switch batch.duplicates {
            case .return: return .duplicate(known.article)
            case .error: return .refused(known.article, by: .text)
            case .keep: break
            case .version:
                entries[Int(known.article.id) - 1].article.version += 1
                return .updated(entries[Int(known.article.id) - 1].article)
            }
        }
        let fields = item.draft.fields
        let summary = fields.summary
        let count = fields.paragraphs.count
        let article = Article(
            id: Int64(entries.count) + 1,
            version: 1,
            name: batch.name,
            fields: fields,
            summary: summary,
            wordCount: item.wordCount,
            paragraphCount: count,
            rawSHA256: batch.originalSHA256,
            receivedAt: batch.receivedAt
        )
        let explanation =
            #"{"input":{"bytes":\#(batch.original.bytes.count),"charset":"utf-8","#
            + #""declared_type":null,"treated_as":"text/plain","why":"no other form"},"fields":"#
            + #"{"headline":{"value":"Storm","rule":"first_line","span":[0,5],"confidence":0.95},"#
            + #""byline":{"value":null,"rule":null,"tried":["by_line"]}},"removed":[]}"#
        entries.append(
            MemoryStore.Entry(
                article: article,
                digest: item.textDigest,
                original: batch.original,
                explanation: Array(explanation.utf8)
            )
        )
        generation += 1
        return .created(article)
    }

    func lookup<Found>(_ id: Int64, _ look: (MemoryStore.Entry) -> Found) -> Lookup<Found> {
        guard id >= 1, id <= entries.count else { return .unknown }
        let entry = entries[Int(id) - 1]
        if let removal = entry.removal { return .gone(reason: removal.reason, at: removal.at) }
        return .found(look(entry))
    }
}

final class MemoryReader: ArticleReader {
    private let store: MemoryStore

    init(store: MemoryStore) {
        self.store = store
    }

    func article(_ id: Int64) throws(StoreError) -> Lookup<Article> {
        try read { $0.lookup(id) { $0.article } }
    }

    /// Current versions alone.
    func record(after place: FormerPlace) throws(StoreError) -> StoredRecord? {
        let next = try read { state in
            state.entries.first { $0.article.id > place.id && $0.removal == nil }
        }
        guard let next, case .found(let upload) = try storedUpload(of: next.article.id) else {
            return nil
        }
        return .version(
            StoredVersion(
                article: next.article,
                place: FormerPlace(id: next.article.id, version: next.article.version),
                upload: upload,
                explanation: next.explanation
            )
        )
    }

    func id(named name: String) throws(StoreError) -> Int64? {
        try read { $0.entries.first { $0.article.name == name }?.article.id }
    }

    func id(withSHA256 digest: String) throws(StoreError) -> Int64? {
        try read { $0.entries.first { $0.article.rawSHA256 == digest }?.article.id }
    }

    func storedOriginal(of id: Int64) throws(StoreError) -> Lookup<StoredOriginal> {
        try read { state in
            state.lookup(id) { entry in
                StoredOriginal(
                    row: entry.article.id,
                    sha256: entry.article.rawSHA256,
                    declaredType: entry.original.declaredType,
                    length: entry.original.bytes.count,
                    packedLength: entry.original.bytes.count,
                    receivedAt: entry.article.receivedAt
                )
            }
        }
    }

    func packedBytes(
        _ range: Range<Int>,
        of original: StoredOriginal
    ) throws(StoreError) -> [UInt8] {
        try read { Array($0.entries[Int(original.row) - 1].original.bytes[range]) }
    }

    func explanation(of id: Int64) throws(StoreError) -> Lookup<[UInt8]> {
        try read { $0.lookup(id) { $0.explanation } }
    }

    func versions(of id: Int64) throws(StoreError) -> Lookup<[ArticleVersion]> {
        try read { $0.lookup(id) { _ in [] } }
    }

    func article(_ id: Int64, version: Int) throws(StoreError) -> Lookup<Article> {
        try read { state in
            let lookup = state.lookup(id) { $0.article }
            if case .found(let article) = lookup, article.version != version { return .unknown }
            return lookup
        }
    }

    func storedUpload(of id: Int64) throws(StoreError) -> Lookup<StoredUpload> {
        switch try storedOriginal(of: id) {
        case .found(let original):
            let version = try read { $0.entries[Int(id) - 1].article.version }
            return .found(
                StoredUpload(id: id, version: version, item: 0, given: nil, original: original)
            )
        case .gone(let reason, let moment): return .gone(reason: reason, at: moment)
        case .unknown: return .unknown
        }
    }

    func nearCopies(of id: Int64, limit: Int) throws(StoreError) -> Lookup<[NearCopy]> {
        try read { $0.lookup(id) { _ in [] } }
    }

    func similarArticles(
        to id: Int64,
        limit: Int
    ) throws(StoreError) -> Lookup<[SimilarArticle]> {
        try read { state in
            state.lookup(id) { entry in
                state.entries.filter { $0.removal == nil && $0.article.id != entry.article.id }
                    .prefix(limit).map { SimilarArticle(article: $0.article, similarity: 0.5) }
            }
        }
    }

    func ids(after id: Int64, limit: Int) throws(StoreError) -> [Int64] {
        try read { state in
            Array(state.entries.map(\.article.id).filter { $0 > id }.prefix(limit))
        }
    }

    /// Every article whose text holds `q`, in order of their numbers; cursors are such numbers.
    func timeline(
        _ query: ArticleQuery,
        by interval: Timeline.Interval
    ) throws(StoreError) -> Timeline {
        let page = try page(query)
        var timeline = Timeline(interval)
        for hit in page.hits { timeline.add(hit.article.fields.published?.calendarDay) }
        return timeline
    }

    func suggestions(for text: String, limit: Int) throws(StoreError) -> Suggestions {
        var suggestions = Suggestions()
        let page = try page(ArticleQuery())
        for hit in page.hits.prefix(limit) {
            guard let headline = hit.article.fields.headline else { continue }
            suggestions.headlines.append(.init(id: hit.article.id, text: headline))
            suggestions.completions.append(headline.lowercased())
        }
        return suggestions
    }

    func page(_ query: ArticleQuery) throws(StoreError) -> ArticlePage {
        let start: Int64
        if let cursor = query.cursor {
            guard let number = Int64(cursor) else { throw .invalidCursor }
            start = number
        } else {
            start = 0
        }
        return try read { state in
            state.lastQuery = query
            state.pageCount += 1
            if let page = state.page { return page }
            let all = state.entries.filter { entry in
                entry.removal == nil && entry.article.id > start
                    && (query.q.map { entry.article.fields.text.contains($0) } ?? true)
            }
            let shown = all.prefix(query.limit).map { entry in
                ArticlePage.Hit(article: entry.article, score: query.q == nil ? nil : 1)
            }
            return ArticlePage(
                total: all.count,
                hits: shown,
                next: all.count > shown.count ? shown.last.map { "\($0.article.id)" } : nil,
                sort: query.sort ?? (query.q == nil ? .newest : .relevance),
                parsedQuery: query.q?.lowercased(),
                matchedAll: query.q.map { _ in true }
            )
        }
    }

    func values(of field: ValueList.Field, limit: Int) throws(StoreError) -> ValueList {
        try read { state in
            let live = state.entries.filter { $0.removal == nil }.map(\.article.fields)
            let all = live.flatMap { field == .tags ? $0.tags : [$0.source].compactMap { $0 } }
            let counts = Dictionary(grouping: all) { $0 }.mapValues(\.count)
            let ordered = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            let values = ordered.map { ValueList.Value(spellings: [$0.key], count: $0.value) }
            return ValueList(total: values.count, values: Array(values.prefix(limit)))
        }
    }

    func key(withDigest digest: [UInt8]) throws(StoreError) -> Key? {
        try read { $0.keys[digest] }
    }

    func hasKeys() throws(StoreError) -> Bool { try read { !$0.keys.isEmpty } }

    func statistics() throws(StoreError) -> StoreStatistics {
        try read { state in
            let removed = state.entries.count { $0.removal != nil }
            return StoreStatistics(
                articles: state.entries.count - removed,
                removed: removed,
                generation: state.generation
            )
        }
    }

    func generation() throws(StoreError) -> Int64 { try read { $0.generation } }

    var mark: StoreMark? { store.state.withLock { $0.mark } }

    func check() throws(StoreError) { try read { _ in } }

    private func read<Value: Sendable>(
        _ body: (inout MemoryStore.State) -> Value
    ) throws(StoreError) -> Value {
        let result = store.state.withLock { state -> Result<Value, StoreError> in
            if let failure = state.failure { return .failure(failure) }
            return .success(body(&state))
        }
        return try result.get()
    }
}

extension MemoryStore {
    /// A short article.
    static func article(_ id: Int64, name: String? = nil) -> Article {
        var fields = ArticleFields()
        fields.headline = "Storm \(id)"
        fields.paragraphs = [Paragraph(text: "Rain fell.", span: Span(8, 18))]
        return Article(
            id: id,
            version: 1,
            name: name,
            fields: fields,
            summary: "Rain fell.",
            wordCount: 2,
            paragraphCount: 1,
            rawSHA256: String(repeating: "a", count: 64),
            receivedAt: Timestamp(secondsSince1970: 1_698_796_800)
        )
    }
}
