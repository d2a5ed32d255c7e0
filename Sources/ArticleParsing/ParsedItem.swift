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

    /// What an exported line says beside the article, which counts before what is said of the upload;
    /// `nil` for all other articles.
    package var exported: ExportedArticle?

    /// Makes an item of an exported line.
    init(_ exported: ExportedArticle, line: Int) {
        self.init(.success(exported.draft), line: line, name: exported.name)
        self.exported = exported
    }

    /// Says what became of an article.
    public init(_ result: Result<ArticleDraft, ParsingError>, line: Int? = nil, name: String? = nil)
    {
        self.result = result
        self.line = line
        self.name = name
    }
}
