import Testing

@testable import SQLite

@Suite struct FTS5Tests {
    @Test func `FTS5's own tokenizer cuts text outside a table`() throws {
        let connection = try Connection(path: ":memory:")
        let tokenizer = try connection.fts5Tokenizer(
            "unicode61",
            arguments: ["remove_diacritics", "2"]
        )
        var tokens: [String] = []
        var ranges: [Range<Int>] = []
        var text = "Zoë’s café"
        text.withUTF8 { utf8 in
            tokenizer.tokenize(UnsafeRawBufferPointer(utf8), isQuery: false) { token in
                tokens.append(String(decoding: token.bytes, as: UTF8.self))
                ranges.append(token.range)
                return true
            }
        }
        #expect(tokens == ["zoe", "s", "cafe"])
        #expect(ranges == [0..<4, 7..<8, 9..<14])
        var first: [Int] = []
        text.withUTF8 { utf8 in
            tokenizer.tokenize(UnsafeRawBufferPointer(utf8), isQuery: true) { token in
                first.append(token.range.lowerBound)
                return false
            }
        }
        #expect(first == [0])
        #expect(throws: SQLiteError.self) { try connection.fts5Tokenizer("nonesuch") }
    }

    /// Every letter a token, and every capital one a small one as well, at the same position.
    private struct Letters: Tokenizer {
        func tokenize(
            _ text: UnsafeRawBufferPointer,
            isQuery: Bool,
            _ report: (Token) -> Bool
        ) {
            for index in text.indices {
                let range = index..<(index + 1)
                let letter = [text[index]]
                let goesOn = letter.withUnsafeBytes { report(Token(bytes: $0, range: range)) }
                guard goesOn else { return }
                guard !isQuery, (65...90).contains(text[index]) else { continue }
                let small = [text[index] + 32]
                let goesOnHere = small.withUnsafeBytes {
                    report(Token(bytes: $0, range: range, isColocated: true))
                }
                guard goesOnHere else { return }
            }
        }
    }

    @Test func `a tokenizer of our own indexes and searches`() throws {
        let connection = try Connection(path: ":memory:")
        try connection.registerFTS5Tokenizer("letters", Letters())
        try connection.execute(
            "CREATE VIRTUAL TABLE t USING fts5 (a, tokenize = 'letters'); INSERT INTO t VALUES ('xYz')"
        )
        let search = try connection.prepare("SELECT count(*) FROM t WHERE t MATCH :q")
        for (q, wanted) in [("\"xyz\"", 1), ("\"xYz\"", 1), ("\"Xyz\"", 0), ("\"zy\"", 0)] {
            #expect(try search.first(["q": .text(q)]) { $0.int(0) } == wanted)
        }
    }

    @Test func `a function of our own sees where the phrases stand`() throws {
        let connection = try Connection(path: ":memory:")
        var seen: [(row: Int64, columns: [[Int32]], rows: [Int64])] = []
        try connection.registerFTS5Function("look") { match throws(SQLiteError) in
            var columns: [[Int32]] = []
            var rows: [Int64] = []
            for phrase in 0..<match.phraseCount {
                columns.append([])
                try match.forEachPosition(ofPhrase: Int32(phrase)) { columns[phrase].append($0) }
                rows.append(try match.rowCount(withPhrase: phrase))
            }
            seen.append((match.rowID, columns, rows))
            #expect(match.tokenCount(ofPhrase: 1) == 2)
            #expect(try match.rowCount() == 2)
            return .text("seen")
        }
        try connection.execute(
            """
            CREATE VIRTUAL TABLE t USING fts5 (a, b);
            INSERT INTO t (rowid, a, b) VALUES (5, 'red', 'red sea red'), (6, 'blue', 'red red')
            """
        )
        let results = try connection.prepare(
            "SELECT look(t) FROM t WHERE t MATCH 'red OR \"red sea\"'"
        )
        .map { $0.string(0) }
        #expect(results == ["seen", "seen"])
        #expect(seen.map(\.row) == [5, 6])
        #expect(seen.map(\.columns) == [[[0, 1, 1], [1]], [[1, 1], []]])
        #expect(seen[0].rows == [2, 1])
    }

    @Test func `a function's error ends the search`() throws {
        let connection = try Connection(path: ":memory:")
        try connection.registerFTS5Function("fail") { match throws(SQLiteError) in
            throw SQLiteError(extendedCode: 7, database: nil)
        }
        try connection.execute("CREATE VIRTUAL TABLE t USING fts5 (a); INSERT INTO t VALUES ('x')")
        #expect {
            try connection.prepare("SELECT fail(t) FROM t WHERE t MATCH 'x'").run()
        } throws: { error in
            (error as? SQLiteError)?.code == 7
        }
    }
}
