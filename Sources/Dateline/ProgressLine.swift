import Articles
import Glibc

/// How far something has come, on a line of a terminal that is written over; nothing is written where no
/// person watches.
final class ProgressLine: Sendable {
    private let shown = Locked<String?>(nil)
    /// Whether a person watches.
    let isTerminal = isatty(STDERR_FILENO) == 1

    /// Shows `copied: 25 %`, where that is another line than the one that stands there.
    func show(_ step: String, _ done: Int, _ total: Int) {
        guard isTerminal else { return }
        let line = "\(step): \(done * 100 / max(1, total)) %"
        shown.withLock { shown in
            guard shown != line else { return }
            shown = line
            Self.write("\r\u{1B}[K" + line)
        }
    }

    /// Takes the line away.
    func clear() {
        shown.withLock { shown in
            if shown != nil { Self.write("\r\u{1B}[K") }
            shown = nil
        }
    }

    private static func write(_ text: String) {
        writeAll(Array(text.utf8), to: STDERR_FILENO)
    }
}
