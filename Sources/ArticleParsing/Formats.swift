import Articles

/// The forms of input that are understood, each with what reads it.
enum Formats {
    /// The articles in a text, in its order.
    static func drafts(of input: DecodedText) throws(ParsingError) -> [ArticleDraft] {
        switch input.format {
        case .text, .markdown: TextParser.drafts(of: input)
        case .html, .json, .ndjson, .feed: throw .unsupportedFormat(input.format)
        }
    }
}
