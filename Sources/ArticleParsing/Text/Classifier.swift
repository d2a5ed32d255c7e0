/// Gives each block of an article its role.
struct Classifier {
    private let text: Manuscript
    private var layout: Layout

    /// The roles of an article's blocks; `nil` where it holds nothing but furniture.
    static func layout(of blocks: ArraySlice<Block>, in text: Manuscript) -> Layout? {
        var body = BodyFinder.body(of: blocks)
        if body == nil {
            // Not one sentence: short lines that are no furniture are all there is.
            let plain = blocks.indices.filter {
                !blocks[$0].isRule
                    && blocks[$0].phrases.isDisjoint(with: [.furniture, .end, .aboutPage])
                    && blocks[$0].letters > 2
            }
            guard let first = plain.first, let last = plain.last else { return nil }
            body = plain.count == 1 ? last + 1..<last + 1 : first + 1..<last + 1
        }
        guard let body else { return nil }
        let headline = HeadlineFinder.headline(
            of: blocks,
            body: body.isEmpty ? nil : body,
            in: text
        )
        var classifier = Classifier(
            text: text,
            layout: Layout(blocks, headline: headline, body: body)
        )
        classifier.classify()
        return classifier.layout
    }

    private init(text: Manuscript, layout: Layout) {
        self.text = text
        self.layout = layout
    }

    private var blocks: ArraySlice<Block> { layout.blocks }

    private mutating func classify() {
        let head = layout.headline?.block
        if let head, layout.body.contains(head) {
            layout.body = head + 1..<layout.body.upperBound
        }
        moveStartBelowDetails()
        let top = head ?? max(blocks.startIndex, layout.body.lowerBound - 8)
        for index in blocks.indices {
            if index == head {
                layout[index] = .headline
            } else if index < top {
                layout[index] = roleAbove(index, head: top)
            } else if index < layout.body.lowerBound {
                layout[index] = roleInHead(index)
            } else if index >= layout.body.upperBound {
                layout[index] = roleBelow(index)
            }
        }
        classifyText()
    }

    /// Moves the text's start below a byline or date line that stands among its first blocks: what
    /// is above that is the standfirst.
    private mutating func moveStartBelowDetails() {
        let body = layout.body
        guard body.count > 2 else { return }
        for index in body.prefix(4).reversed()
        where isDetail(blocks[index]) && !blocks[index].isProse {
            let rest = index + 1..<body.upperBound
            guard rest.contains(where: { blocks[$0].isProse || blocks[$0].isSentence }) else {
                continue
            }
            layout.body = rest
            return
        }
    }

    private func isDetail(_ block: Block) -> Bool {
        isDateLine(block) || (block.phrases.contains(.byline) && isByline(block, needsOpener: true))
    }

    private func isByline(_ block: Block, needsOpener: Bool) -> Bool {
        BylineReader.byline(in: block.content, of: text, needsOpener: needsOpener) != nil
    }

    private func isDateLine(_ block: Block) -> Bool {
        guard block.columns <= 150, block.words <= 16, !block.isProse else { return false }
        guard block.digits > 0 || block.words <= 3 else { return false }
        let dates = DateScanner(text, block.content, dayFirst: true).dates()
        guard let date = dates.first(where: { $0.hasDay }) ?? dates.first else { return false }
        if date.label == .unrelated { return false }
        if date.label == .published || date.label == .updated { return true }
        if block.endsSentence && block.words > 8 { return false }
        let covered = dates.reduce(0) { $0 + $1.range.count }
        return block.words <= 8 || covered * 3 >= block.content.count
    }

    // MARK: Around the text

    private func roleAbove(_ index: Int, head: Int) -> Role {
        let block = blocks[index]
        if let entry = PrintedEntry.entry(in: block, of: text), index <= blocks.startIndex + 12,
            entry.entry != .author || block.columns < 100
        {
            return .entry
        }
        if let removed = furniture(block) { return removed }
        if head - index <= 5 {
            if isDateLine(block) { return .date }
            if block.phrases.contains(.byline), isByline(block, needsOpener: true) {
                return .byline
            }
        }
        if index == head - 1, !block.hasBullet, block.columns <= 40, block.words <= 5,
            block.letters >= 3, layout.headline != nil,
            !block.endsInFullStop, block.indent < 8
        {
            return .kicker
        }
        return .removed("above_headline")
    }

