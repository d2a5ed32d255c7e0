import Articles

/// What a check has found so far.
final class Findings: Sendable {
    private struct State {
        var faults: [String] = []
        /// By the number of a row: what its terms in the index are more than they should be.
        var difference: [Int64: UInt64] = [:]
        var hasReadableIndex = true
        /// The articles that cannot be read, by the reason.
        var unreadable: [String: [SearchIndexCheck.Entry]] = [:]
    }

    /// So many articles are named of those with one fault.
    private static let named = 20

    private let state = Locked(State())

    /// All faults, in an order that is the same each time.
    var all: [String] {
        state.withLock { state in
            var difference = state.difference
            // What the index should have of these is not known.
            for entry in state.unreadable.values.joined() { difference[entry.row] = nil }
            let isSound = state.hasReadableIndex && difference.values.allSatisfy { $0 == 0 }
            let index = isSound ? [] : ["The index of words is not that of the articles."]
            let unreadable = state.unreadable.map { reason, entries in
                let ids = entries.map(\.id).sorted()
                let names = ids.prefix(Self.named).map { "\($0)" }.joined(separator: ", ")
                let rest = ids.count > Self.named ? " and \(ids.count - Self.named) more" : ""
                let subject = ids.count == 1 ? "Article" : "Articles"
                return "\(subject) \(names)\(rest) cannot be read: \(reason)."
            }
            return (state.faults + unreadable).sorted() + index
        }
    }

    func note(_ faults: [String]) { state.withLock { $0.faults += faults } }

    /// Notes an article that cannot be read, and why.
    func note(unreadable entry: SearchIndexCheck.Entry, _ reason: String) {
        state.withLock { $0.unreadable[reason, default: []].append(entry) }
    }

    func noteDamagedIndex() { state.withLock { $0.hasReadableIndex = false } }

    /// Adds the sums that rows have in the index.
    func add(_ sums: [Int64: UInt64]) {
        state.withLock { $0.difference.merge(sums, uniquingKeysWith: &+) }
    }

    /// Takes off the sums that rows should have.
    func subtract(_ sums: [Int64: UInt64]) {
        state.withLock { state in
            for (row, sum) in sums { state.difference[row, default: 0] &-= sum }
        }
    }
}
