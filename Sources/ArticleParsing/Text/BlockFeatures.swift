/// Counts what can be told of a block without its neighbours, in one pass for the letters and one
/// for the phrases.
enum BlockFeatures {
    /// Fills a block's features in.
    static func count(in block: inout Block, of text: Manuscript) {
        countSigns(in: &block, of: text)
        readEnd(of: &block, in: text)
        if !block.endsSentence, block.stops > 0 || block.letters > 20, block.columns > 40,
            Credit.trailingAgency(in: block, of: text) != nil
        {
            // `… he said. PTI`: the sentence ends before the agency.
            block.endsSentence = true
            block.endsInFullStop = true
        }
        readPhrases(of: &block, in: text)
    }

    /// How many of a block's scalars are counted: no paragraph is longer, and a line of a gigabyte
    /// is told from a headline by as many.
    static let longest = 60_000

    private static func countSigns(in block: inout Block, of text: Manuscript) {
        var (words, capitalisedWords, letters, capitals) = (0, 0, 0, 0)
        var (digits, commas, stops, symbols) = (0, 0, 0, 0)
        var isInWord = false
        var spaceless = 0
        var previousIsStop = false
        for index in block.content.prefix(longest) {
            let kind = ScalarClass(text.scalars[index])
            if previousIsStop, kind == .space { stops += 1 }
            previousIsStop = kind == .terminal
            switch kind {
            case .upper:
                letters += 1
                capitals += 1
                if !isInWord {
                    words += 1
                    capitalisedWords += 1
                }
                isInWord = true
            case .lower, .letter:
                letters += 1
                if !isInWord { words += 1 }
                isInWord = true
            case .spaceless:
                letters += 1
                spaceless += 1
                isInWord = false
            case .mark, .control: break
            case .quote where isInWord: break
            case .digit:
                digits += 1
                isInWord = false
            case .comma:
                commas += 1
                isInWord = false
            case .terminal:
                if text.scalars[index].value > 0x3000 { stops += 1 }
                isInWord = false
            case .symbol:
                symbols += 1
                isInWord = false
            default: isInWord = false
            }
        }
        block.words = words + spaceless / 2
        block.capitalisedWords = capitalisedWords
        block.letters = letters
        block.capitals = capitals
        block.digits = digits
        block.commas = commas
        block.stops = stops
        block.symbols = symbols
        if let first = block.content.first {
            let kind = ScalarClass(text.scalars[first])
            block.startsLower = kind == .lower
            block.startsDash = kind == .dash
            block.startsQuote =
                kind == .quote || text.scalars[first] == "«" || text.scalars[first] == "„"
        }
    }

    private static func readEnd(of block: inout Block, in text: Manuscript) {
        var end = block.content.upperBound
        while end > block.content.lowerBound {
            let scalar = text.scalars[end - 1]
            switch ScalarClass(scalar) {
            case .quote, .closing, .space, .control:
                end -= 1
                continue
            case .terminal:
                block.endsSentence = true
                block.endsInFullStop = !"?!？！؟…".unicodeScalars.contains(scalar)
                block.isCut =
                    scalar == "…"
                    || (scalar == "." && end - 3 >= block.content.lowerBound
                        && text.scalars[end - 2] == "."
                        && text.scalars[end - 3] == ".")
            case .comma: block.endsInColon = scalar == ":" || scalar == "："
            default: break
            }
            return
        }
    }

    private static func readPhrases(of block: inout Block, in text: Manuscript) {
        let isShort = block.content.count <= 400
        let end = isShort ? block.content.upperBound : block.content.lowerBound + 120
        let key = PhraseKey(text, block.content.lowerBound..<end)
        block.hash = isShort ? key.whole : 0
        guard key.words > 0 else { return }
        if BylineWords.openers.matchedWords(key) > 0, block.columns <= 200 {
            block.phrases.insert(.byline)
        }
        if FurnitureWords.corrections.matchedWords(key) > 0 { block.phrases.insert(.correction) }
        if block.columns < 600, FurnitureWords.notices.matchedWords(key) > 0 {
            block.phrases.insert(.aboutPage)
        }
        guard isShort else { return }
        if isPhrase(FurnitureWords.lines, key, in: block) { block.phrases.insert(.furniture) }
        if isPhrase(FurnitureWords.ends, key, in: block) { block.phrases.insert(.end) }
        if isLabelledLink(key, in: block, of: text) { block.phrases.insert(.furniture) }
        if FurnitureWords.comments.contains(key) { block.phrases.insert([.comments, .end]) }
        if FurnitureWords.captions.matchedWords(key) > 0, block.columns <= 300 {
            block.phrases.insert(.caption)
        }
        readWords(of: &block, in: text)
    }

    /// Whether a table's phrase makes up enough of a block to tell what it is: `Share this with
    /// friends` begins as furniture does, `Share prices fell on Tuesday` does too and is none.
    private static func isPhrase(_ table: PhraseTable, _ key: PhraseKey, in block: Block) -> Bool {
        let matched = table.matchedWords(key)
        guard matched > 0 else { return false }
        let rest = key.words - matched
        if rest == 0 { return true }
        let isWide = block.words < key.words
        let allowed = matched == 1 ? 2 : isWide ? 8 : matched == 2 ? 6 : 16
        return rest <= allowed && block.columns <= (matched > 2 ? 160 : 100)
    }

