import Articles

/// Makes drafts of plain text: stages 4 to 7.
enum TextParser {
    /// The articles in a text, in its order; none where it holds only page furniture.
    static func drafts(of input: DecodedText) -> [ArticleDraft] {
        var fields = ArticleFields()
        let length = input.text.unicodeScalars.count
        fields.paragraphs = [Paragraph(text: input.text, span: Span(0, length))]
        return [ArticleDraft(fields: fields, explanation: Explanation(input: input.description))]
    }
}
