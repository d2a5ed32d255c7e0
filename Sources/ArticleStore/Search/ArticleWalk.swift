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

    /// The articles after a place, for as long as `visit` returns `true`.
    func forEach(
        after: Place?,
        _ visit: (Place) -> Bool
    ) throws(SQLiteError) {
        var goesOn = true
        for sql in stages(after: after) where goesOn {
            var values = conditions.values
            if sql.needsPlace, let after {
                if let moment = after.moment { values.append("moment", .integer(moment)) }
                values.append("id", .integer(after.id))
            }
            try connection.statement(sql.text).prefix(values) { row in
                goesOn = visit(Place(moment: row.optionalInt64(1), id: row.int64(0)))
                return goesOn
            }
        }
    }

    /// How many articles there are, counted up to a limit.
    func count(upTo limit: Int) throws(SQLiteError) -> Int {
        var values = conditions.values
        values.append("limit", .integer(Int64(limit)))
        return try connection.statement(countQuery).first(values) { $0.int(0) } ?? 0
    }

    var countQuery: String {
        """
        SELECT count(*) FROM (
            SELECT 1 FROM article WHERE removed_at IS NULL\(conditions.sql) LIMIT :limit
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

    private struct Stage {
        var text: String
        var needsPlace: Bool
    }

    /// The statements that give the order one after the other: first the dated articles, then those
    /// without a date, since SQL compares nothing with `NULL`.
    private func stages(after: Place?) -> [Stage] {
        let dated = Stage(
            text: query(isDated: true, isResumed: after != nil),
            needsPlace: after != nil
        )
        guard sort != .received else { return [dated] }
        let isInUndated = after != nil && after?.moment == nil
        let undated = Stage(
            text: query(isDated: false, isResumed: isInUndated),
            needsPlace: isInUndated
        )
        return isInUndated ? [undated] : [dated, undated]
    }

    /// The statement of a stage.
    func query(isDated: Bool, isResumed: Bool) -> String {
        let comparison = isAscending ? ">" : "<"
        let direction = isAscending ? "ASC" : "DESC"
        let stage = isDated ? "\(column) IS NOT NULL" : "\(column) IS NULL"
        let resumption =
            switch (isDated, isResumed) {
            case (_, false): ""
            case (true, true): "\n    AND (\(column), id) \(comparison) (:moment, :id)"
            case (false, true): "\n    AND id \(comparison) :id"
            }
        return """
            SELECT id, \(column)
            FROM article
            WHERE removed_at IS NULL
                AND \(stage)\(resumption)\(conditions.sql)
            ORDER BY \(column) \(direction), id \(direction)
            """
    }
}
