/// Finds where a headline, a subhead or a byline touches what follows it: `…on IsraelOct 15: …`.
///
/// Lines like these end without a mark, so all there is to see is a capital inside a word. It is
/// taken for a seam where several things speak for it, and only in lines that begin at a seam.
struct HeadlineSeams {
    private let scalars: [Unicode.Scalar]
    private let bounds: [LostLineEnds.Seam]
    private let quotation: Quotation
    /// How often each word stands in the text, by the key of its small letters.
    private let words: [UInt64: Int]

    /// How far from a line's start its headline may end.
    private static let reach = 250

    init(_ scalars: [Unicode.Scalar], bounds: [LostLineEnds.Seam]) {
        self.scalars = scalars
        self.bounds = bounds
        quotation = Quotation(scalars)
        var words: [UInt64: Int] = [:]
        for word in scalars.split(whereSeparator: { !LetterCase.isLetter($0) }) {
            words[LanguageVotes.key(of: word), default: 0] += 1
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
        if after == " " || LetterCase.isASCIILetter(after) && LetterCase.isLower(after) {
            return false
        }
        if quotation.opens(after) {
            let next = place + 1 < scalars.count ? scalars[place + 1] : " "
            return (LetterCase.isLetter(before) || before == ":")
                && (LetterCase.isUpper(next) || LetterCase.isUncased(next))
        }
        guard LetterCase.isUpper(after) else { return false }
        let right = word(from: place)
        if before == ")", isCredit(endingAt: place, lineStart: lineStart) { return true }
        if ASCII.isDigit(before) {
            return isYear(endingAt: place, lineStart: lineStart) && right.count > 1
        }
        guard place > lineStart + 2 else { return false }
        if LetterCase.isLetter(before), isMonth(right), isDay(at: place + right.count) {
            return true
        }
        let needed = isFirst ? 2 : 3
        if Self.isCloser(before) || before == ":" {
            guard LetterCase.isLower(scalars[place - 2]), LetterCase.isLower(scalars[place - 3]),
                right.dropFirst().contains(where: LetterCase.isLower), !isInAddress(place)
            else { return false }
            return evidence(left: [], right: right, place: place, lineStart: lineStart) + 1
                >= needed
        }
        guard LetterCase.isLower(before) else { return false }
        let left = wordBefore(place, lineStart: lineStart)
        let joined = scalars[(place - left.count)..<(place + right.count)]
        guard left.count >= 2, words[LanguageVotes.key(of: joined), default: 0] == 1,
            !Self.prefixes.contains(left), !isInAddress(place)
        else { return false }
        return evidence(left: left, right: right, place: place, lineStart: lineStart) >= needed
    }

    private func word(from place: Int) -> ArraySlice<Unicode.Scalar> {
        scalars[place...].prefix(40).prefix { LetterCase.isLetter($0) }
    }

    private func wordBefore(_ place: Int, lineStart: Int) -> ArraySlice<Unicode.Scalar> {
        let reach = scalars[lineStart..<place].suffix(40)
        let start = reach.lastIndex { !LetterCase.isLetter($0) }.map { $0 + 1 } ?? reach.startIndex
        return scalars[start..<place]
    }

    /// Whether a scalar may close a quotation or a bracket.
    private static func isCloser(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "”", "“", "’", "»", "«", "\"", ")": true
        default: false
        }
    }

    /// Whether the word around a place is an address or a name on the web.
    private func isInAddress(_ place: Int) -> Bool {
        for scalar in scalars[..<place].suffix(60).reversed() {
            if LetterCase.isWhitespace(scalar) { return false }
            if scalar == "@" || scalar == "#" || scalar == "/" { return true }
        }
        return false
    }

    /// How many things speak for a seam between two halves of a word.
    private func evidence(
        left: ArraySlice<Unicode.Scalar>,
        right: ArraySlice<Unicode.Scalar>,
        place: Int,
        lineStart: Int
    ) -> Int {
        let spaces = scalars[lineStart..<place].count { $0 == " " }
        var count = 0
        if words[LanguageVotes.key(of: left)] != nil { count += 1 }
        if words[LanguageVotes.key(of: right)] != nil { count += 1 }
        if LanguageVotes.shared.contains(right) { count += 1 }
        if spaces >= 3 { count += 1 }
        // A dateline in capitals: "…attackKABUL, Afghanistan (AP) — …".
        if right.count >= 4, right.allSatisfy(LetterCase.isUpper) { count += 2 }
        return count
    }

    private func isMonth(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        Self.months.contains(word)
    }

    /// Whether a number of one or two digits follows a month's name.
    private func isDay(at place: Int) -> Bool {
        let rest = scalars[place...].prefix(4).drop { $0 == "." || $0 == " " }
        return rest.first.map(ASCII.isDigit) ?? false
    }

    /// Whether four digits that are a year end at a place.
    private func isYear(endingAt place: Int, lineStart: Int) -> Bool {
        let digits = scalars[lineStart..<place].suffix(5)
        let year = digits.suffix(4)
        guard year.count == 4, year.allSatisfy(ASCII.isDigit) else { return false }
        let isWhole = digits.count == 4 || !ASCII.isDigit(digits[digits.startIndex])
        return isWhole
            && (year.starts(with: "19".unicodeScalars) || year.starts(with: "20".unicodeScalars))
    }

    /// Whether a line so far is a bracket and nothing else: `(Al Jazeera)`, but not `(CNN)`, which
    /// stands before running text.
    private func isCredit(endingAt place: Int, lineStart: Int) -> Bool {
        let line = scalars[lineStart..<place]
        return line.count <= 80 && line.first == "(" && line.contains(where: LetterCase.isLower)
            && !line.dropFirst().contains("(")
    }

    /// First halves of names that have a capital inside.
    private static let prefixes: ShortWords = [
        "mc", "mac", "de", "del", "della", "di", "du", "da", "la", "le", "van", "von", "fitz", "al",
        "el", "ben", "ibn", "you", "tik", "linked", "face", "whats", "pay", "play", "buzz", "java",
        "type", "open", "chat", "deep", "black", "snap", "star", "master", "micro", "mid", "post",
        "pre", "pro", "anti", "non", "net", "word", "power", "air", "bit", "block", "git", "drop",
        "one", "book", "fed", "smart", "super", "tele", "my", "eu", "inter",
    ]

    private static let months: ShortWords = [
        "jan", "january", "feb", "february", "mar", "march", "apr", "april", "may", "jun", "june",
        "jul", "july", "aug", "august", "sep", "sept", "september", "oct", "october", "nov",
        "november", "dec", "december",
    ]
}
