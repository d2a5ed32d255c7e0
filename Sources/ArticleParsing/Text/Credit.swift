/// Whom a text credits.
struct Credit: Sendable {
    /// The name as printed.
    var name: String
    /// Where it stands, brackets and all.
    var range: Range<Int>
    var rule: String
    var confidence: Double

    /// Reads a line near the end of an article as a credit: `(Al Jazeera)`, `- Reuters`, `/dpa/`,
    /// `Source: AFP`, `avec AFP`, `PTI ABC XYZ`, `abc/de (AFP, dpa)`, `© AFP`.
    static func credit(in block: Block, of text: Manuscript) -> Credit? {
        guard block.columns <= 90, block.words <= 12, block.letters >= 2 else { return nil }
        let line = CreditLine(block.full, of: text)
        guard !line.words.isEmpty else { return nil }
        func made(_ range: Range<Int>, _ rule: String, _ confidence: Double) -> Credit {
            let isWhole = range == line.words && line.mark != nil
            return Credit(
                name: text.text(range),
                range: isWhole ? line.printed : range,
                rule: rule,
                confidence: confidence
            )
        }
        let rule =
            line.mark.map { $0 == "/" ? "last_line_between_slashes" : "last_line_in_parentheses" }
            ?? (line.hasDash ? "last_line_after_dash" : "agency_line")
        if let agency = line.agencyBehindWith() { return made(agency, "agency_with", 0.8) }
        if Agencies.contains(text, line.words) {
            return made(line.words, rule, line.mark == nil ? 0.9 : 0.96)
        }
        if let source = source(in: line.words, of: text, block) { return source }
        if CreditWords.staff.matches(text, line.words) { return nil }
        if let agency = line.agencyBesideInitials() {
            return made(agency, "agency_and_initials", 0.85)
        }
        if line.mark != nil || line.hasDash && block.words <= 6, isName(line.words, of: text) {
            return made(line.words, rule, line.mark == nil ? 0.9 : 0.96)
        }
        return block.symbols > 0 || line.hasCopyright ? copyright(in: block, of: text) : nil
    }

    /// The paper that a sentence names as the first to print an article.
    ///
    /// `This article was originally published by Example Wire.`
    static func origin(in block: Block, of text: Manuscript) -> Credit? {
        let words = CreditWords.origins.matchedWords(PhraseKey(text, block.content))
        guard words > 0, block.columns <= 200 else { return nil }
        let rest = text.tokens(in: block.content, limit: 40).filter { $0.kind == .word }
            .dropFirst(words).drop { ScalarClass($0.first) == .lower }
        let name = rest.prefix {
            ScalarClass($0.first) != .lower || BylineWords.particles.contains($0)
        }
        guard let last = name.last, let first = name.first else { return nil }
        let range = first.range.lowerBound..<last.range.upperBound
        guard range.count <= 60,
            !range.contains(where: { ",.;:(".unicodeScalars.contains(text.scalars[$0]) })
        else { return nil }
        return Credit(
            name: text.text(range),
            range: range,
            rule: "first_published",
            confidence: 0.8
        )
    }

    /// The agency that a first sentence reports from: `به گزارش ایسنا، …`.
    static func reported(in paragraph: Range<Int>?, of text: Manuscript) -> Credit? {
        guard let paragraph else { return nil }
        let tokens = text.tokens(in: paragraph, limit: 12)
        for opening in 1...2 where opening < tokens.count {
            guard CreditWords.reports.contains(PhraseKey(text, tokens[..<opening].range)) else {
                continue
            }
            for count in (1...4).reversed() where opening + count <= tokens.count {
                let words = tokens[opening..<opening + count].range
                guard Agencies.contains(text, words), tokens[opening + count - 1].kind == .word
                else {
                    continue
                }
                return Credit(
                    name: text.text(words),
                    range: words,
                    rule: "agency_in_first_sentence",
                    confidence: 0.6
                )
            }
        }
        return nil
    }

