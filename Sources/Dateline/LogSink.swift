import Articles
import Dispatch
import Glibc
import Logging

/// Takes log lines from any thread and writes them to a descriptor, many at a time.
///
/// A log that is not read, or a slow terminal, never holds up a request: lines wait in memory and
/// are written by a queue of the sink's own. Past `maximumBytes` they are dropped and counted, and
/// the count is logged once there is room.
final class LogSink: Sendable {
    private struct State {
        var waiting: [UInt8] = []
        var droppedLines = 0
        var isFlushScheduled = false
    }

    private static let maximumBytes = 1 << 20
    /// How long a line may wait for others to be written with it.
    private static let delay = DispatchTimeInterval.milliseconds(20)

    private let state = Locked(State())
    private let queue = DispatchQueue(label: "dateline.log", qos: .utility)
    private let descriptor: Int32
    private let dropNotice: @Sendable (Int) -> [UInt8]

    /// Makes a sink.
    ///
    /// - Parameters:
    ///   - descriptor: Where the lines go.
    ///   - dropNotice: The line that says how many were dropped.
    init(descriptor: Int32, dropNotice: @escaping @Sendable (Int) -> [UInt8]) {
        self.descriptor = descriptor
        self.dropNotice = dropNotice
    }

    /// Takes a line, which ends with a newline.
    func write(_ line: [UInt8]) {
        let isFirst = state.withLock { state in
            guard state.waiting.count + line.count <= Self.maximumBytes else {
                state.droppedLines += 1
                return false
            }
            state.waiting.append(contentsOf: line)
            defer { state.isFlushScheduled = true }
            return !state.isFlushScheduled
        }
        if isFirst {
            queue.asyncAfter(deadline: .now() + Self.delay) { self.writeWaiting() }
        }
    }

    /// Writes what waits, and returns when it is written.
    func flush() {
        queue.sync { writeWaiting() }
    }

    private func writeWaiting() {
        let (bytes, dropped) = state.withLock { state in
            defer { state = State() }
            return (state.waiting, state.droppedLines)
        }
        writeAll(bytes, to: descriptor)
        if dropped > 0 {
            writeAll(Array("\(dropped) log lines were dropped\n".utf8), to: descriptor)
        }
    }
}

/// Writes bytes to a descriptor.
///
/// A log that can no longer be written is nobody's to be told of, so a failure ends the attempt
/// and nothing else.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
        let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        if written > 0 {
            rest = rest.dropFirst(written)
        } else if errno == EAGAIN {
            var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            _ = poll(&entry, 1, 1_000)
        } else if errno != EINTR {
            return
        }
    }
}
