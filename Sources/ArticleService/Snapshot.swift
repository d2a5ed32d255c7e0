import ArticleStore
import Articles
import Dispatch

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A checked copy of the whole store, or an export of it, in a file that has no name any more: it goes
/// when the last one who reads it does.
///
/// `@unchecked Sendable`: nothing changes, and `pread` has no position that readers could share.
package final class Snapshot: @unchecked Sendable {
    /// What a snapshot is of.
    package enum Kind: String, Sendable {
        /// The store's file.
        case store = "snapshot"
        /// All articles as NDJSON.
        case export
    }

    private let descriptor: Int32
    private let queue = DispatchQueue(label: "dateline.snapshot")
    /// How many bytes it has.
    package let length: Int
    /// The store's generation when it was made, or one before.
    package let generation: Int64
    /// When it was made.
    package let madeAt: ContinuousClock.Instant = .now

    /// Takes over a file and removes its name.
    init(path: String, generation: Int64) throws(StoreError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        let code = errno
        unlink(path)
        guard descriptor >= 0 else {
            throw .cannotOpen(path: path, reason: String(cString: strerror(code)))
        }
        var status = stat()
        length = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
        self.generation = generation
    }

    deinit { close(descriptor) }

    /// Reads a part, on a thread of its own; `deliver` is called there, once.
    package func read(
        _ range: Range<Int>,
        deliver: @escaping @Sendable (Result<[UInt8]?, any Error>) -> Void
    ) {
        queue.async { [self] in
            let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
                count = max(0, pread(descriptor, buffer.baseAddress, range.count, range.lowerBound))
            }
            let isThere = !bytes.isEmpty || range.isEmpty
            deliver(isThere ? .success(bytes) : .failure(ServiceError.store(.deleted)))
        }
    }
}

/// Makes snapshots of a kind, one at a time, while the store is read and written.
final class SnapshotMaker: Sendable {
    private let kind: Snapshot.Kind
    private let store: any ArticleStore
    private let queue = DispatchQueue(label: "dateline.backup", qos: .utility)
    private let latest = Locked<Snapshot?>(nil)
    private let waiting = Locked(0)

    /// How many copies may be asked for before the first is made.
    private static let maximumWaiting = 4
    /// How long a copy is kept for those who fetch its parts.
    private static let keptSeconds = 600

    init(of kind: Snapshot.Kind, in store: any ArticleStore) {
        self.kind = kind
        self.store = store
    }

    /// A snapshot to be read: the last one where nothing was written since, or where it is wanted.
    func snapshot(
        near path: String,
        matching isWanted: @escaping @Sendable (Snapshot) -> Bool,
        completion: @escaping @Sendable (Result<Snapshot, ServiceError>) -> Void
    ) {
        submit(completion) { [self] in
            let generation = try store.makeReader().generation()
            if let latest = latest.withLock({ $0 }),
                latest.generation == generation || isWanted(latest)
            {
                return latest
            }
            latest.withLock { $0 = nil }
            let part = "\(path).\(kind.rawValue)-\(getpid())"
            unlink(part)
            switch kind {
            case .store: try store.backUp(to: part)
            case .export: try ExportFile.make(from: store, to: part)
            }
            let made = try Snapshot(path: part, generation: generation)
            latest.withLock { $0 = made }
            queue.asyncAfter(deadline: .now() + .seconds(Self.keptSeconds)) { [latest] in
                latest.withLock { if $0 === made { $0 = nil } }
            }
            return made
        }
    }

    /// Makes a copy in a file of its own.
    func copy(
        to path: String,
        completion: @escaping @Sendable (Result<Int, ServiceError>) -> Void
    ) {
        submit(completion) { [store] in
            try store.backUp(to: path)
            var status = stat()
            return stat(path, &status) == 0 ? Int(status.st_size) : 0
        }
    }

    private func submit<Value: Sendable>(
        _ completion: @escaping @Sendable (Result<Value, ServiceError>) -> Void,
        _ make: @escaping @Sendable () throws -> Value
    ) {
        let isAccepted = waiting.withLock { waiting in
            guard waiting < Self.maximumWaiting else { return false }
            waiting += 1
            return true
        }
        guard isAccepted else { return completion(.failure(.busy)) }
        queue.async { [waiting] in
            defer { waiting.withLock { $0 -= 1 } }
            do {
                completion(.success(try make()))
            } catch let error as StoreError {
                completion(.failure(.store(error)))
            } catch {
                preconditionFailure("\(error) is none of the store's errors")
            }
        }
    }
}
