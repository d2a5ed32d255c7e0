import Articles

/// The words by which articles like another are found: how much of a text each has.
///
/// The model of RM3 (Abdul-Jaleel and others, "UMass at TREC 2004: Novelty and HARD"): an article is
/// its own first query, the best hits of that are read as well, and the query goes on with the words
/// of all of them.
public struct Likeness: Sendable {
    /// The share of each term; together 1, unless there is none.
    private var shares: [String: Double]

    /// So many terms ask for others; more cost more and find no more.
    private static let maximumTerms = 25
    /// So many terms of a text are weighed, those that it has most of: each costs a look-up.
    private static let maximumWeighed = 2_000
    /// So many terms are weighed whose frequency nothing is known of without counting.
    private static let maximumCounted = 40

    /// Reads an article.
    ///
    /// - Parameters:
    ///   - fields: The article.
    ///   - articleCount: How many articles there are.
    ///   - lexicon: Tells how rare a word is: what every twentieth article has tells none from the
    ///     others.
    /// - Throws: What the lexicon throws.
    public init<Words: Lexicon>(
        _ fields: ArticleFields,
        articleCount: Int64,
        by lexicon: Words
    ) throws(Words.Failure) {
        let frequent = max(16, articleCount / 20)
        var weighed: [(term: String, count: Int, weight: Double)] = []
        var counted = 0
        let terms = Self.terms(of: fields).sorted {
            ($1.value.count, $0.key) < ($0.value.count, $1.key)
        }
        for (term, use) in terms.prefix(Self.maximumWeighed) {
            var frequency: Int64
            if let word = use.word {
                guard let level = try lexicon.level(of: word) else { continue }
                frequency = 1 << Int64(min(40, level))
            } else {
                counted += 1
                guard counted <= Self.maximumCounted else { continue }
                let group = SearchPlan.Group(phrases: [.init([term])])
                frequency = try lexicon.frequency(of: group)
            }
            frequency = min(frequency, articleCount)
            guard frequency <= frequent else { continue }
            let rarity = BM25.rarity(frequency: Double(frequency), articles: Double(articleCount))
            weighed.append((term, use.count, Double(use.count) * rarity))
        }
        weighed.sort { ($1.weight, $0.term) < ($0.weight, $1.term) }
        let chosen = weighed.prefix(Self.maximumTerms)
        let sum = Double(chosen.reduce(0) { $0 + $1.count })
        shares = Dictionary(
            uniqueKeysWithValues: chosen.map { ($0.term, Double($0.count) / sum) }
        )
    }

    /// How often a text has each term, and a word that it came from; `nil` for a pair of letters.
    private static func terms(of fields: ArticleFields) -> [String: (count: Int, word: String?)] {
        let language = fields.language.map { String($0.prefix { $0 != "-" }).lowercased() } ?? "en"
        let stopWords = StopWords.of(language)
        let rules = TextLanguage(fields.language)
        var terms: [String: (count: Int, word: String?)] = [:]
        Analyzers.shared.withAnalyzer { analyzer in
            for text in [fields.headline, fields.standfirst, fields.text].compactMap(\.self) {
                analyzer.analyze(text, in: rules) { found in
                    let word: String?
                    switch found.kind {
                    case .word:
                        guard ArticleTerms.isWord(found) else { return true }
                        let letters = String(decoding: found.word, as: UTF8.self)
                        guard !stopWords.contains(letters) else { return true }
                        word = letters
                    case .pair: word = nil
                    case .alternate, .joined, .single: return true
                    }
                    let term = String(decoding: found.bytes, as: UTF8.self)
                    terms[term, default: (0, word)].count += 1
                    return true
                }
            }
        }
        return terms
    }

    /// Takes others in, each with how good a hit it was: half of the words are theirs afterwards.
    public mutating func add(_ others: [(likeness: Likeness, score: Double)]) {
        let sum = others.reduce(0) { $0 + $1.score }
        guard sum > 0 else { return }
        for term in shares.keys { shares[term]? /= 2 }
        for other in others {
            for (term, share) in other.likeness.shares {
                shares[term, default: 0] += share * other.score / sum / 2
            }
        }
    }

    /// The plan that finds articles with any of the words, those with the largest shares.
    public var plan: SearchPlan {
        var plan = SearchPlan()
        let chosen = shares.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        for (term, share) in chosen.prefix(Self.maximumTerms) {
            plan.optional.append(.group(plan.groups.count))
            var group = SearchPlan.Group(phrases: [.init([term])])
            group.weight = share
            plan.groups.append(group)
        }
        plan.matchesAll = false
        return plan
    }
}
