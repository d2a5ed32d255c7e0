import CPosix
import Glibc
import Synchronization

/// What other threads have to say to a loop.
enum Message: Sendable {
    /// A connection that another loop has accepted.
    case adopt(descriptor: Int32, SocketAddress)
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
    /// Another loop, or this one, takes no more connections, and gives none away from now on.
    case peerFinishes
    /// Everything is to be closed.
    case stop
}

/// Carries messages to a loop, and wakes it if it sleeps.
///
/// A stack that any thread pushes on and the loop takes as a whole: neither ever waits for the
/// other.
final class Mailbox: Sendable {
    /// An eventfd, readable when messages wait for a loop that sleeps.
    let descriptor: Int32
    /// The address of the last message posted, a retained `Letter`; 0 for none.
    private let last = Atomic<UInt>(0)
    private let isAsleep = Atomic(true)

    init() {
        descriptor = eventfd(0, Int32(EFD_NONBLOCK | EFD_CLOEXEC))
    }

    deinit {
        _ = take()
        close(descriptor)
    }

    /// Hands over a message, from any thread.
    func post(_ message: Message) {
        let letter = Letter(message)
        let address = UInt(bitPattern: Unmanaged.passRetained(letter).toOpaque())
        var previous = last.load(ordering: .relaxed)
        while true {
            letter.previous = previous
            let (isDone, found) = last.compareExchange(
                expected: previous,
                desired: address,
                ordering: .sequentiallyConsistent
            )
            if isDone { break }
            previous = found
        }
        // A loop that is awake looks here before it sleeps; only one that sleeps costs a call.
        if isAsleep.exchange(false, ordering: .sequentiallyConsistent) {
            var one: UInt64 = 1
            _ = write(descriptor, &one, 8)
        }
    }

    /// Takes all messages, in the order they came.
    func take() -> [Message] {
        guard last.load(ordering: .relaxed) != 0 else { return [] }
        var address = last.exchange(0, ordering: .acquiringAndReleasing)
        var messages: [Message] = []
        while let current = UnsafeRawPointer(bitPattern: address) {
            let letter = Unmanaged<Letter>.fromOpaque(current).takeRetainedValue()
            messages.append(letter.message)
            address = letter.previous
        }
        messages.reverse()
        return messages
    }

    /// Says that the loop is about to sleep; whether it may, no message having come meanwhile.
    func fallAsleep() -> Bool {
        isAsleep.store(true, ordering: .sequentiallyConsistent)
        guard last.load(ordering: .sequentiallyConsistent) == 0 else {
            wake()
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

/// A message, and the one posted before it.
///
/// It belongs to the thread that posts it until it is on
/// the stack, and to the loop once it is taken off.
private final class Letter {
    let message: Message
    var previous: UInt = 0

    init(_ message: Message) {
        self.message = message
    }
}
