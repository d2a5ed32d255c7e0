/// An article as the parser found it, before it is stored.
public struct ArticleDraft: Sendable, Hashable {
    /// What was found.
    public var fields: ArticleFields
    /// How it was found.
    public var explanation: Explanation
    /// What the client should know.
    public var warnings: [ArticleWarning]

    /// Makes a draft.
    public init(
        fields: ArticleFields,
        explanation: Explanation,
        warnings: [ArticleWarning] = []
    ) {
        self.fields = fields
        self.explanation = explanation
        self.warnings = warnings
    }
}
