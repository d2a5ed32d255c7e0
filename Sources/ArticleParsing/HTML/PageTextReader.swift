/// Sets a page's text in blocks, as a browser without style sheets would.
struct PageTextReader {
    let tree: HTMLTree
    private let showsNoScript: Bool
    private var page = PageText()
    private var start = 0
    private var firstNode: Int32 = -1
    private var lastNode: Int32 = -1
    private var needsSpace = false
    private var breaks = 0
    private var columns = 0
    private var linkColumns = 0
    private var words = 0
    private var isInWord = false
    /// The block elements around, each with its end.
    private var around: [(node: Int32, end: Int32, kind: PageBlock.Kind)] = []
    private var linkEnd: Int32 = 0
    /// The end of the formula that is being read: nothing in it is a block.
    private var formulaEnd: Int32 = 0
    /// The end of the row of a table of data that is being read; 0 outside of one.
    private var rowEnd: Int32 = 0
    /// The end of the table of data that is being read.
    private var dataEnd: Int32 = 0
    /// Whether the next words are those of another cell.
    private var startsCell = false

    /// The blocks of a page.
    ///
    /// - Parameters:
    ///   - tree: The page.
    ///   - withoutScripts: Whether it is set as where scripts do not run, with what `<noscript>` holds.
    /// - Returns: The blocks with their text.
    static func text(of tree: HTMLTree, withoutScripts: Bool = false) -> PageText {
        var reader = PageTextReader(tree: tree, showsNoScript: withoutScripts)
        reader.read()
        return reader.page
    }

    private init(tree: HTMLTree, showsNoScript: Bool) {
        self.tree = tree
        self.showsNoScript = showsNoScript
    }

    private mutating func read() {
        // What is reserved and not written to takes no memory.
        page.bytes.reserveCapacity(tree.bytes.count)
        var index: Int32 = 0
        let count = Int32(tree.nodes.count)
        while index < count {
            while let last = around.last, last.end <= index {
                endBlock()
                around.removeLast()
            }
            if rowEnd > 0, index >= rowEnd { rowEnd = 0 }
            let node = tree.nodes[Int(index)]
            switch node.tag {
            case .text:
                append(index)
                index += 1
                continue
            case _ where isUnseen(index):
                index = max(node.end, index + 1)
                continue
            case .td where rowEnd > 0, .th where rowEnd > 0:
                startsCell = true
            case let tag where rowEnd > 0 && !tag.isSilent && tag != .a: needsSpace = true
            case .table where holdsData(index):
                endBlock()
                around.append((index, node.end, .plain))
                dataEnd = node.end
            case .tr where index < dataEnd && hasCells(index):
                endBlock()
                around.append((index, node.end, .row))
                rowEnd = node.end
                startsCell = false
            case .br:
                breaks += 1
                if breaks > 1 { endBlock() } else { needsSpace = true }
            case .hr:
                endBlock()
            case .a:
                linkEnd = max(linkEnd, node.end)
            case .noscript where showsNoScript:
                endBlock()
            case let tag where tag.isSilent && tag != .head:
                needsSpace = needsSpace || tag != .rt && tag != .rp
                index = max(node.end, index + 1)
                continue
            case .math: formulaEnd = max(formulaEnd, node.end)
            case let tag where !tag.isInline || index >= formulaEnd && isSetAsBlock(index):
                endBlock()
                around.append((index, node.end, kind(of: tag)))
            default: break
            }
            index += 1
        }
        endBlock()
    }

    /// Whether a table is one of data and does not lay out a page: it has rows, no other table in
    /// it, and nothing long in a cell.
    private func holdsData(_ table: Int32) -> Bool {
        let end = tree.nodes[Int(table)].end
        var rows = 0
        var length = 0
        var limit = Self.cellLimit
        var index = table + 1
        while index < end {
            let node = tree.nodes[Int(index)]
            switch node.tag {
            case .table, .form, .article, .h1, .h2, .h3, .ul, .ol, .blockquote: return false
            case .tr: rows += 1
            case .th:
                length = 0
                limit = Self.headedCellLimit
            case .td: length = 0
            case .text:
                length += Int(node.length)
                if length > limit { return false }
            default: break
            }
            index += 1
        }
        return rows >= 2
    }

    /// From how many bytes on a cell holds text and no datum.
    private static let cellLimit = 300
    /// The same where headings say what the columns hold.
    private static let headedCellLimit = 1_000

    /// Whether a row has more than one cell.
    private func hasCells(_ row: Int32) -> Bool {
        var cells = 0
        var index = row + 1
        while index < tree.nodes[Int(row)].end, cells < 2 {
            let node = tree.nodes[Int(index)]
            if node.tag == .td || node.tag == .th { cells += 1 }
            index = max(node.end, index + 1)
        }
        return cells > 1
    }

