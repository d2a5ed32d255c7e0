import Articles

/// Cuts an upload into articles where the evidence is strong, and leaves it whole where it is not.
///
/// What counts: a form feed or a rule between articles, mail headers, entries such as `Title:`,
/// a count such as `Article 1 of 2`, and above all a repeated layout: headline, byline or date
/// line, running text.
struct Splitter {
    private let text: Manuscript
    private let blocks: [Block]
    /// The columns of sentences before each block.
    private let masses: [Int]

    private init(text: Manuscript, blocks: [Block]) {
        self.text = text
        self.blocks = blocks
        var masses = [0]
        masses.reserveCapacity(blocks.count + 1)
        for block in blocks {
            let isText = block.isProse || block.isSentence
            masses.append(masses[masses.count - 1] + (isText ? block.columns : 0))
        }
        self.masses = masses
    }

    /// The articles' runs of blocks in order; separators between them belong to none.
    static func articles(in blocks: [Block], of text: Manuscript, mode: SplitMode) -> [Range<Int>] {
        let whole = [0..<blocks.count]
        switch mode {
        case .none: return whole
        case .separator(let line):
            return Splitter(text: text, blocks: blocks).atLines(equalTo: line)
        case .auto, .all:
            guard blocks.count >= 4, blocks.count <= mostBlocks else { return whole }
            let splitter = Splitter(text: text, blocks: blocks)
            return splitter.atSeparators() ?? splitter.atHeads() ?? splitter.atGroups() ?? whole
        }
    }

    /// A text of more blocks is taken as a page or a table, and not looked at for several articles.
    private static let mostBlocks = 50_000

    private func atLines(equalTo line: String) -> [Range<Int>] {
        let wanted = Manuscript(line)
        let trimmed = wanted.scalars[wanted.trimmed(0..<wanted.scalars.count)]
        return pieces { text.scalars[blocks[$0].full].elementsEqual(trimmed) }
    }

