/// The body of an answer that is made while it is sent.
final class OutgoingStream {
    private let source: any ResponseBodySource
    private let framing: ResponseEncoder.Framing
    private var left: Int
    private var isAsked = false
    private(set) var hasEnded = false

    init(source: any ResponseBodySource, framing: ResponseEncoder.Framing) {
        self.source = source
        self.framing = framing
        if case .length(let length) = framing { left = length } else { left = 0 }
    }

    /// Asks for the next piece, unless one is on its way.
    func ask(maximumBytes: Int, _ mailbox: Mailbox, _ key: UInt64, _ serial: UInt32) {
        guard !isAsked else { return }
        isAsked = true
        source.next(maximumBytes: maximumBytes) { result in
            mailbox.post(.piece(key: key, serial: serial, result))
        }
    }

    /// Frames a piece, or the end.
    ///
    /// - Returns: Whether the body is still what its head says.
    func take(_ piece: Result<[UInt8]?, any Error>, into output: inout ByteQueue) -> Bool {
        guard isAsked else { return true }
        isAsked = false
        guard case .success(let bytes) = piece else { return false }
        guard let bytes else {
            hasEnded = true
            if framing == .chunked { output.append(ResponseEncoder.lastChunk) }
            return left == 0
        }
        switch framing {
        case .length:
            left -= bytes.count
            if left < 0 { return false }
            output.append(bytes)
        case .chunked:
            // An empty chunk would be the last.
            guard !bytes.isEmpty else { return true }
            output.append(number: bytes.count, radix: 16)
            output.append("\r\n")
            output.append(bytes)
            output.append("\r\n")
        case .close, .none: output.append(bytes)
        }
        return true
    }

    /// Tells the source that no more is asked for.
    func cancel() {
        if !hasEnded { source.cancel() }
    }
}
