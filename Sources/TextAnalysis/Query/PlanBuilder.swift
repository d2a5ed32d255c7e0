/// Builds one query's plan.
struct PlanBuilder {
    let analyzer: Analyzer
    let rules: [TextLanguage]
    let stopWords: Set<String>
    /// Whether all of the query is in capitals, and capitals tell no acronym.
    let isShouted: Bool
    let prefixWords: (String) -> [String]
    private var plan = SearchPlan()
    /// How many different terms the plan has.
    private var termCount = 0

    /// How many words of the archive a `word*` stands for at the most, beside what begins so itself.
    private static let maximumPrefixWords = 32
    /// How many words are all asked for where the reader has not said.
    static let allUpTo = 3
    /// A longer run of letters of a script without spaces is a sentence, any pair of which counts.
    private static let longestRun = 6

    init(
        analyzer: Analyzer,
        rules: [TextLanguage],
        stopWords: Set<String>,
        isShouted: Bool = false,
        prefixWords: @escaping (String) -> [String]
    ) {
        self.analyzer = analyzer
        self.rules = rules
        self.stopWords = stopWords
        self.isShouted = isShouted
        self.prefixWords = prefixWords
    }

    typealias Clause = SearchExpression.Clause

    /// A condition and how it reads.
    private struct Part {
        var condition: SearchPlan.Condition
        var reading: String
        var isCompound = false

        var enclosed: String { isCompound ? "(\(reading))" : reading }

        static func joined(_ parts: [Part], isAll: Bool) -> Part? {
            guard let first = parts.first, parts.count > 1 else { return parts.first }
            let conditions = parts.map(\.condition)
            return Part(
                condition: isAll ? .all(conditions) : .any(conditions),
                reading: parts.dropFirst().reduce(first.enclosed) {
                    $0 + (isAll ? " AND " : " OR ") + $1.enclosed
                },
                isCompound: true
            )
        }
    }

    mutating func plan(_ expression: SearchExpression, matchesAll: Bool?) -> SearchPlan {
        let clauses = expression.clauses
        var wanted = clauses.filter { $0.occurrence != .mustNot && !isStopWord($0) }
        plan.wantedCount = wanted.reduce(0) { $0 + termCount(of: $1) }
        let isAll = matchesAll ?? (plan.wantedCount <= Self.allUpTo)
        plan.matchesAll = isAll
        if !isAll { wanted += quotedWords(wanted) }
        var required = parts(of: wanted, .must, isAll, isRanked: true)
        var optional = parts(of: wanted, .should, isAll, isRanked: true, isTop: true)
        if isAll {
            required += optional
            optional = []
        }
        let excluded = parts(
            of: clauses.filter { $0.occurrence == .mustNot },
            .mustNot,
            isAll,
            isRanked: false
        )
        plan.required = required.map(\.condition)
        plan.optional = optional.map(\.condition)
        plan.excluded = excluded.map(\.condition)
        plan.reading = reading(required, optional, excluded)
        return plan
    }

    private func reading(_ required: [Part], _ optional: [Part], _ excluded: [Part]) -> String {
        var wanted = Part.joined(required, isAll: true)
        if let either = Part.joined(optional, isAll: false) {
            wanted =
                wanted.map {
                    Part(
                        condition: either.condition,
                        reading: "+\($0.enclosed) OR \(either.reading)",
                        isCompound: true
                    )
                } ?? either
        }
        guard let unwanted = Part.joined(excluded, isAll: false) else {
            return wanted?.reading ?? ""
        }
        return (wanted.map { $0.enclosed + " " } ?? "") + "NOT \(unwanted.enclosed)"
    }

    // MARK: Conditions

    private mutating func parts(
        of clauses: [Clause],
        _ occurrence: Clause.Occurrence,
        _ isAll: Bool,
        isRanked: Bool,
        isTop: Bool = false
    ) -> [Part] {
        var parts: [Part] = []
        for clause in clauses where clause.occurrence == occurrence {
            var alternatives: [Part] = []
            for node in clause.alternatives {
                let merges = isTop && clause.alternatives.count == 1
                if let part = part(of: node, isAll, isRanked, merges: merges) {
                    alternatives.append(part)
                }
            }
            if let part = Part.joined(alternatives, isAll: false) { parts.append(part) }
        }
        return parts
    }

    private mutating func part(
        of node: SearchExpression.Node,
        _ isAll: Bool,
        _ isRanked: Bool,
        merges: Bool
    ) -> Part? {
        switch node {
        case .term(let term): return part(of: term, isRanked, merges: merges)
        case .label(let label):
            let value = label.value.replacing("\u{1F}", with: " ")
            return Part(condition: .label(label), reading: "\(label.kind.rawValue):\(value)")
        case .group(let clauses):
            let must = parts(of: clauses, .must, isAll, isRanked: isRanked)
            let should = parts(of: clauses, .should, isAll, isRanked: isRanked)
            // Beside what is required, what is optional changes nothing but the order.
            let wanted =
                isAll || must.isEmpty
                ? Part.joined(must + should, isAll: isAll || !must.isEmpty)
                : Part.joined(must, isAll: true)
            // What a group only excludes has nothing that it could be excluded from.
            guard let wanted else { return nil }
            let mustNot = parts(of: clauses, .mustNot, isAll, isRanked: false)
            guard let unwanted = Part.joined(mustNot, isAll: false) else { return wanted }
            return Part(
                condition: .except(wanted.condition, unwanted.condition),
                reading: "\(wanted.enclosed) NOT \(unwanted.enclosed)",
                isCompound: true
            )
        }
    }

