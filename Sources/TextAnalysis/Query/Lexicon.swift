/// What a store knows of the words in its articles: what queries are completed and mended by.
public protocol Lexicon<Failure> {
    /// Why the words could not be read.
    associatedtype Failure: Error

    /// Whether any article has one of a group's forms.
    func has(_ group: SearchPlan.Group) throws(Failure) -> Bool

    /// How many articles have one of a group's forms.
    func frequency(of group: SearchPlan.Group) throws(Failure) -> Int64

    /// About the logarithm to base 2 of how many articles have had a word; `nil` for none.
    func level(of word: String) throws(Failure) -> Int?

    /// The most frequent words that begin so, the most frequent first.
    func words(beginningWith prefix: String, limit: Int) throws(Failure) -> [String]

    /// Lends each word that begins so, in UTF-8, with its level.
    func forEachWord(
        beginningWith prefix: String,
        _ visit: (_ word: UnsafeRawBufferPointer, _ level: Int) -> Void
    ) throws(Failure)
}

extension Lexicon {
    /// The words that are nearest to one that is not there: one slip away, else two; the most frequent
    /// first.
    func nearest(to word: String) throws(Failure) -> [String] {
        let allowed = EditDistance.allowed(in: word)
        guard allowed > 0, let first = word.unicodeScalars.first else { return [] }
        let letters = Array(word.unicodeScalars)
        var found: [(word: String, distance: Int, level: Int)] = []
        for other in EditDistance.otherBeginnings(of: word) {
            if let level = try level(of: other) { found.append((other, 1, level)) }
        }
        try forEachWord(beginningWith: String(Character(first))) { bytes, level in
            // Cheap first: most words are of another length. What holds parts together is no letter.
            let length = bytes.count { $0 & 0xC0 != 0x80 && !Self.isJoint($0) }
            guard abs(length - letters.count) <= allowed else { return }
            let other = String(decoding: bytes, as: UTF8.self)
            if let distance = EditDistance.between(
                letters,
                other.unicodeScalars.filter { $0 != "-" && $0 != "'" },
                limit: allowed
            ), distance > 0 {
                found.append((other, distance, level))
            }
        }
        let least = found.map(\.distance).min() ?? 0
        return found.filter { $0.distance == least }
            .sorted { ($1.level, $0.word) < ($0.level, $1.word) }.map(\.word)
    }

    private static func isJoint(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'")
    }
}
