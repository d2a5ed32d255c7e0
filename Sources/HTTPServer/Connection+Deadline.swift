import CPosix
import Glibc

/// How long the connection waits for what it waits for.
extension Connection {
    /// How long a connection that no request has come on yet is left open at the server's end, in
    /// milliseconds: one may be on its way.
    private static let graceForFirstRequest = 1_000

    /// Closes a connection that is not within a request: one whose first request may be on its way
    /// after `graceForFirstRequest`.
    func closeIfIdle() {
        guard !isClosed, state.phase == .idle, !isBlocked else { return }
        guard state.serial == 0 else { return close() }
        latestIdle = min(latestIdle, loop.now + Self.graceForFirstRequest)
        deadline = .idle
        setDeadline()
    }

    /// Sets the deadline of what the connection waits for now, unless it runs already.
    func updateDeadline() {
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