    private mutating func part(
        of term: SearchExpression.Term,
        _ isRanked: Bool,
        merges: Bool
    ) -> Part? {
        // A repeated word costs nothing, but which is one is known only when it is analysed.
        guard termCount < SearchPlan.maximumTerms || term.kind == .word else {
            plan.isCut = true
            return nil
        }
        let known = plan.groups.count
        guard let part = uncountedPart(of: term, isRanked, merges: merges) else { return nil }
        guard plan.groups.count > known else { return part }
        guard termCount < SearchPlan.maximumTerms else {
            plan.groups.removeSubrange(known...)
            plan.isCut = true
            return nil
        }
        termCount += 1
        return part
    }

    private mutating func uncountedPart(
        of term: SearchExpression.Term,
        _ isRanked: Bool,
        merges: Bool
    ) -> Part? {
        var phrases = phrases(term.text, isPrefix: term.kind == .prefix)
        if term.kind == .prefix {
            for word in prefixWords(folded(term.text)).prefix(Self.maximumPrefixWords) {
                for phrase in self.phrases(word, isPrefix: false)
                where !phrases.contains(phrase) && !covers(phrases, phrase) {
                    phrases.append(phrase)
                }
            }
        }
        guard let first = phrases.first else { return nil }
        let lowercased = term.text.lowercased()
        let reading =
            (term.field.map { "\($0.rawValue):" } ?? "")
            + (term.kind == .phrase ? "\"\(lowercased)\"" : lowercased)
            + (term.kind == .prefix ? "*" : "")
        // A sentence without spaces: any of its pairs.
        if term.kind == .word, first.terms.count >= Self.longestRun, isRun(term.text) {
            let parts = first.terms.map { pair in
                Part(
                    condition: group([.init([pair])], term.field, isRanked, nil, merges: false),
                    reading: pair
                )
            }
            return Part.joined(parts, isAll: false)
        }
        let word = term.kind == .word && first.terms.count == 1 ? folded(term.text) : nil
        return Part(
            condition: group(phrases, term.field, isRanked, word, merges: merges),
            reading: reading
        )
    }

    private mutating func group(
        _ phrases: [SearchPlan.Phrase],
        _ field: SearchExpression.Field?,
        _ isRanked: Bool,
        _ word: String?,
        merges: Bool
    ) -> SearchPlan.Condition {
        if merges,
            let index = plan.groups.firstIndex(where: {
                $0.phrases == phrases && $0.field == field && $0.isRanked == isRanked
            })
        {
            plan.groups[index].weight += 1
            return .group(index)
        }
        plan.groups.append(
            .init(phrases: phrases, field: field, word: word, isRanked: isRanked)
        )
        return .group(plan.groups.count - 1)
    }

    /// Whether a prefix among the phrases finds a single term anyway.
    private func covers(_ phrases: [SearchPlan.Phrase], _ phrase: SearchPlan.Phrase) -> Bool {
        guard phrase.terms.count == 1, let term = phrase.terms.first else { return false }
        return phrases.contains {
            $0.isPrefix && $0.terms.count == 1 && term.hasPrefix($0.terms[0])
        }
    }

    // MARK: Words

    /// The forms that a text may have in the index: by each language, with its hyphened words in parts
    /// and joined.
    func phrases(_ text: String, isPrefix: Bool) -> [SearchPlan.Phrase] {
        var phrases: [SearchPlan.Phrase] = []
        func add(_ terms: [String], isPrefix: Bool) {
            guard !terms.isEmpty, terms.count <= SearchParser.maximumScalars else { return }
            let phrase = SearchPlan.Phrase(terms, isPrefix: isPrefix)
            if !phrases.contains(phrase) { phrases.append(phrase) }
        }
        for rule in rules {
            let forms = QueryForms(text, rule, analyzer, isPrefix: isPrefix)
            let endsOpen = isPrefix || forms.endsInSingle
            add(forms.plain, isPrefix: endsOpen)
            add(forms.alternate, isPrefix: endsOpen)
            add(forms.joined, isPrefix: endsOpen)
        }
        return phrases
    }

    private func folded(_ text: String) -> String {
        var folded = ""
        analyzer.analyze(text, in: TextLanguage(nil)) { term in
            if term.kind == .word { folded += String(decoding: term.word, as: UTF8.self) }
            return true
        }
        return folded
    }

    private func isRun(_ text: String) -> Bool {
        var isRun = true
        analyzer.analyze(text, in: TextLanguage(nil)) { term in
            isRun = term.kind == .pair || term.kind == .single
            return isRun
        }
        return isRun
    }
}
