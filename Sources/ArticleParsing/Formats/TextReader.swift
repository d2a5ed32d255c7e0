import Articles

extension InputFormat {
    /// Plain text; what is declared as it may be any other form.
    public static let text = InputFormat(
        "text",
        name: "text",
        mediaType: "text/plain",
        items: TextReader.items
    )
}

/// Reads plain text, which may hold several articles.
enum TextReader {
    /// What became of the articles in a text.
    static func items(of input: DecodedText) throws(ParsingError) -> [ParsedItem] {
        try TextLimits.check(input.text)
        return TextParser.drafts(of: input).map { ParsedItem(.success($0)) }
    }
}
