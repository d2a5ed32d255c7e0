import Articles

/// Makes drafts of pages: the tree, what its markup says, the element that holds the article, and
/// then the stages that plain text goes through.
enum HTMLParser {
    /// The articles of a page, whose given fields override what the page says.
    ///
    /// - Returns: None where the page has neither text nor a headline.
    static func drafts(of input: DecodedText) -> [ArticleDraft] {
        let tree = HTMLTreeBuilder.tree(of: input.text)
        guard tree.nodes.count > 1 else { return [] }
        let metadata = PageMetadata(of: tree)
        let page = PageTextReader.text(of: tree)
        var finder = ContentFinder(page, in: tree, headings: metadata.headings)
        let columns = finder.container().map { finder.prose(of: $0) } ?? 0
        if columns < HTMLWeights.littleText {
            let cautious = ContentFinder(
                page,
                in: tree,
                headings: metadata.headings,
                isCautious: true
            )
            let more = cautious.container().map { cautious.prose(of: $0) } ?? 0
            if more > columns * 2 { finder = cautious }
        }
        let article = PageArticle(tree: tree, metadata: metadata, finder: finder, input: input)
        return article.draft().map { [$0] } ?? []
    }
}
