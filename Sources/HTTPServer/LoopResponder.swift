import Synchronization

/// The answer to one request, sent to its loop from whatever thread has it.
final class LoopResponder: Responder, Sendable {
    private let mailbox: Mailbox
    private let key: UInt64
    let serial: UInt32
    private let claim: AnswerClaim

    init(mailbox: Mailbox, key: UInt64, serial: UInt32, claim: AnswerClaim) {
        self.mailbox = mailbox
        self.key = key
        self.serial = serial
        self.claim = claim
    }

    deinit {
        if !claim.isTaken { mailbox.post(.abandoned(key: key, serial: serial)) }
    }

    func send(_ response: Response) {
        guard claim.take() else { return }
        mailbox.post(.answer(key: key, serial: serial, response))
    }

    func resumeReading() {
        mailbox.post(.resume(key: key, serial: serial))
    }
}

/// Whether one of a request's responders has answered it; all of them share it.
///
/// It is taken before the answer is in the mailbox: where it is, the answer is there or on its way,
/// though another responder was released unused before.
final class AnswerClaim: Sendable {
    private let isClaimed = Atomic(false)

    /// Whether there is an answer.
    var isTaken: Bool { isClaimed.load(ordering: .acquiring) }

    /// Takes it; whether nobody had.
    func take() -> Bool { !isClaimed.exchange(true, ordering: .acquiringAndReleasing) }
}
