/// Tells the language of a text.
enum LanguageIdentifier {
    /// A guess with how sure it is.
    struct Guess: Sendable, Equatable {
        /// The language as a BCP 47 tag: `en`, `zh-Hant`.
        var tag: String
        /// 0 to 1.
        var confidence: Double
    }

    /// The most likely language of a text; `nil` where nothing speaks for any.
    static func language(of text: some StringProtocol) -> Guess? {
        nil
    }
}