    /// `Source: AFP`, `来源：新华网`, anywhere in a line.
    static func source(in block: Block, of text: Manuscript) -> Credit? {
        source(in: block.content, of: text, block)
    }

    private static func source(in content: Range<Int>, of text: Manuscript, _ block: Block)
        -> Credit?
    {
        guard block.columns <= 120, !block.isProse else { return nil }
        for colon in content where text.scalars[colon] == ":" || text.scalars[colon] == "：" {
            // The label is the last word before the colon, or all of it.
            let label = text.trimmed(content.lowerBound..<colon)
            var start = label.upperBound
            while start > label.lowerBound, ScalarClass(text.scalars[start - 1]) != .space {
                start -= 1
            }
            guard
                CreditWords.sources.contains(PhraseKey(text, start..<label.upperBound))
                    || CreditWords.sources.contains(PhraseKey(text, label))
            else { continue }
            return name(after: colon + 1, in: content, of: text)
        }
        let key = PhraseKey(text, content)
        let matched = CreditWords.sources.matchedWords(key)
        guard matched > 0, block.words <= 8, let first = text.tokens(in: content, limit: 1).first,
            ScalarClass(first.first) == .upper, block.capitalisedWords * 3 >= block.words * 2,
            matched < key.words
        else { return nil }
        var words = matched
        for token in text.tokens(in: content, limit: 12) where token.kind != .mark {
            if words == 0 { return name(after: token.range.lowerBound, in: content, of: text) }
            words -= 1
        }
        return nil
    }

    private static func name(after start: Int, in content: Range<Int>, of text: Manuscript)
        -> Credit?
    {
        var end = start
        while end < content.upperBound, !"|;\t/【】·•".unicodeScalars.contains(text.scalars[end]) {
            end += 1
        }
        // `Published in Example, October 16th`: the date is no part of the name.
        if let comma = (start..<end).first(where: { text.scalars[$0] == "," }),
            (comma..<end).contains(where: { digitValue(text.scalars[$0]) != nil })
        {
            end = comma
        }
        let range = withoutStop(text.trimmed(start..<end), of: text)
        guard !range.isEmpty, range.count <= 60 else { return nil }
        return Credit(name: text.text(range), range: range, rule: "source_label", confidence: 0.85)
    }

    /// A known agency in a line about those who worked on a story: `With inputs from PTI`.
    static func agency(inStaffLine range: Range<Int>, of text: Manuscript) -> Credit? {
        let tokens = text.tokens(in: range, limit: 60)
        for start in tokens.indices where tokens[start].kind == .word {
            for count in (1...4).reversed() where start + count <= tokens.count {
                let words = tokens[start..<start + count].range
                guard Agencies.names.contains(PhraseKey(text, words)),
                    ScalarClass(tokens[start].first) != .lower
                else { continue }
                return Credit(
                    name: text.text(words),
                    range: words,
                    rule: "agency_in_staff_line",
                    confidence: 0.7
                )
            }
        }
        return nil
    }

    /// An agency after the last sentence of a paragraph: `… said. PTI`, `… said. (AFP)`.
    static func trailingAgency(in block: Block, of text: Manuscript) -> Credit? {
        let tail =
            max(block.content.lowerBound, block.content.upperBound - 40)..<block.content.upperBound
        let tokens = text.tokens(in: tail)
        guard
            let stop = tokens.dropLast().lastIndex(where: {
                ScalarClass($0.first) == .terminal || ScalarClass($0.first) == .quote
            }),
            stop + 1 < tokens.count
        else { return nil }
        var rest = tokens[(stop + 1)...]
        var isMarked = false
        if let first = rest.first, first.isMark(in: "(（[/—-–"), rest.count > 1 {
            rest = rest.dropFirst()
            isMarked = true
        }
        if let last = rest.last, last.isMark(in: ")）]/"), rest.count > 1 { rest = rest.dropLast() }
        guard let first = rest.first, first.kind == .word, isMarked || first.followsSpace else {
            return nil
        }
        let range = first.range.lowerBound..<rest.range.upperBound
        guard Agencies.names.contains(PhraseKey(text, range)) else { return nil }
        return Credit(
            name: text.text(range),
            range: range,
            rule: "agency_after_last_sentence",
            confidence: 0.85
        )
    }

