/// A plan with what was looked for in place of words that no article has.
public struct RepairedPlan: Sendable, Equatable {
    /// Words, one behind the other, that were added to a group of a plan.
    public struct Addition: Sendable, Equatable {
        /// The group's number.
        public var group: Int
        /// The words.
        public var words: [String]

        /// Makes an addition.
        public init(group: Int, words: [String]) {
            self.group = group
            self.words = words
        }
    }

    /// What was looked for in place of what was typed.
    public struct Replacement: Sendable, Equatable {
        /// What was typed, folded.
        public var word: String
        /// What was found.
        public var by: String
    }

    /// The plan with the forms that were found.
    public private(set) var plan: SearchPlan
    /// What was added to it: with these, later pages look for the same, whatever words have come.
    public private(set) var additions: [Addition] = []
    /// What was looked for in place of what; empty where the plan was mended before.
    public internal(set) var replacements: [Replacement] = []

    init(_ plan: SearchPlan) { self.plan = plan }

    /// Mends a plan as it was mended before.
    public init(_ plan: SearchPlan, _ additions: [Addition], by compiler: QueryCompiler) {
        self.init(plan)
        for addition in additions where plan.groups.indices.contains(addition.group) {
            add(addition.words, to: addition.group, by: compiler)
        }
    }

    mutating func add(_ words: [String], to group: Int, by compiler: QueryCompiler) {
        plan.groups[group].add(compiler.phrases(of: words))
        additions.append(.init(group: group, words: words))
    }

    /// What was looked for besides, each once.
    public var alsoMatched: [String] {
        var matched: [String] = []
        for words in additions.map({ $0.words.joined(separator: " ") })
        where !matched.contains(words) { matched.append(words) }
        return matched
    }

    /// The query as typed, with the words that no article has replaced by the likeliest others; `nil`
    /// where there are none.
    public func meant(by query: String) -> String? {
        guard !replacements.isEmpty else { return nil }
        var words = query.split(separator: " ").map(String.init)
        for replacement in replacements {
            let parts = replacement.word.split(separator: " ").map(String.init)
            let start = words.indices.first { start in
                words[start...].prefix(parts.count).map { $0.lowercased() } == parts
            }
            if let start {
                words.replaceSubrange(start..<start + parts.count, with: [replacement.by])
            }
        }
        let meant = words.joined(separator: " ")
        return meant == query ? replacements.first?.by : meant
    }
}
