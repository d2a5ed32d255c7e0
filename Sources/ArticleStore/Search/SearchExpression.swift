/// A reader's query as it was understood.
struct SearchExpression: Equatable {
    /// Something that stands in an article or does not.
    struct Term: Equatable {
        enum Kind: Equatable { case word, phrase, prefix }
        var kind: Kind
        /// As typed, without quotes and asterisk.
        var text: String
    }

    /// A term, or what stood in parentheses.
    indirect enum Node: Equatable {
        case term(Term)
        case group([Clause])
    }

    /// Terms of which one counts (`a OR b`), and whether there must be, should be or must not.
    struct Clause: Equatable {
        enum Occurrence: Equatable { case should, must, mustNot }
        var alternatives: [Node]
        var occurrence: Occurrence
    }

    /// What was typed, in order; empty where it has neither letter nor digit.
    var clauses: [Clause] = []
    /// How many terms there are.
    var termCount = 0
    /// Whether the query was longer than is looked at, and its end was left out.
    var isCut = false

    /// Whether it only says what must not be there.
    var isNegative: Bool {
        !clauses.isEmpty && clauses.allSatisfy { $0.occurrence == .mustNot }
    }

    /// How many terms an article may have, those that it must not have left out.
    var positiveTermCount: Int {
        clauses.lazy.filter { $0.occurrence != .mustNot }
            .reduce(0) { $0 + $1.alternatives.reduce(0) { $0 + $1.termCount } }
    }
}

extension SearchExpression.Node {
    /// How many terms it has.
    var termCount: Int {
        switch self {
        case .term: 1
        case .group(let clauses):
            clauses.reduce(0) { $0 + $1.alternatives.reduce(0) { $0 + $1.termCount } }
        }
    }
}
