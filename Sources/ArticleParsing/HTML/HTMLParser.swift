import Articles

extension InputFormat {
    /// HTML: a page, or a part of one; it is tried before feeds, as XHTML begins as XML does.
    public static let html = InputFormat(
        "html",
        name: "HTML",
        mediaType: "text/html",
        declaredTypes: ["text/html", "application/xhtml+xml"],
        signs: [
            Sign(why: "it begins with an HTML tag") { $0.beginsWithHTML },
            Sign(why: "it has HTML tags", isSufficient: false) { $0.hasTag },
        ],
        items: { (input: consuming DecodedText) in
            HTMLParser.drafts(of: consume input).map { ParsedItem(.success($0)) }
        }
    )
}

/// Makes drafts of pages: the tree, what its markup says, the element that holds the article, and
/// then the stages that plain text goes through.
enum HTMLParser {
    /// The articles of a page, whose given fields override what the page says.
    ///
    /// - Returns: None where the page has neither text nor a headline.
    static func drafts(of input: consuming DecodedText) -> [ArticleDraft] {
        let tree = HTMLTreeBuilder.tree(of: input.text)
        guard tree.nodes.count > 1 else { return [] }
        let places = SourcePlaces(in: input.text)
        // From here on the page is the tree's: of a large one its source need not stay as well.
        input.text = ""
        let metadata = PageMetadata(of: tree)
        let finder = bestFinder(in: tree, headings: metadata.headings)
        return articles(in: tree, metadata, finder, input, places).compactMap { article in
            var draft = article.draft()
            if let warning = warning(of: tree.truncation) { draft?.warnings.append(warning) }
            return draft
        }
    }

    /// The text of a page, and where that is little, what is found of it with less belief in classes,
    /// or with what it shows where scripts do not run.
    private static func bestFinder(in tree: HTMLTree, headings: [Int]) -> ContentFinder {
        var best = ContentFinder(PageTextReader.text(of: tree), in: tree, headings: headings)
        func prose(_ finder: ContentFinder) -> Int {
            finder.container().map { finder.prose(of: $0) } ?? 0
        }
        for withoutScripts in [false, true] {
            let columns = prose(best)
            guard columns < HTMLWeights.littleText else { break }
            if withoutScripts, !tree.nodes.contains(where: { $0.tag == .noscript }) { break }
            let other = ContentFinder(
                withoutScripts ? PageTextReader.text(of: tree, withoutScripts: true) : best.page,
                in: tree,
                headings: headings,
                isCautious: !withoutScripts
            )
            if prose(other) > columns * 2 { best = other }
        }
        return best
    }

    /// The main article, or where all are asked for and the page holds several, each.
    private static func articles(
        in tree: HTMLTree,
        _ metadata: PageMetadata,
        _ finder: ContentFinder,
        _ input: DecodedText,
        _ places: SourcePlaces
    ) -> [PageArticle] {
        if input.given.split == .all {
            let parts = finder.articles()
            if parts.count > 1 {
                return parts.map { part in
                    PageArticle(
                        tree: tree,
                        metadata: PageMetadata(of: tree, part: part, page: metadata),
                        finder: finder,
                        input: input,
                        places: places,
                        root: part
                    )
                }
            }
        }
        let title = metadata.first(.headline)?.value ?? metadata.title
        return [
            PageArticle(
                tree: tree,
                metadata: metadata,
                finder: finder,
                input: input,
                places: places,
                root: finder.mainArticle(titled: title)
            )
        ]
    }

    private static func warning(of truncation: HTMLTree.Truncation?) -> ArticleWarning? {
        guard let truncation else { return nil }
        let limit =
            switch truncation {
            case .tags: "more than \(PageTrimmer.tagLimit) tags"
            case .nodes: "more than \(HTMLTreeBuilder.nodeLimit) elements and texts"
            case .depth: "elements more than \(HTMLTreeBuilder.depthLimit) deep in each other"
            }
        return ArticleWarning(
            .truncated,
            field: .text,
            detail: "The page has \(limit); what comes after them was not read."
        )
    }
}
