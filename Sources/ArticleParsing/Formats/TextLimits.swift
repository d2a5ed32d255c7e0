import Articles

/// How much text is read as articles.
enum TextLimits {
    /// The most signs that end a line or a page.
    ///
    /// What is known of each line and block takes some 500 bytes while it is read, and a book has a
    /// tenth of this.
    static let mostLines = 200_000

    /// Refuses a text of more lines than any has that holds articles.
    static func check(_ text: String) throws(ParsingError) {
        var text = text
        let lineEnds = text.withUTF8 { bytes in
            var count = 0
            var index = 0
            while index < bytes.count {
                guard bytes[index] >= 0x80 else {
                    if LineReader.isLineEnd(Unicode.Scalar(bytes[index])) { count += 1 }
                    index += 1
                    continue
                }
                let (scalar, length) = bytes.scalar(at: index)
                if LineReader.isLineEnd(scalar) { count += 1 }
                index += length
            }
            return count
        }
        guard lineEnds <= mostLines else {
            throw .noArticle(
                reason: "It has more than \(mostLines) lines, as no article has: send it in parts."
            )
        }
    }
}
