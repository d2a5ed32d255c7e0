/// Gives each block of an article its role.
struct Classifier {
    private let text: Manuscript
    private let details: Details
    private var layout: Layout
    /// The words of the text's opening.
    private let topic: Topic
    /// Short lines that stand three times or more: labels of the page.
    private var repeated: Set<UInt64> = []
    /// Whether a good part of the page around the article was taken along.
    private var isPage = false
    /// Whether blank lines divide most blocks.
    private var hasGaps = false
    /// The last block of running text; `nil` where there is none.
    private var lastProse: Int?

    /// The roles of an article's blocks; `nil` where it holds nothing but furniture.
    static func layout(of blocks: ArraySlice<Block>, in text: Manuscript) -> Layout? {
        var blocks = blocks
        var body = BodyFinder.body(of: blocks)
        if body == nil {
            // A report on newsletters or cookies with nothing beside it: it is the text.
            for index in blocks.indices where blocks[index].words >= reportWords {
                blocks[index].phrases.remove(.aboutPage)
            }
            body = BodyFinder.body(of: blocks)
        }
        if body == nil {
            // Not one sentence: short lines that are no furniture are all there is.
            let plain = blocks.indices.filter {
                !blocks[$0].isRule
                    && blocks[$0].phrases.isDisjoint(with: [.furniture, .end, .aboutPage])
                    && blocks[$0].letters > 0
            }
            guard let first = plain.first, let last = plain.last else { return nil }
            body = plain.count == 1 ? last + 1..<last + 1 : first + 1..<last + 1
        }
        guard var body else { return nil }
        if let start = BodyFinder.startBelowSummary(body, in: blocks, of: text) {
            body = start..<body.upperBound
        }
        let topic = Topic(of: blocks[body], in: text)
        body = BodyFinder.extended(body, topic: topic, in: blocks, of: text)
        if !body.isEmpty {
            body = BodyFinder.extendedBelow(body, topic: topic, in: blocks, of: text)
        }
        let headline = HeadlineFinder.headline(
            of: blocks,
            body: body.isEmpty ? nil : body,
            topic: topic,
            in: text
        )
        var classifier = Classifier(
            text: text,
            layout: Layout(blocks, headline: headline, body: body),
            topic: topic
        )
        classifier.classify()
        classifier.keepPlainLines()
        return classifier.layout
    }

    /// How many words make a report of what is else a notice.
    private static let reportWords = 30

    private init(text: Manuscript, layout: Layout, topic: Topic) {
        self.text = text
        self.topic = topic
        self.layout = layout
        details = Details(text: text)
    }

    private var blocks: ArraySlice<Block> { layout.blocks }

    private mutating func classify() {
        let head = layout.headline?.block
        if let head, layout.body.contains(head) {
            layout.body = head + 1..<layout.body.upperBound
        }
        moveStartBelowDetails()
        countRepeats()
        isPage = blocks.count { $0.phrases.contains(.furniture) } >= 3
        hasGaps = blocks.count { $0.blankBefore > 0 } * 2 > blocks.count
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
        Quotations.setApart(in: &layout, of: text)
    }

    /// Moves the text's start below a byline or date line that stands among its first blocks: what
    /// is above that is the standfirst.
    private mutating func moveStartBelowDetails() {
        let body = layout.body
        guard body.count > 2 else { return }
        let masses = body.map { blocks[$0].isProse ? blocks[$0].columns : 0 }
        let whole = masses.reduce(0, +)
        var above = 0
        var start: Int?
        for (offset, index) in body.prefix(16).enumerated() {
            // A standfirst and captions may stand above; an article's half may not.
            guard above <= 900, above * 3 <= whole else { break }
            if !blocks[index].isProse, details.isDetail(blocks[index]),
                offset < 4 || details.isStrong(blocks[index])
            {
                start = index + 1
            }
            above += masses[offset]
        }
        guard let start,
            (start..<body.upperBound).contains(where: {
                blocks[$0].isProse || blocks[$0].isSentence
            })
        else { return }
        layout.body = start..<body.upperBound
        while let first = layout.body.first, !blocks[first].isProse, !blocks[first].isSentence {
            layout.body = first + 1..<layout.body.upperBound
        }
    }

    private mutating func countRepeats() {
        var counts: [UInt64: Int] = [:]
        for block in blocks where block.hash != 0 && block.columns < 70 && !block.isSentence {
            counts[block.hash, default: 0] += 1
        }
        repeated = Set(counts.lazy.filter { $0.value > 2 }.map(\.key))
        if let head = layout.headline { repeated.remove(blocks[head.block].hash) }
    }

    /// Keeps whatever is no furniture as text where not one sentence was found: a note, a poem.
    ///
    /// A subhead stands above something, so that a subhead alone is no text.
    private mutating func keepPlainLines() {
        guard !blocks.indices.contains(where: { layout[$0].isText && layout[$0] != .subhead })
        else { return }
        let start = layout.headline.map { $0.block + 1 } ?? blocks.startIndex
        for index in start..<blocks.endIndex
        where (layout[index].isRemoved || layout[index] == .subhead)
            && furniture(blocks[index]) == nil && blocks[index].letters > 0
        {
            layout[index] = .paragraph
        }
        if let first = blocks.indices.first(where: { layout[$0].isText }),
            let last = blocks.indices.last(where: { layout[$0].isText })
        {
            layout.body = first..<last + 1
        }
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

    private func roleInHead(_ index: Int) -> Role {
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

    private func roleBelow(_ index: Int) -> Role {
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

    /// The rule that sets a block aside wherever it stands; `nil` where none does.
    private func furniture(_ block: Block) -> Role? {
        if block.isRule { return .removed("rule_line") }
        if block.phrases.contains(.furniture) { return .removed("furniture_list") }
        if !repeated.isEmpty, repeated.contains(block.hash), !block.isSentence, block.columns < 70 {
            return .removed("repeated_line")
        }
        if block.phrases.contains(.end), block.columns < 100 { return .removed("furniture_list") }
        if block.phrases.contains(.aboutPage), block.columns < 600 {
            return .removed("about_the_page")
        }
        if Credit.copyright(in: block, of: text) != nil, !block.isProse {
            return .removed("copyright_line")
        }
        return nil
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
    private func isDateline(_ block: Block) -> Bool {
        block.columns <= 60 && block.letters >= 3
            && DatelineReader.line(block.content, of: text, dayFirst: true) != nil
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
        if block.columns <= 300, index + 4 >= layout.body.upperBound, isStaffLine(block) {
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

    /// Whether a sentence names those who worked on the story.
    private func isStaffLine(_ block: Block) -> Bool {
        if CreditWords.staff.matchedWords(PhraseKey(text, block.content)) > 0 { return true }
        let words = text.tokens(in: block.content, limit: 80).filter { $0.kind == .word }
        return (2...7).contains { count in
            guard words.count > count else { return false }
            return CreditWords.staffEndings.contains(PhraseKey(text, words.suffix(count).range))
        }
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
