import Articles

/// Reads plain text, which may hold several articles.
enum TextReader {
    /// What became of the articles in a text.
    static func items(of input: DecodedText) throws(ParsingError) -> [ParsedItem] {
        try TextLimits.check(input.text)
        return TextParser.drafts(of: input).map { ParsedItem(.success($0)) }
    }
}
