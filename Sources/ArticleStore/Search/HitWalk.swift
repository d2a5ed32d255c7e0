import Articles
import SQLite
import TextAnalysis

/// Walks through the articles that a query is about, without ranking them.
struct HitWalk {
    /// An article's place in an order.
    struct Place: Equatable {
        /// When it was published or received; `nil` without a date.
        var moment: Int64?
        /// The number of its row in the index.
        var key: SearchKey
        /// Its own number, where that breaks ties: by receipt.
        var id: Int64 = 0
    }

    var scope: SearchScope
    let connection: Connection
    let match: String?
    /// Rows that do not count, where all others do.
    let excluded: Set<Int64>

    init(_ scope: SearchScope, _ connection: Connection) throws(SQLiteError) {
        self.scope = scope
        self.connection = connection
        match = scope.match?.text
        var excluded: Set<Int64> = []
        if let exclusion = scope.exclusion {
            let rows = scope.rows
            try connection.statement(Self.hits(isAscending: true)).forEach(
                Self.values(rows, exclusion.text)
            ) { excluded.insert($0.int64(0)) }
        }
        self.excluded = excluded
    }

    // MARK: Rows

    static func hits(isAscending: Bool) -> String {
        """
        SELECT rowid
        FROM article_search
        WHERE article_search MATCH :match AND rowid >= :low AND rowid < :high
        ORDER BY rowid \(isAscending ? "ASC" : "DESC")
        """
    }

    static func all(isAscending: Bool) -> String {
        """
        SELECT search_key
        FROM article INDEXED BY article_by_search_key
        WHERE removed_at IS NULL AND search_key >= :low AND search_key < :high
        ORDER BY search_key \(isAscending ? "ASC" : "DESC")
        """
    }

    static func values(_ rows: Range<Int64>, _ match: String?) -> Bindings {
        var values: Bindings = [:]
        if let match { values.append("match", .text(match)) }
        values.append("low", .integer(rows.lowerBound))
        values.append("high", .integer(rows.upperBound))
        return values
    }

    /// The rows within a span of rows in their order, for as long as `visit` returns `true`.
    func forEach(
        in rows: Range<Int64>? = nil,
        isAscending: Bool = false,
        _ visit: (SearchKey) throws(SQLiteError) -> Bool
    ) throws(SQLiteError) {
        if match == nil, let listed = scope.listed {
            try visitListed(listed, rows ?? scope.rows, isAscending, visit)
            return
        }
        let sql =
            match == nil
            ? Self.all(isAscending: isAscending) : Self.hits(isAscending: isAscending)
        try connection.statement(sql).prefix(Self.values(rows ?? scope.rows, match)) {
            row throws(SQLiteError) in
            let key = SearchKey(rawValue: row.int64(0))
            guard scope.allows(key), !excluded.contains(key.rawValue) else { return true }
            return try visit(key)
        }
    }

    /// Whether there is no such row.
    func isEmpty() throws(SQLiteError) -> Bool {
        var isEmpty = true
        try forEach { _ in
            isEmpty = false
            return false
        }
        return isEmpty
    }

    /// The rows of a list: those of a date that is no row's order.
    private func visitListed(
        _ listed: [Int64],
        _ rows: Range<Int64>,
        _ isAscending: Bool,
        _ visit: (SearchKey) throws(SQLiteError) -> Bool
    ) throws(SQLiteError) {
        for index in listed.indices {
            let row = listed[isAscending ? index : listed.count - 1 - index]
            let key = SearchKey(rawValue: row)
            guard rows.contains(row), scope.allows(key), !excluded.contains(row) else { continue }
            guard try visit(key) else { return }
        }
    }

    // MARK: Days

    /// The dates of a row that are no row's order.
    static let dates = """
        SELECT published_at, published_offset, received_at, updated_at, updated_offset
        FROM article INDEXED BY article_by_search_key
        WHERE removed_at IS NULL AND search_key = :key
        """

