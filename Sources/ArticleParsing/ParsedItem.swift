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

    /// What an exported line says of how the article came, which counts before what is said of the
    /// upload; `nil` for all other articles.
    public var origin: Origin?

    /// How an article came that is stored again.
    public struct Origin: Sendable {
        /// When it was received.
        public var receivedAt: Timestamp
        /// The declared type of the bytes that it came from.
        public var declaredType: String?
        /// Whether those bytes are those of the article before.
        public var sharesOriginal: Bool
    }

    /// Makes an item of an exported line.
    init(_ exported: ExportedArticle, _ draft: ArticleDraft, line: Int) {
        self.init(.success(draft), line: line, name: exported.name)
        original = exported.original?.bytes
        origin = Origin(
            receivedAt: exported.receivedAt,
            declaredType: exported.original?.declaredType,
            sharesOriginal: exported.original == nil
        )
    }

    /// Says what became of an article.
    public init(_ result: Result<ArticleDraft, ParsingError>, line: Int? = nil, name: String? = nil)
    {
        self.result = result
        self.line = line
        self.name = name
    }
}
