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

    /// Drops what is known.
    func forget() { known = [] }

    static let look = "SELECT level FROM search_word WHERE word = :word"
    static let raise = """
        INSERT INTO search_word (word, level)
        VALUES (:word, 0)
        ON CONFLICT (word) DO UPDATE SET level = level + 1
        """

    /// Takes an article's words in.
    func add(
        _ words: Set<String>,
        ofArticleAt place: Int64,
        to connection: Connection
    ) throws(SQLiteError) {
        if known.isEmpty { known = Array(repeating: 0, count: Self.slotCount) }
        for word in words {
            let hash = Self.hash(word)
            let mark = UInt32(truncatingIfNeeded: hash) | 0xFF
            let slot = slot(of: mark, Int(hash >> 32) & (Self.slotCount - 1))
            var level: UInt64
            if known[slot] | 0xFF == mark, known[slot] != 0 {
                level = UInt64(known[slot] & 0xFF)
            } else if let stored = try connection.statement(Self.look)
                .first(["word": .text(word)], { row in row.int64(0) })
            {
                level = UInt64(clamping: stored)
            } else {
                try connection.statement(Self.raise).run(["word": .text(word)])
                known[slot] = mark & ~0xFF
                continue
            }
            let chance = Self.mixed(hash ^ UInt64(bitPattern: place))
            if level < 40, chance & ((1 << level) - 1) == 0 {
                try connection.statement(Self.raise).run(["word": .text(word)])
                level += 1
            }
            known[slot] = mark & ~0xFF | UInt32(level)
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

    /// FNV-1a, mixed.
    private static func hash(_ word: String) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return mixed(hash)
    }

    private static func mixed(_ number: UInt64) -> UInt64 {
        var mixed = number
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
