/// A query in FTS5's language.
///
/// Every term is in it as a quoted string, so that nothing a reader types is ever read as syntax.
struct MatchExpression: Equatable {
    /// A string of the expression; FTS5 calls it a phrase and counts from 0.
    struct Phrase: Equatable {
        var text: String
        var isPrefix: Bool
        /// Whether an article is ranked by it; not where it stands behind NOT, or again.
        var isRanked: Bool
    }

    /// The expression; what must not be there, where `isNegated`.
    var text: String
    /// Whether the articles are meant that the expression does *not* match.
    var isNegated: Bool
    /// Its strings in order.
    var phrases: [Phrase]
    /// The query for a person, with its operators written out.
    var description: String

    /// Compiles a query; `nil` where it has no terms.
    ///
    /// `matchesAll` tells whether words side by side are all required, or any.
    init?(_ expression: SearchExpression, matchesAll: Bool) {
        var compiler = Compiler(matchesAll: matchesAll)
        let parts = compiler.compile(expression.clauses, isRanked: true)
        isNegated = parts.wanted == nil
        guard let part = parts.joined ?? parts.unwanted else { return nil }
        text = part.match
        description = isNegated ? "NOT \(part.enclosed)" : part.reading
        phrases = compiler.phrases
    }
}

/// A part of a query in FTS5's language and for a person.
private struct Part {
    var match: String
    var reading: String
    /// Whether the reading needs parentheses beside others.
    var isCompound = false

    var enclosed: String { isCompound ? "(\(reading))" : reading }

    static func joined(_ parts: [Part], by word: String) -> Part? {
        guard let first = parts.first, parts.count > 1 else { return parts.first }
        var match = "(\(first.match)"
        var reading = first.enclosed
        for part in parts.dropFirst() {
            match += " \(word) \(part.match)"
            reading += " \(word) \(part.enclosed)"
        }
        return Part(match: match + ")", reading: reading, isCompound: true)
    }
}

/// What is wanted and what is not.
private struct Parts {
    var wanted: Part?
    var unwanted: Part?

    /// Both as one; `nil` where nothing is wanted.
    var joined: Part? {
        guard let wanted, let unwanted else { return wanted }
        return Part(
            match: "(\(wanted.match) NOT \(unwanted.match))",
            reading: "\(wanted.enclosed) NOT \(unwanted.enclosed)",
            isCompound: true
        )
    }
}

private struct Compiler {
    let matchesAll: Bool
    var phrases: [MatchExpression.Phrase] = []

    mutating func compile(_ clauses: [SearchExpression.Clause], isRanked: Bool) -> Parts {
        // The strings have to be made in the order in which they will stand in the expression.
        let required = parts(of: clauses, .must, isRanked)
        let wanted: Part?
        if matchesAll {
            wanted = Part.joined(required + parts(of: clauses, .should, isRanked), by: "AND")
        } else if let all = Part.joined(required, by: "AND") {
            // Where nothing is ranked, what is optional changes nothing; left out, a group costs its
            // length however deep it stands, and does not double with every parenthesis.
            wanted = isRanked ? compile(optional: clauses, beside: all) : all
        } else {
            wanted = Part.joined(parts(of: clauses, .should, isRanked), by: "OR")
        }
        let unwanted = parts(of: clauses, .mustNot, false)
        return Parts(wanted: wanted, unwanted: Part.joined(unwanted, by: "OR"))
    }

    /// `r AND (r OR o)`: an article must have r, and is ranked by what it has of o as well.
    private mutating func compile(
        optional clauses: [SearchExpression.Clause],
        beside required: Part
    ) -> Part {
        guard clauses.contains(where: { $0.occurrence == .should }) else { return required }
        let repeated = parts(of: clauses, .must, false)
        let optional = parts(of: clauses, .should, true)
        guard let again = Part.joined(repeated, by: "AND"),
            let either = Part.joined([again] + optional, by: "OR"),
            let reading = Part.joined(optional, by: "OR")
        else { return required }
        return Part(
            match: "(\(required.match) AND \(either.match))",
            reading: "+\(required.enclosed) OR \(reading.reading)",
            isCompound: true
        )
    }

    private mutating func parts(
        of clauses: [SearchExpression.Clause],
        _ occurrence: SearchExpression.Clause.Occurrence,
        _ isRanked: Bool
    ) -> [Part] {
        var parts: [Part] = []
        for clause in clauses where clause.occurrence == occurrence {
            var alternatives: [Part] = []
            for node in clause.alternatives {
                if let part = part(of: node, isRanked) { alternatives.append(part) }
            }
            if let part = Part.joined(alternatives, by: "OR") { parts.append(part) }
        }
        return parts
    }

    private mutating func part(of node: SearchExpression.Node, _ isRanked: Bool) -> Part? {
        switch node {
        case .term(let term): part(of: term, isRanked)
        // What a group only excludes has nothing that it could be excluded from.
        case .group(let clauses): compile(clauses, isRanked: isRanked).joined
        }
    }

    private mutating func part(of term: SearchExpression.Term, _ isRanked: Bool) -> Part {
        let reading = term.text.lowercased()
        switch term.kind {
        case .prefix:
            return Part(match: string(term.text, isPrefix: true, isRanked), reading: reading + "*")
        case .phrase:
            return Part(match: string(term.text, isRanked), reading: "\"\(reading)\"")
        case .word:
            let match = string(term.text, isRanked)
            guard let joined = term.text.joinedAtHyphens else {
                return Part(match: match, reading: reading)
            }
            return Part(match: "(\(match) OR \(string(joined, isRanked)))", reading: reading)
        }
    }

    private mutating func string(
        _ text: String,
        isPrefix: Bool = false,
        _ isRanked: Bool
    ) -> String {
        phrases.append(.init(text: text, isPrefix: isPrefix, isRanked: isRanked))
        // By scalars: a quote with a combining mark is another Character, but a quote to FTS5.
        var quoted = "\""
        for scalar in text.unicodeScalars {
            quoted.unicodeScalars.append(scalar)
            if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
        }
        return quoted + (isPrefix ? "\" *" : "\"")
    }
}

extension String {
    /// The word without its hyphens; `nil` where none stands between letters or digits.
    fileprivate var joinedAtHyphens: String? {
        let hyphens: Set<Unicode.Scalar> = ["-", "\u{2010}", "\u{2011}"]
        let parts = unicodeScalars.split(whereSeparator: hyphens.contains)
        guard parts.count > 1, parts.allSatisfy({ $0.contains(where: \.isIndexed) }) else {
            return nil
        }
        return parts.reduce(into: "") { $0.unicodeScalars.append(contentsOf: $1) }
    }
}
