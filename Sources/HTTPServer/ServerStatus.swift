import Synchronization

/// What the server is doing, readable from any thread.
public final class ServerStatus: Sendable {
    private let draining = Atomic(false)
    private let connections = Atomic(0)
    private let buffered = Atomic(0)
    private let counters: [TrafficCounters]

    /// Makes the status of a server with so many loops.
    init(loops: Int) {
        counters = (0..<loops).map { _ in TrafficCounters() }
    }

    /// What went over all connections.
    public var traffic: Traffic {
        var sum = Traffic()
        for counters in counters { counters.add(to: &sum) }
        return sum
    }

    /// What a loop counts with.
    func counters(ofLoop index: Int) -> TrafficCounters { counters[index] }

    /// Whether a drain has begun.
    public var isDraining: Bool { draining.load(ordering: .relaxed) }

    /// How many connections are open.
    public var connectionCount: Int { connections.load(ordering: .relaxed) }

    /// How many bytes of bodies and answers are in memory.
    public var bufferedBytes: Int { buffered.load(ordering: .relaxed) }

    /// Says that a drain has begun; whether it was the first time.
    func beginDraining() -> Bool {
        !draining.exchange(true, ordering: .relaxed)
    }

    /// Counts a connection; how many there are with it.
    func connectionOpened() -> Int {
        connections.add(1, ordering: .relaxed).newValue
    }

    func connectionClosed() {
        connections.subtract(1, ordering: .relaxed)
    }

    /// Counts bytes that are kept, or with a negative number given back; how many there are now.
    @discardableResult
    func keep(_ bytes: Int) -> Int {
        buffered.add(bytes, ordering: .relaxed).newValue
    }
}
