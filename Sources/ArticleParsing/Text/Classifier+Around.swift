/// The roles of what stands around an article's text.
extension Classifier {
    /// The role of a block above the headline, which is block `head`.
    func roleAbove(_ index: Int, head: Int) -> Role {
        let block = blocks[index]
        if let entry = PrintedEntry.entry(in: block, of: text), index <= blocks.startIndex + 12,
            entry.entry != .author || block.columns < 100
        {
            return .entry
        }
        if let removed = furniture(block) { return removed }
        if head - index <= 40, details.isDateLine(block),
            head - index <= 5 || details.isStrong(block)
        {
            return .date
        }
        if head - index <= 5 {
            if details.isDateLine(block) { return .date }
            if block.phrases.contains(.byline), details.isByline(block, needsOpener: true) {
                return .byline
            }
            if followsOpener(index), details.isByline(block, needsOpener: false) { return .byline }
        }
        if index == head - 1, !block.hasBullet, block.columns <= 40, block.words <= 5,
            block.letters >= 3, layout.headline != nil,
            !block.endsInFullStop, block.indent < 8
        {
            return .kicker
        }
        return .removed("above_headline")
    }

    /// The role of a block between headline and text.
    func roleInHead(_ index: Int) -> Role {
        let block = blocks[index]
        if PrintedEntry.entry(in: block, of: text) != nil, block.columns <= 200 { return .entry }
        if isDateline(block) { return .dateline }
        if details.isDateLine(block) { return .date }
        if CreditWords.sources.contains(PhraseKey(text, block.content)) {
            return .removed("source_label")
        }
        if followsSourceLabel(index) { return .credit }
        if namesAgency(block) { return .byline }
        if block.columns <= 200, details.isByline(block, needsOpener: true),
            block.phrases.contains(.byline)
        {
            return .byline
        }
        if followsOpener(index), details.isByline(block, needsOpener: false) { return .byline }
        if let removed = furniture(block) { return removed }
        if block.phrases.contains(.pictureCredit) || block.phrases.contains(.caption) {
            return .caption
        }
        if isAddress(block) { return .address }
        if block.columns <= 120, details.isByline(block, needsOpener: false),
            isUnknownName(block) || (isNearDetails(index) && !isKnownName(block))
        {
            return .byline
        }
        if Agencies.names.contains(PhraseKey(text, block.content)) { return .credit }
        if let head = layout.headline, blocks[head.block].hash == block.hash {
            return .removed("repeated_headline")
        }
        if block.words >= 5, block.columns >= 30, !block.hasBullet || block.isProse,
            let head = layout.headline?.block, index - head <= 6,
            !layout.indices(of: .standfirst).contains(where: { $0 < index - 1 })
        {
            return .standfirst
        }
        return .removed("between_headline_and_text")
    }

    /// The role of a block below the text.
    func roleBelow(_ index: Int) -> Role {
        let block = blocks[index]
        let distance = index - layout.body.upperBound
        if block.phrases.contains(.correction), block.words >= 5 { return .correction }
        if distance < 8, block.columns <= 60,
            BylineReader.byline(in: block.content, of: text, needsOpener: true)?.isTitled == true
        {
            return .byline
        }
        if distance < 8, Credit.credit(in: block, of: text) != nil { return .credit }
        if let removed = furniture(block) { return removed }
        if distance < 12, details.isDateLine(block), distance < 4 || details.isStrong(block) {
            return .date
        }
        if distance < 6, block.columns <= 120, details.isByline(block, needsOpener: true) {
            return .byline
        }
        if distance < 16, isNameAboveBiography(index) { return .byline }
        if distance < 8, CreditWords.staff.matchedWords(PhraseKey(text, block.content)) > 0 {
            return .credit
        }
        if isAddress(block) { return .address }
        return .removed("below_text")
    }

    /// Whether the block before is nothing but the opening of a byline: `By`, `Written by`.
    private func followsOpener(_ index: Int) -> Bool {
        guard index > blocks.startIndex else { return false }
        let key = PhraseKey(text, blocks[index - 1].content)
        return key.words > 0 && key.words <= 4 && BylineWords.openers.contains(key)
    }

    /// Whether the block before is nothing but a label such as `News provided by`.
    private func followsSourceLabel(_ index: Int) -> Bool {
        guard index > blocks.startIndex, blocks[index].columns <= 60 else { return false }
        return layout[index - 1] == .removed("source_label")
    }

    /// Whether a short line is an agency, with a person before it or work behind it or neither.
    private func namesAgency(_ block: Block) -> Bool {
        guard block.columns <= 60, block.words <= 7 else { return false }
        let byline = BylineReader.byline(in: block.content, of: text, needsOpener: false)
        return byline.map { $0.agency != nil || $0.isTitled } ?? false
    }

    /// Whether a line is a name and the sentence below it begins with that person.
    private func isNameAboveBiography(_ index: Int) -> Bool {
        let block = blocks[index]
        guard block.columns <= 48, block.words <= 4, index + 1 < blocks.endIndex,
            blocks[index + 1].isProse || blocks[index + 1].isSentence,
            details.isByline(block, needsOpener: false),
            let surname = text.tokens(in: block.content).last(where: { $0.kind == .word })
        else { return false }
        let opening = text.tokens(in: blocks[index + 1].content, limit: 5)
        return opening.contains { $0.hash == surname.hash }
    }

    /// Whether a date line or a byline stands beside a block: a name alone is a byline only there.
    private func isNearDetails(_ index: Int) -> Bool {
        for neighbour in [index - 2, index - 1, index + 1, index + 2]
        where blocks.indices.contains(neighbour) {
            if neighbour == layout.headline?.block, abs(neighbour - index) == 1 { return true }
            if details.isDateLine(blocks[neighbour]) { return true }
        }
        return false
    }

    /// Whether a name is one that the text speaks of: somebody in the news.
    private func isKnownName(_ block: Block) -> Bool {
        (topic.share(of: block.content, in: text) ?? 0) >= 0.99
    }

    /// Whether a name in the head is none that the text speaks of: the author's, most likely.
    private func isUnknownName(_ block: Block) -> Bool {
        guard block.columns <= 60, !block.hasBullet, layout.headline != nil,
            let share = topic.share(of: block.content, in: text)
        else { return false }
        return share == 0
    }

    /// Whether a line is a dateline and nothing else.
    func isDateline(_ block: Block) -> Bool {
        block.columns <= 60 && block.letters >= 3
            && DatelineReader.line(block.content, of: text, dayFirst: true) != nil
    }

    /// Whether a block begins with an address on the web.
    func isAddress(_ block: Block) -> Bool {
        guard block.columns <= 300, block.words <= 40 else { return false }
        let start = text.scalars[block.content]
        return start.starts(with: "http://".unicodeScalars)
            || start.starts(with: "https://".unicodeScalars)
            || start.starts(with: "www.".unicodeScalars)
    }
}
