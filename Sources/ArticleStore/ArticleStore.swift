import Articles

/// Keeps articles durably and finds them again.
///
/// All of it may be called from any thread. Writes are taken together: everything that waits is
/// written in one transaction, and no outcome is reported before that is on the disk.
public protocol ArticleStore: Sendable {
    /// Writes several uploads' articles, all in one transaction, or none.
    ///
    /// - Parameters:
    ///   - batches: The uploads, each with the bytes it came from.
    ///   - completion: Called once, on the store's queue, after COMMIT, with the outcomes of each
    ///     upload in order; it has to be quick.
    func insert(
        _ batches: [ArticleBatch],
        completion: @escaping @Sendable (Result<[[InsertOutcome]], StoreError>) -> Void
    )

    /// Removes an article; its number answers that it is gone, with the reason, ever after.
    ///
    /// - Parameters:
    ///   - id: The article's number.
    ///   - version: The version that it has to be of; `nil` for any.
    ///   - reason: Why it is removed.
    ///   - moment: When it is removed.
    ///   - completion: Called once, on the store's queue, after COMMIT, with what the number stood
    ///     for.
    func delete(
        _ id: Int64,
        version: Int?,
        reason: String?,
        at moment: Timestamp,
        completion: @escaping @Sendable (Result<Lookup<RemovalOutcome>, StoreError>) -> Void
    )

    /// Brings a removed article back; `completion` is called once, on the store's queue, after COMMIT.
    func restore(
        _ id: Int64,
        completion: @escaping @Sendable (Result<RestoreOutcome, StoreError>) -> Void
    )

    /// Replaces what was found in an article's original, as a new version where it differs.
    ///
    /// - Parameters:
    ///   - stored: The upload as it was read from the store; a newer version is left as it is.
    ///   - item: What the parser found in it this time.
    ///   - completion: Called once, on the store's queue, after COMMIT.
    func reparse(
        _ stored: StoredUpload,
        as item: ArticleBatch.Item,
        completion: @escaping @Sendable (Result<ReparseOutcome, StoreError>) -> Void
    )

    /// Copies the whole store, as of one moment, to a file that is not there yet, and has SQLite check
    /// the copy; others read and write meanwhile. Takes seconds a gigabyte, on the caller's thread.
    func backUp(to path: String) throws(StoreError)

    /// Opens a reader with a connection of its own.
    func makeReader() throws(StoreError) -> any ArticleReader

    /// Tells whether the store can be written, as of its last write, and whether its file is still
    /// where it was; cheap, nothing is read or written.
    var writability: Writability { get }

    /// How much waits to be written; cheap, nothing is read or written.
    var waitingWrites: WaitingWrites { get }

    /// Waits for the writes under way, folds the log into the file and closes it.
    func close()
}

/// What waits for a store's writer.
public struct WaitingWrites: Sendable, Equatable {
    /// How many uploads and changes.
    public var operations: Int
    /// How much memory they hold.
    public var bytes: Int

    /// Makes the numbers.
    public init(operations: Int, bytes: Int) {
        self.operations = operations
        self.bytes = bytes
    }
}

/// A state of a store, as far as telling it from another goes: equal ones hold the same articles.
public struct StoreMark: Equatable, Sendable {
    private let state: UInt64
    private let check: UInt64

    /// Makes a mark of what a store tells its states by: a number that moves with every commit, and
    /// another that two states with the same number, of other files or after a crash, differ in.
    public init(_ state: UInt64, check: UInt64) {
        self.state = state
        self.check = check
    }
}

extension ArticleStore {
    /// Writes an upload's articles, all in one transaction, or none.
    ///
    /// - Parameters:
    ///   - batch: The articles with the bytes they came from.
    ///   - completion: Called once, on the store's queue, after COMMIT, with an outcome for each
    ///     article in order; it has to be quick.
    public func insert(
        _ batch: ArticleBatch,
        completion: @escaping @Sendable (Result<[InsertOutcome], StoreError>) -> Void
    ) {
        insert([batch]) { outcomes in completion(outcomes.map { $0.flatMap(\.self) }) }
    }
}

