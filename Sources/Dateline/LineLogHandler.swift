import Articles
import Glibc
import Logging

/// Writes a log entry as one line: for a person at a terminal, as JSON elsewhere.
///
/// Control characters never reach the log as they are, so that no client can forge a line.
struct LineLogHandler: LogHandler {
    /// How a line looks.
    enum Style: Sendable {
        /// `20:22:07 info  request  method=GET status=200`
        case plain
        /// `{"time":"2026-11-23T20:22:07Z","level":"info","message":"request","status":"200"}`
        case json
    }

    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .info
    let style: Style
    let sink: LogSink

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { _, own in own }
        sink.write(Self.line(style, event.level, "\(event.message)", all))
    }

    /// An entry as a line, its newline with it.
    static func line(
        _ style: Style,
        _ level: Logger.Level,
        _ message: String,
        _ metadata: Logger.Metadata
    ) -> [UInt8] {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        let moment = Timestamp(secondsSince1970: Int64(now.tv_sec)).rfc3339
        let all = metadata.sorted { $0.key < $1.key }
        switch style {
        case .plain:
            var line = "\(moment.dropFirst(11).dropLast()) " + "\(level)".padding(to: 8) + message
            for (key, value) in all { line += "  \(key)=\(value)" }
            let shown = line.utf8.map { $0 < 0x20 || $0 == 0x7F ? UInt8(ascii: "?") : $0 }
            return shown + [0x0A]
        case .json:
            var json = JSONWriter()
            json.beginObject()
            json.key("time")
            json.value(moment)
            json.key("level")
            json.value("\(level)")
            json.key("message")
            json.value(message)
            for (key, value) in all {
                json.key(key)
                json.value("\(value)")
            }
            json.endObject()
            json.endLine()
            return json.bytes
        }
    }
}

extension String {
    /// The text with spaces behind it up to a width, and one at the least.
    fileprivate func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(1, width - utf8.count))
    }
}
