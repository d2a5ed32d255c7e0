/// What blocks of a page count for their containers, and the shares by which containers are
/// chosen and blocks kept: every number of the body's choice.
enum HTMLWeights {
    /// A paragraph counts 1, and another 1 for each so many columns of its length.
    static let proseColumns = 160.0
    /// Beyond this length a paragraph counts no more.
    static let proseLongest = 800
    /// An entry of a list counts this share of a paragraph: tickers and teasers are lists, too.
    static let listed = 0.4
    /// A short sentence.
    static let sentence = 0.35
    /// A line without an end.
    static let shortLine = -0.12
    /// A line that is a link: menus, teasers.
    static let link = -0.45
    /// A teaser cut short.
    static let cut = -0.6
    /// From this share of links on, text is a list of links.
    static let linkDensity = 0.5
    /// Running text that markup sets outside articles counts this much against its container.
    static let outsideProse = -0.1
    /// A child is gone into where it holds this share of its parent's weight.
    static let descent = 0.8
    /// And this share of what speaks for its parent's blocks, whatever speaks against others.
    static let descentGain = 0.5
    /// An element that is named for an article's text is taken where it holds this share of the
    /// best container's weight.
    static let namedBody = 0.55
    /// And this share of what speaks for the best container's blocks.
    static let namedGain = 0.4
    /// An element named for an article's text with this share of the page's running text is no
    /// teaser, whatever the classes around it say.
    static let bodyShare = 0.3
    /// How many elements upwards the rest of an article's text is looked for.
    static let joinLevels = 6
    /// Beside the container, an element belongs to the text where this share of it is running text
    /// without links; where it is of the container's own kind, that one.
    static let joinedShare = 0.6
    static let joinedShareOfKind = 0.3
    /// And it has at least so many columns of running text.
    static let joinedColumns = 120
    static let joinedColumnsOfKind = 50
    /// A paragraph of its own beside the container belongs to the text with less links than this.
    static let joinedLinks = 0.25
    /// An element with this share of the page's running text is no frame, whatever its class says.
    static let frameShare = 0.4
    /// Bylines, dates and captions have no more running text than this.
    static let detailColumns = 420
    static let details: MarkupEvidence = [.details, .byline, .date, .share, .standfirst]
    /// Captions and what is said of an author have no more than this.
    static let asideColumns = 900
    /// So much running text is a story, whatever there is more of below it: four paragraphs.
    static let storyColumns = 600
    /// An element named for other stories is none of them with this much running text that leads
    /// nowhere: it is a standfirst or the first paragraph.
    static let unlinkedColumns = 120
    /// An element with the page's headline and more running text than this is no frame.
    static let headedColumns = 300
    /// A container with less running text than this is looked for again, with less belief in classes.
    static let littleText = 250
    /// One of several articles of a page has at least so much running text.
    static let articleColumns = 150
    /// A last section with no more lines and columns, none of them running text, is none of the text.
    static let lastLines = 3
    static let lastColumns = 160
    /// A picture is described in no more columns: six lines of print.
    static let pictureColumns = 600
    /// So many columns of text in JSON-LD for one on the page mean that the page does not show it.
    static let hiddenBodyRatio = 2.0

    /// What a block counts.
    static func weight(of block: PageBlock) -> Double {
        let density = block.linkDensity
        if !block.evidence.isDisjoint(with: .outside) {
            return block.isProse && density < linkDensity ? outsideProse : link / 2
        }
        if block.evidence.contains(.caption) { return 0 }
        if density >= linkDensity { return link }
        if block.isCut, block.columns < 180 { return cut }
        if block.isProse {
            let length = Double(min(block.columns, proseLongest))
            let weight = (1 + length / proseColumns) * (1 - density)
            if case .listItem = block.kind { return weight * listed }
            return weight
        }
        if block.kind.isAside { return 0 }
        if block.endsSentence, block.words >= 3 { return sentence }
        return shortLine
    }
}
