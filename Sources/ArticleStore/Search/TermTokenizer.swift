import SQLite
import TextAnalysis

/// Cuts text that is terms already (`TermText`): the index of words analyses nothing.
struct TermTokenizer: Tokenizer {
    /// Its name in the schema.
    static let name = "dateline_terms"

    func tokenize(
        _ text: UnsafeRawBufferPointer,
        isQuery: Bool,
        _ report: (Token) -> Bool
    ) {
        var position = 0
        while position < text.count {
            var end = position
            while end < text.count, text[end] != TermText.separator { end += 1 }
            let isColocated = text[position] == TermText.colocation
            let start = isColocated ? position + 1 : position
            if end > start {
                let token = Token(
                    bytes: UnsafeRawBufferPointer(rebasing: text[start..<end]),
                    range: start..<end,
                    isColocated: isColocated
                )
                guard report(token) else { return }
            }
            position = end + 1
        }
    }
}

extension Connection {
    /// Makes the index of words usable on this connection.
    func registerSearchTerms() throws(SQLiteError) {
        try registerFTS5Tokenizer(TermTokenizer.name, TermTokenizer())
    }
}
