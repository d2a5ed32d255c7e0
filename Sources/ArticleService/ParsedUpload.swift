import ArticleParsing
import Articles

/// The articles in an upload, before anything is stored.
package struct ParsedUpload: Sendable {
    /// An article.
    package struct Article: Sendable {
        /// What was found.
        package var draft: ArticleDraft
        /// How many words its text has.
        package var wordCount: Int

        init(_ draft: ArticleDraft) {
            self.draft = draft
            // The dateline belongs to the text that is printed, though it is a field of its own.
            let texts = draft.fields.runningParagraphs.map(\.text)
            let dateline = draft.fields.dateline.map { [$0.raw] } ?? []
            wordCount = WordCount.of(dateline + texts)
        }
    }

    /// What became of one article of the upload.
    package struct Item: Sendable {
        /// The article, or why there is none.
        package var result: Result<Article, ParsingError>
        /// The line on which it begins, where the upload is read line by line.
        package var line: Int?
        /// The client's own name for it, if it says one.
        package var name: String?
        /// The bytes that it alone came from; `nil` where it came from the whole upload.
        package var original: [UInt8]?
        /// What an exported line says beside the article, where it is one.
        package var exported: ExportedArticle?

        init(_ item: ParsedItem) {
            result = item.result.map(Article.init)
            line = item.line
            name = item.name
            original = item.original
            exported = item.exported
        }
    }

    /// What became of each article, in the upload's order; at least one.
    package var items: [Item]
    /// How long it took to parse them and to count their words.
    package var duration: Duration

    /// The articles in the upload's order, gathered anew each time.
    package var articles: [Article] { items.compactMap { try? $0.result.get() } }

    /// Parses an upload on the caller's thread.
    ///
    /// - Parameters:
    ///   - upload: The upload.
    ///   - keepsFailure: Whether an article that is alone and failed is an item like others.
    /// - Returns: What became of its articles; else, where there was one and it failed, why.
    package static func parsing(
        _ upload: consuming Upload,
        keepsFailure: Bool = false
    ) -> Result<ParsedUpload, ServiceError> {
        let started = ContinuousClock.now
        do throws(ParsingError) {
            let items = try ArticleParser().items(in: consume upload)
            if items.count == 1, !keepsFailure { _ = try items[0].result.get() }
            return .success(
                ParsedUpload(
                    items: items.map(Item.init),
                    duration: started.duration(to: .now)
                )
            )
        } catch {
            return .failure(.parsing(error))
        }
    }
}
