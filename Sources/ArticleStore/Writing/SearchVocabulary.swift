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
    /// The words that are being put among the others, a few with each commit, and the last of the rows that they
    /// come from.
    private var settling: (words: NewWords.Ordered, last: Int64)?

    /// Drops what is known.
    func forget() {
        known = []
        waiting = (0, 0)
        settling = nil
    }

    /// Fewer articles' words than this wait, but for those of the commits that it takes to put so many words
    /// among the others.
    static let maximumWaiting = 512
    /// Fewer bytes of words than this wait: each reader takes them in after a commit.
    static let maximumWaitingBytes = 512 << 10
    /// How many words one commit puts among the others: whoever waits for it waits for them.
    static let settledAtOnce = 1_000

    // Numbered without a gap, as they come and go in order: counting them would read them all.
    static let waitingCount = """
        SELECT coalesce((SELECT max(id) FROM search_word_waiting)
            - (SELECT min(id) FROM search_word_waiting) + 1, 0)
        """
    static let waitingBytes = "SELECT total(length(CAST(words AS BLOB))) FROM search_word_waiting"
    static let waiting = "SELECT place, words, id FROM search_word_waiting"
    static let wait = "INSERT INTO search_word_waiting (place, words) VALUES (:place, :words)"
    static let endWaiting = "DELETE FROM search_word_waiting WHERE id <= :last"
    static let look = "SELECT level FROM search_word WHERE word = :word"
    static let addWord = """
        INSERT INTO search_word (word, level)
        VALUES (:word, :level)
        ON CONFLICT (word) DO NOTHING
        """
    static let setLevel = """
        INSERT INTO search_word (word, level)
        VALUES (:word, :level)
        ON CONFLICT (word) DO UPDATE SET level = :level
        """

    /// Takes the words of articles in.
    ///
    /// Those that change what is known wait until they are many: each lies on another page, and what is written
    /// with an article should be few pages. Then each commit puts some of them among the others, in their order.
    func add(_ entries: [SearchIndexWriter.Entry], to connection: Connection) throws(SQLiteError) {
        if entries.isEmpty { return }
        if known.isEmpty { known = Array(repeating: 0, count: Self.slotCount) }
        let count = try connection.statement(Self.waitingCount).first { $0.int(0) } ?? 0
        if count != waiting.rows {
            let bytes = try connection.statement(Self.waitingBytes).first { $0.int(0) } ?? 0
            waiting = (count, bytes)
            settling = nil
        }
        if entries.count >= Self.maximumWaiting {
            var words = NewWords()
            for entry in entries {
                entry.terms.words.bytes.withUnsafeBytes { bytes in
                    forEachTelling(bytes, at: entry.key.place) { word, hash, level in
                        words.add(word, hash, at: entry.key.place, level: level)
                    }
                }
            }
            try settle(words, nil, connection)
            return
        }
        for entry in entries {
            var bytes: [UInt8] = []
            entry.terms.words.bytes.withUnsafeBytes {
                forEachTelling($0, at: entry.key.place) { word, _, _ in
                    bytes.append(Self.separator)
                    bytes.append(contentsOf: word)
                }
            }
            bytes.append(Self.separator)
            waiting.rows += 1
            waiting.bytes += bytes.count
            try connection.statement(Self.wait).run([
                "place": .integer(entry.key.place),
                "words": .text(String(decoding: bytes, as: UTF8.self)),
            ])
        }
        if waiting.bytes >= Self.maximumWaitingBytes {
            settling = nil
            let (words, last) = try waitingWords(connection)
            try settle(words, last, connection)
        } else if settling != nil || waiting.rows >= Self.maximumWaiting {
            try settleSome(connection)
        }
    }

    private static let separator = UInt8(ascii: " ")

    /// What waits, with the number of its last row.
    private func waitingWords(_ connection: Connection) throws(SQLiteError) -> (NewWords, Int64) {
        var words = NewWords()
        var last: Int64 = 0
        try connection.statement(Self.waiting).forEach { row in
            let place = row.int64(0)
            row.withBytes(1) { text in
                Self.forEachWord(text) { word in
                    let hash = Self.hash(word)
                    let level = knownSlot(of: hash).map { UInt64(known[$0] & 0xFF) }
                    words.add(word, hash, at: place, level: level)
                }
            }
            last = row.int64(2)
        }
        return (words, last)
    }

    /// Puts all words among the others, and ends the waiting of rows.
    private func settle(
        _ words: NewWords,
        _ last: Int64?,
        _ connection: Connection
    ) throws(SQLiteError) {
        var ordered = words.ordered()
        while let word = ordered.next() { try write(word, to: connection) }
        if let last { try endWaiting(last, connection) }
    }

    /// Puts the next words among the others.
    private func settleSome(_ connection: Connection) throws(SQLiteError) {
        var (words, last) = if let settling { settling } else { try orderedWords(connection) }
        for _ in 0..<Self.settledAtOnce {
            guard let word = words.next() else {
                settling = nil
                return try endWaiting(last, connection)
            }
            try write(word, to: connection)
        }
        settling = (words, last)
    }

    private func orderedWords(
        _ connection: Connection
    ) throws(SQLiteError) -> (NewWords.Ordered, Int64) {
        let (words, last) = try waitingWords(connection)
        return (words.ordered(), last)
    }

    private func endWaiting(_ last: Int64, _ connection: Connection) throws(SQLiteError) {
        try connection.statement(Self.endWaiting).run(["last": .integer(last)])
        let rows = try connection.statement(Self.waitingCount).first { $0.int(0) } ?? 0
        let bytes = try connection.statement(Self.waitingBytes).first { $0.int(0) } ?? 0
        waiting = (rows, bytes)
    }

    /// Calls `body` with each of an article's words that changes what is known: one of which no level is known, or
    /// one that comes to a new level with this article.
    ///
    /// The same word comes to the same level from the same one when it is asked again, as the die is thrown by the
    /// article's place: so it may wait.
    private func forEachTelling(
        _ text: UnsafeRawBufferPointer,
        at place: Int64,
        _ body: (_ word: UnsafeRawBufferPointer, _ hash: UInt64, _ level: UInt64?) -> Void
    ) {
        Self.forEachWord(text) { word in
            let hash = Self.hash(word)
            guard let slot = knownSlot(of: hash) else { return body(word, hash, nil) }
            let level = UInt64(known[slot] & 0xFF)
            guard Self.rises(level, hash, at: place) else { return }
            known[slot] += 1
            body(word, hash, level + 1)
        }
    }

    private static func forEachWord(
        _ text: UnsafeRawBufferPointer,
        _ body: (UnsafeRawBufferPointer) -> Void
    ) {
        var start = 0
        for end in text.indices where text[end] == separator {
            if end > start { body(UnsafeRawBufferPointer(rebasing: text[start..<end])) }
            start = end + 1
        }
    }

    private static func hash(_ word: UnsafeRawBufferPointer) -> UInt64 {
        var hash = FNV1a()
        for byte in word { hash.add(byte) }
        return FNV1a.spread(hash.value)
    }

    /// Whether one more article brings a word's level up, as a die says whose sides double with each level.
    private static func rises(_ level: UInt64, _ hash: UInt64, at place: Int64) -> Bool {
        level < 40 && FNV1a.spread(hash ^ UInt64(bitPattern: place)) & ((1 << level) - 1) == 0
    }

    /// Puts a word among the others.
    private func write(_ word: NewWords.Word, to connection: Connection) throws(SQLiteError) {
        if let level = word.level {
            try connection.statement(Self.setLevel)
                .run(["word": .text(word.text), "level": .integer(Int64(level))])
            return
        }
        func level(from first: UInt64, _ places: some Sequence<Int64>) -> UInt64 {
            places.reduce(first) { Self.rises($0, word.hash, at: $1) ? $0 + 1 : $0 }
        }
        // Most are new.
        let new = level(from: 0, word.places.dropFirst())
        try connection.statement(Self.addWord)
            .run(["word": .text(word.text), "level": .integer(Int64(new))])
        if connection.changes > 0 { return remember(word.hash, new) }
        let earlier = try connection.statement(Self.look).first(["word": .text(word.text)]) {
            UInt64(clamping: $0.int64(0))
        }
        let next = level(from: earlier ?? 0, word.places)
        remember(word.hash, next)
        guard next != earlier else { return }
        try connection.statement(Self.setLevel)
            .run(["word": .text(word.text), "level": .integer(Int64(next))])
    }

    private static func mark(_ hash: UInt64) -> UInt32 {
        UInt32(truncatingIfNeeded: hash) | 0xFF
    }

    private static func firstSlot(_ hash: UInt64) -> Int {
        Int(hash >> 32) & (slotCount - 1)
    }

    /// The slot that has a word.
    private func knownSlot(of hash: UInt64) -> Int? {
        let (mark, first) = (Self.mark(hash), Self.firstSlot(hash))
        if known[first] | 0xFF == mark, known[first] != 0 { return first }
        if known[first ^ 1] | 0xFF == mark, known[first ^ 1] != 0 { return first ^ 1 }
        return nil
    }

    /// Keeps a word's level, in one of its two slots.
    ///
    /// A word that is seen often is the likelier to be seen again, so the lower level makes way.
    private func remember(_ hash: UInt64, _ level: UInt64) {
        let first = Self.firstSlot(hash)
        let second = first ^ 1
        let slot: Int =
            if known[first] == 0 {
                first
            } else if known[second] == 0 {
                second
            } else {
                known[first] & 0xFF <= known[second] & 0xFF ? first : second
            }
        known[slot] = Self.mark(hash) & ~0xFF | UInt32(level)
    }
}
