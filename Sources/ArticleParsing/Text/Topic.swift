/// The words that an article's text is about: long enough to mean something, and in its opening.
struct Topic: Sendable {
    private var words = HashedWords()

    /// Reads the opening of a text.
    init(of body: some Sequence<Block>, in text: Manuscript) {
        var read = 0
        for block in body where block.isProse || block.isSentence {
            for token in text.tokens(in: block.content, limit: 120) where Self.isMeaningful(token) {
                words.insert(Self.stem(of: token, in: text))
            }
            read += 1
            if read >= 12 { break }
        }
    }

    /// Which share of a line's words the text speaks of, 0 to 1; `nil` where it has too few words.
    func share(of range: Range<Int>, in text: Manuscript) -> Double? {
        let tokens = text.tokens(in: range, limit: 60).filter(Self.isMeaningful)
        guard tokens.count >= 2, !words.isEmpty else { return nil }
        let known = tokens.count { words.contains(Self.stem(of: $0, in: text)) }
        return Double(known) / Double(tokens.count)
    }

    private static func isMeaningful(_ token: Token) -> Bool {
        guard token.kind == .word else { return false }
        let kind = ScalarClass(token.first)
        return token.count >= 4 || kind == .spaceless || (kind == .upper && token.count >= 2)
            || (kind == .letter && token.count >= 2)
    }

    /// A word's first letters, so that endings do not count: five of an alphabet, two of a syllabary.
    private static func stem(of token: Token, in text: Manuscript) -> UInt64 {
        let length = token.first.isHangulSyllable ? 2 : 5
        var hash = FoldedHash()
        for index in token.range.prefix(length) { hash.combine(text.scalars[index]) }
        return hash.value
    }
}
