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

    /// The item, with a warning where its date is not to be believed, whoever gave it.
    ///
    /// That is one that lies after the day of receipt by more than zones can differ. What was exported
    /// is left as it was.
    func warned(receivedOn day: CalendarDay) -> ParsedItem {
        guard exported == nil, case .success(var draft) = result,
            let published = draft.fields.published, published.start.day > day.advanced(by: 1)
        else { return self }
        draft.warnings.append(
            ArticleWarning(
                .futureDate,
                field: .published,
                detail: "It is dated \(published), after the day it was received."
            )
        )
        var item = self
        item.result = .success(draft)
        return item
    }

    /// Says what became of an article.
    public init(_ result: Result<ArticleDraft, ParsingError>, line: Int? = nil, name: String? = nil)
    {
        self.result = result
        self.line = line
        self.name = name
    }
}
