import Articles
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

    /// What waits, as this has left it; `nil` where it has to be counted.
    private var waiting: (rows: Int, bytes: Int)?
    /// Changes where another connection has written.
    private var version: Int64?

    /// Drops what is known.
    func forget() {
        known = []
        waiting = nil
    }

    /// Fewer articles' words than this wait.
    static let maximumWaiting = 256
    /// Fewer bytes of words than this wait: each reader takes them in after a commit.
    static let maximumWaitingBytes = 512 << 10

    static let fileVersion = "PRAGMA data_version"
    static let waitingSize = """
        SELECT count(*), total(length(CAST(words AS BLOB)))
        FROM search_word_waiting
        """
    static let waiting = "SELECT place, words FROM search_word_waiting"
    static let wait = "INSERT INTO search_word_waiting (place, words) VALUES (:place, :words)"
    static let endWaiting = "DELETE FROM search_word_waiting"
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
    /// with an article should be few pages. Then all are put among the others, and none waits.
    func add(_ entries: [SearchIndexWriter.Entry], to connection: Connection) throws(SQLiteError) {
        if entries.isEmpty { return }
        let version = try connection.statement(Self.fileVersion).first { $0.int64(0) }
        if version != self.version {
            forget()
            self.version = version
        }
        if known.isEmpty { known = Array(repeating: 0, count: Self.slotCount) }
        let waited = if let waiting { waiting } else { try waitingSize(connection) }
        let rows = entries.map { (place: $0.key.place, words: telling($0)) }
            .filter { !$0.words.isEmpty }
        let rowCount = waited.rows + rows.count
        let byteCount = rows.reduce(waited.bytes) { $0 + $1.words.count }
        guard rowCount >= Self.maximumWaiting || byteCount >= Self.maximumWaitingBytes else {
            for row in rows {
                try connection.statement(Self.wait).run([
                    "place": .integer(row.place),
                    "words": .text(String(decoding: row.words, as: UTF8.self)),
                ])
            }
            waiting = (rowCount, byteCount)
            return
        }
        var words = NewWords()
        try connection.statement(Self.waiting).forEach { row in
            row.withBytes(1) { take($0, at: row.int64(0), in: &words) }
        }
        for row in rows { row.words.withUnsafeBytes { take($0, at: row.place, in: &words) } }
        try words.forEachInOrder { word throws(SQLiteError) in try write(word, to: connection) }
        try connection.statement(Self.endWaiting).run()
        waiting = (0, 0)
    }

    private func waitingSize(
        _ connection: Connection
    ) throws(SQLiteError) -> (rows: Int, bytes: Int) {
        try connection.statement(Self.waitingSize).first { ($0.int(0), $0.int(1)) } ?? (0, 0)
    }

    private static let separator = UInt8(ascii: " ")

    /// The words of an article that change what is known, as they wait: those of which no level is known, and those
    /// that come to a new level with it, which is known from here on.
    private func telling(_ entry: SearchIndexWriter.Entry) -> [UInt8] {
        var telling: [UInt8] = []
        entry.terms.words.bytes.withUnsafeBytes { text in
            Self.forEachWord(text) { word in
                let hash = NumberedWords.hash(word)
                if let slot = knownSlot(of: hash) {
                    let level = UInt64(known[slot] & 0xFF)
                    guard Self.rises(level, hash, at: entry.key.place) else { return }
                    known[slot] += 1
                }
                telling.append(Self.separator)
                telling.append(contentsOf: word)
            }
        }
        if !telling.isEmpty { telling.append(Self.separator) }
        return telling
    }

    /// Takes words in that waited.
    ///
    /// One that is known has come to its level with them: no word becomes known while a row with it waits, as
    /// that happens only where all rows are taken in.
    private func take(_ text: UnsafeRawBufferPointer, at place: Int64, in words: inout NewWords) {
        Self.forEachWord(text) { word in
            let hash = NumberedWords.hash(word)
            let level = knownSlot(of: hash).map { UInt64(known[$0] & 0xFF) }
            words.add(word, hash, at: place, level: level)
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
