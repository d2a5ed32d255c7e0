/// Finds what was meant by words that no article has: joined with their neighbour, in two, or spelt
/// otherwise.
public struct QueryRepair<Words: Lexicon> {
    private let compiler: QueryCompiler
    private let lexicon: Words

    /// Words of one query that are repaired at the most; each may read a part of the vocabulary.
    private let maximumRepairs = 8
    /// Spellings that are looked for in place of a word.
    private let maximumSpellings = 3

    /// Makes a repair by the words of a store.
    public init(_ compiler: QueryCompiler, _ lexicon: Words) {
        self.compiler = compiler
        self.lexicon = lexicon
    }

    /// Repairs what can be.
    public func repair(_ plan: SearchPlan) throws(Words.Failure) -> RepairedPlan {
        var result = RepairedPlan(plan)
        var repairs = 0
        for index in plan.groups.indices where repairs < maximumRepairs {
            let group = plan.groups[index]
            guard group.isRanked, let word = group.word, try !lexicon.has(group) else { continue }
            repairs += 1
            if try join(index, &result) { continue }
            if try split(index, word, &result) { continue }
            try respell(index, word, &result)
        }
        return result
    }

    private func join(_ index: Int, _ result: inout RepairedPlan) throws(Words.Failure) -> Bool {
        var found = false
        let groups = result.plan.groups
        for (first, second) in [(index - 1, index), (index, index + 1)]
        where groups.indices.contains(first) && groups.indices.contains(second) {
            guard let front = groups[first].word, let back = groups[second].word else { continue }
            let joined = front + back
            guard try isThere([joined]) else { continue }
            result.add([joined], to: first, by: compiler)
            result.add([joined], to: second, by: compiler)
            if !result.replacements.contains(where: { $0.by == joined }) {
                result.replacements.append(.init(word: front + " " + back, by: joined))
            }
            found = true
        }
        return found
    }

    private func split(
        _ index: Int,
        _ word: String,
        _ result: inout RepairedPlan
    ) throws(Words.Failure) -> Bool {
        let letters = Array(word.unicodeScalars)
        guard (6...40).contains(letters.count) else { return false }
        var best: (level: Int, parts: [String])?
        for position in 3...(letters.count - 3) {
            let parts = [letters[..<position], letters[position...]].map { part in
                part.reduce(into: "") { $0.unicodeScalars.append($1) }
            }
            guard let first = try lexicon.level(of: parts[0]),
                let second = try lexicon.level(of: parts[1]),
                min(first, second) > best?.level ?? -1
            else { continue }
            // They have to stand side by side somewhere.
            if try isThere(parts) { best = (min(first, second), parts) }
        }
        guard let best else { return false }
        result.add(best.parts, to: index, by: compiler)
        result.replacements.append(.init(word: word, by: best.parts.joined(separator: " ")))
        return true
    }

    private func respell(
        _ index: Int,
        _ word: String,
        _ result: inout RepairedPlan
    ) throws(Words.Failure) {
        var count = 0
        for other in try lexicon.nearest(to: word).prefix(2 * maximumSpellings)
        where count < maximumSpellings {
            // It may be the word of an article that is gone.
            guard try isThere([other]) else { continue }
            result.add([other], to: index, by: compiler)
            result.replacements.append(.init(word: word, by: other))
            count += 1
        }
    }

    private func isThere(_ words: [String]) throws(Words.Failure) -> Bool {
        let phrases = compiler.phrases(of: words)
        guard !phrases.isEmpty else { return false }
        return try lexicon.has(SearchPlan.Group(phrases: phrases))
    }
}
