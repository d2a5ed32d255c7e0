/// A word, a number or a mark of a text.
struct Token: Sendable {
    /// What a token is.
    enum Kind: Sendable {
        /// A word, or one letter of a script without spaces.
        case word
        /// Decimal digits of any script.
        case number
        /// One mark.
        case mark
    }

    var kind: Kind
    /// Where it stands, in scalars.
    var range: Range<Int>
    /// The folded word's hash; 0 for a mark.
    var hash: UInt64
    /// The value of a number of at most nine digits, else -1.
    var number: Int
    /// The first scalar.
    var first: Unicode.Scalar
    /// Whether white space stands before it.
    var followsSpace: Bool

    /// How many scalars it has.
    var count: Int { range.count }

    /// Whether it is this mark.
    func isMark(_ mark: Unicode.Scalar) -> Bool { kind == .mark && first == mark }

    /// Whether it is one of these marks.
    func isMark(in marks: String) -> Bool {
        kind == .mark && marks.unicodeScalars.contains(first)
    }
}

/// FNV-1a over folded scalars: equal for words that differ only in case.
///
/// http://www.isthe.com/chongo/tech/comp/fnv/ (64 bits). Tables of phrases are looked up by it, so
/// that no string is made for a line.
struct FoldedHash: Sendable {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Takes one more scalar, folded.
    @inline(__always)
    mutating func combine(_ scalar: Unicode.Scalar) {
        value = (value ^ UInt64(lowercase(scalar).value)) &* 0x100_0000_01B3
    }

    /// Marks the end of a word.
    @inline(__always)
    mutating func endWord() {
        value = (value ^ 0x20) &* 0x100_0000_01B3
    }
}

/// The small letter of a capital, and the scalar itself where it is none.
///
/// Typographic apostrophes become the plain one.
@inline(__always)
func lowercase(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let value = scalar.value
    if value < 0x80 {
        return value >= 0x41 && value <= 0x5A ? Unicode.Scalar(UInt8(value + 0x20)) : scalar
    }
    if scalar == "’" || scalar == "ʼ" { return "'" }
    guard ScalarClass(scalar) == .upper else { return scalar }
    // A capital whose small form is two scalars (İ) keeps the first.
    return scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
}

/// The value of a decimal digit of any script; `nil` for anything else.
func digitValue(_ scalar: Unicode.Scalar) -> Int? {
    if scalar.value >= 0x30, scalar.value <= 0x39 { return Int(scalar.value) - 0x30 }
    guard scalar.value >= 0x80, ScalarClass(scalar) == .digit,
        let value = scalar.properties.numericValue
    else { return nil }
    return Int(value)
}

extension Unicode.Scalar {
    /// Whether it is one of `A` to `Z` and `a` to `z`.
    @inline(__always)
    var isASCIILetter: Bool { (value | 0x20) &- 0x61 < 26 }
}

extension Collection where Element == Token {
    /// From the first token to the last; empty where there is none.
    var range: Range<Int> {
        guard let start = first?.range.lowerBound else { return 0..<0 }
        return start..<reduce(start) { Swift.max($0, $1.range.upperBound) }
    }
}

extension Manuscript {
    /// The tokens of a range, at most `limit`.
    func tokens(in range: Range<Int>, limit: Int = 400) -> [Token] {
        var tokens: [Token] = []
        tokens.reserveCapacity(min(limit, range.count / 4 + 1))
        var index = range.lowerBound
        var followsSpace = false
        while index < range.upperBound, tokens.count < limit {
            let scalar = scalars[index]
            let kind = ScalarClass(scalar)
            switch kind {
            case .space, .control:
                followsSpace = followsSpace || kind == .space
                index += 1
                continue
            case .upper, .lower, .letter, .mark:
                tokens.append(word(at: index, before: range.upperBound, followsSpace))
            case .spaceless where scalar.value < 0x3000:
                tokens.append(word(at: index, before: range.upperBound, followsSpace))
            case .spaceless:
                var hash = FoldedHash()
                hash.combine(scalar)
                tokens.append(
                    Token(
                        kind: .word,
                        range: index..<index + 1,
                        hash: hash.value,
                        number: -1,
                        first: scalar,
                        followsSpace: followsSpace
                    )
                )
            case .digit:
                tokens.append(number(at: index, before: range.upperBound, followsSpace))
            default:
                tokens.append(
                    Token(
                        kind: .mark,
                        range: index..<index + 1,
                        hash: 0,
                        number: -1,
                        first: scalar,
                        followsSpace: followsSpace
                    )
                )
            }
            index = tokens[tokens.count - 1].range.upperBound
            followsSpace = false
        }
        return tokens
    }

    private func word(at start: Int, before end: Int, _ followsSpace: Bool) -> Token {
        var hash = FoldedHash()
        var index = start
        while index < end {
            let scalar = scalars[index]
            if scalar.isASCIILetter {
                hash.combine(scalar)
            } else if !continuesWord(at: index, from: start, before: end) {
                break
            } else if ScalarClass(scalar) != .control {
                hash.combine(scalar)
            }
            index += 1
        }
        return Token(
            kind: .word,
            range: start..<index,
            hash: hash.value,
            number: -1,
            first: scalars[start],
            followsSpace: followsSpace
        )
    }

    /// Whether the scalar at `index` belongs to the word that began at `start`: letters, marks,
    /// joiners, and an apostrophe between letters.
    private func continuesWord(at index: Int, from start: Int, before end: Int) -> Bool {
        switch ScalarClass(scalars[index]) {
        case .upper, .lower, .letter, .mark: return true
        case .spaceless: return scalars[index].value < 0x3000
        case .control: return index > start
        case .quote:
            let scalar = scalars[index]
            guard scalar == "'" || scalar == "’" || scalar == "״" || scalar == "׳" else {
                return false
            }
            return index > start && index + 1 < end && ScalarClass(scalars[index + 1]).isLetter
        default: return false
        }
    }

    private func number(at start: Int, before end: Int, _ followsSpace: Bool) -> Token {
        var index = start
        var value = 0
        while index < end, let digit = digitValue(scalars[index]) {
            if index - start < 9 { value = value * 10 + digit }
            index += 1
        }
        if index == start { index += 1 }
        return Token(
            kind: .number,
            range: start..<index,
            hash: 0,
            number: index - start <= 9 ? value : -1,
            first: scalars[start],
            followsSpace: followsSpace
        )
    }
}
