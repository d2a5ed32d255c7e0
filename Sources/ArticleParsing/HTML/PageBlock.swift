/// A piece of a page that a browser would set as a block of its own: a paragraph, a heading, an
/// entry, a caption.
struct PageBlock: Sendable {
    /// What the markup makes it.
    enum Kind: Sendable {
        case plain, paragraph, heading(UInt8), listItem, quotation, caption, cell, row, preformatted

        /// Whether it says nothing of where the article is: headings, captions and tables are
        /// everywhere.
        var isAside: Bool {
            switch self {
            case .heading, .caption, .row: true
            default: false
            }
        }

        /// Whether it may be the text's where it stands in a figure: a quotation, a table, code.
        var isOfText: Bool {
            switch self {
            case .quotation, .row, .preformatted: true
            default: false
            }
        }
    }

    var kind: Kind
    /// Whether it ends as a sentence does.
    var endsSentence: Bool
    /// Whether it ends in an ellipsis.
    var isCut: Bool
    /// What the elements around it say of it, the article's own container aside.
    var evidence: MarkupEvidence = []
    /// The nearest element that is set as a block.
    var element: Int32
    /// Its texts: from the first node to after the last.
    var nodes: Range<Int32>
    private let start: Int32
    private let end: Int32
    private let width: Int32
    private let linkWidth: Int32
    private let wordCount: Int32

    /// Makes a block of the bytes `text` of a page's text.
    init(
        kind: Kind,
        element: Int32,
        nodes: Range<Int32>,
        text: Range<Int>,
        columns: Int,
        linkColumns: Int,
        words: Int,
        endsSentence: Bool,
        isCut: Bool
    ) {
        self.kind = kind
        self.element = element
        self.nodes = nodes
        self.endsSentence = endsSentence
        self.isCut = isCut
        start = Int32(text.lowerBound)
        end = Int32(text.upperBound)
        width = Int32(columns)
        linkWidth = Int32(linkColumns)
        wordCount = Int32(words)
    }

    /// Where its words stand in the page's text, in bytes.
    var text: Range<Int> { Int(start)..<Int(end) }
    /// How wide it is: a Han, kana or Hangul sign counts two.
    var columns: Int { Int(width) }
    /// How much of that stands in links.
    var linkColumns: Int { Int(linkWidth) }
    /// How many words it has; two letters of a script without spaces count one.
    var words: Int { Int(wordCount) }

    /// The share of it that stands in links, 0 to 1.
    var linkDensity: Double { columns == 0 ? 0 : Double(linkColumns) / Double(columns) }

    /// Running text, as in `Block`.
    var isProse: Bool {
        guard words >= 7 else { return false }
        if columns >= 180 { return true }
        if endsSentence, !isCut { return columns >= 50 }
        return columns >= 120
    }
}

/// A page's blocks in order with their text.
struct PageText: Sendable {
    var blocks: [PageBlock] = []
    /// The words of all blocks, UTF-8, white space folded.
    var bytes: [UInt8] = []
    /// Where each text of the page begins in `bytes`, for the way back to the source.
    var pieces: [Piece] = []

    /// A part of `bytes` that comes from one text node.
    struct Piece: Sendable {
        var start: Int
        var node: Int32
    }

    /// The words of a block.
    func string(_ block: PageBlock) -> String {
        String(decoding: bytes[block.text], as: UTF8.self)
    }
}
