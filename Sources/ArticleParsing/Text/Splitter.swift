import Articles

/// Cuts an upload into articles where the evidence is strong, and leaves it whole where it is not.
///
/// What counts: a form feed or a rule between articles, mail headers, entries such as `Title:`,
/// a count such as `Article 1 of 2`, and above all a repeated layout: headline, byline or date
/// line, running text.
struct Splitter {
    private let text: Manuscript
    private let blocks: [Block]
    private let dayFirst: Bool

    /// The articles' runs of blocks in order; separators between them belong to none.
    static func articles(in blocks: [Block], of text: Manuscript, mode: SplitMode) -> [Range<Int>] {
        let whole = [0..<blocks.count]
        switch mode {
        case .none: return whole
        case .separator(let line):
            return Splitter(text: text, blocks: blocks, dayFirst: true).atLines(equalTo: line)
        case .auto:
            guard blocks.count >= 4, blocks.count <= mostBlocks else { return whole }
            let splitter = Splitter(text: text, blocks: blocks, dayFirst: true)
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
        guard !starts.isEmpty else { return nil }
        var pieces: [Range<Int>] = []
        var first = 0
        for (end, next) in starts {
            let piece = first..<end
            // A piece that does not look like an article of its own goes on with the one before it.
            if next < blocks.count, hasText(piece), beginsArticle(at: next) {
                pieces.append(piece)
                first = next
            } else if pieces.isEmpty, !hasText(piece), end - first <= 2, beginsArticle(at: next) {
                first = next
            }
        }
        if hasText(first..<blocks.count) {
            pieces.append(first..<blocks.count)
        } else if let last = pieces.popLast() {
            pieces.append(last.lowerBound..<blocks.count)
        }
        return pieces.count > 1 ? pieces : nil
    }

    private func hasText(_ range: Range<Int>) -> Bool {
        var columns = 0
        for index in range where blocks[index].isProse || blocks[index].isSentence {
            columns += blocks[index].columns
        }
        return columns >= 80
    }

    /// Whether a headline stands at `index` with a byline, a date, a dateline or text close below.
    private func beginsArticle(at index: Int) -> Bool {
        var index = index
        while index < blocks.count, blocks[index].isRule { index += 1 }
        guard index + 1 < blocks.count else { return false }
        if PrintedEntry.entry(in: blocks[index], of: text) != nil { return true }
        guard looksLikeHeadline(blocks[index]) else { return false }
        if hasDetails(below: index) { return true }
        return blocks[(index + 1)...].prefix(3).contains { $0.isProse }
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

    private func mass(_ range: Range<Int>) -> Int {
        range.reduce(0) {
            $0 + (blocks[$1].isProse || blocks[$1].isSentence ? blocks[$1].columns : 0)
        }
    }

    /// Whether an article's head is at `index`: a headline, then details, then running text.
    private func isHead(_ index: Int) -> Bool {
        guard looksLikeHeadline(blocks[index]) else { return false }
        if PrintedEntry.entry(in: blocks[index], of: text)?.entry == .headline { return true }
        return hasDetails(below: index)
    }

    private func looksLikeHeadline(_ block: Block) -> Bool {
        guard block.hasHeadlineLength, !block.isRule, !block.hasBullet || block.headingLevel > 0,
            !block.phrases.contains(.furniture), !block.endsInColon,
            !block.phrases.contains(.pictureCredit)
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
                        dayFirst: dayFirst,
                        isFirst: true
                    )
                else { return false }
                return dateline.date != nil || dateline.agencyRange != nil
                    || dateline.confidence >= 0.9
            }
            guard next.columns <= 140 else { return evidence > 0 }
            if next.digits >= 2,
                DateScanner(text, next.content, dayFirst: dayFirst).dates().contains(
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
