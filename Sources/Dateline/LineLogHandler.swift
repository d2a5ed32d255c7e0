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
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        let moment = Timestamp(secondsSince1970: Int64(now.tv_sec)).rfc3339
        let all = metadata.merging(event.metadata ?? [:]) { _, own in own }
            .sorted { $0.key < $1.key }
        switch style {
        case .plain:
            var line = "\(moment.dropFirst(11).dropLast()) "
            line += "\(event.level)".padding(to: 8) + "\(event.message)"
            for (key, value) in all { line += "  \(key)=\(value)" }
            sink.write(
                Array(line.utf8.map { $0 < 0x20 || $0 == 0x7F ? UInt8(ascii: "?") : $0 }) + [0x0A]
            )
        case .json:
            var json = JSONWriter()
            json.beginObject()
            json.key("time")
            json.value(moment)
            json.key("level")
            json.value("\(event.level)")
            json.key("message")
            json.value("\(event.message)")
            for (key, value) in all {
                json.key(key)
                json.value("\(value)")
            }
            json.endObject()
            json.endLine()
            sink.write(json.bytes)
        }
    }
}

extension String {
    /// The text with spaces behind it up to a width, and one at the least.
    fileprivate func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(1, width - utf8.count))
    }
}