    /// The day on which an article counts, by the query's date and zone; `nil` without a date.
    func day(of key: SearchKey) throws(SQLiteError) -> CalendarDay? {
        if scope.dateField == .published, scope.zone == .utc || !key.isDated { return key.day }
        let found = try connection.statement(Self.dates).first(["key": .integer(key.rawValue)]) {
            row in
            switch scope.dateField {
            case .published: (moment: row.optionalInt64(0), isClock: row.optionalInt64(1) == nil)
            case .received: (moment: row.optionalInt64(2), isClock: false)
            case .updated: (moment: row.optionalInt64(3), isClock: row.optionalInt64(4) == nil)
            }
        }
        guard let found, let seconds = found.moment else { return nil }
        let moment = Timestamp(secondsSince1970: seconds)
        return found.isClock ? moment.day : scope.zone.day(at: moment)
    }

    // MARK: Counting

    static let hitCount = """
        SELECT count(*)
        FROM (
            SELECT 1
            FROM article_search
            WHERE article_search MATCH :match AND rowid >= :low AND rowid < :high
            LIMIT :limit
        )
        """
    static let allCount = """
        SELECT count(*)
        FROM (
            SELECT 1
            FROM article INDEXED BY article_by_search_key
            WHERE removed_at IS NULL AND search_key >= :low AND search_key < :high
            LIMIT :limit
        )
        """

    /// How many articles there are, counted up to a limit.
    func count(upTo limit: Int) throws(SQLiteError) -> Int {
        guard scope.cutDays.isEmpty, scope.listed == nil, excluded.isEmpty else {
            var count = 0
            try forEach { _ in
                count += 1
                return count < limit
            }
            return count
        }
        if let copies = scope.copies, copies.showsOnlyFirsts { return copies.firstCount }
        let hidden = scope.copies?.count ?? 0
        var values = Self.values(scope.rows, match)
        values.append("limit", .integer(Int64(limit + hidden)))
        let sql = match == nil ? Self.allCount : Self.hitCount
        return (try connection.statement(sql).first(values) { $0.int(0) } ?? 0) - hidden
    }

    // MARK: By publication

    static let published = """
        SELECT published_at
        FROM article INDEXED BY article_by_search_key
        WHERE removed_at IS NULL AND search_key = :key
        """

    /// The first `count` articles by date after a place; those without a date come last.
    func byDate(
        isAscending: Bool,
        after: Place?,
        count: Int
    ) throws(SQLiteError) -> [Place] {
        let dated = SearchKey.firstDatedPlace << 8
        var places: [Place] = []
        let isUndated = after.map { !$0.key.isDated } ?? false
        if !isUndated {
            var rows = max(dated, scope.rows.lowerBound)..<max(dated, scope.rows.upperBound)
            if let key = after?.key {
                // From the day that the page before ended in.
                let start = SearchKey.firstPlaceOfDay(of: key.place)
                let end = SearchKey.placeAfterDay(of: key.place)
                rows =
                    isAscending
                    ? Self.span(max(rows.lowerBound, start << 8), rows.upperBound)
                    : Self.span(rows.lowerBound, min(rows.upperBound, end << 8))
            }
            places = try datedPlaces(rows, isAscending, after, count)
        }
        guard places.count < count, scope.rows.lowerBound < dated else { return places }
        var rows = scope.rows.lowerBound..<dated
        if isUndated, let key = after?.key {
            rows =
                isAscending
                ? Self.span(key.rawValue + 1, dated) : Self.span(rows.lowerBound, key.rawValue)
        }
        try forEach(in: rows, isAscending: isAscending) { key in
            places.append(Place(moment: nil, key: key))
            return places.count < count
        }
        return places
    }

    private static func span(_ low: Int64, _ high: Int64) -> Range<Int64> { low..<max(low, high) }

