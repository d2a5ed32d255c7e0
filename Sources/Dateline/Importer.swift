import ArticleParsing
import ArticleService
import ArticleStore
import Articles
import Dispatch
import Glibc

/// Stores the articles of file after file, and keeps count.
struct Importer {
    private let store: any ArticleStore
    private let receivedAt: Timestamp
    private var progress = ImportProgress()

    init(store: any ArticleStore, receivedAt: Timestamp) {
        self.store = store
        self.receivedAt = receivedAt
    }

    /// Stores what is in a file.
    ///
    /// - Throws: That it cannot be read, or that the store cannot be written; what is wrong with its
    ///   articles is only counted and listed.
    mutating func add(_ file: SourceFile) throws(Failure) {
        let bytes = try file.open()
        let head = try bytes.read(atMost: Self.pieceBytes)
        if file.holdsLines(head) {
            try addLines(head, rest: bytes, of: file)
        } else {
            try addWhole(head, rest: bytes, of: file)
        }
    }

    /// Prints what became of all.
    ///
    /// - Returns: Whether any failed.
    func finish() -> Bool { progress.finish() }

    private static let pieceBytes = 256 << 10
    /// The longest file that is read as a whole, unpacked.
    private static let longestFile = 64 << 20

    private func upload(_ bytes: [UInt8]) -> Upload {
        Upload(bytes: bytes, receivedOn: receivedAt.day)
    }

    private mutating func addLines(
        _ head: [UInt8],
        rest: UnpackedFile,
        of file: SourceFile
    ) throws(Failure) {
        let lines = LineIngest(
            store: store,
            upload: upload([]),
            receivedAt: receivedAt,
            duplicates: .return
        )
        let room = DispatchSemaphore(value: 0)
        var cutter = LineCutter(longestLine: Self.longestFile)
        func take(_ steps: [LineCutter.Step]) {
            for step in steps {
                switch step {
                case .chunk(let chunk, let line):
                    if !lines.add(chunk, firstLine: line, whenRoom: { room.signal() }) {
                        room.wait()
                    }
                case .tooLong(let line):
                    lines.addFailure(line: line, .tooLarge(limit: Self.longestFile))
                }
            }
        }
        var piece = head
        while !piece.isEmpty {
            take(cutter.take(piece[...]))
            progress.show(adding: lines.report)
            piece = try rest.read(atMost: Self.pieceBytes)
        }
        take(cutter.finish())
        let done = DispatchSemaphore(value: 0)
        lines.finish { _ in done.signal() }
        done.wait()
        let report = lines.report
        progress.add(report, of: file.path)
        if let stop = report.stop {
            throw Failure(
                message: "\(file.path), line \(stop.line): not stored, nor what follows: "
                    + "\(stop.reason)",
                status: .cannotWrite
            )
        }
    }

    private mutating func addWhole(
        _ head: [UInt8],
        rest: UnpackedFile,
        of file: SourceFile
    ) throws(Failure) {
        var bytes = head
        while true {
            let piece = try rest.read(atMost: Self.pieceBytes)
            if piece.isEmpty { break }
            bytes += piece
            guard bytes.count <= Self.longestFile else {
                return progress.fail(file.path, "more than \(Self.longestFile) bytes")
            }
        }
        let parsed: ParsedUpload
        switch ParsedUpload.parsing(upload(bytes)) {
        case .success(let value): parsed = value
        case .failure(let error):
            let reason = if case .parsing(let error) = error { error.sentence } else { "\(error)" }
            return progress.fail(file.path, reason)
        }
        let done = DispatchSemaphore(value: 0)
        let outcome = Locked<Result<Ingestion, ServiceError>>(.failure(.busy))
        parsed.store(
            in: store,
            Original(bytes: bytes, declaredType: nil),
            receivedAt: receivedAt
        ) { result in
            outcome.withLock { $0 = result }
            done.signal()
        }
        done.wait()
        do throws(ServiceError) {
            progress.add(try outcome.withLock { $0 }.get(), of: file.path)
        } catch {
            throw Failure(message: "\(file.path): not stored: \(error)", status: .cannotWrite)
        }
        progress.show(adding: nil)
    }
}

/// Counts what became of articles, and shows it to a person at a terminal.
struct ImportProgress {
    private var counts: [String: Int] = [:]
    private var failed = 0
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private var shown = ContinuousClock.now

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

    /// Shows a person how far it is, twice a second at the most.
    mutating func show(adding report: LineIngest.Report?) {
        guard isTerminal, ContinuousClock.now - shown > .milliseconds(500) else { return }
        shown = .now
        var all = counts
        if let report {
            for (word, count) in zip(LineIngest.words, report.counts) {
                all[word, default: 0] += count
            }
        }
        writeAll(Array(("\r\u{1B}[K" + Self.line(all)).utf8), to: STDERR_FILENO)
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
