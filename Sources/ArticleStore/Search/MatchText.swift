import TextAnalysis

/// A condition in FTS5's language.
///
/// Every term is in it as a quoted string, so that nothing a reader types is ever read as syntax.
struct MatchText {
    /// The expression.
    private(set) var text = ""
    /// The groups of the expression's strings in their order, by number; -1 for labels.
    ///
    /// FTS5 calls them phrases and counts from 0.
    private(set) var phraseGroups: [Int] = []

    private let groups: [SearchPlan.Group]

    /// Writes a condition down.
    init(_ condition: SearchPlan.Condition, _ groups: [SearchPlan.Group]) {
        self.groups = groups
        text = write(condition)
    }

    /// The phrases of each group; where a group stands in the expression several times, its last.
    var phrases: [[Int32]] {
        var phrases = groups.map { _ in [Int32]() }
        for (number, group) in phraseGroups.enumerated().reversed() where group >= 0 {
            if phrases[group].count < groups[group].phrases.count {
                phrases[group].append(Int32(number))
            }
        }
        return phrases
    }

    private mutating func write(_ condition: SearchPlan.Condition) -> String {
        switch condition {
        case .group(let index): return write(groups[index], index)
        case .label(let label):
            phraseGroups.append(-1)
            return "labels : \(Self.quoted([label.term]))"
        case .all(let parts): return joined(parts, " AND ")
        case .any(let parts): return joined(parts, " OR ")
        case .except(let wanted, let unwanted):
            // In this order: phrases are counted as they stand.
            let first = write(wanted)
            return "(\(first) NOT \(write(unwanted)))"
        }
    }

    private mutating func joined(_ parts: [SearchPlan.Condition], _ word: String) -> String {
        var texts: [String] = []
        for part in parts { texts.append(write(part)) }
        return texts.count == 1 ? texts[0] : "(\(texts.joined(separator: word)))"
    }

    private mutating func write(_ group: SearchPlan.Group, _ index: Int) -> String {
        let phrases = group.phrases.map { phrase in
            phraseGroups.append(index)
            return Self.quoted(phrase.terms) + (phrase.isPrefix ? " *" : "")
        }
        let text = phrases.count == 1 ? phrases[0] : "(\(phrases.joined(separator: " OR ")))"
        return group.field.map { "\($0.rawValue) : \(text)" } ?? text
    }

    /// By scalars: a quote with a combining mark is another Character, but a quote to FTS5.
    private static func quoted(_ terms: [String]) -> String {
        var quoted = "\""
        for (index, term) in terms.enumerated() {
            if index > 0 { quoted.unicodeScalars.append(" ") }
            for scalar in term.unicodeScalars {
                quoted.unicodeScalars.append(scalar)
                if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
            }
        }
        return quoted + "\""
    }
}
