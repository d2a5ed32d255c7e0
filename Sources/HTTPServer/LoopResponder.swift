import Synchronization

/// The answer to one request, sent to its loop from whatever thread has it.
final class LoopResponder: Responder, Sendable {
    private let mailbox: Mailbox
    private let key: UInt64
    let serial: UInt32
    private let isAnswered = Atomic(false)

    init(mailbox: Mailbox, key: UInt64, serial: UInt32) {
        self.mailbox = mailbox
        self.key = key
        self.serial = serial
    }

    deinit {
        if !isAnswered.load(ordering: .relaxed) {
            mailbox.post(.abandoned(key: key, serial: serial))
        }
    }

    func send(_ response: Response) {
        guard !isAnswered.exchange(true, ordering: .relaxed) else { return }
        mailbox.post(.answer(key: key, serial: serial, response))
    }

    func resumeReading() {
        mailbox.post(.resume(key: key, serial: serial))
    }
}
