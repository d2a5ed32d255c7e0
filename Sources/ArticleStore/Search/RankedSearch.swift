import SQLite
import TextAnalysis

/// Finds the best articles for a query's words.
///
/// Words that few articles have are looked up in full. Of what more than `maximumHits` articles match,
/// the newest so many are ranked, and all that have the rarer words besides: what has none of those can
/// be better only by its common words, and where these together weigh less than what was found, the
/// common ones are not walked at all (Turtle and Flood, "Query evaluation: strategies and
/// optimizations", 1995).
struct RankedSearch {
    let connection: Connection
    let collector: HitCollector
    let statistics: IndexStatistics
    /// Of more hits, not all are ranked.
    let maximumHits: Int

    /// What was found.
    struct Result {
        var best: [HitCollector.Ranked] = []
        /// The best score of the query.
        var top = 0.0
        /// How many articles match, or how many at the least.
        var total = 0
        var isTotalExact = true
        /// How many were ranked, where that was not all.
        var ranked: Int?
        /// The lowest row that was ranked, where not all were.
        var floor: Int64?
        /// What the scores depend on.
        var statistics: BM25.Statistics
    }

    /// Where an earlier page ended.
    struct Continuation {
        var after: HitCollector.Ranked
        var top: Double
        var floor: Int64?
        var statistics: BM25.Statistics
    }

    /// The collector says no to every row but the last, so that none comes up here.
    static let query = """
        SELECT 1
        FROM article_search
        WHERE article_search MATCH :match AND rowid >= :low AND rowid < :high
            AND \(HitCollector.functionName)(article_search)
        ORDER BY rowid DESC
        """

    /// The `limit` best, after those of earlier pages.
    func find(
        _ scope: SearchScope,
        limit: Int,
        continuing earlier: Continuation?
    ) throws(SQLiteError) -> Result {
        guard let match = scope.match else { preconditionFailure("nothing to rank by") }
        let statistics = try frequencies(of: scope, earlier)
        let ranking = BM25(scope.plan.groups, statistics)
        var task = HitCollector.Task(
            ranking: ranking,
            phrases: match.phrases,
            limit: limit,
            after: earlier?.after,
            maximumHits: earlier?.floor == nil ? maximumHits : nil,
            scope: scope
        )
        var result = Result(statistics: statistics)
        let rare = rareGroups(scope.plan, statistics)
        if !rare.isEmpty, let narrowed = scope.match(anyOf: rare) {
            var narrow = task
            narrow.phrases = narrowed.phrases
            narrow.maximumHits = nil
            try collect(narrow, narrowed, scope.rows)
            let rest = scope.plan.groups.indices.filter { !rare.contains($0) }
                .reduce(0) { $0 + ranking.weights[$1] }
            let best = collector.best
            if best.count == limit, let worst = best.last, worst.score >= rest {
                result.total = collector.count
                result.isTotalExact = false
                result.ranked = collector.count
                result.floor = earlier?.floor
                return finish(&result, earlier)
            }
            task.skippedGroups = rare
        }
        let narrowCount = rare.isEmpty ? 0 : collector.count
        let rows = scope.rows(from: earlier?.floor)
        try collect(task, match, rows, keepsBest: !rare.isEmpty)
        result.total = max(collector.count, narrowCount)
        result.floor = earlier?.floor
        if collector.isCapped { result.floor = collector.last?.rawValue }
        if result.floor != nil {
            result.ranked = result.total
            result.isTotalExact = false
        }
        return finish(&result, earlier)
    }

    private func finish(_ result: inout Result, _ earlier: Continuation?) -> Result {
        result.best = collector.best
        result.top = earlier?.top ?? collector.topScore
        return result
    }

    private func collect(
        _ task: HitCollector.Task,
        _ match: MatchText,
        _ rows: Range<Int64>,
        keepsBest: Bool = false
    ) throws(SQLiteError) {
        collector.begin(task, keepsBest: keepsBest)
        let statement = try connection.statement(Self.query)
        // Its one row says that the search is to end.
        _ = try statement.first([
            "match": .text(match.text), "low": .integer(rows.lowerBound),
            "high": .integer(rows.upperBound),
        ]) { _ in true }
    }

    /// How many articles have each group; not counted where a single one makes all the score.
    private func frequencies(
        of scope: SearchScope,
        _ earlier: Continuation?
    ) throws(SQLiteError) -> BM25.Statistics {
        let groups = scope.plan.groups
        if let known = earlier?.statistics,
            known.frequencies.isEmpty || known.frequencies.count == groups.count
        {
            return known
        }
        var found = BM25.Statistics(
            articleCount: statistics.articleCount,
            searchLength: statistics.searchLength
        )
        guard groups.count(where: \.isRanked) > 1 else { return found }
        for group in groups {
            found.frequencies.append(group.isRanked ? try statistics.frequency(of: group) : 0)
        }
        return found
    }

    /// Of words of which any is enough, those that together few articles have; none where all are such,
    /// or where the words are combined otherwise.
    private func rareGroups(_ plan: SearchPlan, _ statistics: BM25.Statistics) -> [Int] {
        guard plan.required.isEmpty, !statistics.frequencies.isEmpty else { return [] }
        var groups: [Int] = []
        for condition in plan.optional {
            guard case .group(let index) = condition else { return [] }
            groups.append(index)
        }
        groups.sort { statistics.frequencies[$0] < statistics.frequencies[$1] }
        var sum: Int64 = 0
        let rare = groups.prefix { index in
            sum += statistics.frequencies[index]
            return sum <= Int64(maximumHits)
        }
        return rare.count == groups.count ? [] : Array(rare)
    }
}