/// Lends the bytes of originals.
public protocol OriginalSource: AnyObject {
    /// A part of an original's bytes as they lie in the store, `range` within `packedLength`.
    ///
    /// - Throws: `.deleted` where the original is not in the store any more.
    func packedBytes(
        _ range: Range<Int>,
        of original: StoredOriginal
    ) throws(StoreError) -> [UInt8]
}

/// Reads articles.
///
/// A reader belongs to one queue or thread at a time.
public protocol ArticleReader: OriginalSource {
    /// The state that a read would see now; `nil` where that is not known. It costs next to nothing.
    ///
    /// Whoever was told of a write sees another mark than before it. What was read between two
    /// equal marks is of that state.
    var mark: StoreMark? { get }
    /// The article with a number, with its paragraphs.
    func article(_ id: Int64) throws(StoreError) -> Lookup<Article>
    /// The record that follows a place in an export: the article's version before it, else the next
    /// article's current one; `nil` after the last. `FormerPlace(id: 0)` stands before all.
    func record(after place: FormerPlace) throws(StoreError) -> StoredRecord?
    /// The number of the article that has a client's name.
    func id(named name: String) throws(StoreError) -> Int64?
    /// The number of the article that came from bytes with this SHA-256 in hexadecimal.
    func id(withSHA256 digest: String) throws(StoreError) -> Int64?
    /// The original that an article came from, all but its bytes; an `OriginalReader` reads those.
    func storedOriginal(of id: Int64) throws(StoreError) -> Lookup<StoredOriginal>
    /// How an article was found, as the JSON object that the API answers with, less its `id`.
    func explanation(of id: Int64) throws(StoreError) -> Lookup<[UInt8]>
    /// An article's versions, the newest first.
    func versions(of id: Int64) throws(StoreError) -> Lookup<[ArticleVersion]>
    /// An article as a version of it was, with its paragraphs.
    func article(_ id: Int64, version: Int) throws(StoreError) -> Lookup<Article>
    /// What an article's current version was made of, all but its bytes.
    func storedUpload(of id: Int64) throws(StoreError) -> Lookup<StoredUpload>
    /// The articles with nearly the same text, by their numbers, `limit` at the most.
    func nearCopies(of id: Int64, limit: Int) throws(StoreError) -> Lookup<[NearCopy]>
    /// The articles with much the same words, the likest first, `limit` at the most.
    func similarArticles(
        to id: Int64,
        limit: Int
    ) throws(StoreError) -> Lookup<[SimilarArticle]>
    /// The numbers of articles that are not removed, after a number, in order.
    func ids(after id: Int64, limit: Int) throws(StoreError) -> [Int64]
    /// One page of the articles that match.
    func page(_ query: ArticleQuery) throws(StoreError) -> ArticlePage
    /// When the articles that match were published.
    func timeline(
        _ query: ArticleQuery,
        by interval: Timeline.Interval
    ) throws(StoreError) -> Timeline
    /// How a query that is being typed may go on.
    func suggestions(for text: String, limit: Int) throws(StoreError) -> Suggestions
    /// What all articles have in a field; walks all of them.
    func values(of field: ValueList.Field, limit: Int) throws(StoreError) -> ValueList
    /// How much is in the store; cheap.
    func statistics() throws(StoreError) -> StoreStatistics
    /// The key with this SHA-256, unless it was revoked.
    func key(withDigest digest: [UInt8]) throws(StoreError) -> Key?
    /// Whether there is any key that counts.
    func hasKeys() throws(StoreError) -> Bool
    /// A number that changes whenever anything is committed.
    func generation() throws(StoreError) -> Int64
    /// Asks the store for the least it can do, to see that it answers and is still the file that was
    /// opened.
    func check() throws(StoreError)
}

extension ArticleReader {
    /// Not known.
    public var mark: StoreMark? { nil }
}

/// What a number stands for.
public enum Lookup<Found: Sendable>: Sendable {
    /// It is there.
    case found(Found)
    /// It was there and was removed.
    case gone(reason: String?, at: Timestamp)
    /// It never was.
    case unknown
}

/// The bytes that articles came from.
public struct Original: Sendable {
    /// The bytes as received.
    public var bytes: [UInt8]
    /// The media type as declared.
    public var declaredType: String?