    /// `Read more: …`, `WATCH | …`: a link to another story behind a label, however long it is.
    private static func isLabelledLink(_ key: PhraseKey, in block: Block, of text: Manuscript)
        -> Bool
    {
        guard block.columns <= 200,
            let mark = block.content.prefix(32).first(where: {
                ":|：".unicodeScalars.contains(text.scalars[$0])
            })
        else { return false }
        return FurnitureWords.links.contains(PhraseKey(text, block.content.lowerBound..<mark))
    }

    private static func readWords(of block: inout Block, in text: Manuscript) {
        let tokens = text.tokens(in: block.content, limit: 90)
        var about = 0
        var networks = 0
        for token in tokens where token.kind == .word {
            if FurnitureWords.topics.contains(token) { about += 1 }
            if FurnitureWords.networks.contains(token) { networks += 1 }
        }
        if networks >= 2, block.words <= 12 * networks { block.phrases.insert(.aboutPage) }
        if about >= 1, block.words <= 14 || about * 40 >= block.words {
            block.phrases.insert(.aboutPage)
        }
        guard tokens.count < 90 else { return }
        if isPlaceholder(block, tokens, in: text) { block.phrases.insert(.furniture) }
        if endsInSlashedCredit(tokens, in: text), !block.endsSentence || block.columns < 60 {
            block.phrases.insert(.pictureCredit)
        }
        if endsInLabelledCredit(tokens, in: text) || block.columns < 330 && pointsAtPicture(tokens)
        {
            block.phrases.insert(.pictureCredit)
        }
        let hasCopyright = tokens.contains { $0.isMark(in: "©") }
        let closing = tokens.suffix(hasCopyright ? 12 : 7)
        if hasCopyright || closing.contains(where: { FurnitureWords.pictureCredits.contains($0) }),
            hasCopyright || !block.endsSentence || tokens.last?.isMark(in: ")") == true
        {
            block.phrases.insert(.pictureCredit)
        }
    }

    /// `[IMG_1326-1]`, `Search: [          ]`: what a text browser prints for pictures and forms.
    private static func isPlaceholder(_ block: Block, _ tokens: [Token], in text: Manuscript)
        -> Bool
    {
        guard block.columns <= 100 else { return false }
        var opening: Int?
        for index in block.full {
            switch text.scalars[index] {
            case "[": opening = index
            case "]":
                guard let start = opening else { continue }
                let inside = start + 1..<index
                if text.trimmed(inside).isEmpty { return true }
                if start == block.content.lowerBound, index == block.content.upperBound - 1 {
                    let hasSpace = inside.contains { ScalarClass(text.scalars[$0]) == .space }
                    let first = ScalarClass(text.scalars[start + 1])
                    return !hasSpace && (first == .lower || first == .digit || block.digits > 0)
                }
            default: break
            }
        }
        return false
    }

    /// `… since 6 January. Photo: Jane Roe.`: a caption's label behind the last sentence.
    private static func endsInLabelledCredit(_ tokens: [Token], in text: Manuscript) -> Bool {
        guard let colon = tokens.suffix(8).lastIndex(where: { $0.isMark(in: ":：") }), colon > 1,
            ScalarClass(tokens[colon - 2].first) == .terminal || tokens[colon - 2].isMark(in: ")|"),
            colon + 1 < tokens.count
        else { return false }
        return FurnitureWords.captions.contains(PhraseKey(text, tokens[colon - 1].range))
    }

    /// `Jane Roe, second left, and`, `John Doe (right)`: where in a picture somebody stands.
    private static func pointsAtPicture(_ tokens: [Token]) -> Bool {
        tokens.indices.dropFirst().dropLast().contains { index in
            guard FurnitureWords.sides.contains(tokens[index]) else { return false }
            let before = tokens[index - 1]
            let next = tokens[index + 1]
            if before.isMark("("), next.isMark(")") { return true }
            if before.isMark(in: ",，"), next.isMark(in: ",，") { return true }
            return index > 1 && FurnitureWords.ordinals.contains(before)
                && tokens[index - 2].isMark(in: ",(") && next.isMark(in: ",)")
        }
    }

    /// `… in Madrid. EFE/ J. Pérez`, `AFP/Jane Roe`: who took a picture, after the agency.
    private static func endsInSlashedCredit(_ tokens: [Token], in text: Manuscript) -> Bool {
        guard let slash = tokens.suffix(8).lastIndex(where: { $0.isMark(in: "/") }), slash > 0,
            slash + 1 < tokens.count
        else { return false }
        let before = tokens[slash - 1]
        guard before.kind == .word, before.count >= 2 else { return false }
        let isUpper = before.range.allSatisfy { ScalarClass(text.scalars[$0]) == .upper }
        let after = tokens[slash + 1]
        return (isUpper || FurnitureWords.pictureCredits.contains(before))
            && ScalarClass(after.first) == .upper && after.kind == .word && before.count <= 10
    }
}
