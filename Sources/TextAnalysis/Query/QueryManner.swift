/// Whether a query is written as people write and not as they search: in a sentence that somebody pasted,
/// AND, OR and NOT in capitals are words like the others.
struct QueryManner {
    /// Whether it is a sentence in capitals: four words beside operators, and no small letter.
    private(set) var isShouted = false
    /// Whether it is a sentence.
    private(set) var isProse = false

    private static let operators: Set<String> = ["AND", "OR", "NOT"]
    /// So many words beside operators make a sentence where a fifth of them are English stop words.
    private static let fewestWords = 10
    /// Of operators that only stress something, a sentence has not more.
    private static let mostOperators = 2

    /// Looks at a query.
    init(_ scalars: [Unicode.Scalar]) {
        let pieces = scalars.split(whereSeparator: \.isBlank)
        let words = pieces.map { String(printable: $0.filter(\.isIndexed)[...]) }
            .filter { !$0.isEmpty && !Self.operators.contains($0) }
        isShouted =
            words.count >= 4 && scalars.contains(where: \.properties.isUppercase)
            && !scalars.contains(where: \.properties.isLowercase)
        isProse = Self.areProse(pieces, isShouted: isShouted)
    }

    /// Whether pieces between blanks are a sentence; one in capitals by either of two signs.
    ///
    /// None is joined by an operator as only queries join (in or beside parentheses, beside quotations
    /// or signs), and those outside quotations have a sentence's words.
    private static func areProse(
        _ pieces: [ArraySlice<Unicode.Scalar>],
        isShouted: Bool
    ) -> Bool {
        let stopWords = StopWords.of("en")
        var (words, stops, operatorCount) = (0, 0, 0)
        var depth = 0
        var isQuoted = false
        var isJoined = false
        for (index, piece) in pieces.enumerated() {
            if !isQuoted {
                if operators.contains(String(printable: piece)) {
                    operatorCount += 1
                    let before = index > 0 ? pieces[index - 1].last : nil
                    let behind = index + 1 < pieces.count ? pieces[index + 1].first : nil
                    if depth > 0 || isJoint(before) || isJoint(behind) { isJoined = true }
                } else {
                    if isOperand(piece) { isJoined = true }
                    let word = String(printable: piece.filter(\.isIndexed)[...])
                    if !word.isEmpty { words += 1 }
                    if stopWords.contains(word.lowercased()) { stops += 1 }
                }
            }
            for scalar in piece {
                if scalar == "(" { depth += 1 }
                if scalar == ")" { depth = max(0, depth - 1) }
                if isQuote(scalar) { isQuoted.toggle() }
            }
        }
        let hasWords = words >= fewestWords && 5 * stops >= words
        return isShouted
            ? hasWords || !isJoined : hasWords && !isJoined && operatorCount <= mostOperators
    }

    private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
        SearchParser.closingQuotes[scalar] != nil
    }

    /// Whether what stands beside an operator is what queries join.
    private static func isJoint(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return false }
        return ["(", ")", "-", "+"].contains(scalar) || isQuote(scalar)
    }

    /// Whether a word has a sign or a field's name in front: `-fog`, `headline:fog`.
    private static func isOperand(_ piece: ArraySlice<Unicode.Scalar>) -> Bool {
        if ["-", "+", "\u{2212}"].contains(piece.first), piece.dropFirst().first?.isIndexed == true
        {
            return true
        }
        guard let colon = piece.firstIndex(of: ":"), colon + 1 < piece.endIndex else {
            return false
        }
        return SearchParser.Prefix(String(printable: piece[..<colon]).lowercased()) != nil
    }
}
