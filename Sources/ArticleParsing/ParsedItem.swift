import Articles

/// What became of one article of an upload that may hold many.
public struct ParsedItem: Sendable {
    /// The article, or why there is none.
    public var result: Result<ArticleDraft, ParsingError>
    /// The line on which it begins, from 1, where the upload is read line by line.
    public var line: Int?
    /// The client's own name for it, if it says one.
    public var name: String?

    /// The bytes that it alone came from, where the upload is read line by line; else it came from
    /// the whole upload.
    public var original: [UInt8]?

    /// Says what became of an article.
    public init(_ result: Result<ArticleDraft, ParsingError>, line: Int? = nil, name: String? = nil)
    {
        self.result = result
        self.line = line
        self.name = name
    }
}
