/// Takes a short text of digits and marks apart, from left to right.
struct DigitScanner {
    private var rest: ArraySlice<UInt8>

    /// Makes a scanner at the start of a text.
    init(_ text: some StringProtocol) {
        rest = ArraySlice(text.utf8)
    }

    /// Whether nothing is left.
    var isAtEnd: Bool { rest.isEmpty }

    /// Whether a digit is next.
    var isAtDigit: Bool { rest.first?.isASCIIDigit ?? false }

    /// Takes a mark if it is next.
    mutating func skip(_ mark: Unicode.Scalar) -> Bool {
        guard let first = rest.first, UInt32(first) == mark.value else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// Takes exactly `count` digits if they are next, as a number.
    mutating func digits(_ count: Int) -> Int? {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy(\.isASCIIDigit) else { return nil }
        rest = rest.dropFirst(count)
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// Takes all digits that are next, one to nine of them, as a number.
    mutating func number() -> Int? {
        let count = rest.prefix(while: \.isASCIIDigit).count
        return (1...9).contains(count) ? digits(count) : nil
    }

    /// Takes a letter if one is next, in lower case.
    mutating func letter() -> Character? {
        guard let first = rest.first, first.isASCIILetter else { return nil }
        rest = rest.dropFirst()
        return Character(Unicode.Scalar(first | 0x20))
    }
}
