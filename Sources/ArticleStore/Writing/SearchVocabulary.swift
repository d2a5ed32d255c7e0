import SQLite

/// Keeps the words of the archive, with about how many articles each is in.
///
/// A word's level grows by one at about every doubling (Morris, "Counting large numbers of events in
/// small registers", 1978), so that a word that was seen often costs no writing. What is known of the
/// words seen last is kept in a fixed amount of memory; it has to be forgotten when a transaction is
/// undone. It belongs to the writer.
final class SearchVocabulary {
    /// Of each word 24 bits of its hash above its level, in one of two slots that its other bits name;
    /// empty until a word is added, since a server that is only read from needs none of its memory.
    private var known: [UInt32] = []
    private static let slotCount = 1 << 18

    /// What waits, as this has left it; where others wrote too, the bytes are counted anew.
    private var waiting = (rows: 0, bytes: 0)

    /// Drops what is known.
    func forget() {
        known = []
        waiting = (0, 0)
    }

    /// Fewer articles' words than this wait.
    static let maximumWaiting = 128
    /// Fewer bytes of words than this wait: each reader takes them in after a commit.
    static let maximumWaitingBytes = 512 << 10

    static let waitingCount = "SELECT count(*) FROM search_word_waiting"
    static let waitingBytes = "SELECT total(length(CAST(words AS BLOB))) FROM search_word_waiting"
    static let waiting = "SELECT place, words FROM search_word_waiting"
    static let wait = "INSERT INTO search_word_waiting (place, words) VALUES (:place, :words)"
    static let endWaiting = "DELETE FROM search_word_waiting"
    static let look = "SELECT level FROM search_word WHERE word = :word"
    static let setLevel = """
        INSERT INTO search_word (word, level)
        VALUES (:word, :level)
        ON CONFLICT (word) DO UPDATE SET level = :level
        """

    /// Takes the words of articles in.
    ///
    /// They wait until they are many: each lies on another page, and what is written with an article should
    /// be few pages.
    func add(_ entries: [SearchIndexWriter.Entry], to connection: Connection) throws(SQLiteError) {
        if entries.isEmpty { return }
        let count = try connection.statement(Self.waitingCount).first { $0.int(0) } ?? 0
        if count != waiting.rows {
            let bytes = try connection.statement(Self.waitingBytes).first { $0.int(0) } ?? 0
            waiting = (count, bytes)
        }
        waiting.rows += entries.count
        for entry in entries {
            waiting.bytes += entry.terms.words.reduce(1) { $0 + $1.utf8.count + 1 }
        }
        guard waiting.rows >= Self.maximumWaiting || waiting.bytes >= Self.maximumWaitingBytes
        else {
            for entry in entries {
                try connection.statement(Self.wait).run([
                    "place": .integer(entry.key.place),
                    "words": .text(" " + entry.terms.words.joined(separator: " ") + " "),
                ])
            }
            return
        }
        var words = PlacedWords()
        for entry in entries {
            for var word in entry.terms.words {
                word.withUTF8 { words.add(UnsafeRawBufferPointer($0), at: entry.key.place) }
            }
        }
        if count > 0 {
            try connection.statement(Self.waiting).forEach { row in
                row.withBytes(1) { text in
                    for word in text.split(separator: UInt8(ascii: " ")) {
                        words.add(UnsafeRawBufferPointer(rebasing: word), at: row.int64(0))
                    }
                }
            }
            try connection.statement(Self.endWaiting).run()
        }
        waiting = (0, 0)
        try settle(words, in: connection)
    }

    /// Puts words among the others, in their order: neighbours lie on one page.
    private func settle(_ words: PlacedWords, in connection: Connection) throws(SQLiteError) {
        if known.isEmpty { known = Array(repeating: 0, count: Self.slotCount) }
        let look = try connection.statement(Self.look)
        let setLevel = try connection.statement(Self.setLevel)
        try words.forEachInOrder { word, hash, places throws(SQLiteError) in
            let mark = UInt32(truncatingIfNeeded: hash) | 0xFF
            let slot = slot(of: mark, Int(hash >> 32) & (Self.slotCount - 1))
            let earlier: UInt64? =
                if known[slot] | 0xFF == mark, known[slot] != 0 {
                    UInt64(known[slot] & 0xFF)
                } else {
                    try look.first(["word": .text(word)]) { UInt64(clamping: $0.int64(0)) }
                }
            var level = earlier ?? 0
            for place in earlier == nil ? places.dropFirst() : places[...] where level < 40 {
                let chance = FNV1a.spread(hash ^ UInt64(bitPattern: place))
                if chance & ((1 << level) - 1) == 0 { level += 1 }
            }
            known[slot] = mark & ~0xFF | UInt32(level)
            guard level != earlier else { return }
            try setLevel.run(["word": .text(word), "level": .integer(Int64(level))])
        }
    }

    /// The slot that has a word, else the one of its two that may be taken from another.
    ///
    /// A word that is seen often is the likelier to be seen again, so the lower level makes way.
    private func slot(of mark: UInt32, _ first: Int) -> Int {
        let second = first ^ 1
        if known[first] | 0xFF == mark, known[first] != 0 { return first }
        if known[second] | 0xFF == mark, known[second] != 0 { return second }
        if known[first] == 0 { return first }
        if known[second] == 0 { return second }
        return known[first] & 0xFF <= known[second] & 0xFF ? first : second
    }
}

/// Words of several articles with the places of the articles that have them.
private struct PlacedWords {
    private struct Word {
        var start: Int
        var end: Int
        var hash: UInt64
        var places: [Int64]
    }

    private var bytes: [UInt8] = []
    private var words: [Word] = []
    /// By their hashes: that two of a few thousand words share one of 2^64 is not to be feared.
    private var numbers: [UInt64: Int] = [:]

    /// Takes in a word, in UTF-8.
    mutating func add(_ word: UnsafeRawBufferPointer, at place: Int64) {
        let hash = FNV1a.spread(FNV1a(word).value)
        if let number = numbers[hash] {
            words[number].places.append(place)
            return
        }
        numbers[hash] = words.count
        let start = bytes.count
        bytes.append(contentsOf: word)
        words.append(Word(start: start, end: bytes.count, hash: hash, places: [place]))
    }

    /// Calls `body` with each word, its hash and its places, in the order of their bytes.
    func forEachInOrder(
        _ body: (String, UInt64, [Int64]) throws(SQLiteError) -> Void
    ) throws(SQLiteError) {
        let sorted = bytes.withUnsafeBytes { bytes in
            words.sorted { word, other in
                bytes[word.start..<word.end].lexicographicallyPrecedes(
                    bytes[other.start..<other.end]
                )
            }
        }
        for word in sorted {
            let text = String(decoding: bytes[word.start..<word.end], as: UTF8.self)
            try body(text, word.hash, word.places)
        }
    }
}
