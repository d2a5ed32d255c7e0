import Articles
import SQLite

/// Answers queries: which articles, in which order, with which words marked.
///
/// A page is read in one transaction, so that its total and its articles are of one moment.
final class ArticleSearch {
    private let connection: Connection
    private let rows: ArticleRows
    private let collector: HitCollector
    private let tokenizer: FTS5Tokenizer

    /// Totals are counted up to here; a larger one is given as this and not exact.
    static let maximumTotal = 10_001
    /// Up to so many hits are sorted one by one; of more, the index of the order is walked.
    private static let sortedHits = 1_000
    /// Filters that so many articles meet are looked up first, from an index alone; beyond, the
    /// filters are asked for each hit of the words, which costs five times as much for one.
    private let filteredIDs: Int

    init(_ connection: Connection, filteredIDs: Int = 20_000) throws(SQLiteError) {
        self.connection = connection
        self.filteredIDs = filteredIDs
        rows = ArticleRows(connection)
        collector = try HitCollector(for: connection)
        tokenizer = try connection.fts5Tokenizer(
            "unicode61",
            arguments: ["remove_diacritics", "2"]
        )
    }

    /// Some articles in order and how many there are in all.
    private struct Selection {
        var ids: [(id: Int64, score: Double?)] = []
        var total = 0
        var isTotalExact = true
        var next: Cursor?
    }

    /// One page of the articles that match.
    func page(_ query: ArticleQuery) throws(StoreError) -> ArticlePage {
        let cursor = try query.cursor.map { text throws(StoreError) in
            guard let cursor = Cursor(text, for: query) else { throw StoreError.invalidCursor }
            return cursor
        }
        return try storeErrors { () throws(SQLiteError) in
            try connection.transaction(.deferred) { () throws(SQLiteError) in
                try page(query, after: cursor)
            }
        }
    }

    private func page(
        _ query: ArticleQuery,
        after cursor: Cursor?
    ) throws(SQLiteError) -> ArticlePage {
        let expression = SearchParser.parse(query.q ?? "")
        let matchesAll = cursor?.matchesAll ?? prefersAll(query, expression)
        var match = MatchExpression(expression, matchesAll: matchesAll)
        var sort = query.sort ?? (match == nil ? .newest : .relevance)
        if sort == .relevance, match?.isNegated ?? true { sort = .newest }
        var usesAll = matchesAll
        var selection = try select(query, match, sort, cursor, matchesAll: matchesAll)
        if selection.total == 0, cursor == nil, matchesAll, query.match == .auto,
            expression.positiveTermCount > 1
        {
            match = MatchExpression(expression, matchesAll: false)
            usesAll = false
            selection = try select(query, match, sort, nil, matchesAll: false)
        }
        return ArticlePage(
            total: selection.total,
            totalIsExact: selection.isTotalExact,
            hits: try hits(selection, query, match),
            next: selection.next?.encoded(for: query),
            sort: sort,
            parsedQuery: match?.description,
            matchedAll: match == nil ? nil : usesAll,
            warnings: expression.isCut ? [Self.cutWarning] : []
        )
    }

    private static let cutWarning = ArticleWarning(
        .truncated,
        detail: """
            The query is longer than is looked at: its first \(SearchParser.maximumScalars) \
            characters and \(SearchParser.maximumTerms) words count.
            """
    )

    private func prefersAll(_ query: ArticleQuery, _ expression: SearchExpression) -> Bool {
        switch query.match {
        case .all: true
        case .any: false
        case .auto:
            expression.positiveTermCount <= 3 || (query.sort ?? .relevance) != .relevance
        }
    }

    // MARK: Selecting

    private func select(
        _ query: ArticleQuery,
        _ match: MatchExpression?,
        _ sort: ArticleQuery.Sort,
        _ cursor: Cursor?,
        matchesAll: Bool
    ) throws(SQLiteError) -> Selection {
        let conditions = try Conditions(query, connection: connection)
        let limit = min(max(query.limit, 1), 200)
        if sort == .relevance, let match {
            return try ranked(match, conditions, cursor, limit: limit, matchesAll: matchesAll)
        }
        let walk = ArticleWalk(sort: sort, conditions: conditions, connection: connection)
        let after: ArticleWalk.Place? =
            if case .moment(let moment, let id) = cursor?.position {
                .init(moment: moment, id: id)
            } else {
                nil
            }
        var selection = try walked(walk, match, after: after, limit: limit)
        if selection.places.count > limit {
            selection.places.removeLast()
            let last = selection.places[limit - 1]
            selection.page.next = Cursor(
                sort: sort,
                matchesAll: matchesAll,
                position: .moment(last.moment, id: last.id)
            )
        }
        selection.page.ids = selection.places.map { ($0.id, nil) }
        return selection.page
    }

    /// The collector says no to every row, so that none comes up here: FTS5 calls it in WHERE and in
    /// the list of columns, but not within an aggregate.
    static let searchQuery = """
        SELECT 1
        FROM article_search
        WHERE article_search MATCH :match
            AND \(HitCollector.functionName)(article_search)
        """

    /// With filters it stands among the columns, where it sees only the rows that meet them.
    static func searchQuery(_ conditions: Conditions) -> String {
        """
        SELECT \(HitCollector.functionName)(article_search)
        FROM article_search
        CROSS JOIN article ON article.id = article_search.rowid >> 8
        WHERE article_search MATCH :match
            AND removed_at IS NULL\(conditions.sql)
        """
    }

