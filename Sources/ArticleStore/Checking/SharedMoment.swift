import Articles
import Dispatch
import SQLite

/// Connections that see the same moment of a file while others write it, so that what they read can be
/// compared although it is read side by side.
///
/// `@unchecked Sendable`: each connection is used by the one iteration that has its number.
final class SharedMoment: @unchecked Sendable {
    private let connections: [Connection]

    /// How often connections are opened until no commit came between them.
    private static let attempts = 100

    /// Opens up to `count` connections to a file; fewer where commits follow each other so closely that
    /// no two see the same.
    init(path: String, count: Int) throws(SQLiteError) {
        var opened: [Connection] = []
        for _ in 0..<max(1, count) {
            let connection = try Connection(path: path, mode: .readWrite)
            try connection.execute("PRAGMA mmap_size = 1073741824")
            try connection.registerSearchTerms()
            opened.append(connection)
        }
        for attempt in 1... {
            var generations: Set<Int64> = []
            for connection in opened {
                try connection.execute("BEGIN DEFERRED")
                let seen = try connection.prepare(IndexStatistics.state).first { $0.int64(0) }
                generations.insert(seen ?? 0)
            }
            if generations.count == 1 { break }
            for connection in opened { connection.rollback() }
            if attempt == Self.attempts { opened.removeLast(opened.count - 1) }
        }
        connections = opened
    }

    /// Reads what the parts are made of.
    func read<Result>(
        _ body: (Connection) throws(SQLiteError) -> Result
    ) throws(SQLiteError) -> Result {
        try body(connections[0])
    }

    /// Calls `body` with each part in order, with as many at a time as there are connections; after a call
    /// that throws no other is begun.
    ///
    /// - Parameters:
    ///   - parts: What is worked on.
    ///   - progress: Told after each part how many of how many are done.
    ///   - body: Called on any thread with a connection that it may use meanwhile.
    /// - Throws: What the first call that failed has thrown.
    func forEach<Part: Sendable>(
        _ parts: [Part],
        _ progress: @Sendable (_ done: Int, _ total: Int) -> Void,
        _ body: @Sendable (Connection, Part) throws(SQLiteError) -> Void
    ) throws(SQLiteError) {
        let work = Locked(Work())
        DispatchQueue.concurrentPerform(iterations: connections.count) { number in
            while true {
                let next = work.withLock { work -> Int? in
                    guard work.error == nil, work.begun < parts.count else { return nil }
                    work.begun += 1
                    return work.begun - 1
                }
                guard let next else { return }
                do throws(SQLiteError) {
                    try body(connections[number], parts[next])
                } catch {
                    work.withLock { $0.error = $0.error ?? error }
                    return
                }
                let done = work.withLock { work in
                    work.done += 1
                    return work.done
                }
                progress(done, parts.count)
            }
        }
        if let error = work.withLock({ $0.error }) { throw error }
    }

    private struct Work {
        var begun = 0
        var done = 0
        var error: SQLiteError?
    }
}
