/// A line above an article that names what it says: `Author: Jane Roe`.
struct PrintedEntry: Sendable {
    var entry: CreditWords.Entry
    /// Where the value stands.
    var value: Range<Int>

    /// Reads a line as an entry; `nil` where it is none.
    static func entry(in block: Block, of text: Manuscript) -> PrintedEntry? {
        guard block.columns <= 400,
            let colon = block.content.prefix(24).first(where: {
                text.scalars[$0] == ":" || text.scalars[$0] == "："
            }),
            colon > block.content.lowerBound, colon + 1 < block.content.upperBound
        else { return nil }
        let key = PhraseKey(text, block.content.lowerBound..<colon)
        guard key.words > 0, key.words <= 4,
            let found = CreditWords.entryNames.first(where: { $0.names.contains(key) })
        else { return nil }
        let value = text.trimmed(colon + 1..<block.content.upperBound)
        return value.isEmpty ? nil : PrintedEntry(entry: found.entry, value: value)
    }
}
