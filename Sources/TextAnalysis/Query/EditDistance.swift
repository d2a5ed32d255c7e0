/// How far one word is from another.
public enum EditDistance {
    /// The most that is forgiven in a word: one letter, two from eight letters on, none below four.
    public static func allowed(in word: String) -> Int {
        let letters = word.unicodeScalars.count
        return letters < 4 ? 0 : letters < 8 ? 1 : 2
    }

    /// How many letters have to be put in, left out, replaced or swapped with their neighbour to make
    /// one word of the other (optimal string alignment); `nil` above `limit`.
    public static func between(
        _ first: [Unicode.Scalar],
        _ second: [Unicode.Scalar],
        limit: Int
    ) -> Int? {
        guard abs(first.count - second.count) <= limit else { return nil }
        var beforeLast: [Int] = []
        var last = Array(0...second.count)
        for (row, letter) in first.enumerated() {
            var current = [row + 1]
            var least = row + 1
            for (column, other) in second.enumerated() {
                var cost = min(
                    last[column] + (letter == other ? 0 : 1),
                    last[column + 1] + 1,
                    current[column] + 1
                )
                if row > 0, column > 0, letter == second[column - 1], first[row - 1] == other {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
                least = min(least, cost)
            }
            guard least <= limit else { return nil }
            (beforeLast, last) = (last, current)
        }
        return last[second.count] <= limit ? last[second.count] : nil
    }

    /// Words that differ from a word in its first letter alone, or in the order of its first two.
    ///
    /// That is what is not found among the words that begin alike. For a word of `a` to `z`, else none.
    public static func otherBeginnings(of word: String) -> [String] {
        let letters = Array(word.utf8)
        guard letters.count > 2, letters.allSatisfy({ (0x61...0x7A).contains($0) }) else {
            return []
        }
        let rest = letters.dropFirst()
        var words: [[UInt8]] = [Array(rest), [letters[1], letters[0]] + letters.dropFirst(2)]
        for letter in UInt8(0x61)...0x7A where letter != letters[0] {
            words.append([letter] + rest)
            words.append([letter] + letters)
        }
        return words.map { String(decoding: $0, as: UTF8.self) }
    }
}
