import Articles

/// Finds printed dates in a short range: a date line, a byline, a dateline.
///
/// Reads tokens, not characters; months and units come from the tables in `Words`. Two months
/// that are both numbers are read by the order of the text (`dayFirst`), and marked ambiguous.
struct DateScanner {
    let text: Manuscript
    let tokens: [Token]
    let dayFirst: Bool

    /// Makes a scanner of a range; at most its first 400 tokens are looked at.
    init(_ text: Manuscript, _ range: Range<Int>, dayFirst: Bool) {
        self.init(text, tokens: text.tokens(in: range), dayFirst: dayFirst)
    }

    /// Makes a scanner of tokens.
    init(_ text: Manuscript, tokens: [Token], dayFirst: Bool) {
        self.text = text
        self.tokens = tokens
        self.dayFirst = dayFirst
    }

    /// The dates, in order, with their times and labels.
    func dates() -> [PrintedDate] {
        var found: [PrintedDate] = []
        var index = 0
        var previousEnd = 0
        while index < tokens.count {
            guard let (printed, end) = date(at: index) else {
                index += 1
                continue
            }
            var date = printed
            date.range = tokens[index].range.lowerBound..<tokens[end - 1].range.upperBound
            let next = readTime(for: &date, after: end, notBefore: previousEnd, start: index)
            date.label = label(from: previousEnd, to: index, after: next)
            // `1 ربيع الآخر 1445 هـ - 15 أكتوبر 2023`: reckoned from sight, the first may be a day off.
            if let last = found.last, last.isReckoned, let day = last.calendarDay,
                let other = date.calendarDay, abs(other.daysSince1970 - day.daysSince1970) <= 2
            {
                if date.label == .none { date.label = last.label }
                found.removeLast()
            }
            if date.isReckoned, let last = found.last?.calendarDay, let day = date.calendarDay,
                abs(last.daysSince1970 - day.daysSince1970) <= 2
            {
                previousEnd = next
                index = next
                continue
            }
            found.append(date)
            previousEnd = next
            index = next
        }
        return found
    }

    /// A date, and the token behind it.
    typealias Found = (PrintedDate, end: Int)

    private func date(at index: Int) -> Found? {
        let token = tokens[index]
        if token.kind == .number {
            return yearFirst(at: index) ?? yearThenMonthName(at: index) ?? eastAsian(at: index)
                ?? dayAndMonthName(at: index) ?? numbers(at: index) ?? ago(at: index)
        }
        guard token.kind == .word else { return nil }
        return monthName(at: index) ?? era(at: index) ?? ago(at: index) ?? namedDay(at: index)
    }

    private func label(from start: Int, to index: Int, after end: Int) -> PrintedDate.Label {
        var label = PrintedDate.Label.none
        for token in tokens[start..<index].suffix(6) {
            if DateWords.updated.contains(token) { label = .updated }
            if DateWords.published.contains(token), label != .updated { label = .published }
            if DateWords.unrelated.contains(token) { label = .unrelated }
        }
        if label == .none, end < tokens.count, isWord(end, in: ["更", "수정", "업데이트"]) {
            label = .updated
        }
        return label
    }

    /// The number that a token is; `nil` where it is none, or none that is small enough to be held.
    func number(_ index: Int) -> Int? {
        guard index >= 0, index < tokens.count, tokens[index].kind == .number,
            tokens[index].number >= 0
        else {
            return nil
        }
        return tokens[index].number
    }

    /// The mark that a token is; `nil` where it is a word or a number.
    func mark(_ index: Int) -> Unicode.Scalar? {
        index < tokens.count && tokens[index].kind == .mark ? tokens[index].first : nil
    }

    /// Whether a token is one of some words, case and all.
    func isWord(_ index: Int, in words: [String]) -> Bool {
        guard index >= 0, index < tokens.count, tokens[index].kind == .word else { return false }
        let scalars = text.scalars[tokens[index].range]
        return words.contains { $0.unicodeScalars.elementsEqual(scalars) }
    }
}
