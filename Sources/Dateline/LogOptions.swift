import ArgumentParser
import Glibc
import Logging

/// What is logged and how.
struct LogOptions: ParsableArguments {
    /// How log lines look.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case auto, plain, json
    }

    @Option(
        help: ArgumentHelp("The least severe entries to log (default: info).", valueName: "level")
    )
    var logLevel: Logger.Level?

    @Option(
        help: ArgumentHelp(
            "How log lines look; auto: plain on a terminal, else json (default: auto).",
            valueName: "format"
        )
    )
    var logFormat: Format?

    /// Makes the logger of the program, which writes to the standard error.
    func logger() throws -> (logger: Logger, sink: LogSink) {
        let level = try setting(logLevel, named: "log-level", default: .info)
        let style: LineLogHandler.Style =
            switch try setting(logFormat, named: "log-format", default: .auto) {
            case .plain: .plain
            case .json: .json
            case .auto: isatty(STDERR_FILENO) == 1 ? .plain : .json
            }
        let sink = LogSink(descriptor: STDERR_FILENO) { count in
            LineLogHandler.line(style, .warning, "log lines were dropped", ["count": "\(count)"])
        }
        let handler = LineLogHandler(logLevel: level, style: style, sink: sink)
        return (Logger(label: "dateline") { _ in handler }, sink)
    }
}

extension Logger.Level: @retroactive ExpressibleByArgument {}
