import Articles
import Foundation

/// A running server on a free port.
final class Server: Sendable {
    let process: Process
    let port: Int
    private let log: LogReader

    /// Starts `dateline serve` and waits until it says where it listens, or another thing that comes
    /// with its port.
    ///
    /// - Throws: `ServerDidNotStart` with what it printed, when it ends before that.
    init(
        database: String,
        until message: String = "listening",
        arguments: [String] = [],
        environment: [String: String] = [:]
    ) throws {
        process = Process()
        process.executableURL = URL(fileURLWithPath: Program.path)
        process.arguments =
            ["serve", "--port", "0", "--database", database, "--log-format", "json"] + arguments
        process.environment =
            ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        let pipe = Pipe()
        process.standardError = pipe
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        log = LogReader(pipe.fileHandleForReading)
        guard let line = log.first(where: { $0["message"] == message }),
            let port = line["port"].flatMap(Int.init)
        else {
            process.waitUntilExit()
            throw ServerDidNotStart(log: log.text)
        }
        self.port = port
    }

    var url: String { "http://127.0.0.1:\(port)" }
    /// What it has logged so far.
    var logText: String { log.text }

    /// Waits until it says something.
    func wait(for message: String) throws {
        guard log.first(where: { $0["message"] == message }) != nil else {
            throw ServerDidNotStart(log: log.text)
        }
    }

    /// Sends a signal and waits for the end.
    ///
    /// - Returns: The exit status, or the number of the signal that ended it.
    @discardableResult
    func end(by signal: Int32 = SIGTERM) -> Int32 {
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Calls curl with arguments in which `URL` stands for the server's address.
    func curl(_ arguments: String..., input: [UInt8] = []) throws -> Program.Outcome {
        let words = arguments.map { $0.replacingOccurrences(of: "URL", with: url) }
        return try runCommand(["curl", "-sS", "--max-time", "20"] + words, input: input)
    }

    /// Calls curl and reads the answer as a JSON object.
    func json(_ arguments: String..., input: [UInt8] = []) throws -> [String: Any] {
        let words = arguments.map { $0.replacingOccurrences(of: "URL", with: url) }
        let outcome = try runCommand(["curl", "-sS", "--max-time", "20"] + words, input: input)
        let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
        return value as? [String: Any] ?? [:]
    }

    deinit {
        if process.isRunning { end(by: SIGKILL) }
    }
}

/// A server that ended before it listened.
struct ServerDidNotStart: Error, CustomStringConvertible {
    var log: String
    var description: String { "the server did not start: \(log)" }
}

/// Reads a server's log on a thread of its own, so that its pipe never fills.
private final class LogReader: Sendable {
    private struct State {
        var text = ""
        var isAtEnd = false
    }

    private let state = Locked(State())
    private let changed = DispatchSemaphore(value: 0)

    init(_ handle: FileHandle) {
        Thread.detachNewThread { [self] in
            while true {
                let data = handle.availableData
                state.withLock { state in
                    state.text += String(decoding: data, as: UTF8.self)
                    state.isAtEnd = data.isEmpty
                }
                changed.signal()
                if data.isEmpty { return }
            }
        }
    }

    var text: String { state.withLock { $0.text } }

    /// Waits for an entry; `nil` when the log ends without one.
    func first(where matches: ([String: String]) -> Bool) -> [String: String]? {
        while true {
            let (text, isAtEnd) = state.withLock { ($0.text, $0.isAtEnd) }
            for line in text.split(separator: "\n") {
                // Lines that are no JSON are not entries.
                let entry = try? JSONSerialization.jsonObject(with: Data(line.utf8))
                if let entry = entry as? [String: String], matches(entry) { return entry }
            }
            if isAtEnd { return nil }
            changed.wait()
        }
    }
}
