import ArticleService
import Glibc

/// Counts what became of articles, and shows it to a person at a terminal.
struct ImportProgress {
    private var counts: [String: Int] = [:]
    /// How many bytes all files have, and those that are done; `nil` where that is not known.
    private let totalBytes: Int?
    private var doneBytes = 0
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private var shown = ContinuousClock.now

    /// Makes the progress of an import of files.
    init(of files: [SourceFile]) {
        let sizes = files.map(\.size)
        totalBytes = sizes.contains(nil) ? nil : sizes.reduce(0) { $0 + ($1 ?? 0) }
    }

    /// Notes that a file is done.
    mutating func end(of file: SourceFile) { doneBytes += file.size ?? 0 }

    /// Counts what became of a file's lines.
    mutating func add(_ report: LineIngest.Report, of path: String) {
        for (word, count) in zip(LineIngest.words, report.counts) {
            counts[word, default: 0] += count
        }
        for failure in report.failures {
            list("\(path):\(failure.line): \(failure.reason.sentence)")
        }
        let unlisted = report.count("failed") - report.failures.count
        if unlisted > 0 { list("\(path): \(unlisted) more lines failed") }
    }

    /// Counts what became of a file that was read as a whole.
    mutating func add(_ ingestion: Ingestion, of path: String) {
        for (index, item) in ingestion.items.enumerated() {
            switch item.result {
            case .success(let outcome): counts[outcome.word, default: 0] += 1
            case .failure(let error):
                counts["failed", default: 0] += 1
                list("\(path): article \(index + 1): \(error.sentence)")
            }
        }
    }

    /// Counts a file in which there is no article.
    mutating func fail(_ path: String, _ reason: String) {
        counts["failed", default: 0] += 1
        list("\(path): \(reason)")
    }

    /// Shows a person how far it is, twice a second at the most; `position` bytes of the file at hand
    /// are read.
    mutating func show(adding report: LineIngest.Report?, at position: Int) {
        guard isTerminal, ContinuousClock.now - shown > .milliseconds(500) else { return }
        shown = .now
        var all = counts
        if let report {
            for (word, count) in zip(LineIngest.words, report.counts) {
                all[word, default: 0] += count
            }
        }
        let line = Self.bar(doneBytes + position, of: totalBytes) + Self.line(all)
        writeAll(Array(("\r\u{1B}[K" + line).utf8), to: STDERR_FILENO)
    }

    /// `[######--------------]  30 %  `; nothing where the whole is not known.
    private static func bar(_ done: Int, of total: Int?) -> String {
        guard let total, total > 0 else { return "" }
        let share = min(1, Double(done) / Double(total))
        let filled = Int(share * 20)
        let percent = String(Int(share * 100))
        let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: 20 - filled)
        return "[\(bar)] " + String(repeating: " ", count: 3 - percent.count) + "\(percent) %  "
    }

    /// Prints the sum; whether any failed.
    func finish() -> Bool {
        if isTerminal { writeAll(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO) }
        writeAll(Array((Self.line(counts) + "\n").utf8), to: STDOUT_FILENO)
        return (counts["failed"] ?? 0) > 0
    }

    private func list(_ line: String) {
        writeAll(Array(((isTerminal ? "\r\u{1B}[K" : "") + line + "\n").utf8), to: STDERR_FILENO)
    }

    private static func line(_ counts: [String: Int]) -> String {
        let received = counts.values.reduce(0, +)
        let words = LineIngest.words.filter { word in
            (counts[word] ?? 0) > 0 || word == "created" || word == "failed"
        }
        return "\(received) received: "
            + words.map { "\(counts[$0] ?? 0) \($0)" }
            .joined(separator: ", ")
    }
}
