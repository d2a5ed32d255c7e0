import Articles

/// What a query looks for, as a text's terms are compared with it, one after the other: made once for all
/// texts of an answer.
public final class HighlightTerms: Sendable {
    /// A string of the query as tokens.
    struct Pattern {
        var tokens: [[UInt8]]
        var isPrefix: Bool
        /// What a reader takes for one thing, whatever its form.
        var group: Int
    }

    let patterns: [Pattern]
    /// What a term begins with that can be one of a pattern's.
    let beginnings: TermBeginnings
    /// By its hash: whether a term is one of a pattern's.
    ///
    /// One that is not and has the hash of another is told apart later.
    private let hashes: Set<UInt64>
    /// What a term begins with that is the last of a pattern.
    private let prefixes: [[UInt8]]

    /// Reads what a plan ranks by.
    public init(_ plan: SearchPlan) {
        patterns = plan.groups.enumerated().filter(\.element.isRanked).flatMap { index, group in
            group.phrases.map { phrase in
                Pattern(
                    tokens: phrase.terms.map { Array($0.utf8) },
                    isPrefix: phrase.isPrefix,
                    group: index
                )
            }
        }
        let tokens = patterns.flatMap(\.tokens)
        beginnings = TermBeginnings(of: tokens)
        hashes = Set(tokens.map { FNV1a($0).value })
        prefixes = patterns.filter(\.isPrefix).compactMap(\.tokens.last)
    }

    /// Whether a term may be one of a pattern's.
    func mayHave(_ term: UnsafeBufferPointer<UInt8>) -> Bool {
        hashes.contains(FNV1a(term).value) || prefixes.contains { term.starts(with: $0) }
    }
}
