import SQLite
import TextAnalysis

/// What is known of the index as a whole: how many articles there are, in which languages, and how many
/// have a thing that was asked for.
///
/// Counts are kept: exactly until the next commit, those of frequent things until the archive has grown
/// by a hundredth, which moves no ranking. It belongs to one connection.
final class IndexStatistics {
    private struct Count {
        var articles: Int64
        var generation: Int64
        var articleCount: Int64
    }

    private let connection: Connection
    private var counts: [String: Count] = [:]
    /// By what was searched for: counted up to where a total is told.
    private var totals: [String: Count] = [:]
    private var languagesOf: Int64 = -1
    /// A number that changes with every commit.
    private(set) var generation: Int64 = -1
    /// How many articles there are.
    private(set) var articleCount: Int64 = 0
    /// The sum of their lengths.
    private(set) var searchLength: Int64 = 0
    /// Analyses queries by the languages of the articles.
    private(set) var compiler = QueryCompiler([])

    private static let maximumCounts = 10_000
    /// A count up to this is taken anew after every commit.
    private static let rareCount: Int64 = 1_000

    init(_ connection: Connection) { self.connection = connection }

    static let state = """
        SELECT generation, article_count, search_length FROM store_state WHERE id = 1
        """
    static let languages = "SELECT language, article_count FROM search_language"

    /// Reads what has changed; to be called in the transaction of a search.
    func refresh() throws(SQLiteError) {
        let earlier = generation
        try connection.statement(Self.state).forEach { row in
            (generation, articleCount, searchLength) = (row.int64(0), row.int64(1), row.int64(2))
        }
        guard generation != earlier, isFarFrom(languagesOf) else { return }
        languagesOf = articleCount
        let languages = try connection.statement(Self.languages).map { row in
            QueryCompiler.Language(name: row.string(0), count: row.int64(1))
        }
        compiler = QueryCompiler(languages)
    }

    /// Whether the number of articles has changed much since it was `count`.
    private func isFarFrom(_ count: Int64) -> Bool {
        count < 0 || abs(articleCount - count) * 100 >= max(1, count)
    }

    static let count = "SELECT count(*) FROM article_search WHERE article_search MATCH :match"
    static let exists = """
        SELECT 1 FROM article_search WHERE article_search MATCH :match LIMIT 1
        """

    /// How many articles have one of a group's forms.
    func frequency(of group: SearchPlan.Group) throws(SQLiteError) -> Int64 {
        let match = MatchText(.group(0), [group]).text
        if let known = counts[match],
            known.generation == generation
                || known.articles > Self.rareCount && !isFarFrom(known.articleCount)
        {
            return known.articles
        }
        let found = try connection.statement(Self.count).first(["match": .text(match)]) {
            $0.int64(0)
        }
        if counts.count >= Self.maximumCounts { counts = [:] }
        counts[match] = Count(
            articles: found ?? 0,
            generation: generation,
            articleCount: articleCount
        )
        return found ?? 0
    }

    /// How many articles match, counted up to a limit once until the next commit.
    ///
    /// - Parameters:
    ///   - match: What all articles are searched for.
    ///   - count: Counts up to the limit.
    /// - Returns: What was counted.
    /// - Throws: What `count` throws.
    func total(
        of match: String,
        _ count: () throws(SQLiteError) -> Int
    ) throws(SQLiteError) -> Int {
        if let known = totals[match], known.generation == generation {
            return Int(known.articles)
        }
        let found = try count()
        if totals.count >= Self.maximumCounts { totals = [:] }
        totals[match] = Count(
            articles: Int64(found),
            generation: generation,
            articleCount: articleCount
        )
        return found
    }

    /// Whether any article has one of a group's forms.
    func has(_ group: SearchPlan.Group) throws(SQLiteError) -> Bool {
        let match = MatchText(.group(0), [group]).text
        if let known = counts[match], known.generation == generation { return known.articles > 0 }
        return try connection.statement(Self.exists).first(["match": .text(match)]) { _ in true }
            ?? false
    }
}
