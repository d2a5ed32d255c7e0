/// What became of paragraphs between two texts: a pure function of both.
///
/// Paragraphs that are equal in both, in order, stay; where some of those between went and others
/// came, the ones that share half their words or more are the same paragraph, changed.
public enum ParagraphDiff {
    /// One step from the one text to the other, with the paragraphs' positions from 0.
    public enum Step: Sendable, Hashable {
        /// It stands in both.
        case same(old: Int, new: Int)
        /// It is another paragraph's new wording.
        case changed(old: Int, new: Int)
        /// It stands in the old text only.
        case removed(old: Int)
        /// It stands in the new text only.
        case added(new: Int)
    }

    /// The steps in order.
    ///
    /// Takes the longest common sequence where the part that differs is small, and else the longest
    /// one of the paragraphs that stand once in each: `O(n log n)` for texts of any length.
    public static func steps(from old: [String], to new: [String]) -> [Step] {
        var steps: [Step] = []
        var (oldStart, newStart) = (0, 0)
        for (oldMatch, newMatch) in matches(old[...], new[...]) + [(old.count, new.count)] {
            steps += gap(old[oldStart..<oldMatch], new[newStart..<newMatch])
            if oldMatch < old.count { steps.append(.same(old: oldMatch, new: newMatch)) }
            (oldStart, newStart) = (oldMatch + 1, newMatch + 1)
        }
        return steps
    }

    /// How alike two texts are by their words, from 0 to 1: twice the words that both have over the
    /// words of both (Dice 1945).
    public static func likeness(_ first: String, _ second: String) -> Double {
        let (firstWords, secondWords) = (words(first), words(second))
        guard firstWords.count + secondWords.count > 0 else { return 1 }
        var counts: [Substring: Int] = [:]
        for word in firstWords { counts[word, default: 0] += 1 }
        var shared = 0
        for word in secondWords {
            if let count = counts[word], count > 0 {
                counts[word] = count - 1
                shared += 1
            }
        }
        return Double(2 * shared) / Double(firstWords.count + secondWords.count)
    }

    private static func words(_ text: String) -> [Substring] {
        text.split { !$0.isLetter && !$0.isNumber }
    }

    private typealias Match = (old: Int, new: Int)

    /// The largest table of the longest common sequence that is computed, in cells.
    private static let maximumTable = 250_000
    /// The most pairs of paragraphs that are compared by their words, in one gap.
    private static let maximumPairs = 2_500

    /// Equal paragraphs of two parts, in order.
    private static func matches(_ old: ArraySlice<String>, _ new: ArraySlice<String>) -> [Match] {
        var (old, new) = (old, new)
        var head: [Match] = []
        while let first = old.first, first == new.first {
            head.append((old.startIndex, new.startIndex))
            (old, new) = (old.dropFirst(), new.dropFirst())
        }
        var tail: [Match] = []
        while let last = old.last, last == new.last {
            tail.append((old.endIndex - 1, new.endIndex - 1))
            (old, new) = (old.dropLast(), new.dropLast())
        }
        let isSmall = old.count * new.count <= maximumTable
        let middle = isSmall ? longestCommon(old, new) : uniqueCommon(old, new)
        return head + middle + tail.reversed()
    }

    /// The longest common sequence by a table of the lengths of all suffixes.
    private static func longestCommon(_ old: ArraySlice<String>, _ new: ArraySlice<String>)
        -> [Match]
    {
        guard !old.isEmpty, !new.isEmpty else { return [] }
        let (old, new, oldStart, newStart) = (
            Array(old), Array(new), old.startIndex, new.startIndex
        )
        let width = new.count + 1
        var lengths = [Int32](repeating: 0, count: (old.count + 1) * width)
        for row in old.indices.reversed() {
            for column in new.indices.reversed() {
                lengths[row * width + column] =
                    old[row] == new[column]
                    ? lengths[(row + 1) * width + column + 1] + 1
                    : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
            }
        }
        var matches: [Match] = []
        var (row, column) = (0, 0)
        while row < old.count, column < new.count {
            if old[row] == new[column] {
                matches.append((oldStart + row, newStart + column))
                (row, column) = (row + 1, column + 1)
            } else if lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
                row += 1
            } else {
                column += 1
            }
        }
        return matches
    }

    /// The longest sequence of paragraphs that stand once in each part, by patience sorting.
    private static func uniqueCommon(_ old: ArraySlice<String>, _ new: ArraySlice<String>)
        -> [Match]
    {
        func unique(_ part: ArraySlice<String>) -> [String: Int] {
            var positions: [String: Int] = [:]
            for index in part.indices {
                positions[part[index]] = positions[part[index]] == nil ? index : -1
            }
            return positions.filter { $0.value >= 0 }
        }
        let newPositions = unique(new)
        let pairs = unique(old).compactMap { text, position in
            newPositions[text].map { Match(position, $0) }
        }.sorted { $0.old < $1.old }
        var piles: [Int] = []
        var previous = [Int?](repeating: nil, count: pairs.count)
        for (index, pair) in pairs.enumerated() {
            var (low, high) = (0, piles.count)
            while low < high {
                let middle = (low + high) / 2
                if pairs[piles[middle]].new < pair.new { low = middle + 1 } else { high = middle }
            }
            previous[index] = low > 0 ? piles[low - 1] : nil
            if low == piles.count { piles.append(index) } else { piles[low] = index }
        }
        var matches: [Match] = []
        var next = piles.last
        while let index = next {
            matches.append(pairs[index])
            next = previous[index]
        }
        return matches.reversed()
    }

    /// What became of paragraphs between two that stay.
    private static func gap(_ old: ArraySlice<String>, _ new: ArraySlice<String>) -> [Step] {
        var steps: [Step] = []
        var next = new.startIndex
        let comparesWords = old.count * new.count <= maximumPairs
        for index in old.indices {
            let partner =
                comparesWords
                ? (next..<new.endIndex).first { likeness(old[index], new[$0]) >= 0.5 } : nil
            guard let partner else {
                steps.append(.removed(old: index))
                continue
            }
            steps += (next..<partner).map { .added(new: $0) }
            steps.append(.changed(old: index, new: partner))
            next = partner + 1
        }
        return steps + (next..<new.endIndex).map { .added(new: $0) }
    }
}