    /// Runs the search; the collector takes the hits.
    private func collect(
        _ match: MatchExpression,
        _ conditions: Conditions? = nil
    ) throws(SQLiteError) {
        var values: Bindings = ["match": .text(match.text)]
        guard let conditions, !conditions.isEmpty else {
            try connection.statement(Self.searchQuery).run(values)
            return
        }
        values.append(conditions.values)
        try connection.statement(Self.searchQuery(conditions)).run(values)
    }

    /// The best hits; all of them are looked at, so that their number is exact.
    private func ranked(
        _ match: MatchExpression,
        _ conditions: Conditions,
        _ cursor: Cursor?,
        limit: Int,
        matchesAll: Bool
    ) throws(SQLiteError) -> Selection {
        var after: HitCollector.Ranked?
        var top = 0.0
        var statistics = try self.statistics()
        if case .score(let ranked, let first, let earlier) = cursor?.position {
            after = ranked
            top = first
            statistics = earlier
        }
        var wanted: IDSet?
        if !conditions.isEmpty {
            let walk = ArticleWalk(sort: .newest, conditions: conditions, connection: connection)
            wanted = try walk.ids(upTo: filteredIDs).map { IDSet($0) }
        }
        collector.rank(
            match.phrases,
            limit: limit + 1,
            after: after,
            statistics: statistics,
            among: wanted
        )
        try collect(match, wanted == nil ? conditions : nil)
        if after == nil { top = collector.topScore }
        var selection = Selection(total: collector.count)
        let best = collector.best.prefix(limit)
        // An article that came after the first page may be better than all those on it.
        selection.ids = best.map { ($0.key.id, min(1, $0.score / max(top, .leastNormalMagnitude))) }
        if collector.best.count > limit, let last = best.last {
            selection.next = Cursor(
                sort: .relevance,
                matchesAll: matchesAll,
                position: .score(last, top: top, collector.statistics)
            )
        }
        return selection
    }

    static let statisticsQuery = "SELECT article_count, search_length FROM store_state WHERE id = 1"

    private func statistics() throws(SQLiteError) -> HitCollector.Statistics {
        try connection.statement(Self.statisticsQuery).first { row in
            HitCollector.Statistics(articleCount: row.int64(0), searchLength: row.int64(1))
        } ?? HitCollector.Statistics(articleCount: 0, searchLength: 0)
    }

    /// Articles by a moment: up to one more than the limit, and the total.
    private func walked(
        _ walk: ArticleWalk,
        _ match: MatchExpression?,
        after: ArticleWalk.Place?,
        limit: Int
    ) throws(SQLiteError) -> (places: [ArticleWalk.Place], page: Selection) {
        var page = Selection()
        guard let match else {
            try count(walk, into: &page)
            return (try places(walk, after: after, limit: limit) { _ in true }, page)
        }
        collector.gather()
        try collect(match)
        let ids = collector.ids
        if !match.isNegated, ids.count <= Self.sortedHits {
            var places: [ArticleWalk.Place] = []
            for id in ids {
                if let place = try walk.place(of: id) { places.append(place) }
            }
            page.total = places.count
            places.sort(by: walk.precedes)
            if let after { places.removeAll { !walk.precedes(after, $0) } }
            return (Array(places.prefix(limit + 1)), page)
        }
        let set = IDSet(ids)
        let isWanted = { (id: Int64) in set.contains(id) != match.isNegated }
        if walk.conditions.isEmpty {
            let all = try Int(statistics().articleCount)
            page.total = match.isNegated ? all - set.count : set.count
        } else {
            try walk.forEach(after: nil) { place in
                if isWanted(place.id) { page.total += 1 }
                return page.total < Self.maximumTotal
            }
            page.isTotalExact = page.total < Self.maximumTotal
        }
        return (try places(walk, after: after, limit: limit, where: isWanted), page)
    }

    private func count(_ walk: ArticleWalk, into page: inout Selection) throws(SQLiteError) {
        guard !walk.conditions.isEmpty else {
            page.total = try Int(statistics().articleCount)
            return
        }
        page.total = try walk.count(upTo: Self.maximumTotal)
        page.isTotalExact = page.total < Self.maximumTotal
    }

    private func places(
        _ walk: ArticleWalk,
        after: ArticleWalk.Place?,
        limit: Int,
        where isWanted: (Int64) -> Bool
    ) throws(SQLiteError) -> [ArticleWalk.Place] {
        var places: [ArticleWalk.Place] = []
        try walk.forEach(after: after) { place in
            if isWanted(place.id) { places.append(place) }
            return places.count <= limit
        }
        return places
    }

    // MARK: Reading

    private func hits(
        _ selection: Selection,
        _ query: ArticleQuery,
        _ match: MatchExpression?
    ) throws(SQLiteError) -> [ArticlePage.Hit] {
        let highlighter: Highlighter? =
            if let match, let marks = query.highlight {
                Highlighter(match.phrases, tokenizer: tokenizer, marks: marks)
            } else {
                nil
            }
        let extent: ArticleRows.Extent =
            query.includesText ? .paragraphs : highlighter == nil ? .summary : .text
        var hits: [ArticlePage.Hit] = []
        hits.reserveCapacity(selection.ids.count)
        for (id, score) in selection.ids {
            try rows.read(id, extent) { lookup, bytes in
                guard case .found(let article) = lookup else { return }
                var hit = ArticlePage.Hit(article: article, score: score)
                if let highlighter {
                    hit.highlightedHeadline = article.fields.headline.flatMap(highlighter.whole)
                    hit.highlightedPassages = highlighter.passages(
                        bytes.text,
                        paragraphs: ParagraphLayout.ranges(bytes.layout)
                    )
                }
                hits.append(hit)
            }
        }
        return hits
    }
}
