/// Gives each block of an article its role.
struct Classifier {
    let text: Manuscript
    let details: Details
    var layout: Layout
    /// The words of the text's opening.
    let topic: Topic
    /// Short lines that stand three times or more: labels of the page.
    private var repeated: Set<UInt64> = []
    /// Whether a good part of the page around the article was taken along.
    var isPage = false
    /// Whether blank lines divide most blocks.
    var hasGaps = false
    /// The last block of running text; `nil` where there is none.
    var lastProse: Int?

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

    var blocks: ArraySlice<Block> { layout.blocks }

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

    /// The rule that sets a block aside wherever it stands; `nil` where none does.
    func furniture(_ block: Block) -> Role? {
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
}
