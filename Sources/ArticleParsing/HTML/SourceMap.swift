import Articles

/// Turns the positions in a page's rendered text into spans of its source.
struct SourceMap {
    /// A block of the rendered text that the readers of text work on.
    struct Line {
        /// Where it begins, in scalars of the manuscript.
        var start: Int
        /// The bytes of the page's text that it is made of.
        var text: Range<Int>
    }

    let tree: HTMLTree
    let page: PageText
    let places: SourcePlaces
    var lines: [Line] = []

    /// The bytes of the source that a range of the manuscript comes from.
    private func sourceRange(_ span: Span) -> Range<Int> {
        let start = sourcePosition(span.start, isEnd: false)
        let end = span.end > span.start ? sourcePosition(span.end - 1, isEnd: true) : start
        return start..<max(start, end)
    }

    private func sourcePosition(_ scalar: Int, isEnd: Bool) -> Int {
        var low = 0
        var high = lines.count
        while low < high {
            let middle = (low + high) / 2
            if lines[middle].start <= scalar { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return 0 }
        let line = lines[low - 1]
        var byte = line.text.lowerBound
        var left = scalar - line.start
        while left > 0, byte < line.text.upperBound - 1 {
            byte += 1
            if page.bytes[byte] & 0xC0 != 0x80 { left -= 1 }
        }
        return sourcePosition(ofByte: byte, isEnd: isEnd)
    }

    private func sourcePosition(ofByte byte: Int, isEnd: Bool) -> Int {
        var low = 0
        var high = page.pieces.count
        while low < high {
            let middle = (low + high) / 2
            if page.pieces[middle].start <= byte { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return 0 }
        let piece = page.pieces[low - 1]
        let node = tree.nodes[Int(piece.node)]
        // A reference stands for fewer bytes than it has: then only the whole text's place is known.
        guard node.sourceEnd - node.sourceStart == node.length else {
            return Int(isEnd ? node.sourceEnd : node.sourceStart)
        }
        let text = tree.text(at: Int(piece.node))
        var rendered = piece.start
        var index = text.startIndex
        while index < text.endIndex, ASCII.isSpace(text[index]) { index += 1 }
        while index < text.endIndex, rendered < byte {
            if ASCII.isSpace(text[index]) {
                while index < text.endIndex, ASCII.isSpace(text[index]) { index += 1 }
            } else {
                index += 1
            }
            rendered += 1
        }
        if isEnd, index < text.endIndex {
            index += 1
            while index < text.endIndex, text[index] & 0xC0 == 0x80 { index += 1 }
        }
        return Int(node.sourceStart) + index - text.startIndex
    }

    /// Puts the spans of a draft, which are of the rendered text, into the source.
    func move(_ draft: inout ArticleDraft) {
        func moved(_ span: Span) -> Span {
            let range = sourceRange(span)
            return Span(places.scalar(at: range.lowerBound), places.scalar(at: range.upperBound))
        }
        for index in draft.fields.paragraphs.indices {
            draft.fields.paragraphs[index].span = moved(draft.fields.paragraphs[index].span)
        }
        for index in draft.explanation.fields.indices {
            draft.explanation.fields[index].span = draft.explanation.fields[index].span.map(moved)
            for piece in draft.explanation.fields[index].evidence.indices {
                let span = draft.explanation.fields[index].evidence[piece].span
                draft.explanation.fields[index].evidence[piece].span = moved(span)
            }
        }
        func move(_ removed: inout [RemovedText]) {
            for index in removed.indices {
                removed[index].line = places.line(at: sourceRange(removed[index].span).lowerBound)
                removed[index].span = moved(removed[index].span)
            }
        }
        move(&draft.explanation.removed)
        for index in draft.warnings.indices { move(&draft.warnings[index].removed) }
    }
}
