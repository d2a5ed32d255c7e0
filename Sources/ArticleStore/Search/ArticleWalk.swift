import Articles
import SQLite

/// Walks through the articles in the order of a moment, by date or by receipt, along an index.
struct ArticleWalk {
    /// An article's place in the order.
    struct Place {
        var moment: Int64?
        var id: Int64
    }

    let sort: ArticleQuery.Sort
    let conditions: Conditions
    let connection: Connection

    /// A stretch of the order that one statement gives along an index.
    enum Stage: CaseIterable {
        /// The rest of the place's own moment.
        case sameMoment
        /// The moments after the place's own.
        case laterMoments
        /// All the moments.
        case allMoments
        /// The articles without a moment after the place.
        case laterUndated
        /// All the articles without a moment; SQL compares nothing with `NULL`.
        case allUndated
    }

    /// The articles after a place, for as long as `visit` returns `true`.
    func forEach(
        after: Place?,
        _ visit: (Place) -> Bool
    ) throws(SQLiteError) {
        var goesOn = true
        for stage in stages(after: after) where goesOn {
            var values = parts(of: stage).reduce(into: [:] as Bindings) { $0.append($1.values) }
            if let after, stage == .sameMoment || stage == .laterMoments {
                values.append("moment", .integer(after.moment))
            }
            if let after, stage == .sameMoment || stage == .laterUndated {
                values.append("id", .integer(after.id))
            }
            try connection.statement(query(stage)).prefix(values) { row in
                goesOn = visit(Place(moment: row.optionalInt64(1), id: row.int64(0)))
                return goesOn
            }
        }
    }

    /// The numbers of all the articles; `nil` where there are more than a limit.
    func ids(upTo limit: Int) throws(SQLiteError) -> [Int64]? {
        var values = conditions.values
        values.append("limit", .integer(Int64(limit + 1)))
        let ids = try connection.statement(idsQuery).map(values) { $0.int64(0) }
        return ids.count > limit ? nil : ids
    }

    var idsQuery: String {
        """
        SELECT id
        FROM article INDEXED BY \(filterIndex)
        WHERE removed_at IS NULL\(conditions.sql)
        LIMIT :limit
        """
    }

    /// The index that has the filters' columns, in whatever order.
    private var filterIndex: String {
        conditions.hasSingleSource ? "article_by_source" : "article_by_published"
    }

    /// How many articles there are, counted up to a limit.
    func count(upTo limit: Int) throws(SQLiteError) -> Int {
        var values = conditions.values
        values.append("limit", .integer(Int64(limit)))
        return try connection.statement(countQuery).first(values) { $0.int(0) } ?? 0
    }

    var countQuery: String {
        """
        SELECT count(*)
        FROM (
            SELECT 1
            FROM article INDEXED BY \(filterIndex)
            WHERE removed_at IS NULL\(conditions.sql)
            LIMIT :limit
        )
        """
    }

    /// The place of one article, `nil` where it does not meet the conditions.
    func place(of id: Int64) throws(SQLiteError) -> Place? {
        var values = conditions.values
        values.append("id", .integer(id))
        return try connection.statement(placeQuery).first(values) { row in
            Place(moment: row.optionalInt64(1), id: row.int64(0))
        }
    }

    var placeQuery: String {
        """
        SELECT id, \(column) FROM article
        WHERE id = :id AND removed_at IS NULL\(conditions.sql)
        """
    }

    /// Whether one place comes before another: undated articles last in either direction.
    func precedes(_ place: Place, _ other: Place) -> Bool {
        switch (place.moment, other.moment) {
        case (let moment?, let otherMoment?) where moment != otherMoment:
            isAscending ? moment < otherMoment : moment > otherMoment
        case (.some, nil): true
        case (nil, .some): false
        default: isAscending ? place.id < other.id : place.id > other.id
        }
    }

    private var isAscending: Bool { sort == .oldest }
    private var column: String { sort == .received ? "received_at" : "published_at" }

    /// The stages that the order has after a place.
    func stages(after: Place?) -> [Stage] {
        let hasUndated = sort != .received && conditions.dates.sql.isEmpty
        let undated: [Stage] = hasUndated ? [.allUndated] : []
        guard let after else { return [.allMoments] + undated }
        return after.moment == nil ? [.laterUndated] : [.sameMoment, .laterMoments] + undated
    }

    /// The conditions of a stage.
    ///
    /// A place has met those on its moment; said again, they would have SQLite look for a range and
    /// then sort it.
    private func parts(of stage: Stage) -> [Conditions.Part] {
        stage == .sameMoment && sort != .received
            ? [conditions.others] : [conditions.dates, conditions.others]
    }

    /// The index that has the order; named, since SQLite without statistics may prefer another.
    private var index: String {
        if sort == .received { return "article_by_received" }
        return filterIndex
    }

    /// The statement of a stage.
    func query(_ stage: Stage) -> String {
        let comparison = isAscending ? ">" : "<"
        let direction = isAscending ? "ASC" : "DESC"
        let condition =
            switch stage {
            case .sameMoment: "\(column) = :moment AND id \(comparison) :id"
            case .laterMoments: "\(column) \(comparison) :moment"
            case .allMoments: "\(column) IS NOT NULL"
            case .laterUndated: "\(column) IS NULL AND id \(comparison) :id"
            case .allUndated: "\(column) IS NULL"
            }
        return """
            SELECT id, \(column)
            FROM article INDEXED BY \(index)
            WHERE removed_at IS NULL
                AND \(condition)\(parts(of: stage).map(\.sql).joined())
            ORDER BY \(column) \(direction), id \(direction)
            """
    }
}