    /// Rows are in the order of days; within one, articles are sorted by their moment.
    private func datedPlaces(
        _ rows: Range<Int64>,
        _ isAscending: Bool,
        _ after: Place?,
        _ count: Int
    ) throws(SQLiteError) -> [Place] {
        var places: [Place] = []
        var day: [SearchKey] = []
        func endDay() throws(SQLiteError) {
            let sorted = try sortedDay(day, isAscending)
            day = []
            places += sorted.filter { place in
                after.map { precedes($0, place, isAscending) } ?? true
            }
        }
        try forEach(in: rows, isAscending: isAscending) { key throws(SQLiteError) in
            if let first = day.first, first.slot != key.slot {
                try endDay()
                if places.count >= count { return false }
            }
            day.append(key)
            return true
        }
        if places.count < count { try endDay() }
        return Array(places.prefix(count))
    }

    private func sortedDay(
        _ keys: [SearchKey],
        _ isAscending: Bool
    ) throws(SQLiteError) -> [Place] {
        let statement = try connection.statement(Self.published)
        var places: [Place] = []
        for key in keys {
            let moment = try statement.first(["key": .integer(key.rawValue)]) {
                $0.optionalInt64(0)
            }
            places.append(Place(moment: moment ?? nil, key: key))
        }
        return places.sorted { precedes($0, $1, isAscending) }
    }

    private func precedes(_ place: Place, _ other: Place, _ isAscending: Bool) -> Bool {
        let first = (place.key.slot, place.moment ?? .min, place.key.place)
        let second = (other.key.slot, other.moment ?? .min, other.key.place)
        return isAscending ? first < second : second < first
    }

    // MARK: By receipt

    static let receipt = """
        SELECT received_at, id
        FROM article INDEXED BY article_by_search_key
        WHERE removed_at IS NULL AND search_key = :key
        """
    static let receipts = """
        SELECT received_at, id, search_key
        FROM article INDEXED BY article_by_received
        WHERE removed_at IS NULL AND (received_at, id) < (:moment, :id)
        ORDER BY received_at DESC, id DESC
        """

    /// Up to so many hits are looked up and sorted one by one; of more, the order is walked.
    private static let sortedHits = 1_000

    /// The first `count` articles by receipt after a place, the latest first.
    func byReceipt(after: Place?, count: Int) throws(SQLiteError) -> [Place] {
        let limit = (moment: after?.moment ?? .max, id: after?.id ?? .max)
        var wanted: Set<Int64>?
        if match != nil || !excluded.isEmpty || scope.isBounded {
            var keys: Set<Int64> = []
            try forEach { key in
                keys.insert(key.rawValue)
                return true
            }
            guard keys.count > Self.sortedHits else {
                return try sortedByReceipt(keys, before: limit, count)
            }
            wanted = keys
        }
        var places: [Place] = []
        let values: Bindings = ["moment": .integer(limit.moment), "id": .integer(limit.id)]
        try connection.statement(Self.receipts).prefix(values) { row in
            let key = SearchKey(rawValue: row.int64(2))
            if wanted?.contains(key.rawValue) ?? scope.allows(key) {
                places.append(Place(moment: row.int64(0), key: key, id: row.int64(1)))
            }
            return places.count < count
        }
        return places
    }

    private func sortedByReceipt(
        _ keys: Set<Int64>,
        before limit: (moment: Int64, id: Int64),
        _ count: Int
    ) throws(SQLiteError) -> [Place] {
        let statement = try connection.statement(Self.receipt)
        var places: [Place] = []
        for key in keys {
            let found = try statement.first(["key": .integer(key)]) { row in
                Place(moment: row.int64(0), key: SearchKey(rawValue: key), id: row.int64(1))
            }
            if let found, (found.moment ?? 0, found.id) < limit { places.append(found) }
        }
        places.sort { ($1.moment ?? 0, $1.id) < ($0.moment ?? 0, $0.id) }
        return Array(places.prefix(count))
    }
}
