/// Sets apart what an article quotes in a place of its own: posts of networks, pull quotes, and lines
/// that `>` marks.
struct Quotations {
    private let text: Manuscript
    private let blocks: ArraySlice<Block>
    /// How many blank lines divide most paragraphs.
    private let usualGap: Int

    /// Marks an article's quotations in its layout.
    static func setApart(in layout: inout Layout, of text: Manuscript) {
        let quotations = Quotations(text: text, blocks: layout.blocks)
        quotations.markQuotedLines(in: &layout)
        quotations.markAttributed(in: &layout)
        quotations.markPullQuotes(in: &layout)
    }

    private init(text: Manuscript, blocks: ArraySlice<Block>) {
        self.text = text
        self.blocks = blocks
        let gaps = blocks.dropFirst().count { $0.blankBefore > 0 }
        usualGap = gaps * 2 > blocks.count ? 1 : 0
    }

    /// A text of which more than this is marked by `>` is a letter that was passed on, and no quotation.
    private static let mostQuoted = 0.6

    private func markQuotedLines(in layout: inout Layout) {
        let quoted = layout.body.filter { blocks[$0].isQuoted }
        guard !quoted.isEmpty, Double(quoted.count) <= Double(layout.body.count) * Self.mostQuoted
        else { return }
        for index in quoted where layout[index].isText { layout[index] = .quotation }
    }

    // MARK: Posts and quotations with a name below them

    /// `— Jane Roe (@jane) November 5, 2019` and the words above it; `— Jane Roe, mayor` and the words
    /// between quotation marks above it.
    private func markAttributed(in layout: inout Layout) {
        for index in layout.body.dropFirst() where blocks[index].columns <= Self.longestAttribution
        {
            guard let attribution = attribution(blocks[index]) else { continue }
            var first = index
            var columns = 0
            while first > layout.body.lowerBound {
                let above = blocks[first - 1]
                guard columns + above.columns <= Self.longestPost, layout[first - 1].isText,
                    above.phrases.isDisjoint(with: [.furniture, .byline, .end])
                else { break }
                // What no blank line divides belongs together, where blank lines divide paragraphs.
                let isNext = first == index
                guard isNext || usualGap > 0 && blocks[first].blankBefore == 0 else { break }
                columns += above.columns
                first -= 1
            }
            guard first < index else { continue }
            if attribution == .name, !isBetweenMarks(blocks[index - 1]) { continue }
            for quoted in first...index { layout[quoted] = .quotation }
        }
    }

    /// A post has at most 280 signs, and links.
    private static let longestPost = 420
    private static let longestAttribution = 120

    private enum Attribution { case post, name }

    /// Who is quoted, where a line says nothing but that; `nil` where it is another line.
    private func attribution(_ block: Block) -> Attribution? {
        guard let first = block.full.first, !block.isProse else { return nil }
        let hasDash = ScalarClass(text.scalars[first]) == .dash
        let tokens = text.tokens(in: block.full, limit: 40)
        if let at = tokens.firstIndex(where: { $0.isMark("@") }), at > 1,
            tokens[at - 1].isMark("("), at + 2 < tokens.count,
            let close = tokens[(at + 1)...].firstIndex(where: { $0.isMark(")") })
        {
            let rest = tokens[(close + 1)...]
            let dates = DateScanner(text, tokens: Array(rest), dayFirst: false).dates()
            return !dates.isEmpty || hasDash && rest.isEmpty ? .post : nil
        }
        guard hasDash, tokens.count <= 20, !block.endsSentence, tokens.count > 2 else { return nil }
        let words = tokens.dropFirst().prefix { !$0.isMark(in: ",(") }
        let isName =
            (1...6).contains(words.count)
            && words.allSatisfy {
                $0.kind == .mark || ScalarClass($0.first) != .lower && $0.kind == .word
                    || BylineWords.particles.contains($0)
            }
        return isName && !Agencies.contains(text, words.range) ? .name : nil
    }

    // MARK: Pull quotes

    /// Words between quotation marks in a block of their own that the running text has too.
    private func markPullQuotes(in layout: inout Layout) {
        let candidates = layout.body.filter { index in
            let block = blocks[index]
            return (layout[index].isText || layout[index] == .subhead) && block.columns <= 260
                && block.words >= Self.run && isBetweenMarks(block)
        }
        guard !candidates.isEmpty else { return }
        var counts: [UInt64: UInt8] = [:]
        for index in layout.body where layout[index].isText {
            for run in runs(of: blocks[index]) {
                counts[run, default: 0] = min(2, counts[run, default: 0] + 1)
            }
        }
        for index in candidates {
            let runs = runs(of: blocks[index])
            if !runs.isEmpty, runs.allSatisfy({ counts[$0] == 2 }) { layout[index] = .quotation }
        }
    }

    /// How many words in a row have to be the same.
    private static let run = 4

    /// The hashes of all runs of words of a block.
    private func runs(of block: Block) -> [UInt64] {
        let words = text.tokens(in: block.content).filter { $0.kind != .mark }
        guard words.count >= Self.run else { return [] }
        return (0...(words.count - Self.run)).map { start in
            words[start..<start + Self.run].reduce(into: UInt64(0)) { hash, word in
                hash =
                    (hash ^ (word.hash &+ UInt64(bitPattern: Int64(word.number))))
                    &* 0x100_0000_01B3
            }
        }
    }

    /// Whether a block begins and ends with a quotation mark, and has none between.
    private func isBetweenMarks(_ block: Block) -> Bool {
        guard block.content.count > 2, let first = block.content.first,
            let last = block.content.last
        else { return false }
        let marks =
            ScalarClass(text.scalars[first]) == .quote && ScalarClass(text.scalars[last]) == .quote
        guard marks else { return false }
        return !block.content.dropFirst().dropLast().contains {
            Self.doubleMarks.contains(text.scalars[$0])
        }
    }

    private static let doubleMarks = Set("\"“”„‟«»「」『』".unicodeScalars)
}
