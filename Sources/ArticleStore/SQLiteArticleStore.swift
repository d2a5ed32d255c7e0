import Articles
import Migrations
import SQLite

/// Articles in one SQLite file.
///
/// What is promised:
/// - **Durable.** An outcome is reported after COMMIT with `synchronous = FULL`: the log has been
///   synced to the disk. What was reported survives a crash of the process, of the system and of
///   the power; what was not reported is there as a whole or not at all.
/// - **In order.** Operations are applied in the order in which they were enqueued, and reported in
///   that order. Two uploads of the same text make one article, whoever comes second.
/// - **Seen at once.** A reader that is asked after an outcome was reported sees it, in every list
///   and search, and each page is one snapshot: its total and its articles belong together.
/// - **Where it was.** Once the file or its log is removed, renamed or replaced, nothing more is
///   reported as written, and no reader is opened, until it is back.
/// - **Bounded.** While more than `maximumWaitingBytes` wait, operations are refused with `.busy`.
/// - **Kept.** Removal takes an article out of lists and searches. Its row, text, versions and
///   original stay in the file, so that it can be restored; its number and name answer that it is
///   gone. The same text sent again makes a new article.
///
/// A full disk or a file that became read-only fails the writes alone: reading goes on, and the next
/// write tries again.
public final class SQLiteArticleStore: ArticleStore {
    /// How a store behaves.
    public struct Options: Sendable {
        /// How many bytes of uploads may wait for the writer.
        public var maximumWaitingBytes = 256 << 20
        /// How long to wait for another process's lock before giving up with `.busy`.
        public var busyMilliseconds: Int32 = 5_000
        /// Told of what happens inside, on the queue where it happens; has to be quick.
        public var observer: @Sendable (StoreEvent) -> Void = { _ in }

        /// Makes the usual options.
        public init() {}
    }

    /// The file.
    public let path: String
    private let options: Options
    private let file: StoreFile
    let writer: Writer
    private let packers = Packers()

    /// Opens a store's file, makes it where there is none, and brings it to this program's schema.
    ///
    /// - Throws: `.cannotOpen` with a reason for the operator, `.newerSchema`, `.corrupt` for what is
    ///   no database, `.busy` while another process holds the file, `.diskFull`.
    public convenience init(path: String, options: Options = Options()) throws(StoreError) {
        try self.init(path: path, options: options, migrations: Migrations.all, maximumPages: nil)
    }

    /// Opens a file with another list of migrations than the program's, or with a limit to its size
    /// in pages, as if the disk were full there.
    init(
        path: String,
        options: Options = Options(),
        migrations: [Migrations.Migration] = Migrations.all,
        maximumPages: Int? = nil
    ) throws(StoreError) {
        self.path = path
        self.options = options
        let schema = Schema(
            path: path,
            migrations: migrations,
            maximumPages: maximumPages,
            busyMilliseconds: options.busyMilliseconds
        )
        let connection = try schema.open(options.observer)
        file = StoreFile(path: path, openPath: connection.path)
        writer = Writer(
            connection,
            file: file,
            maximumWaitingBytes: options.maximumWaitingBytes,
            observer: options.observer
        )
    }

    /// Writes several uploads' articles; their bytes are packed on the caller's thread.
    public func insert(
        _ batches: [ArticleBatch],
        completion: @escaping @Sendable (Result<[[InsertOutcome]], StoreError>) -> Void
    ) {
        let batches = batches.map { PreparedBatch($0, packers: packers) }
        writer.enqueue(
            Writer.Operation(
                byteCount: batches.reduce(0) { $0 + $1.byteCount },
                apply: { transaction throws(SQLiteError) in
                    var outcomes: [[InsertOutcome]] = []
                    for batch in batches { outcomes.append(try transaction.insert(batch)) }
                    return { [outcomes] in completion(.success(outcomes)) }
                },
                fail: { completion(.failure($0)) }
            )
        )
    }

