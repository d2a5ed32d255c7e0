/// How much text is read as articles.
enum TextLimits {
    /// The most signs that end a line or a page.
    ///
    /// What is known of each line and block takes some 500 bytes while it is read, and a book has a
    /// tenth of this.
    static let mostLines = 200_000

    /// Refuses a text of more lines than any has that holds articles.
    static func check(_ text: String) throws(ParsingError) {
        let lineEnds = text.unicodeScalars.lazy.count { LineReader.isLineEnd($0) }
        guard lineEnds <= mostLines else {
            throw .noArticle(
                reason: "It has more than \(mostLines) lines, as no article has: send it in parts."
            )
        }
    }
}
