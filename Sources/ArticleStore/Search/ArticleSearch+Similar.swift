import Articles
import SQLite
import TextAnalysis

/// Articles that are like another.
extension ArticleSearch {
    /// So many of the first hits are read for words that the article itself does not have.
    private static let readHits = 3

    static let keyOfArticle = "SELECT search_key FROM article WHERE id = :id"

    /// The articles that an article is most like, the likest first, less the article itself.
    func similarArticles(
        to id: Int64,
        limit: Int
    ) throws(StoreError) -> Lookup<[SimilarArticle]> {
        try storeErrors { () throws(SQLiteError) in
            try connection.transaction(.deferred) {
                () throws(SQLiteError) -> Lookup<[SimilarArticle]> in
                try statistics.refresh()
                switch try rows.article(id) {
                case .found(let article): return .found(try similar(to: article, limit: limit))
                case .gone(let reason, let moment): return .gone(reason: reason, at: moment)
                case .unknown: return .unknown
                }
            }
        }
    }

    private func similar(
        to article: Article,
        limit: Int
    ) throws(SQLiteError) -> [SimilarArticle] {
        let key = try connection.statement(Self.keyOfArticle).first(["id": .integer(article.id)]) {
            SearchKey(rawValue: $0.int64(0))
        }
        var likeness = try self.likeness(of: article)
        let first = try hits(like: likeness, count: Self.readHits + 1).filter { $0.key != key }
        var others: [(likeness: Likeness, score: Double)] = []
        for hit in first.prefix(Self.readHits) {
            guard let other = try self.article(at: hit.key) else { continue }
            others.append((try self.likeness(of: other), hit.score))
        }
        likeness.add(others)
        let found = try hits(like: likeness, count: limit + 1)
        // The article is the best of its likes, unless it is older than all that were ranked.
        let whole = found.first { $0.key == key }?.score ?? found.first?.score ?? 1
        var similar: [SimilarArticle] = []
        for hit in found where hit.key != key && similar.count < limit {
            guard let other = try self.article(at: hit.key) else { continue }
            similar.append(SimilarArticle(article: other, similarity: min(1, hit.score / whole)))
        }
        return similar
    }

    private func likeness(of article: Article) throws(SQLiteError) -> Likeness {
        try Likeness(article.fields, articleCount: statistics.articleCount, by: vocabulary)
    }

    private func hits(
        like likeness: Likeness,
        count: Int
    ) throws(SQLiteError) -> [HitCollector.Ranked] {
        let plan = likeness.plan
        guard !plan.isEmpty else { return [] }
        let scope = try SearchScope(
            plan,
            ArticleQuery(),
            from: nil,
            until: nil,
            connection: connection
        )
        return try ranked.find(scope, limit: count, continuing: nil).best
    }

    private func article(at key: SearchKey) throws(SQLiteError) -> Article? {
        let id = try connection.statement(Self.idOfKey).first(["key": .integer(key.rawValue)]) {
            $0.int64(0)
        }
        guard let id, case .found(let article) = try rows.article(id) else { return nil }
        return article
    }
}
