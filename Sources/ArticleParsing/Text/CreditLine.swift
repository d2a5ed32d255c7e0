/// A short line without what may stand around a credit: brackets, dashes, a copyright sign.
struct CreditLine: Sendable {
    private let text: Manuscript
    /// The words that are left.
    private(set) var words: Range<Int>
    /// The bracket or slash that stood around them; `nil` where none did.
    private(set) var mark: Unicode.Scalar?
    /// The words with the innermost brackets around them.
    private(set) var printed: Range<Int>
    private(set) var hasDash = false
    private(set) var hasCopyright = false

    /// Reads a line.
    init(_ line: Range<Int>, of text: Manuscript) {
        self.text = text
        words = text.trimmed(line)
        printed = words
        while let first = words.first, let last = words.last, first < last {
            if ScalarClass(text.scalars[last]) == .terminal {
                words = text.trimmed(first..<last)
            } else if let closing = Self.brackets[text.scalars[first]],
                text.scalars[last] == closing, words.count > 2,
                !text.scalars[first + 1..<last].contains(closing)
            {
                mark = text.scalars[first]
                printed = words
                words = text.trimmed(first + 1..<last)
            } else if ScalarClass(text.scalars[first]) == .dash || text.scalars[first] == "*" {
                hasDash = hasDash || text.scalars[first] != "*"
                words = text.trimmed(first + 1..<words.upperBound)
            } else if text.scalars[first] == "©" || text.scalars[first] == "ⓒ" {
                hasCopyright = true
                words = text.trimmed(first + 1..<words.upperBound)
            } else if words.count > 4, text.scalars[first] == "(",
                lowercase(text.scalars[first + 1]) == "c", text.scalars[first + 2] == ")"
            {
                hasCopyright = true
                words = text.trimmed(first + 3..<words.upperBound)
            } else {
                break
            }
        }
    }

    /// The agency of `avec AFP`, `With PTI inputs`, `Con información de EFE`.
    func agencyBehindWith() -> Range<Int>? {
        let tokens = text.tokens(in: words, limit: 16)
        guard let first = tokens.first, CreditWords.with.contains(first) else { return nil }
        return Credit.agency(inStaffLine: words, of: text)?.range
    }

    /// The agency of `PTI ABC XYZ`, `jm/dpa`, `abc/de (AFP, dpa)`, and of `dpa/afp` both.
    func agencyBesideInitials() -> Range<Int>? {
        let tokens = text.tokens(in: words, limit: 16)
        guard tokens.count > 1, words.count <= 48 else { return nil }
        // Between brackets at the end.
        if let close = tokens.last, close.isMark(in: ")）"),
            let open = tokens.lastIndex(where: { $0.isMark(in: "(（") }), open > 0
        {
            let inside = tokens[(open + 1)...].dropLast()
            guard let first = inside.split(whereSeparator: { $0.isMark(in: ",/;") }).first,
                Agencies.contains(text, first.range),
                tokens[..<open].allSatisfy({ $0.kind == .mark || $0.count <= 4 })
            else { return nil }
            return inside.range
        }
        // Initials in capitals behind it.
        for count in (1...3).reversed() where count < tokens.count {
            let isAgency =
                Agencies.contains(text, tokens[..<count].range) && tokens[count - 1].kind == .word
            let rest = tokens[count...]
            if isAgency, tokens[0].kind == .word || count == 3, rest.allSatisfy({ isInitials($0) }),
                rest.contains(where: { $0.kind == .word })
            {
                return tokens[..<count].filter { $0.kind == .word }.range
            }
        }
        // Between slashes.
        let parts = tokens.split(whereSeparator: { $0.isMark("/") })
        guard parts.count > 1, parts.count <= 4,
            let last = parts.last, let first = parts.first
        else { return nil }
        let known = parts.filter { Agencies.contains(text, $0.range) }
        guard !known.isEmpty else { return nil }
        if known.count == parts.count || mark != nil { return words }
        if Agencies.contains(text, last.range) {
            return first.range.count <= 3 ? last.range : parts.allSatisfy(isName) ? words : nil
        }
        return Agencies.contains(text, first.range) && last.range.count <= 4 ? first.range : nil
    }

    private func isName(_ part: ArraySlice<Token>) -> Bool {
        part.allSatisfy { $0.kind != .word || ScalarClass($0.first) != .lower }
    }

    /// Whether a token is an editor's initials, or a mark between them.
    private func isInitials(_ token: Token) -> Bool {
        if token.kind == .mark { return token.isMark(in: "/,-.)") }
        return token.kind == .word && (1...4).contains(token.count)
            && token.range.allSatisfy { ScalarClass(text.scalars[$0]) == .upper }
    }

    private static let brackets: [Unicode.Scalar: Unicode.Scalar] = [
        "(": ")", "（": "）", "[": "]", "/": "/", "【": "】", "<": ">", "〈": "〉",
    ]
}
