/// Whom a text credits.
struct Credit: Sendable {
    /// The name as printed.
    var name: String
    /// Where it stands, brackets and all.
    var range: Range<Int>
    var rule: String
    var confidence: Double

    /// Reads a line near the end of an article as a credit: `(Al Jazeera)`, `- Reuters`, `/dpa/`,
    /// `Source: AFP`.
    static func credit(in block: Block, of text: Manuscript) -> Credit? {
        guard block.columns <= 90, block.words <= 12, block.letters >= 2 else { return nil }
        let content = block.content
        let tokens = text.tokens(in: block.full, limit: 24)
        guard let first = tokens.first, let last = tokens.last else { return nil }
        if let closing = brackets[first.first], first.kind == .mark, last.isMark(closing),
            tokens.count > 2
        {
            let inside = text.trimmed(first.range.upperBound..<last.range.lowerBound)
            guard isName(inside, of: text) else { return nil }
            let rule = first.isMark("/") ? "last_line_between_slashes" : "last_line_in_parentheses"
            let printed = first.range.lowerBound..<last.range.upperBound
            return Credit(name: text.text(inside), range: printed, rule: rule, confidence: 0.96)
        }
        if ScalarClass(first.first) == .dash, tokens.count > 1 {
            let rest = text.trimmed(tokens[1].range.lowerBound..<last.range.upperBound)
            guard block.words <= 6, isName(rest, of: text) else { return nil }
            return Credit(
                name: text.text(rest),
                range: rest,
                rule: "last_line_after_dash",
                confidence: 0.9
            )
        }
        if let source = source(in: block, of: text) { return source }
        if Agencies.names.contains(PhraseKey(text, content)) {
            let name = withoutStop(content, of: text)
            return Credit(name: text.text(name), range: name, rule: "agency_line", confidence: 0.9)
        }
        return nil
    }

    /// `Source: AFP`, `来源：新华网`, anywhere in a line.
    static func source(in block: Block, of text: Manuscript) -> Credit? {
        guard block.columns <= 120, !block.isProse else { return nil }
        let content = block.content
        for colon in content where text.scalars[colon] == ":" || text.scalars[colon] == "：" {
            // The label is the last word before the colon, or all of it.
            var start = colon
            while start > content.lowerBound, ScalarClass(text.scalars[start - 1]) != .space {
                start -= 1
            }
            guard start < colon, CreditWords.sources.contains(PhraseKey(text, start..<colon)) else {
                continue
            }
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
        let tokens = text.tokens(in: block.content, limit: 40)
        guard
            let sign = tokens.prefix(6).indices.first(where: { index in
                let token = tokens[index]
                if token.isMark(in: "©ⓒ") { return true }
                if copyrightWord.contains(token) { return index == 0 }
                // `c. 1998`, `(c) 2024`
                guard token.kind == .word, token.count == 1, lowercase(token.first) == "c",
                    index + 2 < tokens.count
                else { return false }
                return tokens[index + 1].isMark(in: ".)") && tokens[index + 2].count == 4
                    && tokens[index + 2].kind == .number
            })
        else { return nil }
        var start = sign + 1
        while start < tokens.count, tokens[start].kind != .word { start += 1 }
        var end = start
        while end < tokens.count, tokens[end].kind == .word,
            !CreditWords.companyEndings.contains(tokens[end]),
            ScalarClass(tokens[end].first) != .lower
        { end += 1 }
        guard end > start, end - start <= 6 else { return nil }
        let range = tokens[start].range.lowerBound..<tokens[end - 1].range.upperBound
        return Credit(name: text.text(range), range: range, rule: "copyright_line", confidence: 0.5)
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

    private static let copyrightWord = WordTable<Bool>(table: "en: Copyright")

    private static func withoutStop(_ range: Range<Int>, of text: Manuscript) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound, ScalarClass(text.scalars[end - 1]) == .terminal { end -= 1 }
        return range.lowerBound..<end
    }

    private static let brackets: [Unicode.Scalar: Unicode.Scalar] = [
        "(": ")", "（": "）", "[": "]", "/": "/",
    ]
}
