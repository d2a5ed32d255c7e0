/// What is told of a clause before it is planned.
extension PlanBuilder {
    /// The words of what a sentence quotes: who pastes it looks for what it is about, while phrases among
    /// a few words are meant as such.
    func quotedWords(_ clauses: [Clause]) -> [Clause] {
        let quotations = clauses.compactMap { clause -> String? in
            guard clause.occurrence == .should, clause.alternatives.count == 1,
                case .term(let term)? = clause.alternatives.first, term.kind == .phrase,
                term.field == nil
            else { return nil }
            return term.text
        }
        guard clauses.count - quotations.count > Self.allUpTo else { return [] }
        return quotations.flatMap { $0.split(separator: " ") }
            .map { word in
                let term = SearchExpression.Term(kind: .word, text: String(word))
                return Clause(alternatives: [.term(term)], occurrence: .should)
            }
            .filter { !isStopWord($0) }
    }

    func termCount(of clause: Clause) -> Int {
        clause.alternatives.reduce(0) { count, node in
            switch node {
            case .term: count + 1
            case .label: count
            case .group(let clauses):
                clauses.reduce(count) { $1.occurrence == .mustNot ? $0 : $0 + termCount(of: $1) }
            }
        }
    }

    func isStopWord(_ clause: Clause) -> Bool {
        guard clause.occurrence == .should, clause.alternatives.count == 1,
            case .term(let term)? = clause.alternatives.first, term.kind == .word,
            term.field == nil, isShouted || !term.text.isAcronym
        else { return false }
        var isStopWord = false
        var count = 0
        analyzer.analyze(term.text, in: TextLanguage(nil)) { found in
            if !found.isColocated { count += 1 }
            isStopWord = stopWords.contains(String(decoding: found.word, as: UTF8.self))
            return count < 2
        }
        return isStopWord && count == 1
    }
}
