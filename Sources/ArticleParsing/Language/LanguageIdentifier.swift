/// Tells the language of a text: by its script and, where several languages share one, by their
/// commonest words and their letters.
///
/// Function words make up about half of any text in the languages that have them, so that one
/// paragraph is enough. The method and its rivals: Grefenstette, "Comparing two language
/// identification schemes" (JADT 1995).
enum LanguageIdentifier {
    /// A guess with how sure it is.
    struct Guess: Sendable, Equatable {
        /// The language as a BCP 47 tag: `en`, `zh-Hant`.
        var tag: String
        /// 0 to 1.
        var confidence: Double
    }

    /// How much of a text is looked at, in bytes of UTF-8.
    static let sampleBytes = 64 << 10

    /// The most likely language of a text; `nil` where nothing speaks for any.
    static func language(of text: some StringProtocol) -> Guess? {
        language(ofUTF8: Array(text.utf8.prefix(sampleBytes)))
    }

    /// The same of a text in UTF-8.
    static func language(ofUTF8 text: [UInt8]) -> Guess? {
        text.withUnsafeBufferPointer { bytes in
            LanguageSample(UnsafeBufferPointer(rebasing: bytes.prefix(sampleBytes))).guess()
        }
    }
}
