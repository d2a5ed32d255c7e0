import Foundation
import Testing

/// What is made to be too much, in small.
///
/// `Benchmarks/Robustness/hostile.py BINARY` sends all of it.
@Suite struct HostileTests {
    @Test func `bombs, nesting, long numbers, entities and many items are bounded`() throws {
        let script = Shared.root.appendingPathComponent("Benchmarks/Robustness/hostile.py").path
        let outcome = try runCommand(["python3", script, Program.path, "--scale", "0.01"])
        #expect(outcome.status == 0, "\(outcome)")
    }

    @Test func `lines that are streamed are not held`() throws {
        let script = Shared.root.appendingPathComponent("Benchmarks/Robustness/stream.py").path
        let outcome = try runCommand(
            ["python3", script, Program.path, "--gigabytes", "0.03", "--line", "200000"]
        )
        #expect(outcome.status == 0, "\(outcome)")
    }
}
