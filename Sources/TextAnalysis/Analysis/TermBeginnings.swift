/// What terms begin with that are looked for in a text: by its first two letters a plain word is told to
/// be none of them, without being analysed.
///
/// The rules of the languages that keep beginnings (`TextLanguage.keepsBeginnings`) change the second
/// letter of a longer stem in three words alone, English ones, and there a `y`: dying, lying, tying.
public final class TermBeginnings: Sendable {
    /// By the first byte of a word, which second letters it may have; bit 0 is for `a`.
    let seconds: [UInt32]

    private static let anyLetter: UInt32 = 0x3FF_FFFF

    /// Learns some terms.
    public init(of terms: some Sequence<[UInt8]>) {
        var seconds = Array(repeating: UInt32(0), count: 256)
        for term in terms {
            guard let first = term.first else { continue }
            if term.count > 2, (0x61...0x7A).contains(term[1]) {
                seconds[Int(first)] |= 1 << UInt32(term[1] - 0x61) | 1 << UInt32(0x79 - 0x61)
            } else {
                seconds[Int(first)] = Self.anyLetter
            }
        }
        self.seconds = seconds
    }
}