    /// The publisher that a copyright line names, as in `© 2023 Example News`.
    static func copyright(in block: Block, of text: Manuscript) -> Credit? {
        guard block.columns <= 240 else { return nil }
        let tokens = text.tokens(in: block.full, limit: 40)
        guard
            let sign = tokens.prefix(6).indices.first(where: { index in
                let token = tokens[index]
                if token.isMark(in: "©ⓒ") { return true }
                if CreditWords.copyright.contains(token) { return index == 0 }
                // `c. 1998`, `(c) 2024`
                guard token.kind == .word, token.count == 1, lowercase(token.first) == "c",
                    index + 1 < tokens.count
                else { return false }
                if index > 0, tokens[index - 1].isMark("("), tokens[index + 1].isMark(")") {
                    return true
                }
                return tokens[index + 1].isMark(".") && index + 2 < tokens.count
                    && tokens[index + 2].count == 4 && tokens[index + 2].kind == .number
            })
        else { return nil }
        var start = sign + 1
        while start < tokens.count,
            tokens[start].kind != .word || CreditWords.copyright.contains(tokens[start])
                || tokens[start].count == 1 && tokens[start - 1].isMark("(")
        { start += 1 }
        var end = start
        while end < tokens.count, isPartOfName(end, from: start, tokens, text) { end += 1 }
        // `© Example News MMXXIII`
        while end > start, tokens[end - 1].kind == .mark || isRomanYear(tokens[end - 1], text) {
            end -= 1
        }
        guard end > start, end - start <= 8 else { return nil }
        let range = tokens[start].range.lowerBound..<tokens[end - 1].range.upperBound
        return Credit(name: text.text(range), range: range, rule: "copyright_line", confidence: 0.5)
    }

    /// Whether a line ends in brackets that say where a picture is from: `… (Quelle: dpa)`,
    /// `…（警視庁提供）`.
    static func bracketedSource(in block: Block, of text: Manuscript) -> Bool {
        guard let last = block.content.last, "）)".unicodeScalars.contains(text.scalars[last]) else {
            return false
        }
        let tail = max(block.content.lowerBound, last - 60)..<last
        guard let open = tail.last(where: { "（(".unicodeScalars.contains(text.scalars[$0]) }) else {
            return false
        }
        let inside = text.tokens(in: open + 1..<last, limit: 20)
        if let colon = inside.firstIndex(where: { $0.isMark(in: ":：") }), colon > 0 {
            let label = PhraseKey(text, inside[..<colon].range)
            return CreditWords.sources.contains(label) || FurnitureWords.captions.contains(label)
        }
        return (1...2).contains { count in
            inside.count > count
                && FurnitureWords.captionEndings.contains(
                    PhraseKey(text, inside.suffix(count).range)
                )
        }
    }

