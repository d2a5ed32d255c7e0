#if canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Which languages a word is common in, and how much it speaks for each.
///
/// A word's weight is the logarithm of how much commoner it is there than a word by chance. Its
/// frequency is taken from its place in the list, by Zipf's law as Mandelbrot amended it.
struct LanguageVotes: Sendable {
    /// A language that a word is common in.
    struct Entry: Sendable {
        /// The language's place in `languages`.
        var language: Int32
        /// How much the word speaks for it.
        var weight: Float
    }

    /// All profiles, those of a script together.
    let languages: [LanguageProfile]
    /// Where the profiles of each script stand, by its raw value.
    let ranges: [Range<Int>]
    /// Which languages have a letter, by the letter: all that any profile of its script lists.
    let letters: [UInt32: [Bool]]
    private let keys: [UInt64]
    private let spans: [Range<Int32>]
    /// What all words speak for, those of a word together.
    let entries: [Entry]
    private let mask: Int

    /// The table, made when it is first used, in about two milliseconds.
    static let shared = LanguageVotes()

    private init() {
        var languages: [LanguageProfile] = []
        var ranges: [Range<Int>] = []
        for script in Script.allCases {
            let start = languages.count
            languages += script.profiles
            ranges.append(start..<languages.count)
        }
        var found: [UInt64: [Entry]] = [:]
        var letters: [UInt32: [Bool]] = [:]
        for (index, profile) in languages.enumerated() {
            var rank = 0
            var seen: Set<UInt64> = []
            for word in profile.words.split(whereSeparator: \.isWhitespace) {
                let key = Self.key(of: word)
                guard seen.insert(key).inserted else { continue }
                let weight = Self.weight(rank: rank)
                found[key, default: []].append(Entry(language: Int32(index), weight: weight))
                rank += 1
            }
            let clusters = Set(profile.clusters.split(whereSeparator: \.isWhitespace))
            for cluster in clusters {
                // One sign tells little, so it counts for less than a word of one letter would.
                let weight = 0.3 * Float(cluster.unicodeScalars.count - 1) + 0.2
                let key = Self.key(ofCluster: cluster)
                found[key, default: []].append(Entry(language: Int32(index), weight: weight))
            }
            for scalar in profile.letters.unicodeScalars {
                letters[
                    smallLetter(scalar.value),
                    default: [Bool](repeating: false, count: languages.count)
                ][index] = true
            }
        }
        // A quarter full: a search takes little more than one step.
        var capacity = 1
        while capacity < found.count * 4 { capacity *= 2 }
        var keys = [UInt64](repeating: 0, count: capacity)
        var spans = [Range<Int32>](repeating: 0..<0, count: capacity)
        var entries: [Entry] = []
        for (key, list) in found {
            var slot = Int(truncatingIfNeeded: key) & (capacity - 1)
            while keys[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            keys[slot] = key
            spans[slot] = Int32(entries.count)..<Int32(entries.count + list.count)
            entries += list
        }
        self.languages = languages
        self.ranges = ranges
        self.letters = letters
        self.keys = keys
        self.spans = spans
        self.entries = entries
        mask = capacity - 1
    }

    /// Where in `entries` the languages stand that the word of a key is common in; `nil` where there are none.
    func span(of key: UInt64) -> Range<Int32>? {
        let mixed = Self.mixed(key)
        var slot = Int(truncatingIfNeeded: mixed) & mask
        while keys[slot] != 0 {
            if keys[slot] == mixed { return spans[slot] }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// Whether a word is common in any language.
    func contains(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        span(of: Self.key(of: word)) != nil
    }

    /// A word's key, whatever the case of its letters.
    static func key(of word: ArraySlice<Unicode.Scalar>) -> UInt64 {
        word.reduce(emptyKey) { key($0, adding: smallLetter($1.value)) }
    }

    /// The start of a word's key.
    static let emptyKey: UInt64 = 0xCBF2_9CE4_8422_2325

    /// A word's key with one more small letter: Fowler, Noll and Vo's hash (FNV-1a).
    @inline(__always)
    static func key(_ key: UInt64, adding letter: UInt32) -> UInt64 {
        (key ^ UInt64(letter)) &* 0x0000_0100_0000_01B3
    }

    /// The upper bits stirred into the lower ones, which choose the slot; never zero.
    private static func mixed(_ key: UInt64) -> UInt64 {
        (key ^ key >> 29) | 1 << 63
    }

    /// The start of a cluster's key, so that no cluster has the key of a word.
    static let emptyClusterKey: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// What stands for a word's start or end in a cluster's key.
    static let wordEdge: UInt32 = 0x5F

    private static func key(ofCluster cluster: Substring) -> UInt64 {
        mixed(cluster.unicodeScalars.reduce(emptyClusterKey) { key($0, adding: $1.value) })
    }

    private static func key(of word: Substring) -> UInt64 {
        mixed(word.unicodeScalars.reduce(emptyKey) { key($0, adding: smallLetter($1.value)) })
    }

    private static func weight(rank: Int) -> Float {
        let share = 0.06 / (1 + 0.35 * Float(rank))
        let chance: Float = 0.000_4
        return log(share / chance)
    }
}
