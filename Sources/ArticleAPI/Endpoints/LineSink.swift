import ArticleParsing
import ArticleService
import ArticleStore
import Articles
import HTTPServer

/// Takes NDJSON of any length while it arrives: whole lines go on to be parsed and stored, and the
/// client is held back while as much is under way as may be.
///
/// `@unchecked Sendable`: all of it is touched on the loop's queue only; the ingest is safe by itself.
final class LineSink: RequestBodySink, @unchecked Sendable {
    private let ingest: LineIngest
    private var cutter: LineCutter
    private let longestLine: Int

    /// The request's query, for hints.
    private let query: QueryString

    /// What the client is told of its quota, which the head was counted against.
    var limitFields: [(name: String, value: String)] = []

    init(_ ingest: LineIngest, query: QueryString, longestLine: Int) {
        self.ingest = ingest
        self.query = query
        self.longestLine = longestLine
        cutter = LineCutter(longestLine: longestLine)
    }

    func receive(_ bytes: ArraySlice<UInt8>, in exchange: any Exchange) -> Bool {
        take(cutter.take(bytes), exchange)
    }

    private func take(_ steps: [LineCutter.Step], _ exchange: any Exchange) -> Bool {
        var hasRoom = true
        for step in steps {
            switch step {
            case .chunk(let chunk, let line):
                let responder = exchange.responder()
                hasRoom = ingest.add(chunk, firstLine: line) { responder.resumeReading() }
            case .tooLong(let line): ingest.addFailure(line: line, .tooLarge(limit: longestLine))
            }
        }
        return hasRoom
    }

    /// Nothing to be taken back: the lines that were handed on are stored, and sent again they are
    /// duplicates.
    func cancel() {}

    /// The body is complete: the answer comes when all of it is stored.
    func finish(in exchange: any Exchange, _ reply: Reply) {
        _ = take(cutter.finish(), exchange)
        ingest.finish { [query] report in
            do throws(Problem) {
                reply.send(try LineReceipt(report: report, call: reply.call, query: query).answer())
            } catch {
                reply.send(error)
            }
        }
    }
}

/// What a client is told of what became of its lines.
struct LineReceipt {
    /// What became of them.
    let report: LineIngest.Report
    /// The call, for hints.
    let call: Call
    /// The request's query, for hints.
    let query: QueryString

    /// The answer: a summary, and an item for each line unless the client prefers little.
    ///
    /// - Throws: That nothing was sent, or that nothing of it could be written.
    func answer() throws(Problem) -> Answer {
        if let stop = report.stop, report.stored == 0 {
            throw Problem(.store(stop.reason), to: call, query: query)
        }
        guard report.received > 0 else { throw Problem(.parsing(.empty), to: call, query: query) }
        var answer = Answer(mediaType: "application/json", isCompressible: false)
        if report.stored == 0 { answer.status = 422 }
        if call.prefers("return=minimal") {
            answer.body = head + Array("}\n".utf8)
            answer.fields = [("Preference-Applied", "return=minimal")]
        } else {
            answer.stream = (LineItems(self), nil)
        }
        return answer
    }

    /// The object up to its items: `{"summary": {…}`.
    fileprivate var head: [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("summary")
        writer.beginObject()
        writer.member("received", report.received)
        for (word, count) in zip(LineIngest.words, report.counts) {
            let isRare = word == "updated" || word == "unchanged"
            if count > 0 || !isRare { writer.member(word, count) }
        }
        if report.lines.count < report.received {
            writer.member("items_left_out", report.received - report.lines.count)
        }
        if let stop = report.stop {
            writer.key("stopped")
            writer.beginObject()
            writer.member("line", stop.line)
            writer.problem(Problem(.store(stop.reason), to: call, query: query))
            writer.endObject()
        }
        writer.endObject()
        return writer.bytes
    }

    /// The item of one line; `reason` where it failed and that is remembered.
    fileprivate func item(_ index: Int, _ reason: ParsingError?) -> [UInt8] {
        let line = report.lines[index]
        let word = LineIngest.words[Int(line.word)]
        var writer = JSONWriter(reservingCapacity: 96)
        writer.beginObject()
        writer.member("index", index)
        writer.member("line", line.number)
        writer.member("status", word)
        if line.id > 0 {
            writer.member("id", line.id)
            writer.member("url", address(of: line.id))
        }
        if word == "duplicate" { writer.member("match", "same_text") }
        if let reason {
            writer.problem(Problem(reason, to: call, query: query))
        } else if word == "failed", line.id > 0 {
            writer.problem(Problem(.duplicate, "The same text is stored already."))
        }
        writer.endObject()
        return writer.bytes
    }
}

/// The items of an answer, written while they are sent.
private final class LineItems: ResponseBodySource {
    private struct State {
        var next = -1
        var failures: ArraySlice<(line: Int, reason: ParsingError)>
        var rest: [UInt8] = []
    }

    private let receipt: LineReceipt
    private let state: Locked<State>

    init(_ receipt: LineReceipt) {
        self.receipt = receipt
        state = Locked(State(failures: receipt.report.failures.sorted { $0.line < $1.line }[...]))
    }

    func next(
        maximumBytes: Int,
        deliver: @escaping @Sendable (Result<[UInt8]?, any Error>) -> Void
    ) {
        let piece = state.withLock { state -> [UInt8]? in
            while state.rest.count < maximumBytes, state.next <= receipt.report.lines.count {
                state.rest += part(&state)
                state.next += 1
            }
            guard !state.rest.isEmpty else { return nil }
            let piece = Array(state.rest.prefix(maximumBytes))
            state.rest.removeFirst(piece.count)
            return piece
        }
        deliver(.success(piece))
    }

    func cancel() {}

    /// The next part: the summary, an item, or the end.
    private func part(_ state: inout State) -> [UInt8] {
        let index = state.next
        if index < 0 { return receipt.head + Array(",\"items\":[".utf8) }
        guard index < receipt.report.lines.count else { return Array("]}\n".utf8) }
        var reason: ParsingError?
        let line = receipt.report.lines[index]
        if line.id == 0 {
            while let first = state.failures.first, first.line < line.number {
                state.failures.removeFirst()
            }
            if let first = state.failures.first, first.line == line.number {
                reason = first.reason
                state.failures.removeFirst()
            }
        }
        return (index > 0 ? [UInt8(ascii: ",")] : []) + receipt.item(index, reason)
    }
}
