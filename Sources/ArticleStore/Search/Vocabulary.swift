import SQLite
import TextAnalysis

/// Reads the words of the archive.
struct Vocabulary: Lexicon {
    let connection: Connection
    let statistics: IndexStatistics

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

    func has(_ group: SearchPlan.Group) throws(SQLiteError) -> Bool { try statistics.has(group) }

    func frequency(of group: SearchPlan.Group) throws(SQLiteError) -> Int64 {
        try statistics.frequency(of: group)
    }

    func level(of word: String) throws(SQLiteError) -> Int? {
        try connection.statement(Self.word).first(["word": .text(word)]) { $0.int(0) }
    }

    func words(beginningWith prefix: String, limit: Int) throws(SQLiteError) -> [String] {
        guard let span = Self.span(of: prefix) else { return [] }
        return try connection.statement(Self.frequent).map([
            "first": .text(span.first), "end": .text(span.end), "limit": .integer(Int64(limit)),
        ]) { $0.string(0) }
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
