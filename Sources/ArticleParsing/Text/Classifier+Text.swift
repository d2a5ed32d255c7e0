/// The roles of the blocks of an article's text.
extension Classifier {
    /// Gives each block between the ends of the text its role.
    mutating func classifyText() {
        var seen: Set<UInt64> = []
        if let head = layout.headline { seen.insert(blocks[head.block].hash) }
        lastProse = layout.body.last { blocks[$0].isProse }
        var index = layout.body.lowerBound
        while index < layout.body.upperBound {
            let block = blocks[index]
            if block.hash != 0, block.columns >= 20, !seen.insert(block.hash).inserted {
                layout[index] = .removed("repeated_line")
                index += 1
                continue
            }
            if isDescription(index) {
                layout[index] = .caption
                layout[index + 1] = .caption
                if blocks[index + 1].hash != 0 { seen.insert(blocks[index + 1].hash) }
                index += 2
                continue
            }
            if block.isProse || block.isSentence {
                layout[index] = roleOfSentence(index)
                index += 1
                continue
            }
            var end = index
            while end < layout.body.upperBound, !blocks[end].isProse, !blocks[end].isSentence {
                end += 1
            }
            classifyShortLines(index..<end)
            index = end
        }
    }

    /// Whether a block says what a picture shows and the one below says the same again, with who took
    /// it or without: the words for those who cannot see it, and the caption.
    private func isDescription(_ index: Int) -> Bool {
        guard index + 1 < layout.body.upperBound else { return false }
        let (block, next) = (blocks[index], blocks[index + 1])
        guard block.columns >= 24, block.columns <= 400, abs(next.columns - block.columns) <= 160,
            !block.hasBullet, !next.hasBullet
        else { return false }
        func withoutStop(_ range: Range<Int>) -> ArraySlice<Unicode.Scalar> {
            let stop = text.scalars[range].lastIndex { ScalarClass($0) != .terminal }
            return text.scalars[range.lowerBound..<(stop.map { $0 + 1 } ?? range.lowerBound)]
        }
        let (words, others) = (withoutStop(block.content), withoutStop(next.content))
        return words.count <= others.count ? others.starts(with: words) : words.starts(with: others)
    }

    /// Whether a sentence in the middle of the text ends in who took a picture: `… on Monday. AFP`,
    /// `… 연설하고 있다. 홍길동 기자`; at the end of the text the report itself is credited so.
    private func endsInPictureCredit(_ index: Int) -> Bool {
        let block = blocks[index]
        guard block.columns < 330, index + 2 < layout.body.upperBound, let lastProse,
            index < lastProse
        else { return false }
        return Credit.trailingAgency(in: block, of: text) != nil
            || Credit.endsInReporter(block, of: text)
    }

    private func roleOfSentence(_ index: Int) -> Role {
        let block = blocks[index]
        if block.columns <= 300, index + 4 >= layout.body.upperBound,
            Details(text: text).isStaffLine(block)
        {
            return .credit
        }
        if index + 3 >= layout.body.upperBound, block.words <= 16,
            Credit.origin(in: block, of: text) != nil
        {
            return .credit
        }
        if index + 3 >= layout.body.upperBound, Credit.copyright(in: block, of: text) != nil {
            return .removed("copyright_line")
        }
        if block.phrases.contains(.correction), block.words >= 5, index > layout.body.lowerBound + 1
        {
            return .correction
        }
        if block.phrases.contains(.aboutPage), block.columns < 600 {
            return .removed("about_the_page")
        }
        if block.phrases.contains(.furniture), !block.isProse { return .removed("furniture_list") }
        if block.phrases.contains(.pictureCredit), block.columns < 330 { return .caption }
        if isAboveItsCredit(index) || endsInPictureCredit(index) { return .caption }
        if block.hasBullet { return .listItem }
        return .paragraph
    }

    /// Whether a sentence is glued to a line such as `Photo: Jane Roe`, where blank lines divide
    /// paragraphs.
    private func isAboveItsCredit(_ index: Int) -> Bool {
        guard hasGaps, index + 1 < layout.body.upperBound, blocks[index].columns < 330 else {
            return false
        }
        let next = blocks[index + 1]
        return next.blankBefore == 0 && next.columns <= 80 && blocks[index].blankBefore > 0
            && !next.isProse && !next.isSentence && next.words <= 8
            && !next.phrases.isDisjoint(with: [.caption, .pictureCredit])
    }

    /// Lines without an end between paragraphs: a subhead, a list, a caption, or a box of links.
    private mutating func classifyShortLines(_ run: Range<Int>) {
        var plain: [Int] = []
        var isBox = false
        for index in run {
            let block = blocks[index]
            // `Trending` and the like open a box of links that the next paragraph ends.
            if block.phrases.contains(.end), !block.isRule { isBox = true }
            if isBox, block.letters > 0, !block.phrases.contains(.furniture) {
                layout[index] = .removed("box_of_links")
            } else if let removed = furniture(block) {
                layout[index] = removed
            } else if block.phrases.contains(.pictureCredit)
                || (block.phrases.contains(.caption) && !block.endsInColon)
            {
                layout[index] = .caption
            } else if index - layout.body.lowerBound < 4, isDateline(block) {
                layout[index] = .dateline
                // What stands above the dateline is no part of the report.
                for above in layout.body.lowerBound..<index where layout[above] == .paragraph {
                    layout[above] = .caption
                }
                layout.body = index..<layout.body.upperBound
            } else if block.letters < 3 {
                layout[index] = .removed("short_line")
            } else if isAddress(block) {
                layout[index] = .address
            } else if Credit.credit(in: block, of: text) != nil,
                index + 2 >= layout.body.upperBound || block.words <= 3
            {
                layout[index] = .credit
            } else if details.isDateLine(block), block.words <= 8 {
                layout[index] = .removed("date_line_in_text")
            } else {
                plain.append(index)
            }
        }
        guard let last = plain.last else { return }
        let entries = plain.filter { blocks[$0].hasBullet }
        let isList = entries.count >= 2 && isPlausibleList(entries, before: run.lowerBound)
        for index in plain {
            let block = blocks[index]
            let isLast = index == last && index == run.upperBound - 1
            if block.hasBullet {
                layout[index] =
                    isList || (block.words >= 9 && entries.count == 1)
                    ? .listItem : .removed("list_of_links")
            } else if plain.count - entries.count > 2, !isLast, block.words < 9 {
                layout[index] = .removed("run_of_short_lines")
            } else if isPage, block.columns > 74 {
                // Too long for a subhead and without an end: another story's headline.
                layout[index] = .removed("link_between_paragraphs")
            } else if block.columns <= 110, block.words <= 18 {
                layout[index] = .subhead
            } else {
                layout[index] = .paragraph
            }
        }
    }

    /// A list belongs to the text where a colon announces it or its entries have some length; the
    /// entries of a box of links are headlines after one another.
    private func isPlausibleList(_ entries: [Int], before start: Int) -> Bool {
        if start > blocks.startIndex, blocks[start - 1].endsInColon { return true }
        if let first = entries.first, first > blocks.startIndex, blocks[first - 1].endsInColon {
            return true
        }
        let words = entries.reduce(0) { $0 + blocks[$1].words }
        let ends = entries.count { blocks[$0].endsSentence || blocks[$0].commas > 0 }
        return words >= entries.count * 7 && ends * 2 >= entries.count
    }
}
