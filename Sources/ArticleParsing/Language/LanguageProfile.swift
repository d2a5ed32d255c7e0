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
    /// Groups of letters that are common in it and rarer elsewhere, which decide where a text is
    /// too short for words; `_` is a word's start or end: `_th`, `ing_`, `sch`.
    let clusters: String
    /// Letters from A to Z that only foreign words and names have in it.
    let absent: String
    /// How much evidence it needs more than the language that most news is in; 0 for that.
    let handicap: Double

    init(
        _ tag: String,
        letters: String = "",
        absent: String = "",
        handicap: Double = 0,
        words: String,
        clusters: String = ""
    ) {
        self.tag = tag
        self.letters = letters
        self.absent = absent
        self.handicap = handicap
        self.words = words
        self.clusters = clusters
    }
}

extension LanguageProfile {
    /// The languages that are written in the Latin script.
    static let latin = germanic + romance + latinSlavic + otherEuropean + latinOfAsiaAndAfrica
}
