/// Names with a value, of one word or of several: `October`, `كانون الثاني`, `Dhu al-Hijjah`.
///
/// A row holds groups of names between bars; the names of a group are side by side, and `_` joins the
/// words of one. The value is the group's number.
///
///     ar: يناير كانون_الثاني | فبراير شباط
struct NameTable: Sendable {
    private var values: [UInt64: Int] = [:]
    /// The words, and runs of words, with which longer names begin.
    private var beginnings: Set<UInt64> = []

    /// Reads a table; the first of a name counts.
    init(_ table: String, first: Int) {
        for (_, groups) in PhraseTable.rows(of: table) {
            for (offset, group) in groups.enumerated() {
                for name in group.split(separator: " ") { add(name, value: first + offset) }
            }
        }
    }

    private mutating func add(_ name: Substring, value: Int) {
        let words = Manuscript(String(name.map { $0 == "_" ? " " : $0 }))
        let tokens = words.tokens(in: 0..<words.scalars.count).filter { $0.kind == .word }
        guard let first = tokens.first else { return }
        var hash = first.hash
        for token in tokens.dropFirst() {
            beginnings.insert(hash)
            hash = Self.joined(hash, token.hash)
        }
        if values[hash] == nil { values[hash] = value }
    }

    /// The value of a name of one word; `nil` where it is not in the table.
    subscript(token: Token) -> Int? { token.kind == .word ? values[token.hash] : nil }

    /// The value of the longest name that begins at a token, with the token after it.
    func value(at index: Int, in tokens: [Token]) -> (value: Int, end: Int)? {
        guard index < tokens.count, tokens[index].kind == .word else { return nil }
        var hash = tokens[index].hash
        var found = values[hash].map { (value: $0, end: index + 1) }
        var next = index + 1
        while beginnings.contains(hash) {
            // `Rabi' al-Awwal`, `ม.ค.`
            while next < tokens.count, tokens[next].isMark(in: "-‐'’`."), !tokens[next].followsSpace
            {
                next += 1
            }
            guard next < tokens.count, tokens[next].kind == .word else { break }
            hash = Self.joined(hash, tokens[next].hash)
            next += 1
            if let value = values[hash] { found = (value, next) }
        }
        return found
    }

    private static func joined(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        (hash ^ word &* 0x9E37_79B9_7F4A_7C15) &* 0x100_0000_01B3
    }
}
