import Articles

/// Reads the words in front of a report: `KABUL, Oct 15 (AP) —`, `Oct 15:`, `新华社北京11月17日电`,
/// `लखनऊ, 11 जून (भाषा)`, `(서울=연합뉴스) 홍길동 기자 =`.
///
/// Three grammars, each in a file of its own: parts between marks (`+Parts`), a place alone
/// (`+Place`), and the forms of East Asian agencies (`+EastAsian`).
struct DatelineReader {
    let text: Manuscript
    let content: Range<Int>
    let tokens: [Token]
    /// The dates among the tokens.
    let dates: [PrintedDate]

    private init(_ text: Manuscript, _ content: Range<Int>, dayFirst: Bool) {
        self.text = text
        self.content = content
        let head = content.lowerBound..<min(content.upperBound, content.lowerBound + 160)
        var tokens = text.tokens(in: head, limit: 48)
        // `DAL NOSTRO INVIATO NEW YORK —`
        let own = DatelineWords.correspondents.matchedWords(PhraseKey(text, tokens.prefix(6).range))
        if own > 0, own < tokens.count { tokens.removeFirst(own) }
        self.tokens = tokens
        dates = DateScanner(text, tokens: tokens, dayFirst: dayFirst).dates()
    }

    /// The dateline at the beginning of a paragraph; `nil` where it has none.
    ///
    /// - Parameters:
    ///   - content: Where the paragraph stands.
    ///   - text: The original.
    ///   - dayFirst: Whether a date in numbers sets the day first.
    ///   - isFirst: Whether it is the first paragraph, where a place alone may stand.
    /// - Returns: The dateline with the day that it prints.
    static func dateline(
        in content: Range<Int>,
        of text: Manuscript,
        dayFirst: Bool,
        isFirst: Bool
    ) -> PrintedDateline? {
        let reader = DatelineReader(text, content, dayFirst: dayFirst)
        return reader.eastAsian() ?? reader.inParts() ?? reader.placeAlone(isFirst: isFirst)
            ?? (isFirst ? reader.dayInBrackets() : nil)
    }

    /// `(21. November 2022) Die Kammer …`: the day in brackets before the first sentence.
    private func dayInBrackets() -> PrintedDateline? {
        guard isMark(0, in: "(["), let date = dates.first, date.calendarDay != nil,
            tokens[1].range.lowerBound == date.range.lowerBound,
            let close = tokens.firstIndex(where: { $0.isMark(in: ")]") }),
            tokens[close - 1].range.upperBound == date.range.upperBound,
            close + 1 < tokens.count, beginsSentence(close + 1)
        else { return nil }
        return made(date: date, end: close + 1, rule: "day_in_brackets", 0.9)
    }

    /// A line that is a dateline and nothing else; `nil` where it is none.
    static func line(_ content: Range<Int>, of text: Manuscript, dayFirst: Bool)
        -> PrintedDateline?
    {
        guard content.count <= 90 else { return nil }
        let reader = DatelineReader(text, content, dayFirst: dayFirst)
        if let found = reader.eastAsian() ?? reader.inParts(isLine: true)
            ?? reader.placeAlone(isFirst: true),
            found.range.upperBound >= content.upperBound - 1, !reader.couldBeByline(found)
        {
            return found
        }
        return reader.placeLine()
    }

    /// `Jana Muster (dpa)` is a name as `Berlin (dpa)` is a place: no mark closes the line.
    private func couldBeByline(_ found: PrintedDateline) -> Bool {
        guard found.rule == "place_date_agency", found.date == nil,
            let place = found.dateline.place
        else { return false }
        let words = Manuscript(place)
        let range = 0..<words.scalars.count
        return !Places.contains(words, range) && place.contains(" ")
    }

    /// The dateline that ends before the token at `end`.
    func made(
        place: Range<Int>? = nil,
        date: PrintedDate? = nil,
        agency: Range<Int>? = nil,
        authors: [Author] = [],
        end: Int,
        rule: String,
        _ confidence: Double
    ) -> PrintedDateline {
        let range = content.lowerBound..<tokens[end - 1].range.upperBound
        return PrintedDateline(
            dateline: Dateline(
                raw: text.text(range),
                place: place.map { text.text($0) },
                date: date.map { text.text($0.range) },
                agency: agency.map { text.text($0) }
            ),
            range: range,
            date: date,
            agencyRange: agency,
            authors: authors,
            rule: rule,
            confidence: confidence
        )
    }

    // MARK: Tokens

    /// Whether there is a token at `index` and it is one of these marks.
    func isMark(_ index: Int, in marks: String) -> Bool {
        index >= 0 && index < tokens.count && tokens[index].isMark(in: marks)
    }

    /// Whether a sentence, and not the rest of one, could begin at a token.
    func beginsSentence(_ index: Int) -> Bool {
        guard index < tokens.count else { return true }
        switch ScalarClass(tokens[index].first) {
        case .upper, .letter, .spaceless, .quote, .opening, .digit: return true
        default: return false
        }
    }

    /// The token after the agency that begins at `index`; `nil` where none is known there.
    ///
    /// A short name has to be in capitals, or in small letters as German agencies are.
    func endOfKnownAgency(at index: Int) -> Int? {
        guard index < tokens.count, tokens[index].kind == .word else { return nil }
        if let end = endOfSite(at: index) { return end }
        for count in (1...6).reversed() where index + count <= tokens.count {
            let words = tokens[index..<index + count]
            guard words.last?.kind != .mark, Agencies.contains(text, words.range) else { continue }
            if count == 1, words.range.count <= 4, isTitleCase(tokens[index]) { continue }
            return index + count
        }
        return nil
    }

    /// `EXAMPLE.com`, `Example.co.id`: words joined by dots.
    private func endOfSite(at index: Int) -> Int? {
        var end = index + 1
        // A number may be part of the name: `Example6.com`.
        if end < tokens.count, tokens[end].kind == .number, !tokens[end].followsSpace { end += 1 }
        var dots = 0
        while end + 1 < tokens.count, tokens[end].isMark("."), !tokens[end].followsSpace,
            tokens[end + 1].kind == .word, !tokens[end + 1].followsSpace,
            tokens[end + 1].count >= 2
        {
            end += 2
            dots += 1
        }
        return dots > 0 && tokens[index].count >= 2 ? end : nil
    }

    private func isTitleCase(_ token: Token) -> Bool {
        guard ScalarClass(token.first) == .upper, token.count > 1 else { return false }
        return ScalarClass(text.scalars[token.range.lowerBound + 1]) == .lower
    }
}
