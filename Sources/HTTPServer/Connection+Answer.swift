/// Answers, until their bytes wait to be sent.
extension Connection {
    /// Answers with an error of the server's own, and closes after it.
    func refuse(_ error: RequestError) {
        state.refused(isHead: reader.isHead, isHTTP10: reader.isHTTP10)
        answer(loop.settings.problem(error))
    }

    /// Puts an answer, or its head where its body is made while it is sent, behind the output.
    func answer(_ response: Response) {
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

    /// The whole answer waits to be sent.
    func endAnswer() {
        state.answerEnded()
        claim = nil
        currentResponder = nil
        head = nil
        body = []
    }
}
