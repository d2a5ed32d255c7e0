/// What a language looks like in print.
struct LanguageProfile: Sendable {
    /// Its BCP 47 tag.
    let tag: String
    /// Its letters beyond A to Z, or of its script those that the others of that script lack.
    let letters: String
    /// Its commonest words in small letters, roughly the most frequent first.
    ///
    /// Of an elided word what stands before the apostrophe: `l`, `qu`.
    let words: String
    /// How much evidence it needs more than the languages that most news is in; 0 for those.
    let handicap: Double

    init(_ tag: String, letters: String = "", handicap: Double = 0, words: String) {
        self.tag = tag
        self.letters = letters
        self.handicap = handicap
        self.words = words
    }
}
