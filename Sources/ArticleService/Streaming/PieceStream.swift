import ArticleStore
import Synchronization

/// Something that is read piece by piece, by one thread at a time.
protocol PieceSource: AnyObject {
    /// The next piece, of `maximumBytes` at most.
    func next(maximumBytes: Int, from reader: any ArticleReader) throws(StoreError) -> Piece
}

/// What one turn of reading comes to.
enum Piece {
    /// Some bytes.
    case bytes([UInt8])
    /// None yet: it took long enough for others to have their turn before it goes on.
    case later
    /// There are no more.
    case end
}

/// Bytes on their way to somebody who takes them piece by piece.
///
/// A worker reads each piece when it is asked for; what the stream holds between two is up to its
/// source. It counts as open until it is released.
///
/// `@unchecked Sendable`: `source` is used by the jobs of the one worker only, which come one after the
/// other; the rest never changes or is atomic.
package final class PieceStream: @unchecked Sendable {
    private let source: any PieceSource
    private let isCancelled = Atomic(false)
    private let worker: StreamWorker

    /// Makes a stream that `worker` counts already.
    init(_ source: any PieceSource, by worker: StreamWorker) {
        self.source = source
        self.worker = worker
    }

    deinit {
        worker.streamEnded()
    }

    /// Reads the next piece, of `maximumBytes` at most.
    ///
    /// `deliver` is called once, on the worker's thread: with the piece, with `nil` at the end or
    /// after `cancel()`, or with a `ServiceError`. The next piece is to be asked for after that only.
    package func next(
        maximumBytes: Int,
        deliver: @escaping @Sendable (Result<[UInt8]?, any Error>) -> Void
    ) {
        let isAccepted = worker.submit(
            { [self] reader throws(StoreError) in
                if isCancelled.load(ordering: .relaxed) { return deliver(.success(nil)) }
                switch try source.next(maximumBytes: maximumBytes, from: try reader()) {
                case .bytes(let piece): deliver(.success(piece))
                case .end: deliver(.success(nil))
                case .later: next(maximumBytes: maximumBytes, deliver: deliver)
                }
            },
            failing: { deliver(.failure(ServiceError.store($0))) }
        )
        if !isAccepted { deliver(.failure(ServiceError.busy)) }
    }

    /// Nobody takes any more; a piece that the worker has not begun is not read.
    package func cancel() {
        isCancelled.store(true, ordering: .relaxed)
    }
}
