import CPosix
import Glibc

extension Connection {
    /// Takes the loop's spare memory for output if there is none yet.
    func lendOutput() {
        if !output.isLarger(than: 0) { swap(&output, &loop.spareOutput) }
    }

    /// Sends as much of the output as the socket takes.
    ///
    /// - Returns: Whether the connection is still good.
    func flush() -> Bool {
        guard !isBlocked else { return true }
        while !output.isEmpty || !largeBody.isEmpty {
            let waiting = output.count + largeBody.count - largeBodySent
            let count = sendWaiting()
            guard count >= 0 else {
                if errno == EINTR { continue }
                isBlocked = errno == EAGAIN
                return isBlocked
            }
            sent += count
            loop.traffic.count(sent: count)
            take(count)
            if count < waiting {
                isBlocked = true
                return true
            }
        }
        returnOutput()
        return true
    }

    private func sendWaiting() -> Int {
        let bytes = output.bytes
        // With more to come, the last bytes wait for the close that follows, and go in one packet
        // with it.
        let flags = Int32(state.phase == .closing ? MSG_NOSIGNAL | MSG_MORE : MSG_NOSIGNAL)
        guard !largeBody.isEmpty else {
            return send(descriptor, bytes.baseAddress, bytes.count, flags)
        }
        return largeBody.withUnsafeBytes { large in
            let rest = UnsafeRawBufferPointer(rebasing: large[largeBodySent...])
            var parts = (
                iovec(
                    iov_base: UnsafeMutableRawPointer(mutating: bytes.baseAddress),
                    iov_len: bytes.count
                ),
                iovec(
                    iov_base: UnsafeMutableRawPointer(mutating: rest.baseAddress),
                    iov_len: rest.count
                )
            )
            return withUnsafeMutableBytes(of: &parts) { parts in
                var message = msghdr()
                message.msg_iov = parts.baseAddress?.assumingMemoryBound(to: iovec.self)
                message.msg_iovlen = 2
                return sendmsg(descriptor, &message, flags)
            }
        }
    }

    /// Takes `count` sent bytes off what waits.
    private func take(_ count: Int) {
        let first = min(count, output.count)
        output.consume(first)
        largeBodySent += count - first
        if !largeBody.isEmpty, largeBodySent == largeBody.count {
            largeBody = []
            largeBodySent = 0
        }
    }

    /// Gives the memory of empty output back to the loop, or to the system.
    private func returnOutput() {
        guard output.isLarger(than: 0) else { return }
        if !loop.spareOutput.isLarger(than: 0), !output.isLarger(than: 4 * Self.outputBytes) {
            swap(&output, &loop.spareOutput)
        } else {
            output.release()
        }
    }
}