    private func kind(of tag: HTMLTag) -> PageBlock.Kind {
        switch tag {
        case .p:
            switch around.last?.kind {
            case .quotation: return .quotation
            case .listItem: return .listItem
            case .caption: return .caption
            case .cell: return .cell
            default: return .paragraph
            }
        case .h1, .h2, .h3, .h4, .h5, .h6: return .heading(tag.headingLevel)
        case .li, .dd, .dt: return .listItem
        case .blockquote: return .quotation
        case .figcaption, .caption: return .caption
        case .td, .th: return .cell
        case .pre: return .preformatted
        case .ul, .ol, .dl, .table, .figure, .article, .main, .section: return .plain
        default:
            switch around.last?.kind {
            case .quotation: return .quotation
            case .listItem: return .listItem
            case .caption: return .caption
            default: return .plain
            }
        }
    }

    private mutating func append(_ index: Int32) {
        let isLink = index < linkEnd
        let text = tree.text(at: Int(index))
        var began = false
        var position = text.startIndex
        while position < text.endIndex {
            let byte = text[position]
            if ASCII.isSpace(byte) {
                needsSpace = true
                position += 1
                continue
            }
            if byte == 0xC2, position + 1 < text.endIndex, text[position + 1] == 0xA0 {
                needsSpace = true
                position += 2
                continue
            }
            if startsCell {
                if page.bytes.count > start {
                    page.bytes += " | ".utf8
                    columns += 3
                }
                startsCell = false
                needsSpace = false
                isInWord = false
            }
            if needsSpace {
                if page.bytes.count > start {
                    page.bytes.append(ASCII.space)
                    columns += 1
                    if isLink { linkColumns += 1 }
                }
                isInWord = false
                needsSpace = false
            }
            if !began {
                began = true
                breaks = 0
                if firstNode < 0 { firstNode = index }
                lastNode = index
                page.pieces.append(PageText.Piece(start: page.bytes.count, node: index))
            }
            page.bytes.append(byte)
            position += 1
            count(byte, text, position, isLink)
        }
    }

    @inline(__always)
    private mutating func count(
        _ byte: UInt8,
        _ text: ArraySlice<UInt8>,
        _ next: Int,
        _ isLink: Bool
    ) {
        guard byte & 0xC0 != 0x80 else { return }
        var width = 1
        if byte >= 0xE3, byte < 0xF0, byte != 0xEF {
            // From U+3000: signs of scripts without spaces, two columns wide; Hangul has spaces.
            width = 2
            if byte < 0xEA { words += (columns & 2) >> 1 }
        } else if byte == 0xE0, next < text.endIndex, text[next] >= 0xB8, text[next] < 0xBC {
            // Thai: about five letters make a word.
            if columns % 5 == 0 { words += 1 }
        } else if byte == 0xE3 || byte == 0xEF {
            width = 2
        }
        columns += width
        if isLink { linkColumns += width }
        if !isInWord { words += 1 }
        isInWord = true
    }

    private mutating func endBlock() {
        defer {
            start = page.bytes.count
            firstNode = -1
            needsSpace = false
            columns = 0
            linkColumns = 0
            words = 0
            isInWord = false
            breaks = 0
        }
        guard firstNode >= 0, page.bytes.count > start else { return }
        let (endsSentence, isCut) = end(of: page.bytes[start...])
        page.blocks.append(
            PageBlock(
                kind: around.last?.kind ?? .plain,
                element: around.last?.node ?? 0,
                nodes: firstNode..<lastNode + 1,
                text: start..<page.bytes.count,
                columns: columns,
                linkColumns: linkColumns,
                words: words,
                endsSentence: endsSentence,
                isCut: isCut
            )
        )
    }

    /// Whether a text ends as a sentence does, quotation marks and brackets aside.
    private func end(of text: ArraySlice<UInt8>) -> (endsSentence: Bool, isCut: Bool) {
        let tail = String(decoding: text.suffix(24), as: UTF8.self).unicodeScalars.reversed()
        for (offset, scalar) in tail.enumerated() {
            switch ScalarClass(scalar) {
            case .quote, .closing, .space, .control: continue
            case .terminal:
                let before = tail.dropFirst(offset + 1).prefix(2)
                let isCut =
                    scalar == "…"
                    || (scalar == "." && before.allSatisfy { $0 == "." }
                        && before.count == 2)
                return (true, isCut)
            default: return (false, false)
            }
        }
        return (false, false)
    }
}
