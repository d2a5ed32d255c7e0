import Glibc

/// The last answer that a handler called repeatable, with the head that it answers.
///
/// Balancers and probers send the same bytes again and again. To compare them with the last costs a
/// fiftieth of parsing them, asking the handler and encoding its answer. It is kept for the second
/// that its `Date` tells.
struct RepeatedAnswer: ~Copyable {
    private var head = ByteQueue()
    private var answer = ByteQueue()

    /// Answers the request that `bytes` begin with, if it is the one remembered, byte for byte.
    ///
    /// - Returns: How many bytes the request has; 0 where it is another, or not all there.
    func answer(to bytes: UnsafeBufferPointer<UInt8>, into output: inout ByteQueue) -> Int {
        let head = head.bytes
        guard !head.isEmpty, bytes.count >= head.count, let known = head.baseAddress,
            let start = bytes.baseAddress, memcmp(known, start, head.count) == 0
        else { return 0 }
        output.append(answer.bytes)
        return head.count
    }

    /// Remembers a head and its answer in place of the last.
    mutating func remember(
        _ head: UnsafeBufferPointer<UInt8>,
        answeredBy answer: UnsafeBufferPointer<UInt8>
    ) {
        forget()
        self.head.append(head)
        self.answer.append(answer)
    }

    /// Remembers nothing.
    mutating func forget() {
        head.removeAll()
        answer.removeAll()
    }
}
