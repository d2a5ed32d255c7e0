import SQLite
import TextAnalysis

/// Reads the words of the archive.
struct Vocabulary: Lexicon {
    let connection: Connection
    let statistics: IndexStatistics
    let waiting = WaitingWords()

    static let word = "SELECT level FROM search_word WHERE word = :word"
    static let beginning = """
        SELECT word, level
        FROM search_word
        WHERE word >= :first AND word < :end
        """
    static let frequent = """
        SELECT word, level
        FROM search_word
        WHERE word >= :first AND word < :end
        ORDER BY level DESC, word
        LIMIT :limit
        """

    func has(_ group: SearchPlan.Group) throws(SQLiteError) -> Bool { try statistics.has(group) }

    func frequency(of group: SearchPlan.Group) throws(SQLiteError) -> Int64 {
        try statistics.frequency(of: group)
    }

    func level(of word: String) throws(SQLiteError) -> Int? {
        if let level = try settledLevel(of: word) { return level }
        return try waiting.counts(connection, statistics.generation)[word]
            .map(Self.level(ofCount:))
    }

    func words(beginningWith prefix: String, limit: Int) throws(SQLiteError) -> [String] {
        guard let span = Self.span(of: prefix) else { return [] }
        var found = try connection.statement(Self.frequent).map([
            "first": .text(span.first), "end": .text(span.end), "limit": .integer(Int64(limit)),
        ]) { (word: $0.string(0), level: $0.int(1)) }
        let least = found.count < limit ? 0 : found.last?.level ?? 0
        found += try waitingWords(beginningWith: prefix, from: least)
        return found.sorted { ($1.level, $0.word) < ($0.level, $1.word) }
            .prefix(limit).map(\.word)
    }

    func forEachWord(
        beginningWith prefix: String,
        _ visit: (_ word: UnsafeRawBufferPointer, _ level: Int) -> Void
    ) throws(SQLiteError) {
        guard let span = Self.span(of: prefix) else { return }
        let values: Bindings = ["first": .text(span.first), "end": .text(span.end)]
        try connection.statement(Self.beginning).forEach(values) { row in
            row.withBytes(0) { visit($0, row.int(1)) }
        }
        for (word, level) in try waitingWords(beginningWith: prefix) {
            Array(word.utf8).withUnsafeBytes { visit($0, level) }
        }
    }

    // MARK: Waiting

    /// The level of a word that waits no more.
    private func settledLevel(of word: String) throws(SQLiteError) -> Int? {
        try connection.statement(Self.word).first(["word": .text(word)]) { $0.int(0) }
    }

    private static func level(ofCount count: Int) -> Int {
        Int.bitWidth - 1 - count.leadingZeroBitCount
    }

    /// The words that wait and are not among the others yet, of a level or above.
    private func waitingWords(
        beginningWith prefix: String,
        from least: Int = 0
    ) throws(SQLiteError) -> [(word: String, level: Int)] {
        let beginning = Array(prefix.utf8)
        var found: [(word: String, level: Int)] = []
        for (word, count) in try waiting.counts(connection, statistics.generation)
        where word.utf8.starts(with: beginning) {
            let level = Self.level(ofCount: count)
            if level >= least, try settledLevel(of: word) == nil { found.append((word, level)) }
        }
        return found
    }

    /// The words from one that begins so to the first one behind them.
    private static func span(of prefix: String) -> (first: String, end: String)? {
        var scalars = Array(prefix.unicodeScalars)
        guard let last = scalars.popLast(),
            let next = Unicode.Scalar(last.value == 0xD7FF ? 0xE000 : last.value + 1)
        else { return nil }
        var end = ""
        for scalar in scalars + [next] { end.unicodeScalars.append(scalar) }
        return (prefix, end)
    }
}
