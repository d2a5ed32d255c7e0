/// Finds the headline: the line above the text that looks most like one.
enum HeadlineFinder {
    /// A headline as found.
    struct Found: Sendable {
        /// The index of its block.
        var block: Int
        var rule: String
        var confidence: Double
    }

    /// The headline of an article.
    ///
    /// - Parameters:
    ///   - blocks: The article's blocks.
    ///   - body: The run that holds its text; `nil` where none was found.
    ///   - topic: What the text is about.
    ///   - text: The original.
    /// - Returns: The best line; `nil` where none looks like a headline.
    static func headline(
        of blocks: ArraySlice<Block>,
        body: Range<Int>?,
        topic: Topic,
        in text: Manuscript
    ) -> Found? {
        let top = blocks[body?.lowerBound ?? blocks.startIndex].full.lowerBound
        if let marked = blocks.firstIndex(where: { $0.headingLevel == 1 })
            ?? blocks.firstIndex(where: { $0.headingLevel > 0 && $0.full.lowerBound <= top })
        {
            return Found(block: marked, rule: "markdown_heading", confidence: 0.97)
        }
        let end = body?.lowerBound ?? blocks.endIndex
        // The body's first line may itself be a headline that ends as a sentence does.
        let last = min(end + 1, blocks.endIndex)
        let first = max(blocks.startIndex, end - reach)
        var repeats: [UInt64: Int] = [:]
        for block in blocks where block.hash != 0 && block.columns >= 12 {
            repeats[block.hash, default: 0] += 1
        }
        var best: (score: Double, index: Int)?
        var scores: [Int: Double] = [:]
        let start = startOfText(blocks)
        for index in first..<max(first, last) {
            // All that there is, and it ends as a sentence: that is the text.
            if let body, body == index..<index + 1, blocks[index].endsInFullStop { continue }
            guard var score = score(of: blocks[index], in: text) else { continue }
            let share = index < end ? topic.share(of: blocks[index].content, in: text) : 0.5
            // A second printing, in a menu, a share box or a page title, marks the headline.
            if repeats[blocks[index].hash, default: 0] > 1, (share ?? 0.5) >= 0.3 { score += 1.2 }
            if index == start { score += 1.6 }
            // One line, and the text right below it.
            if index == start, index + 1 == end { score += 1 }
            let distance = end - index
            score -= min(Double(distance) * 0.07, 2.2)
            if index >= end {
                score -= index == start ? 0.2 : blocks[index].endsInFullStop ? 2.5 : 0.4
            }
            if index > blocks.startIndex,
                BylineWords.openers.contains(PhraseKey(text, blocks[index - 1].content))
            {
                continue
            }
            if let share { score += share * 2.6 - 1 }
            // The line right below is a byline, a date or a standfirst.
            if isFollowedByDetails(index, in: blocks, text) { score += 1.3 }
            if blocks[index].blankBefore > 0, index + 1 < blocks.endIndex,
                blocks[index + 1].blankBefore > 0
            {
                score += 0.3
            }
            scores[index] = score
            if score > (best?.score ?? -.infinity) { best = (score, index) }
        }
        if let found = best, let above = lineAbove(found.index, in: blocks, scores, topic, text) {
            best = (scores[above] ?? found.score, above)
        }
        if let found = best,
            let part = scores.keys.sorted().first(where: {
                isWithoutTrail($0, of: found.index, in: blocks, text)
            })
        {
            best = (found.score, part)
        }
        guard let best, best.score > 0.6 else { return nil }
        let block = blocks[best.index]
        let isFirst = best.index == start
        let rule: String
        if isFirst {
            rule = block.endsInFullStop ? "first_line_short" : "first_line_short_no_period"
        } else if repeats[block.hash, default: 0] > 1 {
            rule = "repeated_line_above_text"
        } else {
            rule = "line_above_text"
        }
        let confidence = isFirst && !block.endsInFullStop ? 0.95 : min(0.9, 0.4 + best.score / 8)
        return Found(block: best.index, rule: rule, confidence: confidence)
    }

    /// How far above the text a headline is looked for, in blocks.
    private static let reach = 60

    /// The headline above a standfirst that looks like one too: nearly as good, shorter, and of the
    /// same topic; `nil` where there is none.
    private static func lineAbove(
        _ index: Int,
        in blocks: ArraySlice<Block>,
        _ scores: [Int: Double],
        _ topic: Topic,
        _ text: Manuscript
    ) -> Int? {
        guard let score = scores[index] else { return nil }
        let words = Set(text.tokens(in: blocks[index].content, limit: 60).map(\.hash))
        var above = index - 1
        while above >= blocks.startIndex, index - above <= 3 {
            defer { above -= 1 }
            let block = blocks[above]
            if block.isRule { continue }
            guard let other = scores[above],
                other >= score
                    - (blocks[index].columns > 95 || blocks[index].endsInFullStop ? 1.5 : 0.3),
                block.columns >= 24,
                !block.hasBullet,
                block.columns <= max(90, blocks[index].columns * 5 / 4), !block.endsInFullStop,
                (topic.share(of: block.content, in: text) ?? 0) >= 0.3
            else { return nil }
            // The page's title repeats the headline with the site's name; that is no better one.
            let tokens = text.tokens(in: block.content, limit: 60).filter { $0.kind == .word }
            let common = tokens.count { words.contains($0.hash) }
            return common * 5 >= tokens.count * 4 ? nil : above
        }
        return nil
    }

