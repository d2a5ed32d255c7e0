/// Finds the article's text among the blocks of a page.
enum BodyFinder {
    /// The run of blocks that holds the text, from its first to its last paragraph.
    ///
    /// It is the run with the largest sum of weights (Kadane's algorithm, one pass). On a page with
    /// menus a second pass counts what is set in deeper than most of that run as no text of it.
    ///
    /// - Returns: `nil` where no block is running text or a sentence.
    static func body(of blocks: ArraySlice<Block>) -> Range<Int>? {
        guard let body = heaviestRun(of: blocks, indent: nil) else { return nil }
        guard isPage(blocks), let indent = commonIndent(of: blocks[body]) else { return body }
        return heaviestRun(of: blocks, indent: indent) ?? body
    }

    /// The body with the paragraphs before it that advertisements and boxes have cut off: those
    /// below a date line or byline, that speak of what the body speaks of.
    static func extended(
        _ body: Range<Int>,
        topic: Topic,
        in blocks: ArraySlice<Block>,
        of text: Manuscript
    ) -> Range<Int> {
        guard !body.isEmpty else { return body }
        let details = Details(text: text)
        for index in (max(blocks.startIndex, body.lowerBound - reach)..<body.lowerBound).reversed()
        where details.isDetail(blocks[index]) && details.isStrong(blocks[index]) {
            let below = index + 1..<min(index + 9, body.lowerBound)
            let first = below.first { other in
                let block = blocks[other]
                return block.isProse
                    && block.phrases.isDisjoint(with: [.pictureCredit, .furniture, .end])
                    && (topic.share(of: block.content, in: text) ?? 0) >= 0.3
            }
            if var first {
                // The paragraphs right above it belong to it.
                while first - 1 > index, blocks[first - 1].isProse,
                    blocks[first - 1].phrases.isDisjoint(with: [.pictureCredit, .aboutPage])
                {
                    first -= 1
                }
                return first..<body.upperBound
            }
        }
        return body
    }

    /// The body with the paragraphs below it that boxes have cut off: they speak of what the body
    /// speaks of, and stand above the readers' comments.
    static func extendedBelow(
        _ body: Range<Int>,
        topic: Topic,
        in blocks: ArraySlice<Block>,
        of text: Manuscript
    ) -> Range<Int> {
        let isPage = isPage(blocks)
        let share = isPage ? Weights.topicBelowBox.page : Weights.topicBelowBox.text
        let least = isPage ? Weights.leastBelowBox.page : Weights.leastBelowBox.text
        var end = body.upperBound
        for index in body.upperBound..<min(blocks.endIndex, body.upperBound + reach) {
            let block = blocks[index]
            if block.phrases.contains(.comments) || index - end > Weights.longestBox { break }
            guard block.isProse, !block.hasBullet, block.columns >= least,
                block.phrases.isDisjoint(with: [.pictureCredit, .furniture, .end, .aboutPage]),
                !block.isCut,
                (topic.share(of: block.content, in: text) ?? 0) >= share
            else { continue }
            end = index + 1
        }
        return body.lowerBound..<end
    }

    /// Where the report begins that stands below a summary and its headline: a paragraph with a
    /// dateline, right below a line that ends no sentence, and nothing but a paragraph or two above.
    static func startBelowSummary(
        _ body: Range<Int>,
        in blocks: ArraySlice<Block>,
        of text: Manuscript
    ) -> Int? {
        for index in body.dropFirst(2).prefix(3) where blocks[index].isProse {
            let headline = blocks[index - 1]
            guard !headline.isProse, !headline.endsInFullStop, headline.hasHeadlineLength,
                headline.columns >= 30,
                let found = DatelineReader.dateline(
                    in: blocks[index].content,
                    of: text,
                    dayFirst: true,
                    isFirst: true
                ), found.confidence >= 0.9, found.dateline.place != nil
            else { continue }
            let above = blocks[body.lowerBound..<index - 1]
            return above.allSatisfy { $0.isProse || $0.isSentence } ? index : nil
        }
        return nil
    }

    /// How far above the heaviest run its cut-off beginning is looked for, in blocks.
    private static let reach = 60

    private static func heaviestRun(of blocks: ArraySlice<Block>, indent: Int?) -> Range<Int>? {
        var best: (sum: Double, range: Range<Int>)?
        var sum = 0.0
        var start = blocks.startIndex
        for index in blocks.indices {
            let block = blocks[index]
            if sum <= 0 {
                sum = 0
                start = index
            }
            sum += weight(of: index, in: blocks, indent: indent)
            if sum > (best?.sum ?? 0), block.isProse || block.isSentence {
                best = (sum, start..<index + 1)
            }
        }
        guard var range = best?.range else { return nil }
        while let first = range.first, !blocks[first].isProse, !blocks[first].isSentence {
            range = first + 1..<range.upperBound
        }
        return range.isEmpty ? nil : range
    }

    private static func weight(of index: Int, in blocks: ArraySlice<Block>, indent: Int?) -> Double
    {
        let block = blocks[index]
        let weight = Weights.weight(of: block)
        guard weight > 0 else { return weight }
        if let indent, !block.hasBullet, abs(block.indent - indent) > 2 {
            return Weights.otherIndent
        }
        guard blocks.count > 12, block.columns <= Weights.lonelyColumns, isLonely(index, in: blocks)
        else { return weight }
        return min(weight, Weights.lonely)
    }

    /// Whether short lines that end no sentence stand on both sides of a block.
    private static func isLonely(_ index: Int, in blocks: ArraySlice<Block>) -> Bool {
        func isShort(_ neighbour: Int) -> Bool {
            guard blocks.indices.contains(neighbour) else { return true }
            let block = blocks[neighbour]
            return !block.isProse && !block.isSentence && !block.isRule && !block.startsDash
        }
        return isShort(index - 1) && isShort(index + 1)
    }

    /// Whether a text is a whole page, menus and all.
    private static func isPage(_ blocks: ArraySlice<Block>) -> Bool {
        guard blocks.count >= 40 else { return false }
        let furniture = blocks.count { !$0.phrases.isDisjoint(with: [.furniture, .end]) }
        return furniture >= 4
    }

    /// How deep most of a run's text is set in; `nil` where no indent has two thirds of it.
    private static func commonIndent(of blocks: ArraySlice<Block>) -> Int? {
        var columns: [Int: Int] = [:]
        var whole = 0
        for block in blocks where block.isProse && !block.hasBullet {
            columns[block.indent, default: 0] += block.columns
            whole += block.columns
        }
        guard let most = columns.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
            most.value * 3 >= whole * 2
        else { return nil }
        return most.key
    }
}
