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
    private var reader: RequestReader
    private var input = ByteQueue()
    /// Whether the input that is kept cannot be used until more comes.
    private var inputIsShort = true
    private var isClosed = false

    private var head: RequestHead?
    private var body: [UInt8] = []
    private var sink: (any RequestBodySink)?
    private var sinkIsFull = false
    private weak var currentResponder: LoopResponder?
    private var madeResponder = false

    var output = ByteQueue()
    var largeBody: [UInt8] = []
    var largeBodySent = 0
    var isBlocked = false
    var stream: OutgoingStream?
    private var interest = EPOLLIN.rawValue
    private var isInSet = false
    /// How many bytes of this connection count in the status.
    private var kept = 0

    private var deadline = ConnectionState.Deadline.none
    private var deadlineSerial: UInt32 = 0
    /// How many bytes of bodies came, and of answers went, since the deadline was set.
    private var received = 0
    var sent = 0
    private var acknowledged = 0
    /// When an idle connection closes, in milliseconds as the loop's `now`.
    private var idleUntil = 0
    /// The latest that may be, whatever comes; `.max` until the server's end.
    private var latestIdle = Int.max
    /// How long a connection that no request has come on yet is left open at the server's end, in
    /// milliseconds: one may be on its way.
    private static let graceForFirstRequest = 1_000

    init(loop: Loop, descriptor: Int32, key: UInt64, address: SocketAddress, isRefused: Bool) {
        self.loop = loop
        self.descriptor = descriptor
        self.key = key
        self.address = address
        self.isRefused = isRefused
        reader = RequestReader(limits: loop.settings.limits)
    }

    // MARK: Exchange

    var remoteAddress: String { address.text }

    func responder() -> any Responder {
        if let currentResponder, currentResponder.serial == state.serial { return currentResponder }
        let responder = LoopResponder(mailbox: loop.mailbox, key: key, serial: state.serial)
        currentResponder = responder
        madeResponder = true
        return responder
    }

    // MARK: What the loop says

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
            currentResponder == nil
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

    /// Closes a connection that is not within a request: one whose first request may be on its way
    /// after `graceForFirstRequest`.
    func closeIfIdle() {
        guard !isClosed, state.phase == .idle, !isBlocked else { return }
        guard state.serial == 0 else { return close() }
        latestIdle = min(latestIdle, loop.now + Self.graceForFirstRequest)
        deadline = .idle
        setDeadline()
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

    // MARK: Input

    private func receive() {
        let count = recv(descriptor, loop.scratch, Loop.scratchBytes, 0)
        guard count > 0 else {
            if count == 0 {
                state.inputEnded = true
            } else if errno != EAGAIN, errno != EINTR {
                close()
            }
            return
        }
        loop.traffic.count(received: count)
        let bytes = UnsafeBufferPointer(start: UnsafePointer(loop.scratch), count: count)
        inputIsShort = false
        if input.isEmpty {
            let used = use(bytes)
            if !isClosed, used < count {
                input.append(UnsafeBufferPointer(rebasing: bytes[used...]))
            }
        } else {
            input.append(bytes)
            useInput()
        }
    }

    private func useInput() {
        let used = use(input.bytes)
        input.consume(used)
        if input.isEmpty { input.release() }
    }

    /// Whether a request may be worked on now.
    private var canUse: Bool {
        state.reads && !isClosed && !sinkIsFull && output.count < Self.outputBytes
            && largeBody.isEmpty
    }

    /// Takes what it can of `bytes`; how many were done with.
    private func use(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var used = 0
        // The head of the request at hand, if it has no body.
        var whole: Range<Int>?
        while canUse {
            let rest = UnsafeBufferPointer(rebasing: bytes[used...])
            if reader.isBetweenRequests {
                let count = repeatAnswer(to: rest)
                used += count
                if used == bytes.count {
                    inputIsShort = true
                    return used
                }
                if count > 0 { continue }
            }
            do throws(RequestError) {
                switch try reader.next(rest.span) {
                case .needsMore(let consumed):
                    used += consumed
                    if used < bytes.count {
                        state.headBegan()
                        if consumed > 0 { continue }
                    }
                    inputIsShort = true
                    return used
                case .complete(.head(let message), let consumed):
                    whole = message.framing == .empty ? used..<(used + consumed) : nil
                    used += consumed
                    try begin(message, hasMore: used < bytes.count)
                case .complete(.body(let range), let consumed):
                    used += consumed
                    try takeBody(UnsafeBufferPointer(rebasing: rest[range]))
                case .complete(.end, let consumed):
                    used += consumed
                    // Without a head it was answered when it was to be admitted.
                    if let head {
                        respond(to: head, all: whole.map { .init(rebasing: bytes[$0]) })
                    }
                }
            } catch {
                refuse(error)
            }
        }
        guard state.phase == .closing else { return used }
        if used < bytes.count || bytes.count == Loop.scratchBytes { state.leftUnread() }
        return bytes.count
    }

    /// Answers a request that is the same as the last; how many bytes it has, 0 if it is another.
    private func repeatAnswer(to bytes: UnsafeBufferPointer<UInt8>) -> Int {
        guard !loop.settings.status.isDraining else { return 0 }
        lendOutput()
        let count = loop.repeated.answer(to: bytes, into: &output)
        if count > 0 { state.answeredAtOnce() }
        return count
    }

    private func begin(_ message: MessageHead, hasMore: Bool) throws(RequestError) {
        state.headEnded(message)
        received = 0
        head = message.head
        if message.expectation == .unknown { throw .unknownExpectation }
        let hasBody = message.framing != .empty
        let settings = loop.settings
        if hasBody, settings.status.bufferedBytes >= settings.limits.bufferedBytes {
            throw .outOfMemory
        }
        switch loop.admit(message.head, in: self) {
        case .collect(let maximumBytes):
            try reader.limitBody(to: maximumBytes)
        case .stream(let sink, let maximumBytes):
            self.sink = sink
            try reader.limitBody(to: maximumBytes)
        case .refuse(let response):
            answer(response)
            return
        }
        if hasBody, message.expectation == .continues, !hasMore {
            lendOutput()
            output.append(ResponseEncoder.continues)
        }
    }

    private func takeBody(_ bytes: UnsafeBufferPointer<UInt8>) throws(RequestError) {
        received += bytes.count
        if let sink {
            sinkIsFull = !sink.receive(Array(bytes)[...], in: self)
            return
        }
        try keep(bytes.count)
        body.append(contentsOf: bytes)
    }

    /// Counts bytes that stay in memory until the answer is sent.
    private func keep(_ bytes: Int) throws(RequestError) {
        kept += bytes
        let total = loop.settings.status.keep(bytes)
        if total > loop.settings.limits.bufferedBytes { throw .outOfMemory }
    }

    /// Has the handler answer; `bytes` are the request, if it is all in one piece.
    private func respond(to head: RequestHead, all bytes: UnsafeBufferPointer<UInt8>?) {
        state.bodyEnded()
        var request = Request(head: head, body: body)
        request.sink = sink
        sink = nil
        self.head = nil
        body = []
        if let response = loop.respond(to: request, in: self) {
            let start = output.count
            answer(response)
            if response.isRepeatable, let bytes, state.phase == .idle, largeBody.isEmpty {
                let answer = UnsafeBufferPointer(rebasing: output.bytes[start...])
                loop.repeated.remember(bytes, answeredBy: answer)
            }
        } else if !madeResponder {
            refuse(.noAnswer)
        } else if currentResponder == nil {
            // It may have been released after it was used: its answer is in the mailbox, and this
            // goes behind it.
            loop.mailbox.post(.abandoned(key: key, serial: state.serial))
        }
    }

    // MARK: Answers

    /// Answers with an error of the server's own, and closes after it.
    private func refuse(_ error: RequestError) {
        state.refused(isHead: reader.isHead, isHTTP10: reader.isHTTP10)
        answer(loop.settings.problem(error))
    }

    private func answer(_ response: Response) {
        let framing = ResponseEncoder.framing(of: response, in: state.context)
        if framing != .none, isTooMuch(response.body) { return refuse(.outOfMemory) }
        var isStreamed = false
        if framing != .none, case .stream = response.body { isStreamed = true }
        state.answerBegan(
            closes: response.closes || framing == .close || loop.settings.status.isDraining,
            isStreamed: isStreamed
        )
        if let sink {
            self.sink = nil
            sinkIsFull = false
            sink.cancel()
        }
        lendOutput()
        loop.encoder.encodeHead(of: response, in: state.context, into: &output)
        switch response.body {
        case .empty: break
        case .bytes(let bytes):
            guard framing != .none else { break }
            if bytes.count <= Self.outputBytes {
                output.append(bytes)
            } else {
                largeBody = bytes
                largeBodySent = 0
            }
        case .stream(let source, _):
            guard isStreamed else {
                source.cancel()
                break
            }
            stream = OutgoingStream(source: source, framing: framing)
            return
        }
        endAnswer()
    }

    /// Whether a body is too large for the memory that all connections together may take.
    private func isTooMuch(_ body: Response.Body) -> Bool {
        guard case .bytes(let bytes) = body, bytes.count > Self.outputBytes else { return false }
        // What is counted of this connection is its request's body, which goes with the answer.
        let others = loop.settings.status.bufferedBytes - kept
        return others + bytes.count > loop.settings.limits.bufferedBytes
    }

    private func endAnswer() {
        state.answerEnded()
        madeResponder = false
        currentResponder = nil
        head = nil
        body = []
    }

    // MARK: Turns

    /// Sends what there is to send, and goes on with what can go on.
    private func endTurn() {
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

    private func discard() {
        let count = recv(descriptor, loop.scratch, Loop.scratchBytes, 0)
        if count > 0 { loop.traffic.count(received: count) }
        if count == 0 || count < 0 && errno != EAGAIN && errno != EINTR { close() }
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

    // MARK: Deadlines

    private func updateDeadline() {
        let next = state.deadline(isBlocked: isBlocked, isPaused: sinkIsFull)
        // A head's deadline runs from its first byte, the others from the last progress.
        guard next != deadline || next == .idle || deadlineSerial != state.serial else { return }
        deadline = next
        deadlineSerial = state.serial
        setDeadline()
    }

    private func setDeadline() {
        let limits = loop.settings.limits
        let after: Duration
        switch deadline {
        case .none:
            loop.setDeadline(of: key, at: .max)
            return
        case .idle:
            idleUntil = min(loop.now + limits.idleDeadline.milliseconds, latestIdle)
            received = 0
            let look = loop.now + loop.settings.idleMilliseconds
            loop.setDeadline(of: key, at: min(look, idleUntil))
            return
        case .head: after = limits.headDeadline
        case .body: after = limits.bodyDeadline
        case .send: after = limits.sendDeadline
        case .linger: after = limits.lingerDeadline
        }
        received = 0
        if deadline == .send { acknowledged = acknowledgedBytes() }
        loop.setDeadline(of: key, at: loop.now + after.milliseconds)
    }

    /// How many bytes the client has taken, from a beginning that does not matter.
    private func acknowledgedBytes() -> Int {
        sent - max(0, Int(posix_unsent_bytes(descriptor)))
    }

    /// The deadline is over.
    func timeOut() {
        let limits = loop.settings.limits
        func least(_ window: Duration) -> Int {
            max(1, limits.minimumBytesPerSecond * window.milliseconds / 1_000)
        }
        switch deadline {
        case .none: return
        case .linger: return close()
        case .idle: return timeOutIdle()
        case .head: refuse(.headTimeout)
        case .body:
            if received >= least(limits.bodyDeadline) { return setDeadline() }
            refuse(.bodyTimeout)
        case .send:
            if !isBlocked, posix_unsent_bytes(descriptor) <= 0 { return timeOutIdle() }
            let progress = acknowledgedBytes() - acknowledged
            if progress >= least(limits.sendDeadline) { return setDeadline() }
            return cut()
        }
        endTurn()
    }

    private func timeOutIdle() {
        if loop.now >= idleUntil { return close() }
        if posix_unsent_bytes(descriptor) > 0 {
            deadline = .send
            setDeadline()
        } else {
            deadline = .idle
            loop.setDeadline(of: key, at: idleUntil)
        }
    }

    /// Closes the connection with a reset: what the client did not read is not kept for it.
    private func cut() {
        loop.traffic.countCut()
        var option = linger(l_onoff: 1, l_linger: 0)
        let size = socklen_t(MemoryLayout<linger>.size)
        // Where it fails the system keeps the bytes for a while, no more.
        _ = setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, size)
        close()
    }
}