    /// Whether a line is another one without what a page has put around it: `HomeNewsCouncil keeps pool`,
    /// `Council keeps pool | Example News`.
    private static func isWithoutTrail(
        _ part: Int,
        of whole: Int,
        in blocks: ArraySlice<Block>,
        _ text: Manuscript
    ) -> Bool {
        let (short, long) = (blocks[part].content, blocks[whole].content)
        guard part != whole, short.count >= 20, short.count < long.count,
            short.count * 2 > long.count
        else { return false }
        let words = text.scalars[short]
        return text.scalars[long].suffix(short.count).elementsEqual(words)
            || text.scalars[long].starts(with: words)
                && !ScalarClass(text.scalars[long.lowerBound + short.count]).isLetter
    }

    private static func startOfText(_ blocks: ArraySlice<Block>) -> Int {
        blocks.firstIndex { !$0.isRule && !$0.phrases.contains(.furniture) } ?? blocks.startIndex
    }

    /// How much a block looks like a headline by itself; `nil` where it cannot be one.
    private static func score(of block: Block, in text: Manuscript) -> Double? {
        guard block.letters >= 4, block.columns <= 240, !block.phrases.contains(.furniture),
            !block.phrases.contains(.pictureCredit), !block.phrases.contains(.aboutPage)
        else { return nil }
        if block.digits * 2 > block.letters { return nil }
        if !DateScanner(text, block.content, dayFirst: true).dates().isEmpty, block.columns < 60 {
            return nil
        }
        if block.phrases.contains(.byline),
            BylineReader.byline(in: block.content, of: text, needsOpener: true) != nil
        {
            return nil
        }
        if block.words < 2, block.columns < 20 { return nil }
        if Credit.bracketedSource(in: block, of: text) || isOutletAndSection(block, in: text) {
            return nil
        }
        if block.endsInFullStop || block.isProse, opensReport(block, in: text) { return nil }
        if PrintedEntry.entry(in: block, of: text) != nil { return nil }
        var score = 0.0
        switch block.columns {
        case ..<16: score -= 0.8
        case ..<26: score += 0.2
        case ..<36: score += 0.9
        case ..<140: score += 1.5
        case ..<180: score += 0.7
        default: score -= 0.4
        }
        if block.endsInFullStop && !block.isCut {
            score -= block.stops > 0 || block.columns > 110 ? 1.5 : 0.7
        }
        if block.isCut { score -= 0.7 }
        // Two sentences without a stop at the end are a caption with its credit.
        if block.stops > 0, !block.endsSentence, block.columns > 60 { score -= 0.4 }
        if block.endsInColon { score -= 0.8 }
        if block.hasBullet { score -= 1.3 }
        if block.phrases.contains(.end) { score -= 0.6 }
        if block.phrases.contains(.caption) { score -= 1 }
        if block.startsLower { score -= 0.4 }
        // Sections, menus and names: two or three capitalised words and nothing else.
        if block.words <= 3, block.capitalisedWords >= block.words { score -= 0.9 }
        if block.capitals == block.letters, block.words <= 6 { score -= 0.5 }
        if block.symbols > 3 { score -= 0.5 }
        if block.indent > 12 { score -= 0.2 }
        return score
    }

    /// `EXAMPLE NEWS | Business`: what stands above the headline on every page of an outlet.
    private static func isOutletAndSection(_ block: Block, in text: Manuscript) -> Bool {
        guard block.words <= 6, block.columns <= 60, !block.endsSentence,
            let bar = block.content.first(where: {
                "|›»·".unicodeScalars.contains(text.scalars[$0])
            })
        else { return false }
        let outlet = text.trimmed(block.content.lowerBound..<bar)
        return !outlet.isEmpty && Agencies.contains(text, outlet)
    }

    /// Whether a sentence begins with a dateline that a day or an agency makes sure of.
    private static func opensReport(_ block: Block, in text: Manuscript) -> Bool {
        let found = DatelineReader.dateline(
            in: block.content,
            of: text,
            dayFirst: true,
            isFirst: true
        )
        guard let found, found.confidence >= 0.9 else { return false }
        return found.date != nil || found.agencyRange != nil
    }

    private static func isFollowedByDetails(
        _ index: Int,
        in blocks: ArraySlice<Block>,
        _ text: Manuscript
    ) -> Bool {
        for next in blocks[(index + 1)...].prefix(3) where next.columns <= 120 && !next.isRule {
            if next.phrases.contains(.byline),
                BylineReader.byline(in: next.content, of: text, needsOpener: true) != nil
            {
                return true
            }
            if next.digits >= 3, !DateScanner(text, next.content, dayFirst: true).dates().isEmpty {
                return true
            }
        }
        return false
    }
}
