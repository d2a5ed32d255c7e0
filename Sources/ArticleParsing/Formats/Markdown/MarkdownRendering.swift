import CMarkdown

/// What Markdown shows: its blocks with their roles, by libcmark-gfm, which reads CommonMark.
struct MarkdownRendering {
    /// The blocks, less a heading that begins the text.
    private(set) var shown = RenderedText()
    /// The heading that begins the text.
    private(set) var headline: String?
    /// How many headings of the first level there are.
    private(set) var firstLevelHeadings = 0

    private var block = ""
    private var hasBlocks = false
    private var lists = 0
    private var quotations = 0
    /// How many images are open: their words are no part of the text.
    private var images = 0

    /// More lines and marks than this are not read: each may become a node of 200 bytes, and no article
    /// has as many.
    static let mostMarks = 200_000

    /// Whether a text is plain enough to be read.
    static func takes(_ text: String) -> Bool {
        guard text.utf8.count > mostMarks else { return true }
        let marks = text.utf8.lazy.count { byte in
            switch UnicodeScalar(byte) {
            case "\n", "\r", "[", "]", "!", "*", "_", "`", "<", ">", "&", "\\", "~", "|": true
            default: false
            }
        }
        return marks <= mostMarks
    }

    /// Reads a text that it takes.
    init(_ text: String) {
        var text = MarkdownHabits.plain(text)
        let document = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                cmark_parse_document(
                    $0.baseAddress,
                    $0.count,
                    CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES
                )
            }
        }
        guard let document else { return }
        defer { cmark_node_free(document) }
        guard let iterator = cmark_iter_new(document) else { return }
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else {
                return
            }
            if event == CMARK_EVENT_ENTER { enter(node) } else { leave(node) }
        }
    }

    private mutating func enter(_ node: OpaquePointer) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_LIST: lists += 1
        case CMARK_NODE_BLOCK_QUOTE: quotations += 1
        case CMARK_NODE_IMAGE: images += 1
        case CMARK_NODE_TEXT, CMARK_NODE_CODE: append(literal(of: node))
        case CMARK_NODE_SOFTBREAK: append(" ")
        case CMARK_NODE_LINEBREAK: append("\n")
        case CMARK_NODE_HTML_INLINE:
            if ASCII.lowercased(literal(of: node).prefix(3)) == "<br" { append("\n") }
        case CMARK_NODE_CODE_BLOCK:
            append(literal(of: node))
            endBlock(nil)
        case CMARK_NODE_HTML_BLOCK:
            append(HTMLFragment.rendered(literal(of: node)).text)
            endBlock(nil)
        default: break
        }
    }

    private mutating func leave(_ node: OpaquePointer) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_LIST: lists -= 1
        case CMARK_NODE_BLOCK_QUOTE: quotations -= 1
        case CMARK_NODE_IMAGE: images -= 1
        case CMARK_NODE_PARAGRAPH:
            endBlock(lists > 0 ? .listItem : quotations > 0 ? .quotation : nil)
        case CMARK_NODE_HEADING:
            if cmark_node_get_heading_level(node) == 1 { firstLevelHeadings += 1 }
            if !hasBlocks, headline == nil, !block.isEmpty {
                headline = Record.folded(block)
                block = ""
            } else {
                endBlock(.subhead)
            }
        default: break
        }
    }

    private mutating func append(_ text: String) {
        if images == 0 { block += text }
    }

    private mutating func endBlock(_ role: Role?) {
        if !block.isEmpty { hasBlocks = true }
        shown.append(block, role)
        block = ""
    }

    private func literal(of node: OpaquePointer) -> String {
        cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
    }
}
