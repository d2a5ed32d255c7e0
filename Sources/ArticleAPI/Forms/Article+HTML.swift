import Articles

extension Article {
    /// The text in elements of HTML, as it is part of feeds and of other records.
    var htmlBody: String {
        let article = ArticleHTML(fields: fields, wordCount: wordCount)
        return String(decoding: article.body.bytes, as: UTF8.self)
    }
}
