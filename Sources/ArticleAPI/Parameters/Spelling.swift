/// Finds the word that was probably meant.
enum Spelling {
    /// The candidate that is nearest to a word: one slip away, two in words of six letters and more.
    ///
    /// `nil` where none is that near. Words of one or two letters are never guessed.
    static func nearest(to word: String, among candidates: [String]) -> String? {
        let letters = Array(word.lowercased().utf8.prefix(64))
        guard letters.count > 2 else { return nil }
        let limit = letters.count > 5 ? 2 : 1
        let ranked = candidates.filter { $0.utf8.count > 1 }
            .map { ($0, distance(letters, Array($0.lowercased().utf8))) }
        guard let best = ranked.min(by: { $0.1 < $1.1 }), best.1 <= limit else { return nil }
        return best.0
    }

    /// How many letters have to be put in, left out, replaced or swapped with their neighbour to
    /// make one word of the other (optimal string alignment).
    static func distance(_ first: [UInt8], _ second: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...second.count)
        for (row, letter) in first.enumerated() {
            var current = [row + 1]
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
            }
            (beforeLast, last) = (last, current)
        }
        return last[second.count]
    }
}
