import CPosix
import Glibc

/// A client's connection: carries out on the socket what reader and state decide.
///
/// It lives on its loop's queue. One `read` and, as a rule, one `send` make a turn; input that is
/// complete is used where the loop read it, and only what has to wait is kept.
final class Connection: Exchange {
    /// How much output may wait before the next request is looked at, and how long a piece of a
    /// streamed body may be.
    static let outputBytes = 65_536

    let loop: Loop
    let descriptor: Int32
    let key: UInt64
    /// Whether it is one too many, open only to be told so.
    let isRefused: Bool
    private let address: SocketAddress

    var state = ConnectionState()
    var reader: RequestReader
    var input = ByteQueue()
    /// Whether the input that is kept cannot be used until more comes.
    var inputIsShort = true
    var isClosed = false

    var head: RequestHead?
    /// When its head was complete, where a body comes after it.
    var bodyBegan: ContinuousClock.Instant?
    var body: [UInt8] = []
    var sink: (any RequestBodySink)?
    var sinkIsFull = false
    weak var currentResponder: LoopResponder?
    /// What the responders of the request at hand share; `nil` where none was made.
    var claim: AnswerClaim?

    var output = ByteQueue()
    var largeBody: [UInt8] = []
    var largeBodySent = 0
    var isBlocked = false
    var stream: OutgoingStream?
    private var interest = EPOLLIN.rawValue
    private var isInSet = false
    /// How many bytes of this connection count in the status.
    var kept = 0

    var deadline = ConnectionState.Deadline.none
    var deadlineSerial: UInt32 = 0
    /// How many bytes of bodies came, and of answers went, since the deadline was set.
    var received = 0
    var sent = 0
    var acknowledged = 0
    /// When an idle connection closes, in milliseconds as the loop's `now`.
    var idleUntil = 0
    /// The latest that may be, whatever comes; `.max` until the server's end.
    var latestIdle = Int.max

    init(loop: Loop, descriptor: Int32, key: UInt64, address: SocketAddress, isRefused: Bool) {
        self.loop = loop
        self.descriptor = descriptor
        self.key = key
        self.address = address
        self.isRefused = isRefused
        reader = RequestReader(limits: loop.settings.limits)
    }

    var remoteAddress: String { address.text }

    func responder() -> any Responder {
        if let currentResponder, currentResponder.serial == state.serial { return currentResponder }
        let claim = claim ?? AnswerClaim()
        self.claim = claim
        let responder = LoopResponder(
            mailbox: loop.mailbox,
            key: key,
            serial: state.serial,
            claim: claim
        )
        currentResponder = responder
        return responder
    }

    /// The connection is open.
    func begin() {
        if isRefused {
            refuse(.tooManyConnections)
        } else {
            // The request is often there already, and the connection may be done with before it
            // would have been put into the set.
            receive()
        }
        endTurn()
        guard !isClosed else { return }
        isInSet = loop.add(self, interest)
        if !isInSet { close() }
    }

    /// The socket is ready.
    func handle(_ events: UInt32) {
        // Both directions are closed, or it was reset: nothing can be answered any more.
        if events & (EPOLLERR.rawValue | EPOLLHUP.rawValue) != 0 { return close() }
        if events & EPOLLOUT.rawValue != 0 { isBlocked = false }
        if events & EPOLLIN.rawValue != 0 {
            if state.phase == .lingering { return discard() }
            if !isBlocked, state.reads, !sinkIsFull, !state.inputEnded {
                receive()
            } else if !isBlocked {
                // It is not going to be read for a while.
                setInterest(0)
            }
        }
        endTurn()
    }

    /// It is the connection's turn to use input that waited.
    func proceed() {
        endTurn()
    }

    /// The answer to request `serial` is here.
    func answer(_ response: Response, to serial: UInt32) {
        guard state.awaitsAnswer(to: serial) else {
            if case .stream(let source, _) = response.body { source.cancel() }
            return
        }
        answer(response)
        endTurn()
    }

    /// Nobody can answer request `serial` any more.
    func abandon(_ serial: UInt32) {
        guard state.serial == serial, state.phase == .away, stream == nil,
            currentResponder == nil, claim?.isTaken != true
        else { return }
        refuse(.noAnswer)
        endTurn()
    }

    /// The sink of request `serial` may take more.
    func resume(_ serial: UInt32) {
        guard state.serial == serial, sinkIsFull else { return }
        sinkIsFull = false
        // Also without input: the end of the body may be all that is left.
        useInput()
        endTurn()
    }

    /// The next piece of the body of the answer to request `serial` is here.
    func take(_ piece: Result<[UInt8]?, any Error>, of serial: UInt32) {
        guard state.serial == serial, state.phase == .streaming, let stream else { return }
        guard stream.take(piece, into: &output) else { return close() }
        if stream.hasEnded {
            self.stream = nil
            endAnswer()
        }
        endTurn()
    }

    /// Closes the connection at once.
    func close() {
        guard !isClosed else { return }
        isClosed = true
        loop.settings.status.keep(-kept)
        kept = 0
        sink?.cancel()
        sink = nil
        stream?.cancel()
        stream = nil
        loop.remove(self)
    }

    /// Sends what there is to send, and goes on with what can go on.
    func endTurn() {
        let sentBefore = sent
        while !isClosed {
            guard flush() else { return close() }
            if isBlocked || sinkIsFull { break }
            if state.phase == .closing { return finish() }
            if let stream {
                stream.ask(maximumBytes: Self.outputBytes, loop.mailbox, key, state.serial)
                break
            }
            guard state.reads else { break }
            if !input.isEmpty, !inputIsShort {
                // The others have their turn before the next lot of answers.
                if sent - sentBefore > Self.outputBytes * 4 {
                    loop.schedule(key)
                    break
                }
                useInput()
            } else if state.inputEnded {
                if state.phase == .idle { return close() }
                refuse(.malformed(detail: "The connection was closed before the request's end."))
            } else {
                break
            }
        }
        guard !isClosed else { return }
        updateInterest()
        updateDeadline()
        updateKept()
    }

    /// After the last answer: closes, or first lets the client read it.
    private func finish() {
        guard state.lingers, !state.inputEnded else { return close() }
        shutdown(descriptor, Int32(SHUT_WR))
        state.lingerBegan()
        input.removeAll()
        input.release()
        updateInterest()
        updateDeadline()
        updateKept()
    }

    private func updateInterest() {
        let reads = state.reads && !sinkIsFull && !state.inputEnded || state.phase == .lingering
        if isBlocked {
            setInterest(EPOLLOUT.rawValue)
        } else if reads {
            setInterest(EPOLLIN.rawValue)
        } else if interest == EPOLLOUT.rawValue || state.inputEnded {
            setInterest(0)
        }
    }

    private func setInterest(_ events: UInt32) {
        guard interest != events else { return }
        interest = events
        if isInSet { loop.setInterest(of: self, events) }
    }

    /// Counts what is kept beyond this turn.
    private func updateKept() {
        let now = body.count + input.count + output.count + largeBody.count - largeBodySent
        guard now != kept, state.phase != .away || now > kept else { return }
        loop.settings.status.keep(now - kept)
        kept = now
    }
}
