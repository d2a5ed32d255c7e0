import Articles

/// The forms of input that are understood, each with what reads it: a new form is a line here and a
/// file beside it.
enum Formats {
    /// What became of the articles in a text, in its order.
    static func items(of input: DecodedText) throws(ParsingError) -> [ParsedItem] {
        switch input.format {
        case .markdown: try MarkdownReader.items(of: input)
        case .text: try TextReader.items(of: input)
        case .json: try JSONReader.items(of: input)
        case .ndjson: try NDJSONReader.items(of: input)
        case .feed: try FeedReader.items(of: input)
        case .html: HTMLParser.drafts(of: input).map { ParsedItem(.success($0)) }
        }
    }
}
