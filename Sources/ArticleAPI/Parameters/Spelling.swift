import TextAnalysis

/// Finds the word that was probably meant.
enum Spelling {
    /// The candidate that is nearest to a word: one slip away, two in words of six letters and more.
    ///
    /// `nil` where none is that near. Words of one or two letters are never guessed.
    static func nearest(to word: String, among candidates: [String]) -> String? {
        let letters = Array(word.lowercased().unicodeScalars.prefix(64))
        guard letters.count > 2 else { return nil }
        let limit = letters.count > 5 ? 2 : 1
        let near = candidates.filter { $0.utf8.count > 1 }.compactMap { candidate in
            EditDistance.between(
                letters,
                Array(candidate.lowercased().unicodeScalars),
                limit: limit
            )
            .map { (word: candidate, slips: $0) }
        }
        return near.min { $0.slips < $1.slips }?.word
    }
}
