/// What an article says of itself: the fields that a reader sees, by a newsroom's names.
///
/// Unknown is `nil` or empty, never an empty string.
public struct ArticleFields: Sendable, Hashable {
    /// The headline.
    public var headline: String?
    /// The short line above the headline.
    public var kicker: String?
    /// The line or two between headline and text.
    public var standfirst: String?
    /// The byline as printed.
    public var byline: String?
    /// The people in the byline, in its order.
    public var authors: [Author] = []
    /// The dateline.
    public var dateline: Dateline?
    /// When it was published.
    public var published: PublicationDate?
    /// When it was last changed, by its own words.
    public var updated: PublicationDate?
    /// Whom the text credits, as printed: `Al Jazeera`.
    public var credit: String?
    /// Where it comes from: the paper, site or agency.
    public var source: String?
    /// Its language as a BCP 47 tag: `en`, `pt-BR`, `zh-Hant`.
    public var language: String?
    /// The section of the paper: `World`.
    public var section: String?
    /// Its address on the web, made canonical.
    public var url: String?
    /// Words that its keepers have put on it.
    public var tags: [String] = []
    /// The text, with the words under its pictures where they stand.
    public var paragraphs: [Paragraph] = []
    /// Corrections printed with the article.
    public var corrections: [String] = []

    /// Makes fields of which nothing is known yet.
    public init() {}

    /// The paragraphs joined by blank lines, captions among them: what can be found.
    public var text: String {
        paragraphs.lazy.map(\.text).joined(separator: "\n\n")
    }

    /// The paragraphs less the captions: what is read.
    public var runningParagraphs: [Paragraph] {
        paragraphs.filter { $0.kind != .caption }
    }

    /// The words under the pictures.
    public var captions: [String] {
        paragraphs.filter { $0.kind == .caption }.map(\.text)
    }

    /// The first paragraph of running text: the lead.
    public var summary: String? {
        (paragraphs.first { $0.kind == .paragraph } ?? paragraphs.first)?.text
    }
}
