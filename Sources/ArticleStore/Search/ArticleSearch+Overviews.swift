import Articles
import SQLite
import TextAnalysis

/// What is told of a query besides its articles.
extension ArticleSearch {
    /// So many articles are counted, the newest.
    private static let maximumCounted = 1_000_000

    /// When the articles of a query were published, received or updated.
    func timeline(
        _ query: ArticleQuery,
        by interval: Timeline.Interval
    ) throws(StoreError) -> Timeline {
        try storeErrors { () throws(SQLiteError) in
            try connection.transaction(.deferred) { () throws(SQLiteError) in
                try statistics.refresh()
                // A timeline is of the articles that have all the words, unless none has.
                var asked = try request(query, matchesAll: true)
                var timeline = try timeline(of: asked.walk, by: interval)
                var matchesAll = true
                if timeline.total == 0, query.match == .auto, try findsNothing(asked.walk) {
                    matchesAll = false
                    asked = try request(query, matchesAll: false)
                    timeline = try self.timeline(of: asked.walk, by: interval)
                }
                guard query.dateField == .published else { return timeline }
                var concluded = query
                let basis = PublicationDate.Basis.inferred.rawValue
                concluded.filters.append(.init(.basis, values: [basis]))
                concluded.duplicates = .show
                var narrowed = try request(
                    concluded,
                    matchesAll: matchesAll,
                    additions: asked.repaired.additions
                ).walk
                narrowed.scope.copies = asked.scope.copies
                timeline.mark(inferred: try self.timeline(of: narrowed, by: interval))
                return timeline
            }
        }
    }

    private func timeline(
        of walk: HitWalk,
        by interval: Timeline.Interval
    ) throws(SQLiteError) -> Timeline {
        var timeline = Timeline(interval)
        try walk.forEach { key throws(SQLiteError) in
            timeline.add(try walk.day(of: key))
            return timeline.total < Self.maximumCounted
        }
        timeline.isTotalExact = timeline.total < Self.maximumCounted
        timeline.sort()
        return timeline
    }

    /// What a reader may be about to ask.
    func suggestions(for text: String, limit: Int) throws(StoreError) -> Suggestions {
        try storeErrors { () throws(SQLiteError) in
            try connection.transaction(.deferred) { () throws(SQLiteError) in
                try statistics.refresh()
                return try suggest(text, limit: limit)
            }
        }
    }

    private func suggest(_ text: String, limit: Int) throws(SQLiteError) -> Suggestions {
        var suggestions = Suggestions()
        let typed = String(text.unicodeScalars.prefix(SearchParser.maximumScalars))
        guard let last = typed.split(separator: " ").last, !typed.hasSuffix(" ") else {
            return suggestions
        }
        let before = typed.dropLast(last.count)
        let beginning = Label(.tag, String(last))?.value ?? ""
        if !beginning.isEmpty {
            let words = try vocabulary.words(
                beginningWith: beginning,
                limit: Self.triedWords * limit
            )
            for word in words where suggestions.completions.count < limit {
                // What anybody may write next completes nothing.
                guard !statistics.compiler.isStopWord(word), try isFound(before + word) else {
                    continue
                }
                suggestions.completions.append(before + word)
            }
        }
        var query = ArticleQuery()
        query.q = "headline:(\(before.filter { !"\"()*".contains($0) })\(last)*)"
        query.match = .all
        query.sort = .newest
        query.limit = min(limit, 10)
        query.highlight = nil
        let asked = try understood(query, matchesAll: true)
        if !asked.plan.isNegative {
            let places = try request(asked).walk
                .byDate(isAscending: false, after: nil, count: query.limit)
            for place in places {
                let key: Bindings = ["key": .integer(place.key.rawValue)]
                let found = try connection.statement(Self.headlineOfKey).first(key) { row in
                    (row.int64(0), row.optionalString(1))
                }
                if case (let id, let headline?)? = found {
                    suggestions.headlines.append(.init(id: id, text: headline))
                }
            }
        }
        if suggestions.completions.isEmpty {
            query.q = typed
            suggestions.didYouMean = try understood(query, matchesAll: true)
                .repaired.meant(by: typed)
        }
        return suggestions
    }

    /// For each completion so many words are tried: those that stand in no article with the words before
    /// are left out, and those of articles that are gone.
    private static let triedWords = 3

    /// Whether any article has all of the words.
    private func isFound(_ words: String) throws(SQLiteError) -> Bool {
        var query = ArticleQuery()
        query.q = words
        let asked = try understood(query, matchesAll: true, additions: [])
        guard !asked.plan.isNegative else { return false }
        return try !request(asked).walk.isEmpty()
    }

    static let headlineOfKey = """
        SELECT id, headline
        FROM article INDEXED BY article_by_search_key
        WHERE removed_at IS NULL AND search_key = :key
        """
}
