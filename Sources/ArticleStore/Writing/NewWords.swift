import Articles

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
        var number: Int
        /// The first eight bytes as one number, by which most words are put in order.
        var beginning: UInt64
        var level: UInt64?
        /// The last of its places, by their number from 1; 0 where it has none.
        var last = 0
    }

    private var words = NumberedWords(capacity: 2_048)
    /// By the words' numbers.
    private var entries: [Entry] = []
    /// The articles' places, each with the number of the one before it of the same word.
    private var places: [(place: Int64, previous: Int)] = []

    /// Takes in that an article has a word, and the level that the word has come to with it if one is known.
    mutating func add(
        _ word: UnsafeRawBufferPointer,
        _ hash: UInt64,
        at place: Int64,
        level: UInt64?
    ) {
        let number = words.number(of: word, hash)
        if number == entries.count {
            var beginning: UInt64 = 0
            for index in 0..<8 {
                beginning = beginning << 8 | (index < word.count ? UInt64(word[index]) : 0)
            }
            entries.append(Entry(number: number, beginning: beginning))
        }
        if let level {
            entries[number].level = level
        } else {
            places.append((place, entries[number].last))
            entries[number].last = places.count
        }
    }

    /// Calls `body` with each word in the order of their bytes.
    consuming func forEachInOrder<Failure: Error>(
        _ body: (Word) throws(Failure) -> Void
    ) throws(Failure) {
        let words = words
        entries.sort { entry, other in
            if entry.beginning != other.beginning { return entry.beginning < other.beginning }
            return words[entry.number].lexicographicallyPrecedes(words[other.number])
        }
        for entry in entries {
            var places: [Int64] = []
            var number = entry.last
            while number > 0 {
                places.append(self.places[number - 1].place)
                number = self.places[number - 1].previous
            }
            places.reverse()
            try body(
                Word(
                    text: String(decoding: words[entry.number], as: UTF8.self),
                    hash: words.hash(entry.number),
                    level: entry.level,
                    places: places
                )
            )
        }
    }
}
