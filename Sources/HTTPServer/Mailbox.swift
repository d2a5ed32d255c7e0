import CPosix
import Glibc
import Synchronization

/// What other threads have to say to a loop.
enum Message: Sendable {
    /// A connection that another loop has accepted.
    case adopt(descriptor: Int32, PeerAddress)
    /// The answer to request `serial` of the connection with this key.
    case answer(key: UInt64, serial: UInt32, Response)
    /// A responder was released without an answer.
    case abandoned(key: UInt64, serial: UInt32)
    /// A body sink may take more.
    case resume(key: UInt64, serial: UInt32)
    /// The next piece of an answer's body.
    case piece(key: UInt64, serial: UInt32, Result<[UInt8]?, any Error>)
    /// No more connections are to be taken; those without a request are to be closed.
    case finish
    /// Everything is to be closed.
    case stop
}

/// Carries messages to a loop, and wakes it if it sleeps.
final class Mailbox: Sendable {
    /// An eventfd, readable when messages wait for a loop that sleeps.
    let descriptor: Int32
    private let messages = Mutex<[Message]>([])
    private let isAsleep = Atomic(true)

    init() {
        descriptor = eventfd(0, Int32(EFD_NONBLOCK | EFD_CLOEXEC))
    }

    deinit {
        close(descriptor)
    }

    /// Hands over a message, from any thread.
    func post(_ message: Message) {
        messages.withLock { $0.append(message) }
        // A loop that is awake looks here before it sleeps; only one that sleeps costs a call.
        if isAsleep.exchange(false, ordering: .sequentiallyConsistent) {
            var one: UInt64 = 1
            _ = write(descriptor, &one, 8)
        }
    }

    /// Takes all messages, in the order they came.
    func take() -> [Message] {
        messages.withLock { messages in
            guard !messages.isEmpty else { return [] }
            let taken = messages
            messages = []
            return taken
        }
    }

    /// Says that the loop is about to sleep; whether it may, no message having come meanwhile.
    func fallAsleep() -> Bool {
        isAsleep.store(true, ordering: .sequentiallyConsistent)
        guard messages.withLock({ $0.isEmpty }) else {
            isAsleep.store(false, ordering: .sequentiallyConsistent)
            return false
        }
        return true
    }

    /// Says that the loop is awake.
    func wake() {
        isAsleep.store(false, ordering: .sequentiallyConsistent)
    }

    /// Takes back the signal that woke the loop.
    func clear() {
        var count: UInt64 = 0
        _ = read(descriptor, &count, 8)
    }
}
