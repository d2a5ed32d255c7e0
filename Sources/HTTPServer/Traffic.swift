import Synchronization

/// What went over a server's connections so far.
public struct Traffic: Sendable, Equatable {
    /// Connections that were accepted.
    public var accepted = 0
    /// Connections closed unanswered, since more were open than may be.
    public var dropped = 0
    /// Connections cut, since their client did not read its answer.
    public var cut = 0
    /// Bytes that came.
    public var receivedBytes = 0
    /// Bytes that the system took to be sent.
    public var sentBytes = 0

    /// Nothing yet.
    public init() {}
}

/// Counts what went over one loop's connections.
///
/// Only its loop counts, so that no processor waits for another; everybody may read.
final class TrafficCounters: Sendable {
    private let accepted = Atomic(0)
    private let dropped = Atomic(0)
    private let cut = Atomic(0)
    private let received = Atomic(0)
    private let sent = Atomic(0)

    func countAccepted() { Self.add(1, to: accepted) }
    func countDropped() { Self.add(1, to: dropped) }
    func countCut() { Self.add(1, to: cut) }
    func count(received bytes: Int) { Self.add(bytes, to: received) }
    func count(sent bytes: Int) { Self.add(bytes, to: sent) }

    /// Adds these numbers to a sum.
    func add(to sum: inout Traffic) {
        sum.accepted += accepted.load(ordering: .relaxed)
        sum.dropped += dropped.load(ordering: .relaxed)
        sum.cut += cut.load(ordering: .relaxed)
        sum.receivedBytes += received.load(ordering: .relaxed)
        sum.sentBytes += sent.load(ordering: .relaxed)
    }

    /// Without a locked instruction: nobody else writes.
    private static func add(_ number: Int, to counter: borrowing Atomic<Int>) {
        counter.store(counter.load(ordering: .relaxed) &+ number, ordering: .relaxed)
    }
}
