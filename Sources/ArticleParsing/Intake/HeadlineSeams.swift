/// Finds where a headline, a subhead or a byline touches what follows it: `…on IsraelOct 15: …`.
///
/// Lines like these end without a mark, so all there is to see is a capital inside a word. It is
/// taken for a seam where several things speak for it, and only in lines that begin at a seam.
struct HeadlineSeams {
    private let scalars: [Unicode.Scalar]
    private let bounds: [LostLineEnds.Seam]
    private let quotation: Quotation
    /// How often each word stands in the text; words in lower case.
    private let words: [String: Int]

    /// How far from a line's start its headline may end.
    private static let reach = 250

    init(_ scalars: [Unicode.Scalar], bounds: [LostLineEnds.Seam]) {
        self.scalars = scalars
        self.bounds = bounds
        quotation = Quotation(scalars)
        var words: [String: Int] = [:]
        for word in scalars.split(whereSeparator: { !LetterCase.isLetter($0) }) {
            words[Self.key(word), default: 0] += 1
        }
        self.words = words
    }

    /// The seams in order.
    func find() -> [LostLineEnds.Seam] {
        var seams: [LostLineEnds.Seam] = []
        for (index, start) in ([0] + bounds.map(\.start)).enumerated() {
            let end = index < bounds.count ? bounds[index].end : scalars.count
            find(from: start, to: end, isFirst: index == 0, into: &seams)
        }
        return seams
    }

    private func find(
        from lineStart: Int,
        to lineEnd: Int,
        isFirst: Bool,
        into seams: inout [LostLineEnds.Seam]
    ) {
        var start = lineStart
        var place = start + 1
        while place < min(lineEnd, start + Self.reach) {
            if isSentenceEnd(place) { return }
            if isSeam(at: place, lineStart: start, isFirst: isFirst) {
                seams.append(LostLineEnds.Seam(end: place, start: place))
                start = place
            }
            place += 1
        }
    }

    /// Whether running text has begun: a sentence has ended and another follows it.
    private func isSentenceEnd(_ place: Int) -> Bool {
        guard scalars[place] == " ", place > 1 else { return false }
        let last = scalars[place - 1]
        guard last == "." || last == "!" || last == "?" else { return false }
        return LetterCase.isLower(scalars[place - 2])
    }

    private func isSeam(at place: Int, lineStart: Int, isFirst: Bool) -> Bool {
        let before = scalars[place - 1]
        let after = scalars[place]
        if quotation.openers.contains(after) {
            let next = place + 1 < scalars.count ? scalars[place + 1] : " "
            return (LetterCase.isLetter(before) || before == ":")
                && (LetterCase.isUpper(next) || LetterCase.isUncased(next))
        }
        guard LetterCase.isUpper(after), !isInAddress(place) else { return false }
        let right = scalars[place...].prefix(40).prefix { LetterCase.isLetter($0) }
        if Self.months.contains(Self.key(right)), LetterCase.isLetter(before),
            isDay(at: place + right.count)
        {
            return true
        }
        if ASCII.isDigit(before) {
            return isYear(endingAt: place, lineStart: lineStart) && right.count > 1
        }
        if before == ")", isCredit(endingAt: place, lineStart: lineStart) { return true }
        guard place > lineStart + 2 else { return false }
        let needed = isFirst ? 2 : 3
        if Self.closers.contains(before) || before == ":" {
            guard LetterCase.isLower(scalars[place - 2]), LetterCase.isLower(scalars[place - 3]),
                right.dropFirst().contains(where: LetterCase.isLower)
            else { return false }
            return evidence(left: "", right: right, place: place, lineStart: lineStart) + 1
                >= needed
        }
        guard LetterCase.isLower(before) else { return false }
        let left = scalars[lineStart..<place].reversed().prefix { LetterCase.isLetter($0) }
        let leftWord = Self.key(Array(left.reversed())[...])
        guard left.count >= 2, !Self.prefixes.contains(leftWord),
            words[leftWord + Self.key(right), default: 0] == 1
        else { return false }
        return evidence(left: leftWord, right: right, place: place, lineStart: lineStart) >= needed
    }

    private static let closers: Set<Unicode.Scalar> = ["”", "“", "’", "»", "«", "\"", ")"]

    /// Whether the word around a place is an address or a name on the web.
    private func isInAddress(_ place: Int) -> Bool {
        let word = scalars[..<place].suffix(200).reversed().prefix { !$0.properties.isWhitespace }
        return word.contains("@") || word.contains("#") || word.contains("/")
    }

    /// How many things speak for a seam between two halves of a word.
    private func evidence(
        left: String,
        right: ArraySlice<Unicode.Scalar>,
        place: Int,
        lineStart: Int
    ) -> Int {
        let rightWord = Self.key(right)
        let spaces = scalars[lineStart..<place].count { $0 == " " }
        var count = 0
        if words[left] != nil { count += 1 }
        if words[rightWord] != nil { count += 1 }
        if LanguageVotes.shared.contains(right) { count += 1 }
        if spaces >= 3 { count += 1 }
        // A dateline in capitals: "…attackKABUL, Afghanistan (AP) — …".
        if right.count >= 4, right.allSatisfy(LetterCase.isUpper) { count += 2 }
        return count
    }

    /// Whether a number of one or two digits follows a month's name.
    private func isDay(at place: Int) -> Bool {
        let rest = scalars[place...].prefix(4).drop { $0 == "." || $0 == " " }
        return rest.first.map { ("0"..."9").contains($0) } ?? false
    }

    /// Whether four digits that are a year end at a place.
    private func isYear(endingAt place: Int, lineStart: Int) -> Bool {
        let digits = scalars[lineStart..<place].suffix(5)
        let year = digits.suffix(4)
        guard year.count == 4, year.allSatisfy({ ("0"..."9").contains($0) }) else { return false }
        let isWhole = digits.count == 4 || !("0"..."9").contains(digits[digits.startIndex])
        return isWhole
            && (year.starts(with: "19".unicodeScalars) || year.starts(with: "20".unicodeScalars))
    }

    /// Whether a line so far is a bracket and nothing else: `(Al Jazeera)`, but not `(CNN)`, which
    /// stands before running text.
    private func isCredit(endingAt place: Int, lineStart: Int) -> Bool {
        let line = scalars[lineStart..<place]
        return line.first == "(" && line.contains(where: LetterCase.isLower)
            && !line.dropFirst().contains("(")
    }

    private static func key(_ word: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(word)).lowercased()
    }

    /// First halves of names that have a capital inside.
    private static let prefixes: Set<String> = [
        "mc", "mac", "de", "del", "della", "di", "du", "da", "la", "le", "van", "von", "fitz", "al",
        "el", "ben", "ibn", "you", "tik", "linked", "face", "whats", "pay", "play", "buzz", "java",
        "type", "open", "chat", "deep", "black", "snap", "star", "master", "micro", "mid", "post",
        "pre", "pro", "anti", "non", "net", "word", "power", "air", "bit", "block", "git", "drop",
        "one", "book", "fed", "smart", "super", "tele", "my", "eu", "inter",
    ]

    private static let months: Set<String> = [
        "jan", "january", "feb", "february", "mar", "march", "apr", "april", "may", "jun", "june",
        "jul", "july", "aug", "august", "sep", "sept", "september", "oct", "october", "nov",
        "november", "dec", "december",
    ]
}
