/// An article's length for the ranking, as one byte.
///
/// BM25 asks how long an article is against the others. Lengths up to 31 words are exact; beyond,
/// 16 steps lie between a length and its double, so that a length is off by 3 % at the most, up to
/// half a million words, where longer ones count as that.
public enum SearchLength {
    /// The code of a number of words.
    public static func code(words: Int) -> UInt8 {
        guard words >= 32 else { return UInt8(max(0, words)) }
        let shift = Int.bitWidth - words.leadingZeroBitCount - 5
        let code = 16 + 16 * shift + (words >> shift & 15)
        return UInt8(clamping: code)
    }

    /// About how many words a code stands for.
    public static func words(code: UInt8) -> Int {
        guard code >= 32 else { return Int(code) }
        let shift = (Int(code) - 16) / 16
        return ((16 + (Int(code) & 15)) << shift) + (1 << shift) / 2
    }
}
