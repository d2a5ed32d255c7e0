import Articles
import Dispatch
import SQLite

/// Takes operations from any thread and writes them together: group commit.
///
/// All that arrived while the last transaction was being committed goes into the next one, each
/// operation in a savepoint of its own, so that one that fails takes no other with it. Nobody waits
/// for a timer: an operation that finds the writer idle is written at once.
///
/// `@unchecked Sendable`: `waiting` and `status` are locked, `queue` is safe by itself, `connection`
/// and `searchIndex` are touched on `queue` only, and the rest never changes.
final class Writer: @unchecked Sendable {
    /// One change that somebody waits for.
    struct Operation: Sendable {
        /// How much memory it holds while it waits.
        var byteCount: Int
        /// Applies it, and returns what reports it once it is on the disk.
        var apply: @Sendable (WriteTransaction) throws(SQLiteError) -> @Sendable () -> Void
        /// Reports that nothing of it was written.
        var fail: @Sendable (StoreError) -> Void
    }

    private struct Waiting {
        var operations: [Operation] = []
        var byteCount = 0
        var isScheduled = false
        var isClosed = false
    }

    private struct Status {
        var writability = Writability.writable
        var lastAttempt = ContinuousClock.now
        var isProbing = false
    }

    /// Why a group was not written.
    private struct Failure: Error {
        var reason: StoreError
        /// For the log.
        var detail: String
    }

    private let queue = DispatchQueue(label: "dateline.store.writer", qos: .userInitiated)
    private let waiting = Locked(Waiting())
    private let status = Locked(Status())
    private var connection: Connection?
    private let searchIndex = SearchIndexWriter()
    private let file: StoreFile
    private let maximumWaitingBytes: Int
    private let observer: @Sendable (StoreEvent) -> Void

    /// What one transaction takes at the most, so that those who wait do not wait too long.
    private static let maximumGroup = (operations: 1_000, byteCount: 32 << 20)

    init(
        _ connection: consuming Connection,
        file: StoreFile,
        maximumWaitingBytes: Int,
        observer: @escaping @Sendable (StoreEvent) -> Void
    ) {
        self.connection = connection
        self.file = file
        self.maximumWaitingBytes = maximumWaitingBytes
        self.observer = observer
    }

    // MARK: From any thread

    /// Has an operation written; refused with `.busy` while too much waits already.
    func enqueue(_ operation: Operation) {
        enum Answer { case schedule, scheduled, refuse(StoreError) }
        let answer = waiting.withLock { waiting -> Answer in
            if waiting.isClosed { return .refuse(.closed) }
            // An operation that comes alone is taken whatever its size.
            if waiting.byteCount > 0,
                waiting.byteCount + operation.byteCount > maximumWaitingBytes
            {
                return .refuse(.busy)
            }
            waiting.operations.append(operation)
            waiting.byteCount += operation.byteCount
            defer { waiting.isScheduled = true }
            return waiting.isScheduled ? .scheduled : .schedule
        }
        switch answer {
        case .schedule: queue.async { self.drain() }
        case .scheduled: break
        case .refuse(let error): queue.async { operation.fail(error) }
        }
    }

    /// Whether the last write succeeded and the file is in its place; while that is not so, asking
    /// has it tried again, on the writer's queue and once in half a second at the most.
    var writability: Writability {
        let isInPlace = file.isInPlace
        let (state, mayProbe) = status.withLock { status in
            let state = isInPlace ? status.writability : .fileGone
            guard state != .writable, !status.isProbing,
                .now - status.lastAttempt > .milliseconds(500)
            else { return (state, false) }
            status.isProbing = true
            return (state, true)
        }
        if mayProbe { queue.async { self.probe() } }
        return state
    }

    /// What waits for the next transaction.
    var waitingWrites: WaitingWrites {
        waiting.withLock { WaitingWrites(operations: $0.operations.count, bytes: $0.byteCount) }
    }

    /// Waits for what was enqueued, and closes; must not be called from a completion.
    func close() {
        dispatchPrecondition(condition: .notOnQueue(queue))
        waiting.withLock { $0.isClosed = true }
        queue.sync {
            drain()
            if let connection { foldLog(of: connection) }
            connection = nil
        }
    }

    // MARK: On the queue

    private func drain() {
        while true {
            let group = nextGroup()
            if group.isEmpty { return }
            write(group)
        }
    }

