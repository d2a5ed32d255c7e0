import ArticleStore
import Synchronization

/// An export on its way to somebody who takes it piece by piece.
///
/// A worker reads each piece when it is asked for; between two, the stream holds the rest of a piece
/// at most. It counts as open until it is released.
///
/// `@unchecked Sendable`: the export, what is packed and the rest are used by the jobs of the one
/// worker only, which come one after the other; the rest never changes or is atomic.
package final class ExportStream: @unchecked Sendable {
    private let export = ArticleExport()
    private let packer: GzipStream?
    private var rest: ArraySlice<UInt8> = []
    private var isAtEnd = false
    private let isCancelled = Atomic(false)
    private let worker: OriginalWorker

    /// Makes a stream that `worker` counts already.
    init(packed: Bool, by worker: OriginalWorker) {
        packer = packed ? GzipStream() : nil
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
        let isAccepted = worker.submit { [self] store, reader in
            deliver(step(maximumBytes, in: store, with: &reader).mapError { $0 })
        }
        if !isAccepted { deliver(.failure(ServiceError.busy)) }
    }

    /// Nobody takes any more; a piece that the worker has not begun is not read.
    package func cancel() {
        isCancelled.store(true, ordering: .relaxed)
    }

    private func step(
        _ maximumBytes: Int,
        in store: any ArticleStore,
        with reader: inout (any ArticleReader)?
    ) -> Result<[UInt8]?, ServiceError> {
        if isCancelled.load(ordering: .relaxed) { return .success(nil) }
        do throws(StoreError) {
            let open: any ArticleReader
            if let reader { open = reader } else { open = try store.makeReader() }
            reader = open
            while rest.isEmpty, !isAtEnd {
                let piece = try export.next(minimumBytes: 64 << 10, from: open)
                isAtEnd = piece == nil
                rest = (packer?.pack(piece ?? [], isLast: isAtEnd) ?? piece ?? [])[...]
            }
        } catch {
            // A connection that failed may go on failing; the next piece opens another.
            reader = nil
            return .failure(.store(error))
        }
        guard !rest.isEmpty else { return .success(nil) }
        let piece = Array(rest.prefix(maximumBytes))
        rest = rest.dropFirst(maximumBytes)
        return .success(piece)
    }
}