    private func roleInHead(_ index: Int) -> Role {
        let block = blocks[index]
        if PrintedEntry.entry(in: block, of: text) != nil, block.columns <= 200 { return .entry }
        if isDateLine(block) { return .date }
        if block.columns <= 200, isByline(block, needsOpener: true), block.phrases.contains(.byline)
        {
            return .byline
        }
        if let removed = furniture(block) { return removed }
        if block.phrases.contains(.pictureCredit) || block.phrases.contains(.caption) {
            return .caption
        }
        if isAddress(block) { return .address }
        if let dateline = DatelineReader.dateline(
            in: block.content,
            of: text,
            dayFirst: true,
            isFirst: true
        ),
            block.columns <= 60, dateline.range.upperBound >= block.content.upperBound - 1
        {
            return .dateline
        }
        if block.columns <= 120, isByline(block, needsOpener: false), isNearDetails(index) {
            return .byline
        }
        if Agencies.names.contains(PhraseKey(text, block.content)) { return .credit }
        if let head = layout.headline, blocks[head.block].hash == block.hash {
            return .removed("repeated_headline")
        }
        if block.words >= 5, block.columns >= 30, !block.hasBullet || block.isProse,
            layout.headline != nil,
            !layout.indices(of: .standfirst).contains(where: { $0 < index - 1 }),
            index - (layout.headline?.block ?? 0) <= 6
        {
            return .standfirst
        }
        return .removed("between_headline_and_text")
    }

    private func roleBelow(_ index: Int) -> Role {
        let block = blocks[index]
        let distance = index - layout.body.upperBound
        if block.phrases.contains(.correction), block.words >= 5 { return .correction }
        if distance < 8, Credit.credit(in: block, of: text) != nil { return .credit }
        if let removed = furniture(block) { return removed }
        if distance < 4, isDateLine(block) { return .date }
        if distance < 6, block.columns <= 120, isByline(block, needsOpener: true) { return .byline }
        if distance < 8, CreditWords.staff.matchedWords(PhraseKey(text, block.content)) > 0 {
            return .credit
        }
        if isAddress(block) { return .address }
        return .removed("below_text")
    }

    /// The rule that sets a block aside wherever it stands; `nil` where none does.
    private func furniture(_ block: Block) -> Role? {
        if block.isRule { return .removed("rule_line") }
        if block.phrases.contains(.furniture) { return .removed("furniture_list") }
        if block.phrases.contains(.end), block.columns < 100 { return .removed("furniture_list") }
        if block.phrases.contains(.aboutPage), block.columns < 600 {
            return .removed("about_the_page")
        }
        if Credit.copyright(in: block, of: text) != nil, !block.isProse {
            return .removed("copyright_line")
        }
        return nil
    }

    /// Whether a date line or a byline stands beside a block: a name alone is a byline only there.
    private func isNearDetails(_ index: Int) -> Bool {
        for neighbour in [index - 2, index - 1, index + 1, index + 2]
        where blocks.indices.contains(neighbour) {
            if neighbour == layout.headline?.block, abs(neighbour - index) == 1 { return true }
            if isDateLine(blocks[neighbour]) { return true }
        }
        return false
    }

    private func isAddress(_ block: Block) -> Bool {
        guard block.columns <= 300, block.words <= 40 else { return false }
        let start = text.scalars[block.content]
        return start.starts(with: "http://".unicodeScalars)
            || start.starts(with: "https://".unicodeScalars)
            || start.starts(with: "www.".unicodeScalars)
    }

    // MARK: The text

    private mutating func classifyText() {
        var seen: Set<UInt64> = []
        if let head = layout.headline { seen.insert(blocks[head.block].hash) }
        var index = layout.body.lowerBound
        while index < layout.body.upperBound {
            let block = blocks[index]
            if block.hash != 0, block.columns >= 20, !seen.insert(block.hash).inserted {
                layout[index] = .removed("repeated_line")
                index += 1
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

    private func roleOfSentence(_ index: Int) -> Role {
        let block = blocks[index]
        if block.phrases.contains(.correction), block.words >= 5, index > layout.body.lowerBound + 1
        {
            return .correction
        }
        if block.phrases.contains(.aboutPage), block.columns < 600 {
            return .removed("about_the_page")
        }
        if block.phrases.contains(.furniture), !block.isProse { return .removed("furniture_list") }
        if block.phrases.contains(.pictureCredit), block.columns < 330 { return .caption }
        if block.hasBullet { return .listItem }
        return .paragraph
    }

    /// Lines without an end between paragraphs: a subhead, a list, a caption, or a box of links.
    private mutating func classifyShortLines(_ run: Range<Int>) {
        var plain: [Int] = []
        for index in run {
            let block = blocks[index]
            if let removed = furniture(block) {
                layout[index] = removed
            } else if block.phrases.contains(.pictureCredit)
                || (block.phrases.contains(.caption) && !block.endsInColon)
            {
                layout[index] = .caption
            } else if block.letters < 3 {
                layout[index] = .removed("short_line")
            } else if isAddress(block) {
                layout[index] = .address
            } else if Credit.credit(in: block, of: text) != nil,
                index + 2 >= layout.body.upperBound || block.words <= 3
            {
                layout[index] = .credit
            } else if isDateLine(block), block.words <= 8 {
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
