/// One page of the answer to a query.
public struct ArticlePage: Sendable, Hashable {
    /// An article that was found.
    public struct Hit: Sendable, Hashable {
        /// The article.
        public var article: Article
        /// How well it matches: its BM25 over that of the query's best hit, greater than 0 and up to
        /// 1; `nil` where nothing was ranked.
        public var score: Double?
        /// The headline with its matching words marked; `nil` where none matched.
        public var highlightedHeadline: String?
        /// The best passages of the text with their matching words marked.
        public var highlightedPassages: [String]
        /// How many near copies of it the query finds that are hidden; `nil` where all are shown.
        public var copies: Int?

        /// Makes a hit.
        public init(
            article: Article,
            score: Double? = nil,
            highlightedHeadline: String? = nil,
            highlightedPassages: [String] = []
        ) {
            self.article = article
            self.score = score
            self.highlightedHeadline = highlightedHeadline
            self.highlightedPassages = highlightedPassages
        }
    }

    /// A value with the number of articles that have it.
    public struct Count: Sendable, Hashable {
        /// The value; a month is `2023-10`.
        public var value: String
        /// How many articles have it.
        public var count: Int

        /// Makes a count.
        public init(value: String, count: Int) {
            self.value = value
            self.count = count
        }
    }

    /// How many articles match, on all pages.
    public var total: Int
    /// Whether `total` is exact, or a lower bound.
    public var totalIsExact = true
    /// How many articles were ranked, where there are more: the newest, and those with rare words.
    public var ranked: Int?
    /// The articles of this page, in order.
    public var hits: [Hit]
    /// The cursor of the next page; `nil` on the last one.
    public var next: String?
    /// The order they are in.
    public var sort: ArticleQuery.Sort
    /// The query as it was understood, for a person; `nil` without words.
    public var parsedQuery: String?
    /// Whether all the words were asked for, or any; `nil` without words.
    public var matchedAll: Bool?
    /// The query that was probably meant; `nil` where every word of it is in some article.
    public var didYouMean: String?
    /// What was looked for in place of words that no article has.
    public var alsoMatched: [String] = []
    /// How many of the articles have what, the most frequent values first.
    public var facets: [ArticleQuery.Facet: [Count]] = [:]
    /// What the client should know: that the query was longer than is looked at.
    public var warnings: [ArticleWarning] = []

    /// Makes a page.
    public init(
        total: Int,
        totalIsExact: Bool = true,
        hits: [Hit],
        next: String? = nil,
        sort: ArticleQuery.Sort,
        parsedQuery: String? = nil,
        matchedAll: Bool? = nil,
        warnings: [ArticleWarning] = []
    ) {
        self.total = total
        self.totalIsExact = totalIsExact
        self.hits = hits
        self.next = next
        self.sort = sort
        self.parsedQuery = parsedQuery
        self.matchedAll = matchedAll
        self.warnings = warnings
    }
}