    /// Makes an original.
    public init(bytes: [UInt8], declaredType: String?) {
        self.bytes = bytes
        self.declaredType = declaredType
    }
}

/// An upload's articles, ready to be written.
public struct ArticleBatch: Sendable {
    /// What to do with an article whose text is there already.
    public enum DuplicatePolicy: String, Sendable, CaseIterable {
        /// The one that is there is returned.
        case `return`
        /// It is an error.
        case error
        /// It becomes a new version of the one that is there.
        case version
        /// It is kept as an article of its own.
        case keep
    }

    /// One article.
    public struct Item: Sendable {
        /// What the parser found.
        public var draft: ArticleDraft
        /// A digest of the normalised text, by which the same text is recognised.
        public var textDigest: [UInt8]
        /// How many words the text has.
        public var wordCount: Int
        /// The client's own name for it; it counts before the batch's.
        public var name: String?
        /// Where it stood in the store that it was exported from; `nil` for all others.
        public var former: FormerPlace?

        /// Makes an item.
        public init(
            draft: ArticleDraft,
            textDigest: [UInt8],
            wordCount: Int,
            name: String? = nil,
            former: FormerPlace? = nil
        ) {
            self.draft = draft
            self.textDigest = textDigest
            self.wordCount = wordCount
            self.name = name
            self.former = former
        }
    }

    /// The articles.
    public var items: [Item]
    /// The bytes that they came from, kept once for all of them.
    public var original: Original
    /// The SHA-256 of those bytes, 64 hexadecimal digits in lower case.
    public var originalSHA256: String
    /// When they were received.
    public var receivedAt: Timestamp
    /// The client's own name; counts for the first article only.
    public var name: String?
    /// What to do with duplicates.
    public var duplicates: DuplicatePolicy
    /// What the client said beside the bytes, kept as it is for reading them again.
    public var given: String?
    /// What joins exported articles with their earlier versions, where they come in several batches.
    public var imported = ImportedArticle()

    /// Makes a batch.
    public init(
        items: [Item],
        original: Original,
        originalSHA256: String,
        receivedAt: Timestamp,
        name: String? = nil,
        duplicates: DuplicatePolicy = .return,
        given: String? = nil
    ) {
        self.items = items
        self.original = original
        self.originalSHA256 = originalSHA256
        self.receivedAt = receivedAt
        self.name = name
        self.duplicates = duplicates
        self.given = given
    }
}

/// What became of an article that was to be written.
public enum InsertOutcome: Sendable {
    /// It is a new article.
    case created(Article)
    /// It is a new version of an article that was there.
    case updated(Article)
    /// The name's article has this very text already.
    case unchanged(Article)
    /// The text is there already, in this article.
    case duplicate(Article)
    /// The text or the address is there already, in this article, and that was to be an error.
    case refused(Article, by: Match)

    /// What an article was recognised by.
    public enum Match: String, Sendable {
        /// The same words.
        case text = "same_text"
        /// The same address on the web, with other words.
        case url = "same_url"
        /// Another version of the article has this one's number.
        case version = "same_version"
    }
}

/// What became of an article that was to be restored.
public enum RestoreOutcome: Sendable {
    /// It is back, in lists and searches too.
    case restored(Article)
    /// It was there all the time.
    case unchanged(Article)
    /// Its name belongs to another article by now.
    case nameTaken(by: Article)
    /// Nothing of it is kept but that it was removed: it came in an export.
    case withoutText
    /// There never was one.
    case unknown
}

/// What became of an article that was to be removed.
public enum RemovalOutcome: Sendable {
    /// It is removed.
    case removed(Article)
    /// It is of another version, and stays.
    case stale(Article)
}

/// What became of an article whose original was read again.
public enum ReparseOutcome: Sendable {
    /// Other fields were found: a new version.
    case updated(Article)
    /// The same was found.
    case unchanged(Article)
    /// It was changed or removed meanwhile, or never was.
    case stale
}

/// Whether articles can be written.
public enum Writability: Sendable, Equatable {
    case writable
    /// The disk is full; reading goes on.
    case diskFull
    /// The file or its disk is read-only.
    case readOnly
    /// The file or its log was removed or replaced while it was open.
    case fileGone
}
