import ArticleParsing
import ArticleStore
import Articles

/// What happens to an upload and to a query, whoever asks.
///
/// All of it may be called from any thread; nothing waits. Completions run on the store's queue or
/// on a worker's thread, once each. Small uploads are parsed where `ingest` is called, since
/// handing them over would cost more than parsing them; bigger ones and all searches go to a fixed
/// number of workers, with a bounded number in waiting.
package final class ArticleService: Sendable {
    let store: any ArticleStore
    private let settings: Settings
    private let parsers: WorkerPool<Never>
    private let readers: WorkerPool<any ArticleReader>
    private let streams: StreamWorker
    private let copies: SnapshotMaker
    private let exports: SnapshotMaker

    /// Makes a service.
    package init(store: any ArticleStore, settings: Settings = Settings()) {
        self.store = store
        self.settings = settings
        parsers = WorkerPool(
            label: "parser",
            workers: settings.parsers,
            capacity: settings.waitingUploadBytes
        )
        readers = WorkerPool(
            label: "reader",
            workers: settings.readers,
            capacity: settings.waitingSearches
        )
        streams = StreamWorker(store: store, maximumStreams: settings.streams)
        copies = SnapshotMaker(of: .store, in: store)
        exports = SnapshotMaker(of: .export, in: store)
    }

    /// Parses an upload and stores what is in it.
    ///
    /// - Parameters:
    ///   - upload: What was sent.
    ///   - policy: What to do with a text that is there already.
    ///   - name: The client's own name for the article.
    ///   - receivedAt: When the text was received.
    ///   - completion: Called after COMMIT, or at once where nothing can be stored.
    package func ingest(
        _ upload: Upload,
        policy: ArticleBatch.DuplicatePolicy = .return,
        name: String? = nil,
        receivedAt: Timestamp,
        completion: @escaping @Sendable (Result<Ingestion, ServiceError>) -> Void
    ) {
        parse(upload) { [store] result in
            let parsed: ParsedUpload
            switch result {
            case .success(let value): parsed = value
            case .failure(let error): return completion(.failure(error))
            }
            parsed.store(
                in: store,
                Original(bytes: upload.bytes, declaredType: upload.declaredType),
                receivedAt: receivedAt,
                name: name,
                duplicates: policy,
                given: (StoredGiven.encode(upload), StoredGiven.encodeFields(upload)),
                completion: completion
            )
        }
    }

    /// Makes what stores NDJSON of any length; `upload` says what is known of all its lines.
    package func lines(
        _ upload: Upload,
        policy: ArticleBatch.DuplicatePolicy,
        receivedAt: Timestamp
    ) -> LineIngest {
        LineIngest(store: store, upload: upload, receivedAt: receivedAt, duplicates: policy)
    }

    /// Opens all articles, to be taken piece by piece.
    ///
    /// - Returns: `nil` where as many are open as may be; it is worth trying again.
    package func export(packed: Bool) -> PieceStream? {
        streams.open { ExportPieces(packed: packed) }
    }

    /// Parses an upload and stores nothing.
    package func preview(
        _ upload: Upload,
        completion: @escaping @Sendable (Result<ParsedUpload, ServiceError>) -> Void
    ) {
        parse(upload, then: completion)
    }

    /// Finds articles; `completion` is called on a reader's thread.
    package func search(
        _ query: ArticleQuery,
        completion: @escaping @Sendable (Result<SearchResult, ServiceError>) -> Void
    ) {
        read(
            { reader throws(StoreError) in
                let started = ContinuousClock.now
                // An answer is kept where nothing was written while it was made.
                let mark = reader.mark
                // The generation first: a commit in between makes the answer newer than its tag, and
                // then it is only fetched once more than needed.
                let generation = try reader.generation()
                let page = try reader.page(query)
                return SearchResult(
                    page: page,
                    generation: generation,
                    mark: mark == reader.mark ? mark : nil,
                    duration: started.duration(to: .now)
                )
            },
            completion: completion
        )
    }

    /// Has something read that takes longer than a look-up; both closures are called on a reader's
    /// thread.
    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (any ArticleReader) throws(StoreError) -> Value,
        completion: @escaping @Sendable (Result<Value, ServiceError>) -> Void
    ) {
        let accepted = readers.submit { [store] reader in
            let result: Result<Value, ServiceError>
            do throws(StoreError) {
                let open: any ArticleReader
                if let reader { open = reader } else { open = try store.makeReader() }
                reader = open
                result = .success(try body(open))
            } catch {
                // A connection that failed may go on failing; the next job opens another.
                if error != .invalidCursor { reader = nil }
                result = .failure(.store(error))
            }
            completion(result)
        }
        if !accepted { completion(.failure(.busy)) }
    }

    /// Removes an article, if it is of a version.
    package func delete(
        _ id: Int64,
        version: Int? = nil,
        reason: String?,
        at moment: Timestamp,
        completion: @escaping @Sendable (Result<Lookup<RemovalOutcome>, ServiceError>) -> Void
    ) {
        store.delete(id, version: version, reason: reason, at: moment) {
            completion($0.mapError(ServiceError.store))
        }
    }

    /// Brings a removed article back.
    package func restore(
        _ id: Int64,
        completion: @escaping @Sendable (Result<RestoreOutcome, ServiceError>) -> Void
    ) {
        store.restore(id) { completion($0.mapError(ServiceError.store)) }
    }

    /// Reads an article's original again.
    ///
    /// `completion` gets `.stale` where the article was changed meanwhile; it may be tried again.
    package func reparse(
        _ id: Int64,
        completion: @escaping @Sendable (Result<Lookup<ReparseOutcome>, ServiceError>) -> Void
    ) {
        withReader(completion) { [store] reader throws(ServiceError) in
            let lookup: Lookup<StoredUpload>
            do throws(StoreError) {
                lookup = try reader.storedUpload(of: id)
            } catch {
                throw .store(error)
            }
            switch lookup {
            case .gone(let reason, let moment):
                completion(.success(.gone(reason: reason, at: moment)))
            case .unknown: completion(.success(.unknown))
            case .found(let stored):
                let item: ArticleBatch.Item
                let found = try Reparsing.item(of: stored, from: reader)
                do throws(StoreError) {
                    item = try found.keepingManualFields(of: id, from: reader)
                } catch {
                    throw .store(error)
                }
                store.reparse(stored, as: item) { outcome in
                    completion(outcome.map { .found($0) }.mapError(ServiceError.store))
                }
            }
        }
    }

    /// Finds the articles with nearly the same text, and others about much the same.
    package func likes(
        of id: Int64,
        limit: Int,
        completion: @escaping @Sendable (Result<Lookup<Likes>, ServiceError>) -> Void
    ) {
        read(
            { reader throws(StoreError) in
                let copies: [NearCopy]
                switch try reader.nearCopies(of: id, limit: limit) {
                case .found(let found): copies = found
                case .gone(let reason, let moment): return .gone(reason: reason, at: moment)
                case .unknown: return .unknown
                }
                let wanted = limit + copies.count
                switch try reader.similarArticles(to: id, limit: wanted) {
                case .found(let found):
                    let known = Set(copies.map(\.article.id))
                    let others = found.filter { !known.contains($0.article.id) }.prefix(limit)
                    return .found(Likes(copies: copies, similar: Array(others)))
                case .gone(let reason, let moment): return .gone(reason: reason, at: moment)
                case .unknown: return .unknown
                }
            },
            completion: completion
        )
    }

    /// Looks something up on a reader's thread.
    ///
    /// - Parameters:
    ///   - completion: Told what was thrown, or that too many wait.
    ///   - look: Calls `completion` itself, or throws.
    func withReader<Value: Sendable>(
        _ completion: @escaping @Sendable (Result<Value, ServiceError>) -> Void,
        _ look: @escaping @Sendable (any ArticleReader) throws(ServiceError) -> Void
    ) {
        let accepted = readers.submit { [store] reader in
            do throws(ServiceError) {
                let open: any ArticleReader
                if let reader {
                    open = reader
                } else {
                    do throws(StoreError) {
                        open = try store.makeReader()
                    } catch {
                        throw .store(error)
                    }
                }
                reader = open
                try look(open)
            } catch {
                // A connection that failed may go on failing; the next one opens another.
                if case .store = error { reader = nil }
                completion(.failure(error))
            }
        }
        if !accepted { completion(.failure(.busy)) }
    }

    /// A copy of the whole store to be read, or an export in a file: made near `path`, or the last one
    /// where that is the same or wanted.
    package func snapshot(
        of kind: Snapshot.Kind,
        near path: String,
        matching isWanted: @escaping @Sendable (Snapshot) -> Bool,
        completion: @escaping @Sendable (Result<Snapshot, ServiceError>) -> Void
    ) {
        let maker = kind == .store ? copies : exports
        maker.snapshot(near: path, matching: isWanted, completion: completion)
    }

    /// Copies the whole store to a file; `completion` gets its length in bytes.
    package func backUp(
        to path: String,
        completion: @escaping @Sendable (Result<Int, ServiceError>) -> Void
    ) {
        copies.copy(to: path, completion: completion)
    }

    /// Opens a reader for quick look-ups; it belongs to the caller's queue.
    package func makeReader() throws(StoreError) -> any ArticleReader {
        try store.makeReader()
    }

    /// Opens `range` of an original's bytes, to be taken piece by piece.
    ///
    /// - Returns: `nil` where as many are open as may be; it is worth trying again.
    package func stream(_ original: StoredOriginal, _ range: Range<Int>) -> PieceStream? {
        streams.open { OriginalPieces(original, range) }
    }

    /// How many originals and exports are being taken piece by piece.
    package var openStreams: Int { streams.openStreams }

    /// How many uploads wait for a parser, and how many searches for a reader.
    package var waiting: (parsers: Int, readers: Int) {
        (parsers.waitingCount, readers.waitingCount)
    }

    /// How much waits for the store's writer.
    package var waitingWrites: WaitingWrites { store.waitingWrites }

    /// Tells whether articles can be written; cheap, no I/O.
    package var writability: Writability { store.writability }

    /// Waits for the writes under way and closes the store.
    package func close() {
        store.close()
    }

    private func parse(
        _ upload: Upload,
        then completion: @escaping @Sendable (Result<ParsedUpload, ServiceError>) -> Void
    ) {
        if upload.bytes.count <= settings.inlineBytes {
            return completion(ParsedUpload.parsing(upload))
        }
        let accepted = parsers.submit(weight: upload.bytes.count) { _ in
            completion(ParsedUpload.parsing(upload))
        }
        if !accepted { completion(.failure(.busy)) }
    }
}

extension ArticleService {
    /// How much work is taken at a time.
    package struct Settings: Sendable {
        /// Uploads up to this many bytes are parsed on the caller's thread.
        package var inlineBytes = 64 * 1_024
        /// How many threads parse bigger uploads.
        package var parsers = processorCount
        /// How many bytes of uploads may wait for them; one upload may always wait.
        package var waitingUploadBytes = 64 * 1_024 * 1_024
        /// How many threads search, each with a connection of its own.
        package var readers = 2 * processorCount
        /// How many searches may wait for them.
        package var waitingSearches = 256
        /// How many originals and exports may be taken piece by piece at a time; an original holds
        /// some 40 KB, an export a line of NDJSON, and its taker what was not yet sent.
        package var streams = 512

        /// Makes the settings that serve most.
        package init() {}
    }
}
