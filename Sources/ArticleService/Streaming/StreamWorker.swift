import ArticleStore
import Synchronization

/// The worker who reads the pieces of what is streamed, for a bounded number of streams.
///
/// It is none of those who search, so that neither waits for the other. There is one, which keeps a
/// stream's pieces in turn; it unpacks faster than most networks carry. Every stream has one piece
/// in waiting at most, so that none of a stream that was opened is ever refused.
final class StreamWorker: Sendable {
    private let store: any ArticleStore
    private let pool: WorkerPool<any ArticleReader>
    private let maximumStreams: Int
    private let streams = Atomic(0)

    /// Makes a worker for at most `maximumStreams` at a time.
    init(store: any ArticleStore, maximumStreams: Int) {
        self.store = store
        self.maximumStreams = maximumStreams
        pool = WorkerPool(label: "stream", workers: 1, capacity: maximumStreams)
    }

    /// How many streams are open.
    var openStreams: Int { streams.load(ordering: .relaxed) }

    /// Opens a stream; `nil` where as many are open as may be, and then `source` is not called.
    func open(_ source: () -> any PieceSource) -> PieceStream? {
        guard streams.add(1, ordering: .relaxed).newValue <= maximumStreams else {
            streamEnded()
            return nil
        }
        return PieceStream(source(), by: self)
    }

    /// Counts a stream that is no longer there.
    func streamEnded() {
        streams.subtract(1, ordering: .relaxed)
    }

    /// Has a job done with the worker's reader; whether it will be.
    ///
    /// A job that fails has the reader closed: a connection that failed may go on failing.
    func submit(
        _ job:
            @escaping @Sendable (_ reader: () throws(StoreError) -> any ArticleReader)
            throws(StoreError) -> Void,
        failing fail: @escaping @Sendable (StoreError) -> Void
    ) -> Bool {
        pool.submit { [store] reader in
            do throws(StoreError) {
                try job { () throws(StoreError) in
                    let open: any ArticleReader
                    if let reader { open = reader } else { open = try store.makeReader() }
                    reader = open
                    return open
                }
            } catch {
                reader = nil
                fail(error)
            }
        }
    }
}