    /// The outlet whose page it is, by a line around the article that begins with its name: `EXAMPLE
    /// NEWS | Business`, `Example Agency is not responsible for …`, `Follow Example Agency on …`.
    static func outlet(around block: Block, of text: Manuscript) -> Credit? {
        guard block.columns <= 600 else { return nil }
        let tokens = text.tokens(in: block.content, limit: 12)
        let verbs = tokens.first.map { CreditWords.follow.contains($0) } == true ? 1 : 0
        for start in 0...1 where start < tokens.count {
            // Of `the` and the like only one small word may stand before the name.
            if start == 1, verbs == 0, tokens[0].kind != .word || tokens[0].count > 3 { continue }
            for count in (1...4).reversed() where start + count <= tokens.count {
                let words = tokens[start..<start + count]
                guard let first = words.first, let last = words.last, first.kind == .word,
                    last.kind != .mark, Agencies.names.contains(PhraseKey(text, words.range))
                else { continue }
                let isUpper = words.allSatisfy { word in
                    word.kind == .mark
                        || word.range.allSatisfy { ScalarClass(text.scalars[$0]) != .lower }
                }
                let letters = words.reduce(0) { $0 + $1.count }
                guard count > 1 && ScalarClass(first.first) != .lower || isUpper && letters >= 3
                else {
                    continue
                }
                let next = tokens.dropFirst(start + count).first
                let isTitle = next.map { $0.isMark(in: "|›»") } ?? false
                guard isTitle || block.endsSentence || verbs > 0 || next == nil && count > 1 else {
                    continue
                }
                return Credit(
                    name: text.text(words.range),
                    range: words.range,
                    rule: "outlet_around_article",
                    confidence: 0.5
                )
            }
        }
        return nil
    }

    /// Whether a Hangul name and the title behind it stand after the last sentence: `… 있다. 홍길동 기자`.
    static func endsInReporter(_ block: Block, of text: Manuscript) -> Bool {
        let tail =
            max(block.content.lowerBound, block.content.upperBound - 24)..<block.content.upperBound
        let tokens = text.tokens(in: tail).filter { !$0.isMark(in: "=") }
        guard tokens.count >= 3, let title = tokens.last, title.kind == .word,
            BylineWords.titlesAfter.matches(text, title.range)
        else { return false }
        let name = tokens[tokens.count - 2]
        return name.first.isHangulSyllable && (2...4).contains(name.count)
            && tokens.dropLast(2).contains { ScalarClass($0.first) == .terminal }
    }

    private static func isRomanYear(_ token: Token, _ text: Manuscript) -> Bool {
        token.first == "M" && token.count >= 2
            && token.range.allSatisfy { "MDCLXVI".unicodeScalars.contains(text.scalars[$0]) }
    }

    /// Whether a token goes on with the publisher's name that began at `start`.
    private static func isPartOfName(
        _ index: Int,
        from start: Int,
        _ tokens: [Token],
        _ text: Manuscript
    ) -> Bool {
        let token = tokens[index]
        switch token.kind {
        case .number: return false
        case .mark:
            // `France-Presse`, `Example.com`
            return index > start && token.isMark(in: "-.&'’") && index + 1 < tokens.count
                && tokens[index + 1].kind == .word
                && (!token.followsSpace && !tokens[index + 1].followsSpace || token.isMark("&"))
        case .word:
            if CreditWords.companyEndings.contains(token) { return false }
            if ScalarClass(token.first) != .lower { return true }
            return index > start && tokens[index - 1].kind == .mark
                || index == start && Agencies.names.contains(PhraseKey(text, token.range))
                || index > start && BylineWords.particles.contains(token)
        }
    }

    /// Whether a range is the name of an organisation: an agency, or a few capitalised words.
    private static func isName(_ range: Range<Int>, of text: Manuscript) -> Bool {
        if Agencies.names.contains(PhraseKey(text, range)) { return true }
        let tokens = text.tokens(in: range, limit: 12)
        guard !range.isEmpty, tokens.count <= 8, range.count <= 48 else { return false }
        for token in tokens {
            switch token.kind {
            case .number: return false
            case .mark:
                if !token.isMark(in: ".&'’/,-") { return false }
            case .word:
                let kind = ScalarClass(token.first)
                if kind == .lower, !BylineWords.particles.contains(token),
                    !BylineWords.joints.contains(token)
                {
                    return false
                }
            }
        }
        return !FurnitureWords.captions.matches(text, range)
            && !FurnitureWords.lines.matches(text, range)
    }

    private static func withoutStop(_ range: Range<Int>, of text: Manuscript) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound,
            ScalarClass(text.scalars[end - 1]) == .terminal || text.scalars[end - 1] == ":"
        {
            end -= 1
        }
        return range.lowerBound..<end
    }
}
