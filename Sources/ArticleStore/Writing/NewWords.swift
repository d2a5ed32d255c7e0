/// The words of some articles that something has to be written of.
struct NewWords {
    /// A word.
    struct Word {
        var text: String
        var hash: UInt64
        /// The level that it has come to; `nil` for a word of which none is known.
        var level: UInt64?
        /// The places of the articles that have it, as they came, where no level is known.
        var places: [Int64]
    }

    private struct Entry {
        /// Where its bytes are.
        var start: Int
        var count: Int
        /// The first eight of them as one number, by which most words are put in order.
        var beginning: UInt64
        var hash: UInt64
        /// The level that it has come to; `nil` for a word of which none is known.
        var level: UInt64?
        /// The last of its places, by their number from 1; 0 where it has none.
        var last = 0
    }

    private var bytes: [UInt8] = []
    private var words: [Entry] = []
    /// The articles' places, each with the number of the one before it of the same word.
    private var places: [(place: Int64, previous: Int)] = []
    /// By the low bits of its hash, or one of the slots behind: the number of a word, from 1.
    private var slots = [UInt32](repeating: 0, count: 4_096)

    /// Takes in that an article has a word, and the level that the word has come to with it if one is known.
    mutating func add(
        _ word: UnsafeRawBufferPointer,
        _ hash: UInt64,
        at place: Int64,
        level: UInt64?
    ) {
        let index = index(of: word, hash)
        if let level {
            words[index].level = level
        } else {
            places.append((place, words[index].last))
            words[index].last = places.count
        }
    }

    /// Where a word is or is put: that two of a few thousand words share a hash of 2^64 is not to be feared.
    private mutating func index(of word: UnsafeRawBufferPointer, _ hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] > 0 {
            let index = Int(slots[slot]) - 1
            if words[index].hash == hash { return index }
            slot = (slot + 1) & (slots.count - 1)
        }
        var beginning: UInt64 = 0
        for index in 0..<8 {
            beginning = beginning << 8 | (index < word.count ? UInt64(word[index]) : 0)
        }
        words.append(
            Entry(start: bytes.count, count: word.count, beginning: beginning, hash: hash)
        )
        bytes.append(contentsOf: word)
        slots[slot] = UInt32(words.count)
        if words.count * 2 > slots.count { grow() }
        return words.count - 1
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 4)
        for (index, word) in words.enumerated() {
            var slot = Int(truncatingIfNeeded: word.hash) & (slots.count - 1)
            while slots[slot] > 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(index + 1)
        }
    }

    /// The words in the order of their bytes.
    consuming func ordered() -> Ordered {
        slots = []
        let bytes = bytes
        words.sort { word, other in
            if word.beginning != other.beginning { return word.beginning < other.beginning }
            return bytes[word.start..<word.start + word.count].lexicographicallyPrecedes(
                bytes[other.start..<other.start + other.count]
            )
        }
        return Ordered(words: self)
    }

    /// Words in the order of their bytes.
    struct Ordered: IteratorProtocol {
        fileprivate let words: NewWords
        private var position = 0

        fileprivate init(words: NewWords) { self.words = words }

        /// The next word.
        mutating func next() -> Word? {
            guard position < words.words.count else { return nil }
            let entry = words.words[position]
            position += 1
            var places: [Int64] = []
            var number = entry.last
            while number > 0 {
                places.append(words.places[number - 1].place)
                number = words.places[number - 1].previous
            }
            places.reverse()
            let bytes = words.bytes[entry.start..<entry.start + entry.count]
            return Word(
                text: String(decoding: bytes, as: UTF8.self),
                hash: entry.hash,
                level: entry.level,
                places: places
            )
        }
    }
}
