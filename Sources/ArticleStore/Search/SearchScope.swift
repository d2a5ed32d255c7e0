import Articles
import SQLite
import TextAnalysis

/// Which articles a query is about, words and filters together, as a condition on the index of words
/// and a span of its rows.
struct SearchScope {
    /// The plan of the query's words.
    var plan: SearchPlan
    /// What an article must have; `nil` for anything.
    private(set) var wanted: SearchPlan.Condition?
    /// What it must not have; `nil` for nothing.
    private(set) var unwanted: SearchPlan.Condition?
    /// The rows that the dates allow.
    private(set) var rows: Range<Int64>
    /// Of days that the dates cut in two, the rows that they allow.
    private(set) var cutDays: [Int64: Set<Int64>] = [:]
    /// The near copies that are hidden; `nil` where all are shown.
    var copies: HiddenCopies?

    /// All rows.
    private static let allRows = (SearchKey.firstPlace << 8)..<(SearchKey.endPlace << 8)
    private static let datedRows = (SearchKey.firstDatedPlace << 8)..<(SearchKey.endPlace << 8)

    init(
        _ plan: SearchPlan,
        _ query: ArticleQuery,
        from: Timestamp?,
        until: Timestamp?,
        connection: Connection
    ) throws(SQLiteError) {
        self.plan = plan
        rows = Self.allRows
        var required = plan.required
        var excluded = plan.excluded
        var hasNone = false
        for filter in query.filters {
            let labels = filter.values.compactMap { Label(filter.kind, $0) }
            if labels.isEmpty {
                // Values of which nothing can be seen: no article has one.
                if !filter.excludes { hasNone = true }
                continue
            }
            let either = SearchPlan.Condition.any(labels.map { .label($0) })
            if filter.excludes { excluded.append(either) } else { required.append(either) }
        }
        wanted = Self.wanted(required, plan.required, plan.optional)
        unwanted = excluded.isEmpty ? nil : .any(excluded)
        if from != nil || until != nil {
            try narrow(from: from, until: until, connection: connection)
        }
        if hasNone { rows = Self.allRows.upperBound..<Self.allRows.upperBound }
    }

    /// `r AND (r OR o)`: an article must have r, and is ranked by what it has of o as well.
    private static func wanted(
        _ required: [SearchPlan.Condition],
        _ requiredWords: [SearchPlan.Condition],
        _ optional: [SearchPlan.Condition]
    ) -> SearchPlan.Condition? {
        guard !optional.isEmpty else { return required.isEmpty ? nil : .all(required) }
        let either = SearchPlan.Condition.any(optional)
        if required.isEmpty { return either }
        if requiredWords.isEmpty { return .all(required + [either]) }
        return .all(required + [.any([.all(requiredWords), either])])
    }

    private mutating func narrow(
        from: Timestamp?,
        until: Timestamp?,
        connection: Connection
    ) throws(SQLiteError) {
        var (low, high) = (Self.datedRows.lowerBound, Self.datedRows.upperBound)
        if let from { low = SearchKey.firstPlace(of: from) << 8 }
        if let until {
            let first = SearchKey.firstPlace(of: until)
            let isMidnight = until == Timestamp(startOf: until.day)
            high = (isMidnight ? first : SearchKey.placeAfterDay(of: first)) << 8
        }
        rows = low..<max(low, high)
        for moment in [from, until].compactMap(\.self)
        where moment != Timestamp(startOf: moment.day) {
            let first = SearchKey.firstPlace(of: moment)
            let slot = SearchKey(place: first, length: 0).slot
            var allowed: Set<Int64> = []
            try connection.statement(Self.cutDay).forEach([
                "first": .integer(first << 8),
                "end": .integer(SearchKey.placeAfterDay(of: first) << 8),
                "from": .integer(from?.secondsSince1970 ?? .min),
                "until": .integer(until?.secondsSince1970 ?? .max),
            ]) { row in allowed.insert(row.int64(0)) }
            cutDays[slot] = allowed
        }
    }

    static let cutDay = """
        SELECT search_key
        FROM article INDEXED BY article_by_search_key
        WHERE removed_at IS NULL AND search_key >= :first AND search_key < :end
            AND published_at >= :from AND published_at < :until
        """

    /// Whether every row of the span is allowed.
    var allowsAll: Bool { copies == nil && cutDays.isEmpty }

    /// Whether a row of the span is one that the dates allow and that is no hidden copy.
    func allows(_ key: SearchKey) -> Bool {
        if let copies, !copies.shows(key) { return false }
        guard !cutDays.isEmpty, let allowed = cutDays[key.slot] else { return true }
        return allowed.contains(key.rawValue)
    }

    /// The condition on rows that the index is asked for; `nil` where every article may be meant.
    var match: MatchText? {
        guard let wanted else { return nil }
        return MatchText(unwanted.map { .except(wanted, $0) } ?? wanted, plan.groups)
    }

    /// The condition on rows that are left out of all articles.
    var exclusion: MatchText? {
        guard wanted == nil, let unwanted else { return nil }
        return MatchText(unwanted, plan.groups)
    }

    /// The condition that an article has one of the groups besides, for rows that are likely best.
    func match(anyOf groups: [Int]) -> MatchText? {
        guard let wanted else { return nil }
        let some = SearchPlan.Condition.any(groups.map { .group($0) })
        let both = SearchPlan.Condition.all([some, wanted])
        return MatchText(unwanted.map { .except(both, $0) } ?? both, plan.groups)
    }

    /// Whether dates narrow the rows.
    var isBounded: Bool { rows != Self.allRows }

    /// The span less what lies beyond a row.
    func rows(upTo key: Int64? = nil, from floor: Int64? = nil) -> Range<Int64> {
        let low = max(rows.lowerBound, floor ?? rows.lowerBound)
        let high = min(rows.upperBound, key ?? rows.upperBound)
        return low..<max(low, high)
    }
}
