import SQLite
import TextAnalysis

/// Reads the words of the archive.
struct Vocabulary {
    let connection: Connection

    static let word = "SELECT level FROM search_word WHERE word = :word"
    static let beginning = """
        SELECT word, level
        FROM search_word
        WHERE word >= :first AND word < :end
        """
    static let frequent = """
        SELECT word
        FROM search_word
        WHERE word >= :first AND word < :end
        ORDER BY level DESC, word
        LIMIT :limit
        """

    /// About the logarithm to base 2 of how many articles have had a word; `nil` for none.
    func level(of word: String) throws(SQLiteError) -> Int? {
        try connection.statement(Self.word).first(["word": .text(word)]) { $0.int(0) }
    }

    /// The most frequent words that begin so, the most frequent first.
    func words(beginningWith prefix: String, limit: Int) throws(SQLiteError) -> [String] {
        guard let span = Self.span(of: prefix) else { return [] }
        return try connection.statement(Self.frequent).map([
            "first": .text(span.first), "end": .text(span.end), "limit": .integer(Int64(limit)),
        ]) { $0.string(0) }
    }

    /// The words that are nearest to one that is not there: one slip away, else two; the most frequent
    /// first.
    func nearest(to word: String) throws(SQLiteError) -> [String] {
        let allowed = EditDistance.allowed(in: word)
        guard allowed > 0 else { return [] }
        let letters = Array(word.unicodeScalars)
        var found: [(word: String, distance: Int, level: Int)] = []
        for other in EditDistance.otherBeginnings(of: word) {
            if let level = try level(of: other) { found.append((other, 1, level)) }
        }
        if let first = letters.first, let span = Self.span(of: String(Character(first))) {
            let values: Bindings = ["first": .text(span.first), "end": .text(span.end)]
            try connection.statement(Self.beginning).forEach(values) { row in
                // Cheap first: most words are of another length.
                let length = row.withBytes(0) { $0.count { $0 & 0xC0 != 0x80 } }
                guard abs(length - letters.count) <= allowed else { return }
                let other = row.string(0)
                if let distance = EditDistance.between(
                    letters,
                    Array(other.unicodeScalars),
                    limit: allowed
                ), distance > 0 {
                    found.append((other, distance, row.int(1)))
                }
            }
        }
        let least = found.map(\.distance).min() ?? 0
        return found.filter { $0.distance == least }
            .sorted { ($1.level, $0.word) < ($0.level, $1.word) }.map(\.word)
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
