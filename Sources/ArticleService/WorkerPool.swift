import Articles
import Dispatch

/// A fixed number of threads that carry out jobs in the order they came.
///
/// Each worker owns a tool, such as a database connection, that its jobs make, use and may throw
/// away. Work that nobody has time for waits, up to a limit; beyond that it is refused at once.
final class WorkerPool<Tool>: Sendable {
    /// A job; it runs on its worker's thread and may keep a tool there for the next one.
    typealias Job = @Sendable (inout Tool?) -> Void

    private struct State {
        var idle: [Worker]
        var waiting: [(weight: Int, job: Job)] = []
        var waitingWeight = 0
    }

    /// What becomes of a job.
    private enum Decision { case run(Worker), wait, refuse }

    private let capacity: Int
    private let state: Locked<State>

    /// Makes a pool whose waiting jobs may weigh `capacity` together; a job that nothing waits
    /// before is taken whatever it weighs.
    init(label: String, workers: Int, capacity: Int) {
        self.capacity = capacity
        let idle = (0..<max(1, workers)).map { Worker(label: "\(label)-\($0)") }
        state = Locked(State(idle: idle))
    }

    /// How many jobs wait.
    var waitingCount: Int { state.withLock { $0.waiting.count } }

    /// Has a job done.
    ///
    /// - Returns: Whether it will be done; `false` where too much waits already.
    func submit(weight: Int = 1, _ job: @escaping Job) -> Bool {
        let decision = state.withLock { state -> Decision in
            if let worker = state.idle.popLast() { return .run(worker) }
            guard state.waiting.isEmpty || state.waitingWeight + weight <= capacity else {
                return .refuse
            }
            state.waiting.append((weight, job))
            state.waitingWeight += weight
            return .wait
        }
        switch decision {
        case .run(let worker):
            worker.queue.async { self.run(job, on: worker) }
            return true
        case .wait: return true
        case .refuse: return false
        }
    }

    private func run(_ first: @escaping Job, on worker: Worker) {
        var next: Job? = first
        while let job = next {
            job(&worker.tool)
            next = state.withLock { state -> Job? in
                guard !state.waiting.isEmpty else {
                    state.idle.append(worker)
                    return nil
                }
                let (weight, job) = state.waiting.removeFirst()
                state.waitingWeight -= weight
                return job
            }
        }
    }

    /// `tool` is only touched on `queue`; a worker is either idle or runs one block there.
    private final class Worker: @unchecked Sendable {
        let queue: DispatchQueue
        var tool: Tool?

        init(label: String) {
            queue = DispatchQueue(label: label)
        }
    }
}
