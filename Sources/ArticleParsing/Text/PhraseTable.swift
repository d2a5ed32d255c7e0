/// Words and phrases by their folded hash, read from a table that a person can edit.
///
/// A table has one line for a language: its tag, a colon, and phrases between bars. Case and marks
/// do not count, a number stands for any number. A phrase that ends in `…` matches whatever
/// begins with it.
///
///     en: Leave Comment | Follow us on … | 5 min read
struct PhraseTable: Sendable {
    private var whole = HashedWords()
    private var beginnings = HashedWords()

    /// Reads a table.
    init(_ table: String) {
        for (_, phrases) in Self.rows(of: table) {
            for phrase in phrases {
                let text = Manuscript(phrase)
                let key = PhraseKey(text, 0..<text.scalars.count)
                guard key.words > 0 else { continue }
                whole.insert(key.whole)
                if phrase.hasSuffix("…") { beginnings.insert(key.whole) }
            }
        }
    }

    /// Whether it has a phrase as a whole.
    func contains(_ key: PhraseKey) -> Bool { key.words > 0 && whole.contains(key.whole) }

    /// Whether it has a word's or a phrase's hash as a whole.
    func contains(_ hash: UInt64) -> Bool { whole.contains(hash) }

    /// How many words at the beginning of a phrase are in the table; 0 where none are.
    func matchedWords(_ key: PhraseKey) -> Int {
        if contains(key) { return key.words }
        return (key.beginnings.lastIndex { beginnings.contains($0) } ?? -1) + 1
    }

    /// Whether the words of a range are a phrase of the table, or begin with one that may go on.
    func matches(_ text: Manuscript, _ range: Range<Int>) -> Bool {
        matchedWords(PhraseKey(text, range)) > 0
    }

    /// The languages of a table with their phrases.
    static func rows(of table: String) -> [(language: String, phrases: [String])] {
        // Bytes, as there are some ten thousand phrases, and the first text waits for them.
        table.utf8.split(separator: UInt8(ascii: "\n")).compactMap { row in
            guard let colon = row.firstIndex(of: UInt8(ascii: ":")) else { return nil }
            let phrases = row[row.index(after: colon)...].split(separator: UInt8(ascii: "|"))
            return (
                String(Substring(row[..<colon])),
                phrases.compactMap { phrase in
                    guard let first = phrase.firstIndex(where: { $0 != ASCII.space }),
                        let last = phrase.lastIndex(where: { $0 != ASCII.space })
                    else { return nil }
                    return String(Substring(phrase[first...last]))
                }
            )
        }
    }
}

/// A phrase as hashes: case folded, marks left out, every number alike.
struct PhraseKey: Sendable {
    /// The hash of all its words.
    private(set) var whole: UInt64
    /// The hashes of its first words, of its first two, and so on, at most `longest`.
    private(set) var beginnings: [UInt64] = []
    /// How many words it has.
    private(set) var words = 0
    private var hash = FoldedHash()
    /// How many words a phrase that may go on has at most; a letter of Han or kana is one.
    static let longest = 12

    /// Reads the words of a range.
    init(_ text: Manuscript, _ range: Range<Int>) {
        whole = 0
        beginnings.reserveCapacity(Self.longest)
        var isInWord = false
        var isInNumber = false
        for index in range {
            let scalar = text.scalars[index]
            switch ScalarClass(scalar) {
            case .upper, .lower, .letter:
                if isInNumber { endWord(&isInWord, &isInNumber) }
                hash.combine(scalar)
                isInWord = true
            case .mark:
                if isInWord { hash.combine(scalar) }
            case .spaceless where scalar.value < 0x3000:
                if isInNumber { endWord(&isInWord, &isInNumber) }
                hash.combine(scalar)
                isInWord = true
            case .spaceless:
                endWord(&isInWord, &isInNumber)
                hash.combine(scalar)
                isInWord = true
                endWord(&isInWord, &isInNumber)
            case .digit:
                if isInWord { endWord(&isInWord, &isInNumber) }
                if !isInNumber { hash.combine("0") }
                isInNumber = true
            case .control: break
            case .quote where isInWord && (scalar == "'" || scalar == "’"): break
            default: endWord(&isInWord, &isInNumber)
            }
        }
        endWord(&isInWord, &isInNumber)
        whole = hash.value
    }

    private mutating func endWord(_ isInWord: inout Bool, _ isInNumber: inout Bool) {
        guard isInWord || isInNumber else { return }
        isInWord = false
        isInNumber = false
        hash.endWord()
        words += 1
        if words <= Self.longest { beginnings.append(hash.value) }
    }
}

/// Words with a value: months, weekdays, zones.
struct WordTable<Value: Sendable>: Sendable {
    fileprivate let words: HashedWords
    /// By the words' places.
    private let values: [Value?]

    /// Makes a table of words with their values; the first of a word counts.
    init(_ entries: [(word: String, value: Value)]) {
        let entries = entries.compactMap { entry -> (hash: UInt64, value: Value)? in
            let text = Manuscript(entry.word)
            let tokens = text.tokens(in: 0..<text.scalars.count)
            guard let token = tokens.first, tokens.count == 1 else { return nil }
            return (token.hash, entry.value)
        }
        var words = HashedWords()
        for entry in entries { words.insert(entry.hash) }
        var values = [Value?](repeating: nil, count: words.capacity)
        for entry in entries {
            if let place = words.place(of: entry.hash), values[place] == nil {
                values[place] = entry.value
            }
        }
        self.words = words
        self.values = values
    }

    /// The value of a token; `nil` where it is not in the table.
    subscript(token: Token) -> Value? {
        guard token.kind == .word, let place = words.place(of: token.hash) else { return nil }
        return values[place]
    }
}

extension WordTable where Value == Bool {
    /// Makes a set of words from a table of languages.
    init(table: String) {
        self.init(PhraseTable.rows(of: table).flatMap(\.phrases).map { ($0, true) })
    }

    /// Whether a token is in the set.
    func contains(_ token: Token) -> Bool { token.kind == .word && words.contains(token.hash) }
}
