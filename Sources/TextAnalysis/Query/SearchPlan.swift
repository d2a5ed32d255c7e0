/// What a query asks of an index, in the index's own terms; any store can carry it out.
public struct SearchPlan: Sendable, Equatable {
    /// Terms one behind the other.
    public struct Phrase: Sendable, Hashable {
        /// The terms in order.
        public var terms: [String]
        /// Whether the last of them may go on.
        public var isPrefix = false

        /// Makes a phrase.
        public init(_ terms: [String], isPrefix: Bool = false) {
            self.terms = terms
            self.isPrefix = isPrefix
        }
    }

    /// What a reader takes for one thing: a word in the forms that it may have in the index.
    ///
    /// An
    /// article has it when it has one of them, and as often as it has the most frequent of them.
    public struct Group: Sendable, Equatable {
        /// The forms.
        public var phrases: [Phrase]
        /// Where they have to stand; `nil` for anywhere.
        public var field: SearchExpression.Field?
        /// How much it counts: as often as the reader typed it.
        public var weight = 1.0
        /// What was typed, folded, where it is a single word that may be a slip.
        public var word: String?
        /// Whether articles are ranked by it; not by what they must not have.
        public var isRanked = true

        /// Makes a group.
        public init(
            phrases: [Phrase],
            field: SearchExpression.Field? = nil,
            word: String? = nil,
            isRanked: Bool = true
        ) {
            self.phrases = phrases
            self.field = field
            self.word = word
            self.isRanked = isRanked
        }

        /// Adds forms that it does not have yet.
        public mutating func add(_ forms: [Phrase]) {
            for form in forms where !phrases.contains(form) { phrases.append(form) }
        }
    }

    /// What an article must have.
    public indirect enum Condition: Sendable, Equatable {
        /// The group with this number.
        case group(Int)
        case label(Label)
        case all([Condition])
        case any([Condition])
        /// The first and not the second.
        case except(Condition, Condition)
    }

    /// More different words are not looked for, stop words aside.
    public static let maximumTerms = 64

    /// The groups in the order in which they were typed.
    public var groups: [Group] = []
    /// What an article must have, all of it.
    public var required: [Condition] = []
    /// What makes an article better; where nothing is required, it must have one of them.
    public var optional: [Condition] = []
    /// What an article must not have.
    public var excluded: [Condition] = []
    /// The query for a person, with its operators written out; empty where it has no terms.
    public var reading = ""
    /// How many things a reader asks for.
    public var wantedCount = 0
    /// Whether all of them are required.
    public var matchesAll = true
    /// Whether there were more words than are looked for, and the last were left out.
    public var isCut = false

    init() {}

    /// Whether nothing is asked for but what must not be there.
    public var isNegative: Bool { required.isEmpty && optional.isEmpty }

    /// Whether nothing is asked for at all.
    public var isEmpty: Bool { isNegative && excluded.isEmpty }

    /// Whether anything in it can rank an article.
    public var isRanked: Bool { !isNegative && groups.contains(where: \.isRanked) }
}
