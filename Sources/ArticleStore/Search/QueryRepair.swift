import SQLite
import TextAnalysis

/// Finds what was meant by words that no article has: joined with their neighbour, in two, or spelt
/// otherwise.
struct QueryRepair {
    let statistics: IndexStatistics
    let vocabulary: Vocabulary

    /// What was found for a plan.
    struct Result {
        /// The plan with the forms that were found.
        var plan: SearchPlan
        /// The words that were looked for besides, in place of which.
        var replacements: [(word: String, by: String)] = []
    }

    /// Words of one query that are repaired at the most; each may read a part of the vocabulary.
    private static let maximumRepairs = 8
    /// Spellings that are looked for in place of a word.
    private static let maximumSpellings = 3

    /// Repairs what can be.
    func repair(_ plan: SearchPlan) throws(SQLiteError) -> Result {
        var result = Result(plan: plan)
        var repairs = 0
        for index in plan.groups.indices where repairs < Self.maximumRepairs {
            let group = plan.groups[index]
            guard group.isRanked, let word = group.word, try !statistics.has(group) else {
                continue
            }
            repairs += 1
            if try join(index, word, &result) { continue }
            if try split(index, word, &result) { continue }
            try respell(index, word, &result)
        }
        return result
    }

    private func join(
        _ index: Int,
        _ word: String,
        _ result: inout Result
    ) throws(SQLiteError) -> Bool {
        var found = false
        for (first, second) in [(index - 1, index), (index, index + 1)]
        where result.plan.groups.indices.contains(first)
            && result.plan.groups.indices.contains(second)
        {
            guard let front = result.plan.groups[first].word,
                let back = result.plan.groups[second].word
            else { continue }
            let joined = front + back
            let phrases = statistics.compiler.phrases(of: [joined])
            guard try isThere(phrases) else { continue }
            result.plan.groups[first].add(phrases)
            result.plan.groups[second].add(phrases)
            if !result.replacements.contains(where: { $0.by == joined }) {
                result.replacements.append((front + " " + back, joined))
            }
            found = true
        }
        return found
    }

    private func split(
        _ index: Int,
        _ word: String,
        _ result: inout Result
    ) throws(SQLiteError) -> Bool {
        let letters = Array(word.unicodeScalars)
        guard (6...40).contains(letters.count) else { return false }
        var best: (level: Int, parts: [String])?
        for position in 3...(letters.count - 3) {
            let parts = [letters[..<position], letters[position...]].map { part in
                part.reduce(into: "") { $0.unicodeScalars.append($1) }
            }
            guard let first = try vocabulary.level(of: parts[0]),
                let second = try vocabulary.level(of: parts[1]),
                min(first, second) > best?.level ?? -1
            else { continue }
            // They have to stand side by side somewhere.
            if try isThere(statistics.compiler.phrases(of: parts)) {
                best = (min(first, second), parts)
            }
        }
        guard let best else { return false }
        result.plan.groups[index].add(statistics.compiler.phrases(of: best.parts))
        result.replacements.append((word, best.parts.joined(separator: " ")))
        return true
    }

    private func respell(
        _ index: Int,
        _ word: String,
        _ result: inout Result
    ) throws(SQLiteError) {
        var count = 0
        for other in try vocabulary.nearest(to: word).prefix(2 * Self.maximumSpellings)
        where count < Self.maximumSpellings {
            let phrases = statistics.compiler.phrases(of: [other])
            // It may be the word of an article that is gone.
            guard try isThere(phrases) else { continue }
            result.plan.groups[index].add(phrases)
            result.replacements.append((word, other))
            count += 1
        }
    }

    private func isThere(_ phrases: [SearchPlan.Phrase]) throws(SQLiteError) -> Bool {
        guard !phrases.isEmpty else { return false }
        return try statistics.has(SearchPlan.Group(phrases: phrases))
    }
}
