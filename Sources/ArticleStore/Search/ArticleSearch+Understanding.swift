import Articles
import SQLite
import TextAnalysis

/// What a query asks for, before it is answered.
extension ArticleSearch {
    /// A query and the rows that it is about.
    struct Request {
        var asked: UnderstoodQuery
        var walk: HitWalk

        var scope: SearchScope { walk.scope }
        var query: ArticleQuery { asked.query }
        var sort: ArticleQuery.Sort { asked.sort }
        var repaired: RepairedPlan { asked.repaired }
    }

    /// What a query asks for; `matchesAll` overrides what it says of how many of its words count, and
    /// where `additions` are given, the query was mended before and is again by just these.
    func understood(
        _ query: ArticleQuery,
        matchesAll: Bool? = nil,
        additions: [RepairedPlan.Addition]? = nil
    ) throws(SQLiteError) -> UnderstoodQuery {
        try UnderstoodQuery(
            query,
            by: statistics.compiler,
            vocabulary,
            matchesAll: matchesAll,
            additions: additions
        )
    }

    /// The same with the rows that it is about: where only words are excluded, that takes a look at all
    /// that have them.
    func request(
        _ query: ArticleQuery,
        matchesAll: Bool? = nil,
        additions: [RepairedPlan.Addition]? = nil
    ) throws(SQLiteError) -> Request {
        try request(understood(query, matchesAll: matchesAll, additions: additions))
    }

    /// The rows that an understood query is about.
    func request(_ asked: UnderstoodQuery) throws(SQLiteError) -> Request {
        let scope = try SearchScope(
            asked.plan,
            asked.query,
            from: asked.from,
            until: asked.until,
            connection: connection
        )
        var walk = try HitWalk(scope, connection)
        try walk.hideCopies(asked.query.duplicates)
        return Request(asked: asked, walk: walk)
    }
}
