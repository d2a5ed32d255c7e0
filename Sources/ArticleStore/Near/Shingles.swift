import Articles

/// A text as the set of its runs of four words, by which nearly equal texts are recognised.
///
/// Two copies of a wire story share most of their runs however they were cut, headed and framed;
/// two stories of one event share the event's names but hardly four words in a row (Broder 1997, "On
/// the resemblance and containment of documents"). Letters count without case, marks and
/// punctuation not at all; in scripts without spaces each letter is a word.
struct Shingles: Sendable {
    /// The runs' hashes in the order of the text.
    private let runs: [UInt64]
    /// The first 48 bits of the least hashes; none where there are too few words to tell the text by.
    ///
    /// Two texts have each of them in common with the chance that a run of either stands in both
    /// (bottom-k sketch, Broder 1997).
    let keys: [Int64]

    /// How many words make a run.
    static let length = 4
    /// Texts of fewer runs have no fingerprint: so few words recur by chance.
    static let minimum = 16
    /// How many words of a text are looked at; beyond, it is long enough to be told by these.
    static let maximumWords = 20_000
    /// How many of a text's keys are kept.
    static let keyCount = 8

    /// Cuts a text into its runs.
    init(_ text: String) {
        var words = WordHashes()
        var text = text
        text.withUTF8 { words.read($0) }
        self.init(words)
    }

    /// Cuts a stored text's UTF-8.
    init(utf8: UnsafeBufferPointer<UInt8>) {
        var words = WordHashes()
        words.read(utf8)
        self.init(words)
    }

    private init(_ words: WordHashes) {
        runs = Self.runs(of: words.hashes)
        let least = Self.least(Self.minimum, of: runs)
        keys =
            least.count < Self.minimum
            ? [] : least.prefix(Self.keyCount).map { Int64($0 >> 16) }
    }

    private static func runs(of words: [UInt64]) -> [UInt64] {
        guard words.count >= length else { return [] }
        var runs: [UInt64] = []
        runs.reserveCapacity(words.count)
        for start in 0...(words.count - length) {
            var hash: UInt64 = 0
            for word in words[start..<(start + length)] {
                hash = (hash &+ word) &* 0x9E37_79B9_7F4A_7C15
                hash ^= hash >> 29
            }
            runs.append(FNV1a.spread(hash))
        }
        return runs
    }

    /// The least of some hashes in ascending order, none twice: as many as are asked for, if there are.
    private static func least(_ count: Int, of hashes: [UInt64]) -> [UInt64] {
        var least: [UInt64] = []
        least.reserveCapacity(count + 1)
        for hash in hashes where least.count < count || hash < least[count - 1] {
            var place = least.count
            while place > 0, least[place - 1] > hash { place -= 1 }
            if place > 0, least[place - 1] == hash { continue }
            least.insert(hash, at: place)
            if least.count > count { least.removeLast() }
        }
        return least
    }

    /// The runs' hashes in ascending order, none twice: sorted anew each time.
    var hashes: [UInt64] {
        var distinct: [UInt64] = []
        distinct.reserveCapacity(runs.count)
        for run in runs.sorted() where run != distinct.last { distinct.append(run) }
        return distinct
    }

    /// Whether there are enough words to tell the text by.
    var isTelling: Bool { !keys.isEmpty }

    /// How much of both texts is the same, from 0 to 1: shared runs over all runs.
    func resemblance(to other: Shingles) -> Double {
        let (first, second) = (hashes, other.hashes)
        let shared = Self.sharedCount(first, second)
        let all = first.count + second.count - shared
        return all == 0 ? 0 : Double(shared) / Double(all)
    }

    /// Whether one text is a copy of the other, cut or edited; both are given by their `hashes`.
    ///
    /// Most of the shorter one stands in the longer one, and is no small part of it.
    static func areNearCopies(_ first: [UInt64], _ second: [UInt64]) -> Bool {
        let (shorter, longer) = (min(first.count, second.count), max(first.count, second.count))
        guard shorter >= minimum else { return false }
        let shared = sharedCount(first, second)
        return Double(shared) >= leastContained * Double(shorter)
            && Double(shared) >= leastCovered * Double(longer)
    }

    /// How much of the shorter text has to stand in the longer one.
    private static let leastContained = 0.55
    /// How much of the longer text that has to be.
    private static let leastCovered = 0.25

    private static func sharedCount(_ hashes: [UInt64], _ others: [UInt64]) -> Int {
        var (first, second, shared) = (0, 0, 0)
        while first < hashes.count, second < others.count {
            let (one, two) = (hashes[first], others[second])
            if one == two { shared += 1 }
            if one <= two { first += 1 }
            if two <= one { second += 1 }
        }
        return shared
    }
}

/// The words of a text as hashes (FNV-1a of their folded letters).
private struct WordHashes {
    private(set) var hashes: [UInt64] = []
    private var hash = FNV1a()

    mutating func read(_ utf8: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < utf8.count, hashes.count < Shingles.maximumWords {
            let byte = utf8[index]
            if byte < 0x80 {
                switch Self.kinds[Int(byte)] {
                case 0: end()
                case 1: break  // An apostrophe: "don't" is one word, however it is typed.
                case let folded: hash.add(folded)
                }
                index += 1
            } else {
                index += read(scalarAt: index, utf8)
            }
        }
        end()
    }

    /// Reads a scalar beyond ASCII; how many bytes it has.
    private mutating func read(scalarAt index: Int, _ utf8: UnsafeBufferPointer<UInt8>) -> Int {
        let length = utf8[index] >= 0xF0 ? 4 : utf8[index] >= 0xE0 ? 3 : 2
        guard index + length <= utf8.count else { return 1 }
        var value = UInt32(utf8[index]) & (0x7F >> UInt32(length))
        for byte in utf8[(index + 1)..<(index + length)] {
            value = value << 6 | UInt32(byte & 0x3F)
        }
        guard let scalar = Unicode.Scalar(value) else { return 1 }
        if value == 0x2019 || value == 0x2018 || value == 0xAD { return length }
        guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
            end()
            return length
        }
        let isUnspaced = Self.isUnspaced(value)
        if isUnspaced { end() }
        for byte in scalar.properties.lowercaseMapping.utf8 {
            hash.add(byte)
        }
        if isUnspaced { end() }
        return length
    }

    private mutating func end() {
        guard hash.value != FNV1a.ofNothing else { return }
        hashes.append(hash.value)
        hash = FNV1a()
    }

    /// Scripts without spaces between words: Thai to Khmer, kana and Han.
    private static func isUnspaced(_ value: UInt32) -> Bool {
        switch value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF,
            0xF900...0xFAFF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }

    /// Letters and digits by their folded byte, 1 for an apostrophe, 0 for what stands between words.
    private static let kinds: [UInt8] = (0..<128).map { (byte: UInt8) in
        switch byte {
        case UInt8(ascii: "'"): 1
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
        default: 0
        }
    }
}
