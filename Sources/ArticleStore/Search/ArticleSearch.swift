import Articles
import SQLite
import TextAnalysis

/// Answers queries: which articles, in which order, with which words marked.
///
/// A page is read in one transaction, so that its total and its articles are of one moment.
final class ArticleSearch {
    let connection: Connection
    let statistics: IndexStatistics
    let vocabulary: Vocabulary
    let ranked: RankedSearch
    let rows: ArticleRows

    /// Totals are counted up to here; a larger one may be given as this and not exact.
    static let maximumTotal = 10_001
    /// No page begins deeper; a cursor does.
    static let maximumOffset = 10_000

    init(_ connection: Connection, maximumHits: Int = 50_000) throws(SQLiteError) {
        self.connection = connection
        rows = ArticleRows(connection)
        statistics = IndexStatistics(connection)
        vocabulary = Vocabulary(connection: connection, statistics: statistics)
        ranked = RankedSearch(
            connection: connection,
            collector: try HitCollector(for: connection),
            statistics: statistics,
            maximumHits: maximumHits
        )
    }

    /// Some articles in order and how many there are in all.
    private struct Selection {
        var keys: [(key: SearchKey, score: Double?)] = []
        var total = 0
        var isTotalExact = true
        var ranked: Int?
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
        try statistics.refresh()
        var request = try self.request(
            query,
            matchesAll: cursor?.matchesAll,
            additions: cursor?.additions
        )
        var selection = try select(request, cursor)
        if cursor == nil, selection.total == 0, request.asked.mayWiden,
            try findsNothing(request.walk)
        {
            request = try self.request(query, matchesAll: false)
            selection = try select(request, nil)
        }
        let plan = request.scope.plan
        var page = ArticlePage(
            total: selection.total,
            totalIsExact: selection.isTotalExact,
            hits: try hits(selection.keys, request),
            next: selection.next?.encoded(for: query),
            sort: request.sort,
            parsedQuery: plan.reading.isEmpty ? nil : plan.reading,
            matchedAll: plan.reading.isEmpty ? nil : plan.matchesAll,
            warnings: request.asked.warnings
        )
        page.ranked = selection.ranked
        page.alsoMatched = request.repaired.alsoMatched
        page.didYouMean = query.q.flatMap(request.repaired.meant)
        if !query.facets.isEmpty {
            page.facets = try FacetCounter(connection: connection).count(
                query.facets,
                request.walk
            )
        }
        return page
    }

    /// Whether nothing is found where none is shown: copies that are hidden make no search wider.
    func findsNothing(_ walk: HitWalk) throws(SQLiteError) -> Bool {
        guard walk.scope.copies != nil else { return true }
        return try walk.showingCopies().isEmpty()
    }

    // MARK: Selecting

    private func select(_ request: Request, _ cursor: Cursor?) throws(SQLiteError) -> Selection {
        let limit = min(max(request.query.limit, 1), 200)
        let offset = cursor == nil ? min(max(request.query.offset, 0), Self.maximumOffset) : 0
        if request.sort == .relevance {
            return try best(request, cursor, limit: limit, offset: offset)
        }
        let walk = request.walk
        var after: HitWalk.Place?
        if case .moment(let moment, let id)? = cursor?.position {
            after =
                request.sort == .received
                ? .init(moment: moment, key: SearchKey(rawValue: 0), id: id)
                : .init(moment: moment, key: SearchKey(rawValue: id))
        }
        var places =
            request.sort == .received
            ? try walk.byReceipt(after: after, count: offset + limit + 1)
            : try walk.byDate(
                isAscending: request.sort == .oldest,
                after: after,
                count: offset + limit + 1
            )
        places.removeFirst(min(offset, places.count))
        var selection = Selection()
        (selection.total, selection.isTotalExact) = try total(walk)
        if places.count > limit {
            places.removeLast()
            let last = places[limit - 1]
            selection.next = Cursor(
                sort: request.sort,
                matchesAll: request.scope.plan.matchesAll,
                additions: request.repaired.additions,
                position: .moment(
                    last.moment,
                    id: request.sort == .received ? last.id : last.key.rawValue
                )
            )
        }
        selection.keys = places.map { ($0.key, nil) }
        return selection
    }

