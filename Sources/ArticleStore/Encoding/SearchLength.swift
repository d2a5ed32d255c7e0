import Articles

/// An article's length for the ranking, as one byte.
///
/// BM25 asks how long an article is against the others. Lengths up to 31 words are exact; beyond,
/// 16 steps lie between a length and its double, so that a length is off by 3 % at the most, up to
/// half a million words, where longer ones count as that.
enum SearchLength {
    /// The code of a number of words.
    static func code(words: Int) -> UInt8 {
        guard words >= 32 else { return UInt8(max(0, words)) }
        let shift = Int.bitWidth - words.leadingZeroBitCount - 5
        let code = 16 + 16 * shift + (words >> shift & 15)
        return UInt8(clamping: code)
    }

    /// About how many words a code stands for.
    static func words(code: UInt8) -> Int {
        guard code >= 32 else { return Int(code) }
        let shift = (Int(code) - 16) / 16
        return ((16 + (Int(code) & 15)) << shift) + (1 << shift) / 2
    }

    /// About how many words a text's index will have.
    ///
    /// Counts runs of letters and digits, where every byte beyond ASCII is taken for a letter: close
    /// to the tokenizer's count at a tenth of its cost.
    static func count(in text: String) -> Int {
        var count = 0
        var isInside = false
        for byte in text.utf8 {
            let isLetter = byte >= 0x80 || isWordByte[Int(byte)]
            if isLetter && !isInside { count += 1 }
            isInside = isLetter
        }
        return count
    }

    private static let isWordByte: [Bool] = (0..<128).map { byte in
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
}
