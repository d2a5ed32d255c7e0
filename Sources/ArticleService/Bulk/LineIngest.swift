import ArticleParsing
import ArticleStore
import Articles
import Dispatch

/// Stores NDJSON of any length, chunk by chunk: several chunks are parsed at a time, and all are
/// written in their order, each in a transaction of its own.
///
/// What it holds is bounded by the chunks under way and by what it remembers of each line. Chunks
/// are given from one queue at a time; completions come on the store's queue.
package final class LineIngest: Sendable {
    /// What became of one line.
    package struct Line: Sendable {
        /// The line's number, from 1.
        package var number: Int
        /// What the store did: the index of a word in `words`.
        package var word: UInt8
        /// The article's number; 0 where there is none.
        package var id: Int64
    }

    /// What became of all lines so far.
    package struct Report: Sendable {
        /// How many lines held something.
        package var received = 0
        /// How many came to each of `words`.
        package var counts = [Int](repeating: 0, count: LineIngest.words.count)
        /// What became of each, up to `Settings.listedLines`.
        package var lines: [Line] = []
        /// Why lines failed, up to `Settings.listedFailures`, by their numbers.
        package var failures: [(line: Int, reason: ParsingError)] = []
        /// Why the store wrote no more, and before which line; the lines before it are in the store.
        package var stop: (line: Int, reason: StoreError)?

        /// How many came to a word.
        package func count(_ word: String) -> Int {
            LineIngest.words.firstIndex(of: word).map { counts[$0] } ?? 0
        }

        /// How many are in the store.
        package var stored: Int { received - count("failed") }
    }

    /// What can become of a line.
    package static let words = ["created", "updated", "unchanged", "duplicate", "failed"]

    /// How much is taken and remembered.
    package struct Settings: Sendable {
        /// How many chunks may be under way; where more are given, they wait as bytes.
        package var chunks = 4
        /// Of how many lines it is remembered what became of them.
        package var listedLines = 1_000_000
        /// Of how many failed lines the reason is remembered.
        package var listedFailures = 1_000

        /// Makes the settings that serve most.
        package init() {}
    }

    private struct Chunk {
        var sequence: Int
        var bytes: [UInt8]
        var firstLine: Int
    }

    private struct State {
        var given = 0
        var inserting = 0
        var parsed: [Int: (firstLine: Int, result: Result<ParsedUpload, ServiceError>)] = [:]
        /// How many chunks were taken and are not done with.
        var underWay = 0
        /// How many of them are being parsed or written.
        var active = 0
        /// The others, in their order: bytes take less than what is found in them.
        var waiting: [Chunk] = []
        var report = Report()
        var whenRoom: (@Sendable () -> Void)?
        var whenDone: (@Sendable (Report) -> Void)?
        var exports = ExportedLines()

        /// The report by the order of the lines: lines that hold no article are noted while those
        /// before them are still being written.
        var finalReport: Report {
            var report = report
            report.lines.sort { $0.number < $1.number }
            return report
        }
    }

    private let store: any ArticleStore
    private let upload: Upload
    private let receivedAt: Timestamp
    private let duplicates: ArticleBatch.DuplicatePolicy
    private let settings: Settings
    private let state = Locked(State())
    private let parsers = DispatchQueue(label: "line-parser", attributes: .concurrent)
    /// Where chunks are handed to the store: one after the other, or a later one might be first.
    private let inserter = DispatchQueue(label: "line-inserter")

    /// Makes an ingest; `upload` says what is known of every line, and its bytes do not count.
    package init(
        store: any ArticleStore,
        upload: Upload,
        receivedAt: Timestamp,
        duplicates: ArticleBatch.DuplicatePolicy,
        settings: Settings = Settings()
    ) {
        self.store = store
        var upload = upload
        upload.given.format = .ndjson
        upload.bytes = []
        self.upload = upload
        self.receivedAt = receivedAt
        self.duplicates = duplicates
        self.settings = settings
    }

    /// What became of the lines so far.
    package var report: Report { state.withLock { $0.report } }

    /// Takes whole lines.
    ///
    /// - Parameters:
    ///   - chunk: The lines.
    ///   - firstLine: The number of the first.
    ///   - whenRoom: Called once, from any thread, when more may come; not called where this returns
    ///     `true`, nor where a later call is given another.
    /// - Returns: Whether more may come at once.
    package func add(
        _ chunk: [UInt8],
        firstLine: Int,
        whenRoom: @escaping @Sendable () -> Void
    ) -> Bool {
        let hasRoom = state.withLock { state in
            state.waiting.append(Chunk(sequence: state.given, bytes: chunk, firstLine: firstLine))
            state.given += 1
            state.underWay += 1
            let hasRoom = state.underWay < settings.chunks
            if !hasRoom { state.whenRoom = whenRoom }
            return hasRoom
        }
        parseNext()
        return hasRoom
    }

    /// Has the next chunk that waits parsed, if not too many are under way.
    private func parseNext() {
        let next = state.withLock { state -> Chunk? in
            guard state.active < settings.chunks, !state.waiting.isEmpty else { return nil }
            state.active += 1
            return state.waiting.removeFirst()
        }
        guard let next else { return }
        parsers.async { [self] in
            var upload = upload
            upload.bytes = next.bytes
            upload.firstLine = next.firstLine
            let result = ParsedUpload.parsing(upload, keepsFailure: true)
            state.withLock { $0.parsed[next.sequence] = (next.firstLine, result) }
            inserter.async { self.insertNext() }
        }
    }

    /// Counts a line that is too long to be read.
    package func addFailure(line: Int, _ reason: ParsingError) {
        state.withLock { state in note(.failure(reason), line: line, in: &state.report) }
    }

    /// No more comes: `completion` is called once when all is written.
    package func finish(_ completion: @escaping @Sendable (Report) -> Void) {
        let report = state.withLock { state -> Report? in
            if state.underWay == 0 { return state.finalReport }
            state.whenDone = completion
            return nil
        }
        if let report { completion(report) }
    }

    /// Hands the next chunk in order to the store, if it is parsed.
    private func insertNext() {
        enum Step { case insert(ParsedUpload, [ArticleBatch]), skip, none }
        while true {
            let step = state.withLock { state -> Step in
                guard let (firstLine, result) = state.parsed.removeValue(forKey: state.inserting)
                else { return .none }
                state.inserting += 1
                if state.report.stop != nil { return .skip }
                switch result {
                case .failure(.parsing(.empty)): return .skip
                case .failure(let error):
                    let reason: ParsingError =
                        if case .parsing(let reason) = error { reason } else { .empty }
                    note(.failure(reason), line: firstLine, in: &state.report)
                    return .skip
                case .success(var parsed):
                    let batches = parsed.batches(
                        of: Original(bytes: [], declaredType: nil),
                        receivedAt: receivedAt,
                        name: nil,
                        duplicates: duplicates,
                        given: (nil, StoredGiven.encodeFields(upload)),
                        after: &state.exports
                    )
                    return .insert(parsed, batches)
                }
            }
            switch step {
            case .none: return
            case .skip: ended()
            case .insert(let parsed, let batches):
                guard !batches.isEmpty else {
                    note(parsed, outcomes: [])
                    ended()
                    continue
                }
                store.insert(batches) { [self] result in
                    switch result {
                    case .success(let outcomes): note(parsed, outcomes: outcomes.flatMap(\.self))
                    case .failure(let error):
                        let line = parsed.items.first?.line ?? 0
                        state.withLock { state in
                            if state.report.stop == nil { state.report.stop = (line, error) }
                        }
                    }
                    ended()
                }
            }
        }
    }

    private func ended() {
        let (room, done) = state.withLock { state -> ((() -> Void)?, (() -> Void)?) in
            state.underWay -= 1
            state.active -= 1
            var room: (() -> Void)?
            if state.underWay < settings.chunks {
                room = state.whenRoom
                state.whenRoom = nil
            }
            guard state.underWay == 0, let whenDone = state.whenDone else { return (room, nil) }
            state.whenDone = nil
            let report = state.finalReport
            return (room, { whenDone(report) })
        }
        parseNext()
        room?()
        done?()
    }

    private func note(_ parsed: ParsedUpload, outcomes: [InsertOutcome]) {
        let ingestion = Ingestion(parsed, outcomes: outcomes, storing: .zero)
        state.withLock { state in
            for item in ingestion.items {
                note(item.result, line: item.line ?? 0, in: &state.report)
            }
        }
    }

    private func note(
        _ result: Result<InsertOutcome, ParsingError>,
        line: Int,
        in report: inout Report
    ) {
        report.received += 1
        var word = Self.words.count - 1
        var id: Int64 = 0
        switch result {
        case .success(let outcome):
            word = outcome.wordIndex
            id = outcome.articleID
        case .failure(let reason):
            if report.failures.count < settings.listedFailures {
                report.failures.append((line, reason))
            }
        }
        report.counts[word] += 1
        if report.lines.count < settings.listedLines {
            report.lines.append(Line(number: line, word: UInt8(word), id: id))
        }
    }
}

extension InsertOutcome {
    fileprivate var wordIndex: Int {
        switch self {
        case .created: 0
        case .updated: 1
        case .unchanged: 2
        case .duplicate: 3
        case .refused: 4
        }
    }

    fileprivate var articleID: Int64 {
        switch self {
        case .created(let article), .updated(let article), .unchanged(let article),
            .duplicate(let article), .refused(let article, _):
            article.id
        }
    }
}
