import Glibc

/// What comes in: requests are read, admitted and answered as far as they can be.
extension Connection {
    /// Reads once from the socket, and uses what came.
    func receive() {
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

    /// Uses what is kept of the input.
    func useInput() {
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
    func use(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
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
        bodyBegan = nil
        if message.expectation == .unknown { throw .unknownExpectation }
        let hasBody = message.framing != .empty
        if hasBody { bodyBegan = .now }
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
        request.bodyBegan = bodyBegan
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
        } else if claim == nil {
            refuse(.noAnswer)
        } else if currentResponder == nil {
            // It may have been released after it was used: its answer is in the mailbox, and this
            // goes behind it.
            loop.mailbox.post(.abandoned(key: key, serial: state.serial))
        }
    }

    /// Reads what nobody is going to use, until the client closes.
    func discard() {
        let count = recv(descriptor, loop.scratch, Loop.scratchBytes, 0)
        if count > 0 { loop.traffic.count(received: count) }
        if count == 0 || count < 0 && errno != EAGAIN && errno != EINTR { close() }
    }
}
