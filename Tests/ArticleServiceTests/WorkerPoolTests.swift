import Articles
import Dispatch
import Testing

@testable import ArticleService

@Suite struct WorkerPoolTests {
    @Test func `every job that was taken is done once, in order on one worker`() {
        let pool = WorkerPool<Int>(label: "test", workers: 1, capacity: 10_000)
        let done = Locked<[Int]>([])
        let group = DispatchGroup()
        for number in 0..<1_000 {
            group.enter()
            let isTaken = pool.submit { _ in
                done.withLock { $0.append(number) }
                group.leave()
            }
            #expect(isTaken)
        }
        #expect(group.wait(timeout: .now() + 60) == .success)
        #expect(done.withLock { $0 } == Array(0..<1_000))
    }

    @Test func `a worker keeps its tool from job to job`() {
        let pool = WorkerPool<Int>(label: "test", workers: 1, capacity: 100)
        let seen = Locked<[Int?]>([])
        let group = DispatchGroup()
        for _ in 0..<3 {
            group.enter()
            _ = pool.submit { tool in
                seen.withLock { $0.append(tool) }
                tool = (tool ?? 0) + 1
                group.leave()
            }
        }
        #expect(group.wait(timeout: .now() + 60) == .success)
        #expect(seen.withLock { $0 } == [nil, 1, 2])
    }

    @Test func `what would weigh too much in waiting is refused, and taken when there is room`() {
        let pool = WorkerPool<Never>(label: "test", workers: 1, capacity: 10)
        let gate = DispatchSemaphore(value: 0)
        let done = DispatchSemaphore(value: 0)
        #expect(pool.submit(weight: 100) { _ in gate.wait() })
        // Nothing waits yet, so that even a heavy one may.
        #expect(pool.submit(weight: 100) { _ in done.signal() })
        #expect(!pool.submit(weight: 1) { _ in })
        gate.signal()
        #expect(done.wait(timeout: .now() + 60) == .success)
        #expect(pool.submit(weight: 8) { _ in done.signal() })
        #expect(done.wait(timeout: .now() + 60) == .success)
    }

    @Test func `workers work side by side`() {
        let pool = WorkerPool<Never>(label: "test", workers: 3, capacity: 10)
        let met = DispatchGroup()
        let all = DispatchGroup()
        for _ in 0..<3 { met.enter() }
        for _ in 0..<3 {
            all.enter()
            _ = pool.submit { _ in
                met.leave()
                // Each waits until all three are here.
                met.wait()
                all.leave()
            }
        }
        #expect(all.wait(timeout: .now() + 60) == .success)
    }
}
