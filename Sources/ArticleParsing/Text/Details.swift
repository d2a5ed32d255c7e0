/// Tells the lines between headline and text that say who wrote it and when.
struct Details {
    /// The original.
    let text: Manuscript

    /// Whether a line is a date line or a byline with an opening word.
    func isDetail(_ block: Block) -> Bool {
        isDateLine(block) || (block.phrases.contains(.byline) && isByline(block, needsOpener: true))
    }

    /// Whether a line is a byline.
    func isByline(_ block: Block, needsOpener: Bool) -> Bool {
        BylineReader.byline(in: block.content, of: text, needsOpener: needsOpener) != nil
    }

    /// Whether a line is a date and little else.
    func isDateLine(_ block: Block) -> Bool {
        guard block.columns <= 170, !block.isProse,
            block.words <= 16 || (block.words <= 24 && block.phrases.contains(.byline))
        else { return false }
        guard block.digits > 0 || block.words <= 3, !isAttribution(block) else { return false }
        let dates = DateScanner(text, block.content, dayFirst: true).dates()
        guard let date = dates.first(where: { $0.hasDay }) ?? dates.first else { return false }
        if date.label == .unrelated { return false }
        if date.label == .published || date.label == .updated { return true }
        if block.endsSentence && block.words > 8 { return false }
        // `By Jane Roe, in Harbour, Trade · 3 Feb 2024, 18:15 · 2 Comments`
        if block.phrases.contains(.byline), date.year != nil, date.day != nil { return true }
        let covered = dates.reduce(0) { $0 + $1.range.count }
        return block.words <= 8 || covered * 3 >= block.content.count
    }

    /// Whether a sentence names those who worked on the story.
    func isStaffLine(_ block: Block) -> Bool {
        let opener = CreditWords.staff.matchedWords(PhraseKey(text, block.content))
        if opener > 0, namesSomebody(block, after: opener) { return true }
        let words = text.tokens(in: block.content, limit: 80).filter { $0.kind == .word }
        return (2...7).contains { count in
            guard words.count > count else { return false }
            return CreditWords.staffEndings.contains(PhraseKey(text, words.suffix(count).range))
        }
    }

    /// Whether what follows a block's first words is a name, or all of a word or two: `With input
    /// from the public, the council …` begins as a credit does and is none.
    private func namesSomebody(_ block: Block, after opener: Int) -> Bool {
        let rest = text.tokens(in: block.content, limit: 40).filter { $0.kind == .word }
            .dropFirst(opener)
        guard rest.count > 2, let first = rest.first else { return true }
        return ScalarClass(first.first) != .lower
    }

    /// `— Jane Roe (@jane) November 18, 2024`: who wrote the post above it, and when.
    func isAttribution(_ block: Block) -> Bool {
        guard let first = block.full.first, ScalarClass(text.scalars[first]) == .dash else {
            return false
        }
        let range = block.full
        return range.dropLast().contains { text.scalars[$0] == "(" && text.scalars[$0 + 1] == "@" }
    }

    /// Whether a detail is one even far from the headline: a date with its year, or a name behind
    /// an opening word.
    func isStrong(_ block: Block) -> Bool {
        if block.phrases.contains(.byline) { return true }
        return DateScanner(text, block.content, dayFirst: true).dates().contains {
            $0.label == .published || $0.label == .updated || ($0.year != nil && $0.day != nil)
        }
    }
}
