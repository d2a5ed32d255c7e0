import ArticleStore
import Articles

/// What all parts of a server counted, for `/metrics`.
package final class ServerMetrics: Sendable {
    private struct State {
        var loops: [RequestCounters] = []
        var refusals: [String: Int] = [:]
        var commits = Histogram(bounds: RequestCounters.bounds)
        var commitSizes = Histogram(bounds: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1_000])
        var failures = 0
    }

    private let state = Locked(State())

    /// Makes metrics of nothing yet.
    package init() {}

    /// Makes the counters of one more loop.
    func makeCounters() -> RequestCounters {
        let counters = RequestCounters(routes: Router.dateline.count)
        state.withLock { $0.loops.append(counters) }
        return counters
    }

    /// Counts what happened in the store.
    package func record(_ event: StoreEvent) {
        switch event {
        case .committed(let operations, let duration):
            state.withLock { state in
                state.commits.count(duration / .seconds(1))
                state.commitSizes.count(Double(operations))
            }
        case .writeFailed: state.withLock { $0.failures += 1 }
        default: break
        }
    }

    /// Counts a request that the server refused before any handler saw it.
    func refused(_ type: ProblemType) {
        state.withLock { $0.refusals[type.code, default: 0] += 1 }
    }

    /// Writes what was counted so far.
    func write(to text: inout MetricsText) {
        let state = state.withLock { $0 }
        writeRequests(state.loops, to: &text)
        text.family("dateline_stage_seconds", .histogram, "How long a stage of a request took.")
        for (index, stage) in RequestCounters.stages.enumerated() {
            text.histogram(Self.sum(state.loops) { $0.stage(index) }, [("stage", stage)])
        }
        text.family("dateline_commit_seconds", .histogram, "How long commits took.")
        text.histogram(state.commits, [])
        text.family("dateline_commit_operations", .histogram, "Uploads and changes in a commit.")
        text.histogram(state.commitSizes, [])
        text.counter("dateline_write_failures", "Groups of operations not written.", state.failures)
        text.family("dateline_problems", .counter, "Answers that were a problem, by its kind.")
        for (index, problem) in RequestCounters.problems.enumerated() {
            let count = state.loops.reduce(0) { $0 + $1.problems(index) }
            if count > 0 { text.sample(count, [("problem", problem.code)]) }
        }
        text.family("dateline_refused", .counter, "Requests refused before they were routed.")
        for (code, count) in state.refusals.sorted(by: { $0.key < $1.key }) {
            text.sample(count, [("problem", code)])
        }
    }

    private func writeRequests(_ loops: [RequestCounters], to text: inout MetricsText) {
        let routes = Router.dateline.labels + [("other", "other")]
        text.family("dateline_requests", .counter, "Answers by route, method and status.")
        for (route, label) in routes.enumerated() {
            for (index, status) in RequestCounters.statuses.enumerated() {
                let count = loops.reduce(0) { $0 + $1.requests(route: route, status: index) }
                guard count > 0 else { continue }
                let status = status == 0 ? "other" : "\(status)"
                text.sample(count, Self.labels(label) + [("status", status)])
            }
        }
        text.family("dateline_request_seconds", .histogram, "How long requests took.")
        for (route, label) in routes.enumerated() {
            let sum = Self.sum(loops) { $0.latency(route: route) }
            if sum.counts.contains(where: { $0 > 0 }) { text.histogram(sum, Self.labels(label)) }
        }
        text.family("dateline_response_bytes", .counter, "Bytes of bodies that were answered.")
        for (route, label) in routes.enumerated() {
            let bytes = loops.reduce(0) { $0 + $1.bytes(route: route) }
            if bytes > 0 { text.sample(bytes, Self.labels(label)) }
        }
    }

    private static func labels(
        _ label: (method: String, pattern: String)
    ) -> [(name: String, value: String)] {
        [("method", label.method), ("route", label.pattern)]
    }

    private static func sum(
        _ loops: [RequestCounters],
        _ histogram: (RequestCounters) -> Histogram
    ) -> Histogram {
        var sum = Histogram(bounds: RequestCounters.bounds)
        for loop in loops { sum.add(histogram(loop)) }
        return sum
    }
}
