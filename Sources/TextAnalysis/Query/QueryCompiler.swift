/// Turns a query into a plan: analyses its words by the languages that the articles are in.
public struct QueryCompiler: Sendable {
    /// A language of the archive.
    public struct Language: Sendable, Equatable {
        /// Its first subtag; empty where it is unknown.
        public var name: String
        /// How many articles are in it.
        public var count: Int64

        /// Makes a language.
        public init(name: String, count: Int64) {
            self.name = name
            self.count = count
        }
    }

    private let rules: [TextLanguage]
    private let names: [String]

    /// More languages are not asked for: each may add a form to every word.
    private static let maximumLanguages = 8

    /// Makes a compiler for an archive; languages of less than half a percent are left out.
    public init(_ languages: [Language]) {
        let total = languages.reduce(0) { $0 + $1.count }
        let frequent = languages.filter { $0.count > 0 && $0.count * 200 >= total }
            .sorted { ($1.count, $0.name) < ($0.count, $1.name) }.prefix(Self.maximumLanguages)
        var rules: [TextLanguage] = []
        for language in frequent {
            let rule = TextLanguage(language.name.isEmpty ? nil : language.name)
            if !rules.contains(rule) { rules.append(rule) }
        }
        self.rules = rules.isEmpty ? [TextLanguage(nil)] : rules
        var names = frequent.map { $0.name.isEmpty ? "en" : $0.name }
        if names.isEmpty { names = ["en"] }
        self.names = names
    }

    /// Makes the plan of a query.
    ///
    /// - Parameters:
    ///   - expression: The query.
    ///   - matchesAll: Whether words side by side are all required, or any; `nil` for all of up to
    ///     three.
    ///   - prefixWords: Words of the archive that begin with some letters; their stems need not.
    /// - Returns: The plan.
    public func plan(
        _ expression: SearchExpression,
        matchesAll: Bool?,
        prefixWords: (String) -> [String] = { _ in [] }
    ) -> SearchPlan {
        withoutActuallyEscaping(prefixWords) { prefixWords in
            Analyzers.shared.withAnalyzer { analyzer in
                var build = PlanBuilder(
                    analyzer: analyzer,
                    rules: rules,
                    stopWords: stopWords(expression, analyzer),
                    isShouted: expression.isShouted,
                    prefixWords: prefixWords
                )
                return build.plan(expression, matchesAll: matchesAll)
            }
        }
    }

    /// Whether a word is a stop word of the language that most articles are in.
    public func isStopWord(_ word: String) -> Bool {
        names.first.map { StopWords.of($0).contains(word) } ?? false
    }

    /// The forms of a word that was not typed, but found to be meant.
    public func phrases(of words: [String]) -> [SearchPlan.Phrase] {
        Analyzers.shared.withAnalyzer { analyzer in
            PlanBuilder(analyzer: analyzer, rules: rules, stopWords: [], prefixWords: { _ in [] })
                .phrases(words.joined(separator: " "), isPrefix: false)
        }
    }

    /// The stop words of the language that the query has most of; of none where all its words would
    /// be.
    private func stopWords(_ expression: SearchExpression, _ analyzer: Analyzer) -> Set<String> {
        let words = expression.clauses.filter { $0.occurrence != .mustNot }.flatMap { clause in
            clause.alternatives.compactMap { node -> String? in
                if case .term(let term) = node, term.kind == .word { term.text } else { nil }
            }
        }
        guard words.count > 1 else { return [] }
        let folded = words.filter { expression.isShouted || !$0.isAcronym }.map { word in
            var folded = ""
            analyzer.analyze(word, in: TextLanguage(nil)) { term in
                if term.kind == .word { folded = String(decoding: term.word, as: UTF8.self) }
                return folded.isEmpty
            }
            return folded
        }
        var best: (count: Int, words: Set<String>) = (0, [])
        for name in names {
            let stopWords = StopWords.of(name)
            let count = folded.count(where: stopWords.contains)
            if count > best.count { best = (count, stopWords) }
        }
        return best.count < words.count ? best.words : []
    }
}

extension String {
    /// Whether a word is written like `UN`, `WHO` or `U.S.`: never a stop word.
    var isAcronym: Bool {
        utf8.count > 1 && utf8.contains { (0x41...0x5A).contains($0) }
            && utf8.allSatisfy { (0x41...0x5A).contains($0) || $0 == UInt8(ascii: ".") }
    }
}
