/// How much text is read as articles.
enum TextLimits {
    /// The most line ends, and form feeds.
    ///
    /// What is known of each block takes some 500 bytes while it is read, and a book has a tenth of this.
    static let mostLines = 200_000

    /// Refuses a text of more lines than any has that holds articles.
    static func check(_ text: String) throws(ParsingError) {
        let lineEnds = text.utf8.lazy.count { byte in
            byte == ASCII.lineFeed || byte == ASCII.carriageReturn || byte == ASCII.formFeed
        }
        guard lineEnds <= mostLines else {
            throw .noArticle(
                reason: "It has more than \(mostLines) lines, as no article has: send it in parts."
            )
        }
    }
}