    /// Takes an article out of lists and searches, and keeps its row.
    public func delete(
        _ id: Int64,
        version: Int?,
        reason: String?,
        at moment: Timestamp,
        completion: @escaping @Sendable (Result<Lookup<RemovalOutcome>, StoreError>) -> Void
    ) {
        writer.enqueue(
            Writer.Operation(
                byteCount: 256 + (reason?.utf8.count ?? 0),
                apply: { transaction throws(SQLiteError) in
                    let found = try transaction.remove(
                        id,
                        version: version,
                        reason: reason,
                        at: moment
                    )
                    return { completion(.success(found)) }
                },
                fail: { completion(.failure($0)) }
            )
        )
    }

    /// Puts a removed article into lists and searches again.
    public func restore(
        _ id: Int64,
        completion: @escaping @Sendable (Result<RestoreOutcome, StoreError>) -> Void
    ) {
        writer.enqueue(
            Writer.Operation(
                byteCount: 256,
                apply: { transaction throws(SQLiteError) in
                    let outcome = try transaction.restore(id)
                    return { completion(.success(outcome)) }
                },
                fail: { completion(.failure($0)) }
            )
        )
    }

    /// Replaces what was found in an article's original.
    public func reparse(
        _ stored: StoredUpload,
        as item: ArticleBatch.Item,
        completion: @escaping @Sendable (Result<ReparseOutcome, StoreError>) -> Void
    ) {
        let article = PreparedArticle(
            item,
            position: stored.item,
            given: stored.given,
            original: nil,
            packers: packers
        )
        writer.enqueue(
            Writer.Operation(
                byteCount: 1_024 + 2 * article.text.utf8.count,
                apply: { transaction throws(SQLiteError) in
                    let outcome = try transaction.reparse(stored, as: article)
                    return { completion(.success(outcome)) }
                },
                fail: { completion(.failure($0)) }
            )
        )
    }

    /// Copies the store to a file that is not there yet, and checks the copy.
    public func backUp(to path: String) throws(StoreError) {
        try file.verify()
        try StoreCopy(source: self.path, busyMilliseconds: options.busyMilliseconds).make(at: path)
    }

    /// Copies a store that this process need not have open to a file that is not there yet, and checks
    /// the copy.
    public static func copy(_ path: String, to target: String) throws(StoreError) {
        try StoreCopy(source: path, busyMilliseconds: 5_000).make(at: target)
    }

    /// Opens a file to be read alone: it is not made where there is none, and nothing in it changes.
    ///
    /// - Throws: `.cannotOpen`, `.olderSchema`, `.newerSchema`, `.corrupt`, `.busy`.
    public static func reader(of path: String) throws(StoreError) -> any ArticleReader {
        let schema = Schema(
            path: path,
            migrations: Migrations.all,
            maximumPages: nil,
            busyMilliseconds: 5_000
        )
        try schema.requireCurrent()
        return try SQLiteArticleReader(
            path: path,
            file: StoreFile(path: path, openPath: path),
            busyMilliseconds: 5_000,
            packers: Packers()
        )
    }

    /// Opens a reader with a connection of its own.
    public func makeReader() throws(StoreError) -> any ArticleReader {
        // Before, since opening would make a log anew; after, since the file may have been
        // replaced in between.
        try file.verify()
        let reader = try SQLiteArticleReader(
            path: path,
            file: file,
            busyMilliseconds: options.busyMilliseconds,
            packers: packers
        )
        try file.verify()
        return reader
    }

    /// Whether the last write succeeded and the file is where it was; while that is not so, asking
    /// has it tried again.
    public var writability: Writability { writer.writability }

    /// How much waits for the next transaction.
    public var waitingWrites: WaitingWrites { writer.waitingWrites }

    /// Waits for the writes under way, folds the log into the file and closes it.
    ///
    /// Not to be called from a completion. What is asked afterwards fails with `.closed`.
    public func close() { writer.close() }
}
