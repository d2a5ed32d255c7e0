import Articles
import SQLite

/// Counts the articles of an answer by what they have.
struct FacetCounter {
    let connection: Connection

    /// So many articles are counted, the newest.
    static let maximumArticles = 10_000
    /// So many values are given, the most frequent.
    private static let maximumValues = 50

    static let article = """
        SELECT article.id, article.version, source.name, language, author_count, tag_count
        FROM article INDEXED BY article_by_search_key
        LEFT JOIN source ON source.id = article.source_id
        WHERE article.removed_at IS NULL AND article.search_key = :key
        """

    /// Counts by some facets.
    func count(
        _ facets: [ArticleQuery.Facet],
        _ walk: HitWalk
    ) throws(SQLiteError) -> [ArticleQuery.Facet: [ArticlePage.Count]] {
        var keys: [SearchKey] = []
        try walk.forEach { key in
            keys.append(key)
            return keys.count < Self.maximumArticles
        }
        var counts: [ArticleQuery.Facet: [String: Int]] = [:]
        for facet in facets { counts[facet] = [:] }
        if counts[.month] != nil {
            for key in keys {
                guard let day = try walk.day(of: key) else { continue }
                counts[.month]?[String("\(day)".prefix(7)), default: 0] += 1
            }
        }
        if facets.contains(where: { $0 != .month }) {
            for key in keys { try count(key, &counts) }
        }
        var found: [ArticleQuery.Facet: [ArticlePage.Count]] = [:]
        for (facet, values) in counts {
            let sorted = values.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            // Months have an end of their own, and a timeline wants all of them.
            let limit = facet == .month ? sorted.count : Self.maximumValues
            found[facet] = sorted.prefix(limit).map { .init(value: $0.key, count: $0.value) }
        }
        return found
    }

    private func count(
        _ key: SearchKey,
        _ counts: inout [ArticleQuery.Facet: [String: Int]]
    ) throws(SQLiteError) {
        let found = try connection.statement(Self.article).first(["key": .integer(key.rawValue)]) {
            row in
            (
                version: ["id": .integer(row.int64(0)), "version": .integer(row.int64(1))]
                    as Bindings,
                source: row.optionalString(2), language: row.optionalString(3),
                authors: row.int(4), tags: row.int(5)
            )
        }
        guard let found else { return }
        if let source = found.source { counts[.source]?[source, default: 0] += 1 }
        if let language = found.language { counts[.language]?[language, default: 0] += 1 }
        if found.tags > 0, counts[.tag] != nil {
            let tags = try connection.statement(ArticleRows.tags).map(found.version) {
                $0.string(0)
            }
            for tag in Set(tags) { counts[.tag]?[tag, default: 0] += 1 }
        }
        if found.authors > 0, counts[.author] != nil {
            let names = try connection.statement(ArticleRows.authors).map(found.version) {
                $0.string(0)
            }
            for name in Set(names) { counts[.author]?[name, default: 0] += 1 }
        }
    }
}
