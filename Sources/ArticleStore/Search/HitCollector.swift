import SQLite

/// Takes in the hits of a full-text search, called by FTS5 for each: counts them, and keeps the best
/// or all.
///
/// BM25 as FTS5 computes it (k1 1.2, b 0.75; Robertson and Zaragoza, "The Probabilistic Relevance
/// Framework", 2009), a word of the headline counting double. It is a function of the article and of
/// `Statistics` alone: with those of the first page, later pages have the very same scores, whatever
/// has been written in between.
///
/// It belongs to one connection, on whose queue it is called.
final class HitCollector {
    /// What the scores depend on beside the article itself.
    struct Statistics: Equatable {
        /// How many articles there are.
        var articleCount: Int64
        /// The sum of their lengths.
        var searchLength: Int64
        /// How many of them each phrase stands in; empty until counted, and where none is needed.
        var frequencies: [Int64] = []
    }

    /// A hit and how good it is.
    struct Ranked: Equatable {
        var score: Double
        var key: SearchKey

        /// Whether it comes before another: the better first, then the newer.
        func precedes(_ other: Ranked) -> Bool {
            score != other.score ? score > other.score : key.id > other.key.id
        }
    }

    private enum Purpose {
        case rank(limit: Int, after: Ranked?)
        case gather
    }

    /// The name by which SQL calls it.
    static let functionName = "collect_hit"

    private var purpose = Purpose.gather
    private var rankedPhrases: [Int32] = []
    private(set) var statistics = Statistics(articleCount: 0, searchLength: 0)
    /// The articles that count; `nil` for all.
    private var wanted: IDSet?
    private var weights: [Double] = []
    private var norms: [Double] = []
    /// How many hits there were.
    private(set) var count = 0
    /// The numbers of all the hits, where they are gathered.
    private(set) var ids: [Int64] = []
    /// The best hits in order, where they are ranked.
    private(set) var best: [Ranked] = []
    /// The best score of all, on earlier pages too.
    private(set) var topScore = 0.0

    /// Makes a collector and has the connection's SQL call it.
    init(for connection: Connection) throws(SQLiteError) {
        try connection.registerFTS5Function(Self.functionName) {
            [unowned self] match throws(SQLiteError) in
            try take(match)
            return .integer(0)
        }
    }

    /// Prepares for keeping the best hits after another.
    func rank(
        _ phrases: [MatchExpression.Phrase],
        limit: Int,
        after: Ranked?,
        statistics: Statistics,
        among wanted: IDSet? = nil
    ) {
        reset(.rank(limit: limit, after: after))
        rankedPhrases = phrases.indices.filter { phrases[$0].isRanked }.map { Int32($0) }
        self.statistics = statistics
        self.wanted = wanted
        weights = []
        let average =
            Double(max(1, statistics.searchLength)) / Double(max(1, statistics.articleCount))
        norms = (0...255).map { code in
            let length = Double(SearchLength.words(code: UInt8(code)))
            return Self.k1 * (1 - Self.b + Self.b * length / average)
        }
    }

    /// Prepares for taking all hits.
    func gather() { reset(.gather) }

    private func reset(_ purpose: Purpose) {
        self.purpose = purpose
        wanted = nil
        count = 0
        ids = []
        best = []
        topScore = 0
    }

    private static let k1 = 1.2
    private static let b = 0.75
    private static let headlineColumn: Int32 = 0
    private static let headlineWeight = 2

    private func take(_ match: borrowing FTS5Match) throws(SQLiteError) {
        let key = SearchKey(rawValue: match.rowID)
        if let wanted, !wanted.contains(key.id) { return }
        count += 1
        switch purpose {
        case .gather: ids.append(key.id)
        case .rank(let limit, let after):
            if weights.isEmpty { try weigh(match) }
            let ranked = Ranked(score: try score(match, key), key: key)
            topScore = max(topScore, ranked.score)
            if let after, !after.precedes(ranked) { return }
            keep(ranked, limit: limit)
        }
    }

    private func keep(_ ranked: Ranked, limit: Int) {
        if best.count >= limit {
            guard let last = best.last, ranked.precedes(last) else { return }
            best.removeLast()
        }
        var low = 0
        var high = best.count
        while low < high {
            let middle = (low + high) / 2
            if best[middle].precedes(ranked) { low = middle + 1 } else { high = middle }
        }
        best.insert(ranked, at: low)
    }

    private func score(_ match: borrowing FTS5Match, _ key: SearchKey) throws(SQLiteError) -> Double
    {
        let norm = norms[Int(key.length)]
        var score = 0.0
        for (index, phrase) in rankedPhrases.enumerated() {
            var count = 0
            try match.forEachPosition(ofPhrase: phrase) { column in
                count += column == Self.headlineColumn ? Self.headlineWeight : 1
            }
            guard count > 0 else { continue }
            let frequency = Double(count)
            score += weights[index] * frequency * (Self.k1 + 1) / (frequency + norm)
        }
        return score
    }

    /// Weighs the phrases by how rare they are.
    private func weigh(_ match: borrowing FTS5Match) throws(SQLiteError) {
        // A single phrase has the same weight in every article: no need to count it.
        if statistics.frequencies.isEmpty, rankedPhrases.count > 1 {
            for phrase in rankedPhrases {
                statistics.frequencies.append(try match.rowCount(withPhrase: Int(phrase)))
            }
        }
        weights = rankedPhrases.indices.map { index in
            guard index < statistics.frequencies.count else { return 1 }
            let frequency = Double(statistics.frequencies[index])
            let rest = max(0, Double(statistics.articleCount) - frequency)
            // FTS5's floor: a word that most articles have must not count against them.
            return max(1e-6, logarithm((rest + 0.5) / (frequency + 0.5)))
        }
    }
}
