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
    /// The rows that another date than that of publication allows, in order; `nil` where none is asked.
    private(set) var listed: [Int64]?
    /// Which date overviews count by, and whose days.
    let dateField: ArticleQuery.DateField
    let zone: Zone
    /// The near copies that are hidden; `nil` where all are shown.
    var copies: HiddenCopies?

    /// All rows.
    private static let allRows = (SearchKey.firstPlace << 8)..<(SearchKey.endPlace << 8)

    init(
        _ plan: SearchPlan,
        _ query: ArticleQuery,
        from: Timestamp?,
        until: Timestamp?,
        connection: Connection
    ) throws(SQLiteError) {
        self.plan = plan
        dateField = query.dateField
        zone = query.zone
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
        if dateField != .published, query.from != nil || query.until != nil {
            try list(from: query.from, until: query.until, connection: connection)
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

    /// Leaves the rows of a time of publication.
    private mutating func narrow(
        from: Timestamp?,
        until: Timestamp?,
        connection: Connection
    ) throws(SQLiteError) {
        let first = from.map { TimeBound($0, zone) }
        let last = until.map { TimeBound($0, zone) }
        let low = first?.firstPlace ?? SearchKey.firstDatedPlace
        let high = last?.endPlace ?? SearchKey.endPlace
        rows = (low << 8)..<(max(low, high) << 8)
        for place in [first, last].compactMap(\.self).flatMap(\.cutDays) {
            var values = TimeBound.values(from, until, zone == .utc ? nil : zone)
            values.append("first", .integer(place << 8))
            values.append("end", .integer(SearchKey.placeAfterDay(of: place) << 8))
            var allowed: Set<Int64> = []
            let sql = zone == .utc ? Self.cutDay : Self.zonedCutDay
            try connection.statement(sql).forEach(values) { allowed.insert($0.int64(0)) }
            cutDays[SearchKey(place: place, length: 0).slot] = allowed
        }
    }

    static let cutDay = """
        SELECT search_key
        FROM article INDEXED BY article_by_search_key
        WHERE removed_at IS NULL AND search_key >= :first AND search_key < :end
            AND published_at >= :from AND published_at < :until
        """
    static let zonedCutDay = """
        SELECT search_key
        FROM article INDEXED BY article_by_search_key
        WHERE removed_at IS NULL AND search_key >= :first AND search_key < :end
            AND \(TimeBound.condition("published"))
        """

    /// Leaves the rows of a time of receipt or of an update.
    private mutating func list(
        from: Timestamp?,
        until: Timestamp?,
        connection: Connection
    ) throws(SQLiteError) {
        let isMoment = dateField == .received
        let values = TimeBound.values(from, until, isMoment ? nil : zone)
        var found: [Int64] = []
        try connection.statement(isMoment ? Self.received : Self.updated).forEach(values) { row in
            let key = row.int64(0)
            if rows.contains(key) { found.append(key) }
        }
        found.sort()
        let start = found.first ?? rows.lowerBound
        rows = start..<(found.last.map { $0 + 1 } ?? start)
        listed = found
    }

    static let received = """
        SELECT search_key
        FROM article INDEXED BY article_by_received
        WHERE removed_at IS NULL AND received_at >= :from AND received_at < :until
        """
    static let updated = """
        SELECT search_key
        FROM article INDEXED BY article_by_updated
        WHERE removed_at IS NULL AND updated_at IS NOT NULL AND \(TimeBound.condition("updated"))
        """

    /// Whether every row of the span is allowed.
    var allowsAll: Bool { copies == nil && cutDays.isEmpty && listed == nil }

    /// Whether a row of the span is one that the dates allow and that is no hidden copy.
    func allows(_ key: SearchKey) -> Bool {
        if let copies, !copies.shows(key) { return false }
        if let listed, !Self.contains(listed, key.rawValue) { return false }
        guard !cutDays.isEmpty, let allowed = cutDays[key.slot] else { return true }
        return allowed.contains(key.rawValue)
    }

    /// Whether a list in order has a row (by bisection).
    private static func contains(_ list: [Int64], _ row: Int64) -> Bool {
        var (low, high) = (0, list.count)
        while low < high {
            let middle = (low + high) / 2
            if list[middle] < row { low = middle + 1 } else { high = middle }
        }
        return low < list.count && list[low] == row
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
    var isBounded: Bool { rows != Self.allRows || listed != nil }

    /// The span less what lies beyond a row.
    func rows(upTo key: Int64? = nil, from floor: Int64? = nil) -> Range<Int64> {
        let low = max(rows.lowerBound, floor ?? rows.lowerBound)
        let high = min(rows.upperBound, key ?? rows.upperBound)
        return low..<max(low, high)
    }
}
