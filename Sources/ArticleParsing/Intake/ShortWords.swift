/// A set of words of a few ASCII letters, which tells whether it has one without making a string.
struct ShortWords: ExpressibleByArrayLiteral, Sendable {
    private let keys: Set<UInt64>
    /// How many letters the longest of them has.
    private let longest: Int

    /// How many letters a word may have: five bits each fit into a key.
    private static let mostLetters = 12

    /// Takes words of ASCII letters, at most 12 each.
    init(arrayLiteral words: String...) {
        keys = Set(
            words.map { word in
                let scalars = Array(word.unicodeScalars)
                guard scalars.count <= Self.mostLetters, let key = Self.key(of: scalars[...]) else {
                    preconditionFailure("\(word) is not a short word")
                }
                return key
            }
        )
        longest = words.lazy.map(\.unicodeScalars.count).max() ?? 0
    }

    /// Whether a word is one of them, capital letters or not.
    func contains(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        guard word.count <= longest, let key = Self.key(of: word) else { return false }
        return keys.contains(key)
    }

    /// The letters' places in the alphabet, from 1, one after the other; `nil` where one is not of
    /// ASCII.
    private static func key(of word: ArraySlice<Unicode.Scalar>) -> UInt64? {
        var key: UInt64 = 0
        for scalar in word {
            guard LetterCase.isASCIILetter(scalar) else { return nil }
            key = key << 5 | UInt64(scalar.value & 0x1F)
        }
        return key
    }
}
