import Articles

/// Makes articles of whatever text people have.
///
/// A pure function: the same upload gives the same articles on every machine and at any time.
public struct ArticleParser: Sendable {
    /// Makes a parser.
    public init() {}

    /// Parses an upload.
    ///
    /// - Returns: At least one draft, each with at least one paragraph or a headline.
    /// - Throws: Why there is no article in it.
    public func parse(_ upload: Upload) throws(ParsingError) -> [ArticleDraft] {
        var drafts: [ArticleDraft] = []
        let inputs = try Intake.read(upload)
        for input in inputs { drafts += try Formats.drafts(of: input) }
        guard drafts.isEmpty else { return drafts }
        let hasLetters = inputs.contains { input in
            input.text.unicodeScalars.contains { $0.properties.isAlphabetic }
        }
        throw .noArticle(
            reason: hasLetters
                ? "It holds only what stands around articles on a page: buttons, menus, notices."
                : "It holds no words."
        )
    }
}
