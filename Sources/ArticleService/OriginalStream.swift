import ArticleStore
import Synchronization

/// A part of an original on its way to somebody who takes it piece by piece.
///
/// A worker reads each piece when it is asked for; between two, the stream holds some 40 KB. It
/// counts as open until it is released.
///
/// `@unchecked Sendable`: `original` is used by the jobs of the one worker only, which come one after
/// the other; the rest never changes or is atomic.
package final class OriginalStream: @unchecked Sendable {
    private let original: OriginalReader
    private let range: Range<Int>
    private let isCancelled = Atomic(false)
    private let worker: OriginalWorker

    /// Makes a stream that `worker` counts already.
    init(_ original: StoredOriginal, _ range: Range<Int>, by worker: OriginalWorker) {
        self.original = OriginalReader(original)
        self.range = range
        self.worker = worker
    }

    deinit {
        worker.streamEnded()
    }

    /// Reads the next piece, of `maximumBytes` at most.
    ///
    /// `deliver` is called once, on the worker's thread: with the piece, with `nil` at the end of the
    /// part or after `cancel()`, or with a `ServiceError`. The next piece is to be asked for after
    /// that only.
    package func next(
        maximumBytes: Int,
        deliver: @escaping @Sendable (Result<[UInt8]?, any Error>) -> Void
    ) {
        let isAccepted = worker.submit { [self] store, reader in
            switch step(maximumBytes, in: store, with: &reader) {
            case .success(.piece(let piece)): deliver(.success(piece))
            case .success(.skipped): next(maximumBytes: maximumBytes, deliver: deliver)
            case .failure(let error): deliver(.failure(error))
            }
        }
        if !isAccepted { deliver(.failure(ServiceError.busy)) }
    }

    /// Nobody takes any more; a piece that the worker has not begun is not read.
    package func cancel() {
        isCancelled.store(true, ordering: .relaxed)
    }

    /// What one turn of the worker comes to.
    private enum Step {
        /// The next piece, or the end.
        case piece([UInt8]?)
        /// Some of what stands before the part was passed over.
        case skipped
    }

    /// How many bytes before the part are passed over before the others have their turn.
    private static let skippedBytes = 1_024 * 1_024

    private func step(
        _ maximumBytes: Int,
        in store: any ArticleStore,
        with reader: inout (any ArticleReader)?
    ) -> Result<Step, ServiceError> {
        if isCancelled.load(ordering: .relaxed) { return .success(.piece(nil)) }
        do throws(StoreError) {
            let open: any ArticleReader
            if let reader { open = reader } else { open = try store.makeReader() }
            reader = open
            let left = range.lowerBound - original.position
            if left > 0 {
                let target = original.position + min(left, Self.skippedBytes)
                try original.skip(to: target, from: open)
                if left > Self.skippedBytes { return .success(.skipped) }
            }
            let count = min(maximumBytes, range.upperBound - original.position)
            guard count > 0 else { return .success(.piece(nil)) }
            return .success(.piece(try original.next(maximumBytes: count, from: open)))
        } catch {
            // A connection that failed may go on failing; the next piece opens another.
            reader = nil
            return .failure(.store(error))
        }
    }
}

/// The worker who reads the pieces of originals, for a bounded number of streams.
///
/// It is none of those who search, so that neither waits for the other. There is one, which keeps a
/// stream's pieces in turn; it unpacks faster than most networks carry. Every stream has one piece
/// in waiting at most, so that none of a stream that was opened is ever refused.
final class OriginalWorker: Sendable {
    private let store: any ArticleStore
    private let pool: WorkerPool<any ArticleReader>
    private let maximumStreams: Int
    private let streams = Atomic(0)

    /// Makes a worker for at most `maximumStreams` at a time.
    init(store: any ArticleStore, maximumStreams: Int) {
        self.store = store
        self.maximumStreams = maximumStreams
        pool = WorkerPool(label: "original", workers: 1, capacity: maximumStreams)
    }

    /// How many streams are open.
    var openStreams: Int { streams.load(ordering: .relaxed) }

    /// Opens a stream; `nil` where as many are open as may be.
    func open(_ original: StoredOriginal, _ range: Range<Int>) -> OriginalStream? {
        guard streams.add(1, ordering: .relaxed).newValue <= maximumStreams else {
            streamEnded()
            return nil
        }
        return OriginalStream(original, range, by: self)
    }

    /// Opens an export; `nil` where as many streams are open as may be.
    func export(packed: Bool) -> ExportStream? {
        guard streams.add(1, ordering: .relaxed).newValue <= maximumStreams else {
            streamEnded()
            return nil
        }
        return ExportStream(packed: packed, by: self)
    }

    /// Counts a stream that is no longer there.
    func streamEnded() {
        streams.subtract(1, ordering: .relaxed)
    }

    /// Has a job done with the store and the worker's reader; whether it will be.
    func submit(
        _ job: @escaping @Sendable (any ArticleStore, inout (any ArticleReader)?) -> Void
    ) -> Bool {
        pool.submit { [store] reader in job(store, &reader) }
    }
}
