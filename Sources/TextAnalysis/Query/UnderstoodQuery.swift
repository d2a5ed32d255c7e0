import Articles

/// A query with all that is known of it before a store carries it out.
public struct UnderstoodQuery: Sendable {
    /// The query.
    public let query: ArticleQuery
    /// Its words, understood.
    public let expression: SearchExpression
    /// What it asks of the index, with what was looked for in place of words that no article has.
    public let repaired: RepairedPlan
    /// The order of the answer.
    public let sort: ArticleQuery.Sort

    /// Understands a query.
    ///
    /// - Parameters:
    ///   - query: The query.
    ///   - compiler: Analyses words by the languages of the archive.
    ///   - lexicon: The words of the archive.
    ///   - matchesAll: Whether all words count, or any, where the query leaves that open.
    ///   - additions: What the query was mended by before; `nil` for one that was not asked yet.
    /// - Throws: What the lexicon throws.
    public init<Words: Lexicon>(
        _ query: ArticleQuery,
        by compiler: QueryCompiler,
        _ lexicon: Words,
        matchesAll: Bool? = nil,
        additions: [RepairedPlan.Addition]? = nil
    ) throws(Words.Failure) {
        let expression = SearchParser.parse(query.q ?? "")
        // Who asks for the newest means all of the words.
        let isOrdered = (query.sort ?? .relevance) != .relevance
        let isAll: Bool? =
            switch query.match {
            case .all: true
            case .any: false
            case .auto: matchesAll ?? (isOrdered ? true : nil)
            }
        var failure: Words.Failure?
        let plan = compiler.plan(expression, matchesAll: isAll) { prefix in
            do throws(Words.Failure) {
                return try lexicon.words(beginningWith: prefix, limit: 32)
            } catch {
                failure = error
                return []
            }
        }
        if let failure { throw failure }
        if let additions {
            repaired = RepairedPlan(plan, additions, by: compiler)
        } else {
            repaired = try QueryRepair(compiler, lexicon).repair(plan)
        }
        let sort = query.sort ?? .relevance
        self.sort = sort == .relevance && !plan.isRanked ? .newest : sort
        self.expression = expression
        self.query = query
    }

    /// What it asks of the index.
    public var plan: SearchPlan { repaired.plan }

    /// The first moment of publication that counts, by words and parameters.
    public var from: Timestamp? {
        [isAboutPublication ? query.from : nil, expression.from.map(query.zone.moment)]
            .compactMap(\.self).max()
    }

    /// The first moment of publication that no longer counts, by words and parameters.
    public var until: Timestamp? {
        [isAboutPublication ? query.until : nil, expression.until.map(query.zone.moment)]
            .compactMap(\.self).min()
    }

    private var isAboutPublication: Bool { query.dateField == .published }

    /// Whether any of its words is to be enough where no article has all of them.
    public var mayWiden: Bool {
        query.match == .auto && plan.matchesAll && plan.wantedCount > 1
    }

    /// What the client should know.
    public var warnings: [ArticleWarning] {
        var warnings: [ArticleWarning] = []
        if expression.isCut || plan.isCut {
            let detail = """
                The query is longer than is looked at: its first \(SearchParser.maximumScalars) \
                characters and \(SearchPlan.maximumTerms) words count.
                """
            warnings.append(ArticleWarning(.truncated, detail: detail))
        }
        if expression.hasOperatorsAsWords {
            let detail = """
                AND, OR and NOT were read as words, since the query looks like a sentence. In a query, \
                a sign or parentheses make it clear: -word, (one OR other).
                """
            warnings.append(ArticleWarning(.operatorsIgnored, detail: detail))
        }
        return warnings
    }
}
