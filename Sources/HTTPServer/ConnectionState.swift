/// Where a connection stands between its requests and their answers (RFC 9112 §9).
///
/// A value without I/O: it is told what happened, and says what follows from it. Requests of one
/// connection are answered one after the other; the next is read when the last has its answer.
struct ConnectionState {
    /// What the connection waits for.
    enum Phase: Equatable {
        /// The first byte of a request.
        case idle
        /// The rest of a head.
        case head
        /// The rest of a body.
        case body
        /// The handler's answer.
        case away
        /// The next piece of an answer's body.
        case streaming
        /// The client to read the last answer and to close: what it sends is thrown away.
        case lingering
        /// The output to be sent, after which the connection closes.
        case closing
    }

    /// Why a deadline is running.
    enum Deadline: Equatable {
        case none
        case idle
        case head
        case body
        case send
        case linger
    }

    private(set) var phase = Phase.idle
    /// The number of the request, so that a late answer is not taken for the next one's.
    private(set) var serial: UInt32 = 0
    private(set) var context = ResponseEncoder.Context(
        isHead: false,
        isHTTP10: false,
        persists: true
    )
    /// Whether the client has closed its side.
    var inputEnded = false
    /// Whether the client may be sending what is not going to be read, so that closing at once
    /// would reset the connection under the answer.
    private(set) var lingers = false
    private var hasBody = false

    /// Whether bytes from the client can be used now.
    var reads: Bool { phase == .idle || phase == .head || phase == .body }

    /// Whether an answer to the request of this number may still begin.
    func awaitsAnswer(to serial: UInt32) -> Bool {
        serial == self.serial && (phase == .away || phase == .body)
    }

    /// A part of a head is there.
    mutating func headBegan() {
        if phase == .idle { phase = .head }
    }

    /// A head is complete.
    mutating func headEnded(_ message: MessageHead) {
        phase = .body
        hasBody = message.framing != .empty
        context = ResponseEncoder.Context(
            isHead: message.head.method == .head,
            isHTTP10: message.head.isHTTP10,
            persists: message.persists
        )
    }

    /// The request is complete.
    mutating func bodyEnded() {
        phase = .away
    }

    /// The request was refused before its head was complete.
    mutating func refused(isHead: Bool, isHTTP10: Bool) {
        if phase == .idle || phase == .head {
            context = ResponseEncoder.Context(isHead: isHead, isHTTP10: isHTTP10, persists: false)
        }
        context.persists = false
        lingers = true
    }

    /// The answer begins.
    ///
    /// Says in `context` whether the connection goes on after it.
    mutating func answerBegan(closes: Bool, isStreamed: Bool) {
        if phase == .body, hasBody {
            // The rest of the body is not going to be read.
            context.persists = false
            lingers = true
        }
        if closes { context.persists = false }
        phase = isStreamed ? .streaming : .away
    }

    /// A request came and its answer is in the output; nothing of it is left to be done.
    mutating func answeredAtOnce() {
        serial &+= 1
    }

    /// All of the answer is in the output.
    mutating func answerEnded() {
        serial &+= 1
        phase = context.persists ? .idle : .closing
    }

    /// More came, or may have, than was read.
    mutating func leftUnread() {
        lingers = true
    }

    /// The last answer is sent, and this side is closed.
    mutating func lingerBegan() {
        phase = .lingering
    }

    /// Which deadline is running.
    func deadline(isBlocked: Bool, isPaused: Bool) -> Deadline {
        if isBlocked { return .send }
        switch phase {
        case .idle: return .idle
        case .head: return .head
        case .body: return isPaused ? .none : .body
        case .lingering: return .linger
        case .away, .streaming, .closing: return .none
        }
    }
}