    private func pieces(at isSeparator: (Int) -> Bool) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = 0
        for index in blocks.indices where isSeparator(index) {
            if start < index { pieces.append(start..<index) }
            start = index + 1
        }
        if start < blocks.count { pieces.append(start..<blocks.count) }
        return pieces.isEmpty ? [0..<blocks.count] : pieces
    }

    // MARK: Separators

    /// Cuts at rules, pages, mail lines and counts, where what follows begins as an article does.
    private func atSeparators() -> [Range<Int>]? {
        var starts: [(start: Int, end: Int)] = []
        for index in blocks.indices {
            if isCount(blocks[index]) || isMailLine(index) || isRule(blocks[index]) {
                starts.append((index, index + 1))
            } else if blocks[index].startsPage, index > 0 {
                starts.append((index, index))
            }
        }
        guard let firstStart = starts.first else { return nil }
        // Where the first article has a byline or a date, so have the others; else it is one
        // article in parts.
        let opening = firstStart.start == 0 ? firstStart.end : 0
        let firstEnd = starts.first { $0.start > opening }?.start ?? blocks.count
        let needsDetails = hasDetails(in: opening..<firstEnd) || isPage
        var pieces: [Range<Int>] = []
        var first = 0
        for (end, next) in starts {
            let piece = first..<end
            // A piece that does not look like an article of its own goes on with the one before it.
            guard next < blocks.count, beginsArticle(at: next, needsDetails: needsDetails) else {
                continue
            }
            if mass(piece) >= 80 {
                pieces.append(piece)
                first = next
            } else if pieces.isEmpty, end - first <= 2 {
                first = next
            }
        }
        if mass(first..<blocks.count) >= 80 {
            pieces.append(first..<blocks.count)
        } else if let last = pieces.popLast() {
            pieces.append(last.lowerBound..<blocks.count)
        }
        return pieces.count > 1 ? pieces : nil
    }

    /// Whether a good part of a page around the articles was taken along: rules divide those too.
    private var isPage: Bool { blocks.count { $0.phrases.contains(.furniture) } >= 8 }

    /// Whether a headline in a run has details below it; only the run's beginning is looked at.
    private func hasDetails(in run: Range<Int>) -> Bool {
        for index in run.prefix(80) where index + 1 < blocks.count {
            if PrintedEntry.entry(in: blocks[index], of: text) != nil { return true }
            if looksLikeHeadline(blocks[index]), hasDetails(below: index) { return true }
        }
        return false
    }

    /// Whether a headline stands at `index` with a byline, a date, a dateline or text close below.
    private func beginsArticle(at index: Int, needsDetails: Bool) -> Bool {
        var index = index
        while index < blocks.count, blocks[index].isRule { index += 1 }
        guard index + 1 < blocks.count else { return false }
        if PrintedEntry.entry(in: blocks[index], of: text) != nil { return true }
        guard looksLikeHeadline(blocks[index]) else { return false }
        if hasDetails(below: index) { return true }
        return !needsDetails && !blocks[index].endsInFullStop
            && blocks[(index + 1)...].prefix(3).contains { $0.isProse }
    }

    private func isRule(_ block: Block) -> Bool {
        guard block.isRule, block.content.count >= 3 || block.full.count >= 3 else { return false }
        return block.full.count { !Manuscript.isBlank(text.scalars[$0]) } >= 3
    }

    /// `Article 1 of 3`, `[2/3]`, `Story 2`.
    private func isCount(_ block: Block) -> Bool {
        guard block.columns <= 30, block.digits > 0 else { return false }
        return Self.counts.contains(PhraseKey(text, block.content))
    }

    private static let counts = PhraseTable(
        """
        en: Article 1 of 2 | Story 1 of 2 | Document 1 of 2 | Article 1 | Story 1 | Document 1 | Item 1 of 2 | 1 of 2 DOCUMENTS | 1 of 2 | Page 1 of 2 ARTICLES
        de: Artikel 1 von 2 | Dokument 1 von 2 | Artikel 1 | 1 von 2
        fr: Article 1 sur 2 | Document 1 sur 2 | 1 sur 2
        es: Artículo 1 de 2 | Documento 1 de 2 | 1 de 2
        pt: Artigo 1 de 2 | Notícia 1 de 2
        it: Articolo 1 di 2
        nl: Artikel 1 van 2
        """
    )

    /// `From someone@example.org Thu Nov 06 10:00:00 2025` above mail headers (mbox, RFC 4155).
    private func isMailLine(_ index: Int) -> Bool {
        let block = blocks[index]
        guard block.columns <= 160, block.digits >= 6, index + 1 < blocks.count,
            PrintedEntry.entry(in: blocks[index + 1], of: text) != nil
        else { return false }
        let from: [Unicode.Scalar] = ["F", "r", "o", "m", " "]
        return text.scalars[block.full].starts(with: from) && text.scalars[block.full].contains("@")
    }

    // MARK: Repeated layout

    /// Cuts at headlines that have a byline, a date line or a dateline below them, where each has
    /// a text of its own of some length.
    private func atHeads() -> [Range<Int>]? {
        var heads: [Int] = []
        var index = 0
        while index < blocks.count {
            if isHead(index) {
                heads.append(index)
                index += 2
            } else {
                index += 1
            }
        }
        heads = distinct(heads)
        guard heads.count > 1 else { return nil }
        // What stands above the first headline belongs to it.
        var kept: [Int] = []
        for (position, head) in heads.enumerated() {
            let end = position + 1 < heads.count ? heads[position + 1] : blocks.count
            if mass(head..<end) >= 150 { kept.append(head) }
        }
        guard kept.count > 1, kept.count == heads.count || kept.count * 3 >= heads.count * 2 else {
            return nil
        }
        let masses = kept.indices.map { position in
            mass(kept[position]..<(position + 1 < kept.count ? kept[position + 1] : blocks.count))
        }
        // One long text and several short ones are an article with teasers.
        guard let largest = masses.max(), masses.allSatisfy({ $0 * 14 >= largest }) else {
            return nil
        }
        guard mass(0..<kept[0]) < 200 else { return nil }
        return kept.indices.map { position in
            (position == 0 ? 0 : kept[position])..<(position + 1 < kept.count
                ? kept[position + 1] : blocks.count)
        }
    }

    /// The heads less those that go on with the article above: the same headline again, as players
    /// of sound and video print it, or a subhead on what the text so far is about.
    private func distinct(_ heads: [Int]) -> [Int] {
        var kept: [Int] = []
        for head in heads {
            guard let last = kept.last else {
                kept = [head]
                continue
            }
            let lines = blocks[head..<min(head + 3, blocks.count)]
            var opening = Set(lines.lazy.filter { $0.columns >= 20 && $0.hash != 0 }.map(\.hash))
            if blocks[head].hash != 0 { opening.insert(blocks[head].hash) }
            let isRepeated = blocks[kept[0]..<head].contains { opening.contains($0.hash) }
            let topic = Topic(of: blocks[last..<head], in: text)
            let share = topic.share(of: blocks[head].content, in: text) ?? 0
            if !isRepeated, share < Self.sameTopic { kept.append(head) }
        }
        return kept
    }

    /// From this share of a line's words on, it speaks of what the text above speaks of.
    private static let sameTopic = 0.6

    /// How many columns of sentences a run has.
    private func mass(_ range: Range<Int>) -> Int {
        masses[range.upperBound] - masses[range.lowerBound]
    }

    /// Whether an article's head is at `index`: a headline, then details, then running text.
    private func isHead(_ index: Int) -> Bool {
        guard looksLikeHeadline(blocks[index]) else { return false }
        // `Related` and the like announce a teaser, not the next article.
        if index > 0, blocks[index - 1].phrases.contains(.end),
            !blocks[index - 1].phrases.contains(.comments)
        {
            return false
        }
        if PrintedEntry.entry(in: blocks[index], of: text)?.entry == .headline { return true }
        return hasDetails(below: index)
    }

    private func looksLikeHeadline(_ block: Block) -> Bool {
        guard block.hasHeadlineLength, !block.isRule, !block.hasBullet || block.headingLevel > 0,
            block.phrases.isDisjoint(with: [.furniture, .end, .pictureCredit]), !block.endsInColon
        else { return false }
        if block.headingLevel == 1 { return true }
        if block.endsInFullStop, block.columns > 100 || block.stops > 0 { return false }
        if block.phrases.contains(.byline),
            BylineReader.byline(in: block.content, of: text, needsOpener: true) != nil
        {
            return false
        }
        return block.digits * 2 < block.letters
    }

    /// Whether a byline or date line stands below `index` and running text below that, or a
    /// paragraph with a dateline right below.
    private func hasDetails(below index: Int) -> Bool {
        var evidence = 0
        for next in blocks[(index + 1)...].prefix(5) {
            if next.isRule { continue }
            if next.isProse {
                if evidence > 0 { return true }
                guard
                    let dateline = DatelineReader.dateline(
                        in: next.content,
                        of: text,
                        dayFirst: true,
                        isFirst: true
                    )
                else { return false }
                return dateline.date != nil || dateline.agencyRange != nil
                    || dateline.confidence >= 0.9
            }
            guard next.columns <= 140 else { return evidence > 0 }
            // `— Jane Roe (@jane) November 18`: who wrote the words above, in a tweet.
            if next.content.first.map({ ScalarClass(text.scalars[$0]) }) == .dash { continue }
            if next.digits >= 2,
                DateScanner(text, next.content, dayFirst: true).dates().contains(
                    where: \.hasDay
                ),
                next.words <= 14
            {
                evidence += 1
            } else if BylineReader.byline(
                in: next.content,
                of: text,
                needsOpener: evidence == 0 && !next.phrases.contains(.byline)
            ) != nil {
                evidence += 1
            } else if evidence == 0, !next.phrases.contains(.furniture), next.columns < 30 {
                return false
            }
        }
        return false
    }

    // MARK: Groups between blank lines

    /// Cuts at blank lines where every group of lines is a headline over paragraphs: three groups
    /// or more, and no blank line but between them.
    private func atGroups() -> [Range<Int>]? {
        var starts = [0]
        for index in blocks.indices.dropFirst() where blocks[index].blankBefore > 0 {
            starts.append(index)
        }
        guard starts.count >= 3 else { return nil }
        var pieces: [Range<Int>] = []
        for (position, start) in starts.enumerated() {
            let end = position + 1 < starts.count ? starts[position + 1] : blocks.count
            guard end - start >= 3, looksLikeHeadline(blocks[start]), blocks[start].words >= 3,
                !blocks[start].endsSentence,
                blocks[(start + 1)..<end].allSatisfy({ $0.isProse || $0.isSentence })
            else { return nil }
            pieces.append(start..<end)
        }
        return pieces
    }
}
