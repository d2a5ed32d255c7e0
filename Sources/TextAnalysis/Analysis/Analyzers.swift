import Articles

/// Analyzers that are lent to one thread at a time, so that what they have learnt is not lost.
public final class Analyzers: Sendable {
    /// Those of the process.
    public static let shared = Analyzers()

    private struct Idle {
        var analyzers: [Analyzer] = []
    }

    private let idle = Locked<Idle>(Idle())
    private static let maximumIdle = 8

    /// Lends an analyzer; its closure may not keep it.
    public func withAnalyzer<Result>(_ body: (Analyzer) throws -> Result) rethrows -> Result {
        let analyzer = take() ?? Analyzer()
        defer { giveBack(analyzer) }
        return try body(analyzer)
    }

    private func take() -> Analyzer? {
        nonisolated(unsafe) var taken: Analyzer?
        idle.withLock { taken = $0.analyzers.popLast() }
        return taken
    }

    private func giveBack(_ analyzer: Analyzer) {
        nonisolated(unsafe) let analyzer = analyzer
        idle.withLock {
            if $0.analyzers.count < Self.maximumIdle { $0.analyzers.append(analyzer) }
        }
    }
}
