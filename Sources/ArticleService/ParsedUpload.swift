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
    }

    /// The articles in the upload's order; at least one.
    package var articles: [Article]
    /// How long it took to parse them and to count their words.
    package var duration: Duration

    /// Parses an upload on the caller's thread.
    package static func parsing(_ upload: Upload) -> Result<ParsedUpload, ServiceError> {
        let started = ContinuousClock.now
        do throws(ParsingError) {
            let articles = try ArticleParser().parse(upload).map { draft in
                // The dateline belongs to the text that is printed, though it is a field of its own.
                let texts = draft.fields.runningParagraphs.map(\.text)
                let dateline = draft.fields.dateline.map { [$0.raw] } ?? []
                return Article(draft: draft, wordCount: WordCount.of(dateline + texts))
            }
            return .success(
                ParsedUpload(articles: articles, duration: started.duration(to: .now))
            )
        } catch {
            return .failure(.parsing(error))
        }
    }
}
