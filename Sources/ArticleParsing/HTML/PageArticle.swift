import Articles

/// One article of a page: its blocks as the readers of text know them, and the fields that the
/// markup and the text give.
struct PageArticle {
    let tree: HTMLTree
    let metadata: PageMetadata
    let finder: ContentFinder
    let input: DecodedText

    private var page: PageText { finder.page }

    /// The article; `nil` where the page has neither text nor a headline.
    func draft() -> ArticleDraft? {
        let site = SiteName.name(of: metadata)
        let headline = HeadlineChooser(tree: tree, metadata: metadata, site: site?.value).choice()
        let container = finder.container()
        let range = container.map { finder.blockRange(of: $0) } ?? 0..<0
        var choices = BodySelector(tree: tree, page: page).choices(in: range)
        setAsideAboveHeadline(&choices, headline: headline)
        choices = headChoices(above: range, headline: headline) + choices
        var manuscript = RenderedManuscript(page: page, choices: choices, headline: headline?.text)
        manuscript.readPhrases()
        if let body = metadata.articleBody, isHidden(body, manuscript) {
            manuscript = RenderedManuscript(paragraphs: body, headline: headline?.text)
        }
        var reader = ArticleReader(
            text: manuscript.text,
            layout: manuscript.layout,
            input: input
        )
        guard var draft = reader.draft(separators: []) else { return nil }
        SourceMap(tree: tree, page: page, source: input.text, lines: manuscript.lines).move(&draft)
        var fields = MetadataFields(
            metadata: metadata,
            headline: headline,
            site: site,
            input: input,
            draft: draft
        )
        fields.apply()
        return fields.draft
    }

    /// Sets aside what stands above the headline, and its repetitions.
    private func setAsideAboveHeadline(
        _ choices: inout [BodySelector.Choice],
        headline: HeadlineChooser.Choice?
    ) {
        guard let headline else { return }
        let words = Similarity.words(of: headline.text)
        if let node = headline.node {
            let heading = finder.blockRange(of: node)
            let above = choices.prefix { $0.block < heading.upperBound }
            let text = above.reduce(0) {
                $0
                    + ($1.role.isText && page.blocks[$1.block].isProse
                        ? page.blocks[$1.block].columns : 0)
            }
            let rest = choices.dropFirst(above.count).reduce(0) {
                $0
                    + ($1.role.isText && page.blocks[$1.block].isProse
                        ? page.blocks[$1.block].columns : 0)
            }
            if text * 3 <= rest {
                for index in above.indices where choices[index].role.isText {
                    choices[index].role = .removed(
                        heading.contains(choices[index].block) ? "headline" : "above_headline"
                    )
                }
            }
        }
        for index in choices.indices.prefix(12) where choices[index].role.isText {
            let block = page.blocks[choices[index].block]
            guard block.columns <= 300 else { continue }
            let other = Similarity.words(of: page.string(block))
            if Similarity.share(of: words, in: Set(other)) >= 0.9,
                Similarity.share(of: other, in: Set(words)) >= 0.7
            {
                choices[index].role = .removed("repeated_headline")
            }
        }
    }

    /// Whether JSON-LD has a text that the page does not show.
    private func isHidden(_ body: String, _ manuscript: RenderedManuscript) -> Bool {
        let shown = manuscript.textColumns
        return body.utf8.count >= 300
            && Double(body.utf8.count) > Double(shown) * HTMLWeights.hiddenBodyRatio
    }

    /// The lines between headline and text that say who wrote it and when.
    private func headChoices(
        above range: Range<Int>,
        headline: HeadlineChooser.Choice?
    ) -> [BodySelector.Choice] {
        guard let node = headline?.node else { return [] }
        let heading = finder.blockRange(of: node)
        guard heading.upperBound <= range.lowerBound else { return [] }
        let head = heading.upperBound..<min(range.lowerBound, heading.upperBound + 40)
        return head.map { index in
            let evidence = page.blocks[index].evidence
            let isText = page.blocks[index].linkDensity < 0.5 && page.blocks[index].words >= 6
            if evidence.contains(.byline), page.blocks[index].columns <= 200 {
                return BodySelector.Choice(block: index, role: .byline)
            }
            let role: Role =
                evidence.contains(.standfirst) && isText && evidence.isDisjoint(with: .outside)
                ? .standfirst : .removed("between_headline_and_text")
            return BodySelector.Choice(block: index, role: role)
        }
    }
}
