/// What a reader who has typed the beginning of a query may be about to ask.
public struct Suggestions: Sendable, Hashable {
    /// An article's headline.
    public struct Headline: Sendable, Hashable {
        /// The article's number.
        public var id: Int64
        /// The headline.
        public var text: String

        /// Makes a headline.
        public init(id: Int64, text: String) {
            self.id = id
            self.text = text
        }
    }

    /// What was typed with its last word completed, the most frequent word first.
    public var completions: [String] = []
    /// Headlines that have the words, and a word that begins as the last one; the newest first.
    public var headlines: [Headline] = []
    /// What was probably meant, where a word of it is in no article.
    public var didYouMean: String?

    /// Makes suggestions of nothing.
    public init() {}
}
