import Synchronization

/// What one loop's requests were, for `/metrics`.
///
/// One for each loop, so that loops do not write to the same memory; an answer that comes from
/// another thread is counted there, hence the atomics. Counting takes no lock and no memory.
///
/// `@unchecked Sendable`: `cells` is never moved, and its cells are atomic.
final class RequestCounters: @unchecked Sendable {
    /// The statuses that are told apart; the last stands for all others.
    static let statuses = [
        200, 201, 204, 206, 304, 400, 401, 403, 404, 405, 406, 408, 409, 410, 412, 413, 415, 416,
        422, 428, 429, 500, 501, 503, 507, 0,
    ]
    /// The upper bounds of the histograms' buckets, in seconds.
    static let bounds = [
        0.000_25, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10,
    ]

    /// What takes its time within a request, by the name that `Server-Timing` has for it.
    static let stages = ["read", "parse", "store", "search"]

    /// The kinds of problems, each counted on its own.
    static let problems = ProblemType.allCases

    private static let histogramCells = bounds.count + 2
    /// Of a route: its statuses, its histogram, the bytes of its bodies.
    private static let routeCells = statuses.count + histogramCells + 1

    private let routes: Int
    private let cells: UnsafeMutablePointer<Atomic<Int>>
    private let count: Int

    /// Makes counters for so many routes; one more is for what belongs to none.
    init(routes: Int) {
        self.routes = routes
        count =
            (routes + 1) * Self.routeCells + Self.stages.count * Self.histogramCells
            + Self.problems.count
        cells = .allocate(capacity: count)
        for index in 0..<count { (cells + index).initialize(to: Atomic(0)) }
    }

    deinit {
        cells.deinitialize(count: count)
        cells.deallocate()
    }

    // MARK: Counting

    /// Counts an answer.
    func count(route: Int, status: Int, duration: Duration, bytes: Int) {
        let start = min(route, routes) * Self.routeCells
        let column = Self.statuses.firstIndex(of: status) ?? Self.statuses.count - 1
        add(1, at: start + column)
        count(duration, at: start + Self.statuses.count)
        add(bytes, at: start + Self.routeCells - 1)
    }

    /// Counts how long a stage took; one that is not known is passed over.
    func count(stage: String, duration: Duration) {
        guard let index = Self.stages.firstIndex(of: stage) else { return }
        count(duration, at: (routes + 1) * Self.routeCells + index * Self.histogramCells)
    }

    /// Counts a problem that was answered with.
    func count(_ problem: ProblemType) {
        guard let index = Self.problems.firstIndex(of: problem) else { return }
        add(1, at: count - Self.problems.count + index)
    }

    private func count(_ duration: Duration, at start: Int) {
        add(1, at: start + Self.bucket(of: duration))
        let (seconds, attoseconds) = duration.components
        let microseconds = Int(seconds) * 1_000_000 + Int(attoseconds / 1_000_000_000_000)
        add(microseconds, at: start + Self.histogramCells - 1)
    }

    private func add(_ number: Int, at index: Int) {
        (cells + index).pointee.wrappingAdd(number, ordering: .relaxed)
    }

    /// The bucket that a duration falls into.
    static func bucket(of duration: Duration) -> Int {
        let seconds = duration / .seconds(1)
        return bounds.firstIndex { seconds <= $0 } ?? bounds.count
    }

    // MARK: Reading

    /// How many answers of a route had a status.
    func requests(route: Int, status index: Int) -> Int {
        value(at: route * Self.routeCells + index)
    }

    /// How long a route's answers took.
    func latency(route: Int) -> Histogram {
        histogram(at: route * Self.routeCells + Self.statuses.count)
    }

    /// How many bytes a route's bodies had.
    func bytes(route: Int) -> Int { value(at: (route + 1) * Self.routeCells - 1) }

    /// How long a stage took.
    func stage(_ index: Int) -> Histogram {
        histogram(at: (routes + 1) * Self.routeCells + index * Self.histogramCells)
    }

    /// How many answers were a problem of a kind.
    func problems(_ index: Int) -> Int { value(at: count - Self.problems.count + index) }

    private func histogram(at start: Int) -> Histogram {
        var histogram = Histogram(bounds: Self.bounds)
        for index in histogram.counts.indices { histogram.counts[index] = value(at: start + index) }
        histogram.sum = Double(value(at: start + Self.histogramCells - 1)) / 1_000_000
        return histogram
    }

    private func value(at index: Int) -> Int { (cells + index).pointee.load(ordering: .relaxed) }
}
