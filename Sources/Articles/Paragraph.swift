/// A block of an article's text.
public struct Paragraph: Sendable, Hashable {
    /// What a block is, in a newspaper's terms.
    public enum Kind: String, Sendable, CaseIterable {
        /// Running text.
        case paragraph
        /// A heading inside the article.
        case subhead
        /// An entry of a list, its bullet or number left out.
        case listItem = "list_item"
        /// A pull quote, a tweet or a block quotation.
        case quotation
        /// The words under a picture.
        case caption
        /// A row of a table.
        case table
    }

    /// What the block is.
    public var kind: Kind
    /// The text, white space folded, without line ends.
    public var text: String
    /// Where it stands in the original.
    public var span: Span

    /// Makes a block.
    public init(kind: Kind = .paragraph, text: String, span: Span) {
        self.kind = kind
        self.text = text
        self.span = span
    }
}
