@testable import HTTPServer

/// Gives bytes to a `RequestReader` in pieces, and writes down what it makes of them.
struct Replay {
    private(set) var events: [String] = []
    private var body: [UInt8] = []
    private var input: [UInt8] = []
    private var used = 0
    private var reader: RequestReader
    private let bodyLimit: Int
    private var hasFailed = false

    init(limits: Limits = Limits(), bodyLimit: Int = .max) {
        reader = RequestReader(limits: limits)
        self.bodyLimit = bodyLimit
    }

    /// What comes of `bytes` when they arrive in pieces that end at `cuts`.
    static func events(
        of bytes: [UInt8],
        cutAt cuts: [Int] = [],
        limits: Limits = Limits(),
        bodyLimit: Int = .max
    ) -> [String] {
        var replay = Replay(limits: limits, bodyLimit: bodyLimit)
        var start = 0
        for end in cuts + [bytes.count] {
            replay.receive(bytes[start..<end])
            start = end
        }
        return replay.finish()
    }

    mutating func receive(_ bytes: ArraySlice<UInt8>) {
        input.removeFirst(used)
        used = 0
        input += bytes
        while !hasFailed, step() {}
    }

    mutating func finish() -> [String] {
        flushBody()
        if !hasFailed, events.last != "end" || used < input.count { events.append("more") }
        return events
    }

    /// Takes one event; whether there may be another.
    private mutating func step() -> Bool {
        do throws(RequestError) {
            let waiting = input
            switch try reader.next(waiting.span.extracting(used..<waiting.count)) {
            case .needsMore(let consumed):
                used += consumed
                return consumed > 0
            case .complete(.head(let message), let consumed):
                events.append(Self.text(message))
                used += consumed
                try reader.limitBody(to: bodyLimit)
            case .complete(.body(let range), let consumed):
                body += waiting[(used + range.lowerBound)..<(used + range.upperBound)]
                used += consumed
            case .complete(.end, let consumed):
                flushBody()
                events.append("end")
                used += consumed
            }
            return true
        } catch {
            flushBody()
            events.append("\(error.status)")
            hasFailed = true
            return false
        }
    }

    private mutating func flushBody() {
        guard !body.isEmpty else { return }
        events.append("body \"\(String(decoding: body, as: UTF8.self))\"")
        body = []
    }

    private static func text(_ message: MessageHead) -> String {
        let head = message.head
        let target = head.path + (head.query.map { "?" + $0 } ?? "")
        var words = [head.method.rawValue, target, head.isHTTP10 ? "1.0" : "1.1"]
        if !message.persists { words.append("close") }
        switch message.expectation {
        case .none: break
        case .continues: words.append("continue")
        case .unknown: words.append("expects?")
        }
        return words.joined(separator: " ")
    }
}
