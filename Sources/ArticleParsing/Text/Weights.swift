/// What each kind of block counts for and against its being part of the article.
///
/// The body is the run of blocks with the largest sum. Running text is worth the more the longer
/// it is; whatever stands in menus, teasers and boxes costs a little, so that a subhead or an
/// advertisement between paragraphs is bridged and a column of links is not.
enum Weights {
    /// The share of its words that the text has to know for a paragraph below a box to go on with it.
    ///
    /// That of a teaser is smaller. On a whole page, which has many teasers, it takes more.
    static let topicBelowBox = (text: 0.35, page: 0.5)
    /// And where it has this many columns at least.
    static let leastBelowBox = (text: 120, page: 160)
    /// And where the box has no more than so many blocks.
    static let longestBox = 25
    /// A paragraph counts 1, and another 1 for each so many columns of its length.
    static let proseColumns = 160.0
    /// Beyond this length a paragraph counts no more: one long comment is no article.
    static let proseLongest = 700
    /// A short sentence stands mostly between paragraphs: a quotation, a question.
    static let sentence = 0.5
    /// One line without an end: a subhead inside, a menu outside.
    static let shortLine = -0.45
    /// An entry of a list is more often a link than part of the text.
    static let shortEntry = -0.7
    /// Page furniture that stands between paragraphs as often as around them.
    static let furniture = -0.5
    /// Words after which other stories follow: it takes a good deal of text to go on.
    static let end = -3.0
    /// Readers' comments are as long as paragraphs, and none of the article.
    static let comments = -9.0
    /// A paragraph between two short lines is more often a teaser than text; a short one counts
    /// this much.
    static let lonely = 0.15
    /// Up to this many columns a paragraph between short lines may be a teaser.
    static let lonelyColumns = 230
    /// Text set in deeper than the article's is a comment, a box or a teaser.
    static let otherIndent = -0.6
    /// A copyright line ends nearly every page.
    static let copyright = -6.0
    /// Sentences about cookies and newsletters.
    static let aboutPage = -1.5
    /// A teaser that is cut short.
    static let cut = -1.2
    static let caption = -0.2
    /// A rule, and a line behind a dash: who is quoted above it.
    static let rule = -0.1

    /// What a block counts.
    static func weight(of block: Block) -> Double {
        if block.isRule { return rule }
        if block.phrases.contains(.comments) { return comments }
        if block.phrases.contains(.end), block.columns < 100 { return end }
        if block.phrases.contains(.aboutPage), block.columns < 600 { return aboutPage }
        if block.phrases.contains(.furniture) { return furniture }
        if block.phrases.contains(.pictureCredit) { return caption }
        if block.isCut, block.columns < 180 { return cut }
        if block.isProse {
            return 1 + Double(min(block.columns, proseLongest)) / proseColumns
        }
        if block.isSentence { return sentence }
        if block.startsDash { return rule }
        return block.hasBullet ? shortEntry : shortLine
    }
}
