import ArticleStore
import Articles
import Glibc

/// Tells a person what a migration does: on a terminal a line that is written over, else a line for
/// each step; what was done on the standard output.
final class MigrationProgress: Sendable {
    private struct State {
        var step = ""
        var didSomething = false
    }

    private let state = Locked(State())
    private let line = ProgressLine()

    /// Whether the file was changed.
    var didSomething: Bool { state.withLock { $0.didSomething } }

    /// Tells of an event.
    func record(_ event: StoreEvent) {
        switch event {
        case .migrating(let step, let done, let total): show(step, done, total)
        case .copied(let path): tell("copied the file as it was to \(path)")
        case .migrated(let from, let to): tell("migrated from schema \(from) to \(to)")
        case .reindexed(let articles): tell("made the index of words anew: \(articles) articles")
        case .committed, .writeFailed, .writability, .checkpointFailed: break
        }
    }

    /// Ends the line that is written over.
    func finish() { line.clear() }

    private func show(_ step: String, _ done: Int, _ total: Int) {
        line.show(step, done, total)
        let isNew = state.withLock { state in
            defer { state.step = step }
            return state.step != step
        }
        if isNew, !line.isTerminal { writeAll(Array("\(step)\n".utf8), to: STDERR_FILENO) }
    }

    private func tell(_ line: String) {
        finish()
        state.withLock { $0.didSomething = true }
        writeAll(Array((line + "\n").utf8), to: STDOUT_FILENO)
    }
}
