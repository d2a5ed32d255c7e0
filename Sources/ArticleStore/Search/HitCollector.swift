import SQLite
import TextAnalysis

/// Takes in the hits of a full-text search, called by FTS5 for each: counts them, and keeps the best.
///
/// It belongs to one connection, on whose queue it is called.
final class HitCollector {
    /// A hit and how good it is.
    struct Ranked: Equatable {
        var score: Double
        var key: SearchKey

        /// Whether it comes before another: the better first, then the newer.
        @inline(__always)
        func precedes(_ other: Ranked) -> Bool {
            score != other.score ? score > other.score : key.rawValue > other.key.rawValue
        }
    }

    /// What hits are ranked by and which are kept.
    struct Task {
        var ranking: BM25
        /// The phrases of each group in the expression.
        var phrases: [[Int32]]
        /// How many of the best are kept.
        var limit: Int
        /// Only those after this one are kept.
        var after: Ranked?
        /// After so many hits the search ends; `nil` for all.
        var maximumHits: Int?
        /// Groups that a hit must not have, as it was looked at already.
        var skippedGroups: [Int] = []
        /// Which hits count.
        var scope: SearchScope
    }

    /// What is looked for by `phrases` from a place to another, and what it adds at the most.
    private struct Group {
        var weight: Double
        var first: Int
        var end: Int
    }

    /// The name by which SQL calls it.
    static let functionName = "collect_hit"

    // What a task says, each by itself and in flat arrays: it is read for every hit, and a copy of the task
    // would count the references of all that is in it.
    private var scope: SearchScope?
    private var allowsAll = false
    private var after: Ranked?
    private var maximumHits = Int.max
    private var groups: [Group] = []
    private var phrases: [Int32] = []
    private var norms: [Double] = []
    private var skipped: [Int32] = []
    /// The best hits, a heap whose worst is the first.
    private var heap: [Ranked] = []
    private var limit = 0
    /// How many hits there were.
    private(set) var count = 0
    /// Whether there may be more hits than were looked at.
    private(set) var isCapped = false
    /// The last hit that was looked at.
    private(set) var last: SearchKey?
    /// The best score of all, on earlier pages too.
    private(set) var topScore = 0.0

    /// Makes a collector and has the connection's SQL call it.
    init(for connection: Connection) throws(SQLiteError) {
        try connection.registerFTS5Function(Self.functionName) {
            [self] match throws(SQLiteError) in
            .integer(try take(match) ? 0 : 1)
        }
    }

    /// The best hits in order.
    var best: [Ranked] { heap.sorted { $0.precedes($1) } }

    /// Prepares for a search; `keepsBest` where it goes on with what an earlier one has kept.
    func begin(_ task: Task, keepsBest: Bool = false) {
        scope = task.scope
        allowsAll = task.scope.allowsAll
        after = task.after
        maximumHits = task.maximumHits ?? .max
        groups = []
        phrases = []
        norms = task.ranking.norms
        for (weight, own) in zip(task.ranking.weights, task.phrases)
        where weight != 0 && !own.isEmpty {
            let first = phrases.count
            phrases += own
            groups.append(Group(weight: weight, first: first, end: phrases.count))
        }
        skipped = task.skippedGroups.flatMap { task.phrases[$0] }
        limit = task.limit
        count = 0
        isCapped = false
        last = nil
        if !keepsBest {
            heap = []
            topScore = 0
        }
    }

    /// Takes a hit in; `false` ends the search.
    private func take(_ match: borrowing FTS5Match) throws(SQLiteError) -> Bool {
        let key = SearchKey(rawValue: match.rowID)
        guard allowsAll || scope?.allows(key) ?? true else { return true }
        if count >= maximumHits {
            isCapped = true
            return false
        }
        count += 1
        last = key
        for phrase in skipped {
            var isThere = false
            try match.forEachPosition(ofPhrase: phrase) { _ in isThere = true }
            if isThere { return true }
        }
        let ranked = Ranked(score: try score(match, key), key: key)
        topScore = max(topScore, ranked.score)
        if let after, !after.precedes(ranked) { return true }
        keep(ranked)
        return true
    }

    private func score(
        _ match: borrowing FTS5Match,
        _ key: SearchKey
    ) throws(SQLiteError) -> Double {
        var score = 0.0
        let norm = norms[Int(key.length)]
        for group in groups {
            var most = 0
            for place in group.first..<group.end {
                var count = 0
                try match.forEachPosition(ofPhrase: phrases[place]) { column in
                    count += column == 0 ? BM25.headlineWeight : 1
                }
                most = max(most, count)
            }
            if most > 0 { score += BM25.score(weight: group.weight, count: most, norm: norm) }
        }
        return score
    }

    // MARK: Heap

    private func keep(_ ranked: Ranked) {
        guard heap.count >= limit else {
            heap.append(ranked)
            var index = heap.count - 1
            while index > 0, heap[(index - 1) / 2].precedes(heap[index]) {
                heap.swapAt(index, (index - 1) / 2)
                index = (index - 1) / 2
            }
            return
        }
        guard let worst = heap.first, ranked.precedes(worst) else { return }
        heap[0] = ranked
        var index = 0
        while true {
            var worse = index
            for child in [2 * index + 1, 2 * index + 2]
            where child < heap.count && heap[worse].precedes(heap[child]) { worse = child }
            if worse == index { return }
            heap.swapAt(index, worse)
            index = worse
        }
    }
}
