import Articles

/// One article of a page: its blocks as the readers of text know them, and the fields that the
/// markup and the text give.
struct PageArticle {
    let tree: HTMLTree
    let metadata: PageMetadata
    let finder: ContentFinder
    let input: DecodedText
    let places: SourcePlaces
    /// The element that holds the article, where the page holds several; the document otherwise.
    var root = 0

    private var page: PageText { finder.page }

    /// The article; `nil` where the page has neither text nor a headline.
    func draft() -> ArticleDraft? {
        let site = SiteName.name(of: metadata)
        let headline = HeadlineChooser(tree: tree, metadata: metadata, site: site?.value).choice()
        let container = container(below: headline)
        let found = draft(of: container, headline, site)
        if let found, !found.fields.paragraphs.isEmpty { return found }
        // What was heaviest speaks of the page: of cookies, mostly.
        guard let named = finder.namedContainer(in: root), named != container else { return found }
        return draft(of: named, headline, site) ?? found
    }

    /// The element that holds the article's text: the one with the most, but where the headline
    /// stands in an `<article>` with text, no other story's.
    private func container(below headline: HeadlineChooser.Choice?) -> Int? {
        guard let found = finder.container(in: root) else { return nil }
        guard let node = headline?.node, let own = finder.article(around: node),
            !tree.isAncestor(found, of: own), !tree.isAncestor(own, of: found)
        else { return found }
        return finder.container(in: own) ?? found
    }

    /// The article whose text is in a container.
    private func draft(
        of container: Int?,
        _ headline: HeadlineChooser.Choice?,
        _ site: PageMetadata.Candidate?
    ) -> ArticleDraft? {
        let ranges =
            container.map { finder.textRanges(of: $0, in: root, below: headline?.node) } ?? []
        let selector = BodySelector(tree: tree, page: page)
        var choices = selector.choices(in: ranges)
        setAsideAboveHeadline(&choices, headline: headline)
        selector.setStandfirstApart(&choices)
        let first = ranges.first?.lowerBound ?? 0
        choices = headChoices(above: first, headline: headline) + choices
        var manuscript = RenderedManuscript(page: page, choices: choices, headline: headline?.text)
        manuscript.readPhrases()
        var shown = container
        if let body = metadata.articleBody, isHidden(body, manuscript) {
            shown = nil
            manuscript = RenderedManuscript(paragraphs: body, headline: headline?.text)
        }
        let dates = PageDates(
            page: page,
            headline: headline?.node.map { finder.blockRange(of: $0).lowerBound },
            text: (ranges.first?.lowerBound ?? 0)..<(ranges.last?.upperBound ?? 0)
        )
        func read() -> ArticleDraft? {
            guard let draft = printed(manuscript, shown) else { return nil }
            var fields = MetadataFields(
                metadata: metadata,
                headline: headline,
                site: site,
                input: input,
                dates: dates,
                draft: draft
            )
            fields.apply()
            return fields.draft
        }
        guard let draft = read() else { return nil }
        // Only who is known to have written the text can be told from whom it tells of.
        let persons = draft.fields.authors.map { author in
            // Behind a comma stands what the person does.
            String(author.name.prefix { $0 != "," })
        }.filter { name in site.map { Similarity.between(name, $0.value) < 0.99 } ?? true }
        guard manuscript.dropBiographies(of: persons) else { return draft }
        return read() ?? draft
    }

    /// What a page's manuscript says, by the readers of plain text.
    ///
    /// It is `nil` where it has neither text nor a headline; no container is given where the text
    /// is JSON-LD's.
    private func printed(_ manuscript: RenderedManuscript, _ container: Int?) -> ArticleDraft? {
        var reader = ArticleReader(
            text: manuscript.text,
            layout: manuscript.layout,
            input: input
        )
        guard var draft = reader.draft(separators: []) else { return nil }
        SourceMap(tree: tree, page: page, places: places, lines: manuscript.lines).move(&draft)
        explainText(of: &draft, container)
        return draft
    }

    /// Says where the text was found, and why there.
    private func explainText(of draft: inout ArticleDraft, _ container: Int?) {
        guard
            let index = draft.explanation.fields.firstIndex(where: {
                $0.field == .text && $0.value != nil
            })
        else { return }
        guard let container else {
            draft.explanation.fields[index].rule = "json_ld_text"
            return
        }
        draft.explanation.fields[index].rule =
            finder.named.contains(container) ? "element_named_for_text" : "heaviest_element"
        let name = tree.value(of: .class, at: container) ?? tree.value(of: .id, at: container)
        let words = name.map { " \"\($0.prefix(60))\"" } ?? ""
        draft.explanation.fields[index].value?
            .append(" in <\(tree.nodes[container].tag)\(words)>")
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
        above first: Int,
        headline: HeadlineChooser.Choice?
    ) -> [BodySelector.Choice] {
        guard let node = headline?.node else { return [] }
        let heading = finder.blockRange(of: node)
        guard heading.upperBound <= first else { return [] }
        let head = heading.upperBound..<min(first, heading.upperBound + 40)
        return head.map { index in
            let evidence = page.blocks[index].evidence
            let isText = page.blocks[index].linkDensity < 0.5 && page.blocks[index].words >= 6
            if evidence.contains(.byline), page.blocks[index].columns <= 200 {
                return BodySelector.Choice(block: index, role: .byline)
            }
            if isLead(page.blocks[index]) {
                return BodySelector.Choice(block: index, role: .paragraph)
            }
            let role: Role =
                evidence.contains(.standfirst) && isText && evidence.isDisjoint(with: .outside)
                ? .standfirst : .removed("between_headline_and_text")
            return BodySelector.Choice(block: index, role: role)
        }
    }

    /// Whether a block between headline and text is the text's first paragraph, set apart.
    private func isLead(_ block: PageBlock) -> Bool {
        guard block.isProse, block.endsSentence, !block.isCut,
            block.linkDensity < HTMLWeights.joinedLinks,
            block.evidence.isDisjoint(with: .outside.union([.caption, .standfirst, .byline]))
        else { return false }
        switch block.kind {
        case .plain, .paragraph: return true
        default: return false
        }
    }
}
