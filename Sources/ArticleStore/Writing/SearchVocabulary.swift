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

    /// So many articles' words wait at the most.
    static let maximumWaiting = 128

    static let waitingCount = "SELECT count(*) FROM search_word_waiting"
    static let waiting = "SELECT place, words FROM search_word_waiting"
    static let wait = "INSERT INTO search_word_waiting (place, words) VALUES (:place, :words)"
    static let endWaiting = "DELETE FROM search_word_waiting"
    static let look = "SELECT level FROM search_word WHERE word = :word"
    static let setLevel = """
        INSERT INTO search_word (word, level)
        VALUES (:word, :level)
        ON CONFLICT (word) DO UPDATE SET level = :level
        """

    /// Takes the words of articles in. They wait until there are many: a word lies on another page than
    /// the next, and what is written with an article should be few pages.
    func add(_ entries: [SearchIndexWriter.Entry], to connection: Connection) throws(SQLiteError) {
        if entries.isEmpty { return }
        let count = try connection.statement(Self.waitingCount).first { $0.int(0) } ?? 0
        guard count + entries.count >= Self.maximumWaiting else {
            for entry in entries {
                try connection.statement(Self.wait).run([
                    "place": .integer(entry.key.place),
                    "words": .text(" " + entry.terms.words.joined(separator: " ") + " "),
                ])
            }
            return
        }
        var places: [String: [Int64]] = [:]
        for entry in entries {
            for word in entry.terms.words { places[word, default: []].append(entry.key.place) }
        }
        if count > 0 {
            try connection.statement(Self.waiting).forEach { row in
                for word in row.string(1).split(separator: " ") {
                    places[String(word), default: []].append(row.int64(0))
                }
            }
            try connection.statement(Self.endWaiting).run()
        }
        if known.isEmpty { known = Array(repeating: 0, count: Self.slotCount) }
        // In their order: neighbours lie on one page.
        for (word, places) in places.sorted(by: { $0.key < $1.key }) {
            try add(word, of: places, to: connection)
        }
    }

    private func add(
        _ word: String,
        of places: [Int64],
        to connection: Connection
    ) throws(SQLiteError) {
        let hash = Self.hash(word)
        let mark = UInt32(truncatingIfNeeded: hash) | 0xFF
        let slot = slot(of: mark, Int(hash >> 32) & (Self.slotCount - 1))
        let earlier: UInt64? =
            if known[slot] | 0xFF == mark, known[slot] != 0 {
                UInt64(known[slot] & 0xFF)
            } else {
                try connection.statement(Self.look)
                    .first(["word": .text(word)]) { UInt64(clamping: $0.int64(0)) }
            }
        var level = earlier ?? 0
        for place in earlier == nil ? places.dropFirst() : places[...] where level < 40 {
            let chance = Self.mixed(hash ^ UInt64(bitPattern: place))
            if chance & ((1 << level) - 1) == 0 { level += 1 }
        }
        if level != earlier {
            try connection.statement(Self.setLevel)
                .run(["word": .text(word), "level": .integer(Int64(level))])
        }
        known[slot] = mark & ~0xFF | UInt32(level)
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