    private func nextGroup() -> [Operation] {
        waiting.withLock { waiting in
            var count = 0
            var byteCount = 0
            for operation in waiting.operations.prefix(Self.maximumGroup.operations) {
                if count > 0, byteCount + operation.byteCount > Self.maximumGroup.byteCount {
                    break
                }
                count += 1
                byteCount += operation.byteCount
            }
            let group = Array(waiting.operations.prefix(count))
            waiting.operations.removeFirst(count)
            waiting.byteCount -= byteCount
            if group.isEmpty { waiting.isScheduled = false }
            return group
        }
    }

    private func write(_ group: [Operation]) {
        guard let connection else {
            for operation in group { operation.fail(.closed) }
            return
        }
        let start = ContinuousClock.now
        do throws(Failure) {
            try verifyFile()
            let reports = try commit(group, on: connection)
            // Once more: it may have been removed while it was written.
            try verifyFile()
            note(.writable)
            observer(.committed(operations: group.count, duration: .now - start))
            for report in reports { report() }
        } catch {
            connection.rollback()
            searchIndex.rollback()
            let reason = error.reason
            let isNews = note(Writability(after: reason))
            // The log that is open still has what was reported; the file may be there to take it.
            if isNews, case .fileGone = reason { foldLog(of: connection) }
            // A large upload may not fit on the disk where the small ones beside it do.
            if group.count > 1, reason == .diskFull {
                for operation in group { write([operation]) }
                return
            }
            observer(.writeFailed(error.detail))
            for operation in group { operation.fail(reason) }
        }
    }

    private func verifyFile() throws(Failure) {
        do throws(StoreError) {
            try file.verify()
        } catch {
            throw Failure(reason: error, detail: String(describing: error))
        }
    }

    /// Writes a group in one transaction.
    ///
    /// - Returns: What reports each operation's outcome, in order.
    private func commit(
        _ group: [Operation],
        on connection: Connection
    ) throws(Failure) -> [@Sendable () -> Void] {
        do throws(SQLiteError) {
            return try connection.transaction { () throws(SQLiteError) in
                try apply(group, on: connection)
            }
        } catch {
            throw Failure(reason: StoreError(error), detail: String(describing: error))
        }
    }

    private func apply(
        _ group: [Operation],
        on connection: Connection
    ) throws(SQLiteError) -> [@Sendable () -> Void] {
        let transaction = WriteTransaction(connection, searchIndex: searchIndex)
        var reports: [@Sendable () -> Void] = []
        reports.reserveCapacity(group.count)
        for operation in group {
            if group.count == 1 {
                reports.append(try operation.apply(transaction))
                continue
            }
            let pending = transaction.pending
            do throws(SQLiteError) {
                let report = try connection.savepoint { () throws(SQLiteError) in
                    try operation.apply(transaction)
                }
                reports.append(report)
            } catch {
                guard connection.isInTransaction, error.concernsOneStatement else {
                    throw error
                }
                transaction.pending = pending
                let reason = StoreError(error)
                reports.append { operation.fail(reason) }
            }
        }
        try transaction.finish()
        return reports
    }

    /// Folds the log into the file; where that fails, it is read at the next start.
    private func foldLog(of connection: Connection) {
        do throws(SQLiteError) {
            try connection.truncateLog()
        } catch {
            observer(.checkpointFailed(String(describing: error)))
        }
    }

    /// Tries the least write there is.
    private func probe() {
        status.withLock { $0.isProbing = false }
        write([
            Operation(
                byteCount: 0,
                apply: { transaction in
                    transaction.pending.hasChanges = true
                    return {}
                },
                fail: { _ in }
            )
        ])
    }

    /// Keeps what an attempt has shown; gives whether that was not known before.
    @discardableResult
    private func note(_ writability: Writability?) -> Bool {
        let changed = status.withLock { status in
            status.lastAttempt = .now
            guard let writability, writability != status.writability else { return false }
            status.writability = writability
            return true
        }
        if changed, let writability { observer(.writability(writability)) }
        return changed
    }
}

extension SQLiteError {
    /// Whether only the statement at hand is at fault, and not the file or the disk.
    fileprivate var concernsOneStatement: Bool {
        switch code {
        case ResultCode.constraint, ResultCode.tooBig, ResultCode.mismatch, ResultCode.range: true
        default: false
        }
    }
}