    /// Whether the query is about all articles.
    private func isWhole(_ scope: SearchScope) -> Bool {
        scope.wanted == nil && scope.unwanted == nil && !scope.isBounded
    }

    private func total(_ walk: HitWalk) throws(SQLiteError) -> (count: Int, isExact: Bool) {
        let scope = walk.scope
        if let copies = scope.copies, copies.showsOnlyFirsts { return (copies.firstCount, true) }
        if isWhole(scope) {
            return (Int(statistics.articleCount) - (scope.copies?.count ?? 0), true)
        }
        let limit = Self.maximumTotal
        let count: Int
        if let match = walk.match, scope.allowsAll, !scope.isBounded {
            count = try statistics.total(of: match) { () throws(SQLiteError) in
                try walk.count(upTo: limit)
            }
        } else {
            count = try walk.count(upTo: limit)
        }
        return (count, count < limit)
    }

    private func best(
        _ request: Request,
        _ cursor: Cursor?,
        limit: Int,
        offset: Int
    ) throws(SQLiteError) -> Selection {
        var earlier: RankedSearch.Continuation?
        if case .score(let after, let top, let floor, let statistics)? = cursor?.position {
            earlier = .init(after: after, top: top, floor: floor, statistics: statistics)
        }
        let result = try ranked.find(
            request.scope,
            limit: offset + limit + 1,
            continuing: earlier
        )
        var selection = Selection(
            total: result.total,
            isTotalExact: result.isTotalExact,
            ranked: result.ranked
        )
        let best = result.best.dropFirst(offset)
        // An article that came after the first page may be better than all those on it.
        let top = max(result.top, .leastNormalMagnitude)
        selection.keys = best.prefix(limit).map { ($0.key, min(1, $0.score / top)) }
        if best.count > limit, let last = best.prefix(limit).last {
            selection.next = Cursor(
                sort: .relevance,
                matchesAll: request.scope.plan.matchesAll,
                additions: request.repaired.additions,
                position: .score(
                    last,
                    top: result.top,
                    floor: result.floor,
                    result.statistics
                )
            )
        }
        return selection
    }

    // MARK: Reading

    static let idOfKey = """
        SELECT id
        FROM article INDEXED BY article_by_search_key
        WHERE removed_at IS NULL AND search_key = :key
        """

    private func hits(
        _ keys: [(key: SearchKey, score: Double?)],
        _ request: Request
    ) throws(SQLiteError) -> [ArticlePage.Hit] {
        let query = request.query
        let plan = request.scope.plan
        let marks = plan.isRanked ? query.highlight.map { ($0, HighlightTerms(plan)) } : nil
        let extent: ArticleRows.Extent =
            query.includesText ? .paragraphs : marks == nil ? .summary : .text
        var hits: [ArticlePage.Hit] = []
        hits.reserveCapacity(keys.count)
        for (key, score) in keys {
            try rows.read(key, extent) { lookup, bytes in
                guard case .found(let article) = lookup else { return }
                var hit = ArticlePage.Hit(article: article, score: score)
                hit.copies = request.scope.copies?.count(behind: key)
                if let (marks, terms) = marks { hit.mark(terms, marks, bytes) }
                hits.append(hit)
            }
        }
        return hits
    }
}

extension ArticlePage.Hit {
    /// Marks what matched in the headline and in the best passages of the text.
    fileprivate mutating func mark(
        _ terms: HighlightTerms,
        _ marks: Highlight,
        _ bytes: (text: UnsafeRawBufferPointer, layout: UnsafeRawBufferPointer)
    ) {
        Analyzers.shared.withAnalyzer { analyzer in
            let highlighter = Highlighter(
                terms,
                language: TextLanguage(article.fields.language),
                analyzer: analyzer,
                marks: marks
            )
            highlightedHeadline = article.fields.headline.flatMap(highlighter.whole)
            highlightedPassages = highlighter.passages(
                bytes.text,
                paragraphs: ParagraphLayout.ranges(bytes.layout)
            )
        }
    }
}
