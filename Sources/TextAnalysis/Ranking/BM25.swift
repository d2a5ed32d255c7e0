/// How good an article is for a query, by how often it has each thing that is asked for.
///
/// Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009, with k1 1.2 and b 0.75. A
/// length counts the headline as often as its places count.
///
/// A score depends on the article and on `Statistics` alone: with those of the first page, later pages
/// have the very same scores, whatever has been written in between.
public struct BM25: Sendable {
    /// What the scores depend on beside the article itself.
    public struct Statistics: Equatable, Sendable {
        /// How many articles there are.
        public var articleCount: Int64
        /// The sum of their lengths.
        public var searchLength: Int64
        /// How many of them have each group of the plan.
        public var frequencies: [Int64]

        /// Makes statistics.
        public init(articleCount: Int64, searchLength: Int64, frequencies: [Int64] = []) {
            self.articleCount = articleCount
            self.searchLength = searchLength
            self.frequencies = frequencies
        }
    }

    /// How many places a word of the headline stands for.
    public static let headlineWeight = 2

    private static let k1 = 1.2
    private static let b = 0.75

    /// What a group adds at the most, by its number.
    public let weights: [Double]
    /// What counts are weighed against, by the code of an article's length.
    public let norms: [Double]

    /// Prepares for a plan's groups.
    public init(_ groups: [SearchPlan.Group], _ statistics: Statistics) {
        let articles = Double(max(1, statistics.articleCount))
        weights = groups.enumerated().map { index, group in
            guard group.isRanked else { return 0 }
            let frequency =
                index < statistics.frequencies.count
                ? Double(statistics.frequencies[index]) : 0
            let rarity = Self.rarity(frequency: frequency, articles: articles)
            return group.weight * rarity * (Self.k1 + 1)
        }
        let average = Double(max(1, statistics.searchLength)) / articles
        norms = (0...255).map { code in
            let length = Double(SearchLength.words(code: UInt8(code)))
            return Self.k1 * (1 - Self.b + Self.b * length / average)
        }
    }

    /// How much a thing tells that so many of all articles have; above 0 even where most have it.
    static func rarity(frequency: Double, articles: Double) -> Double {
        let odds = (max(0, articles - frequency) + 0.5) / (frequency + 0.5)
        return logarithm(1 + odds)
    }

    /// What a group adds to the score of an article that has it at `count` places.
    ///
    /// - Parameters:
    ///   - weight: The group's.
    ///   - count: More than none.
    ///   - norm: That of the article's length.
    /// - Returns: At most the weight.
    @inline(__always)
    public static func score(weight: Double, count: Int, norm: Double) -> Double {
        let frequency = Double(count)
        return weight * frequency / (frequency + norm)
    }
}
