import SQLite

/// The words that wait to be put among the others, as one connection has read them.
///
/// They are read when the first is asked for, and not again until something is committed: a query may
/// look thousands of words up. `SearchVocabulary.maximumWaitingBytes` bounds what it holds.
final class WaitingWords {
    private var counts: [String: Int] = [:]
    private var generation: Int64?

    /// In how many of the articles whose words wait each word is; the generation is the number that
    /// changes with every commit, read in this transaction.
    func counts(
        _ connection: Connection,
        _ generation: Int64
    ) throws(SQLiteError) -> [String: Int] {
        if self.generation == generation { return counts }
        self.generation = nil
        counts = [:]
        try connection.statement(SearchVocabulary.waiting).forEach { row in
            row.withBytes(1) { words in
                for word in words.split(separator: UInt8(ascii: " ")) {
                    counts[String(decoding: word, as: UTF8.self), default: 0] += 1
                }
            }
        }
        self.generation = generation
        return counts
    }
}
