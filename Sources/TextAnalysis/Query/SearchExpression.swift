import Articles

/// A reader's query as it was understood.
public struct SearchExpression: Equatable, Sendable {
    /// A part of an article that a term is looked for in.
    public enum Field: String, Sendable, CaseIterable {
        case headline, body, byline
    }

    /// Something that stands in an article or does not.
    public struct Term: Equatable, Sendable {
        /// What is looked for.
        public enum Kind: Equatable, Sendable { case word, phrase, prefix }
        /// What is looked for.
        public var kind: Kind
        /// As typed, without quotes and asterisk.
        public var text: String
        /// Where it has to stand; `nil` for anywhere.
        public var field: Field?
    }

    /// A term, a fact, or what stood in parentheses.
    public indirect enum Node: Equatable, Sendable {
        case term(Term)
        case label(Label)
        case group([Clause])
    }

    /// Terms of which one counts (`a OR b`), and whether there must be, should be or must not.
    public struct Clause: Equatable, Sendable {
        /// Whether something has to be there.
        public enum Occurrence: Equatable, Sendable { case should, must, mustNot }
        /// What counts, any of it.
        public var alternatives: [Node]
        /// Whether it has to be there.
        public var occurrence: Occurrence
    }

    /// What was typed, in order; empty where it has neither letter nor digit.
    public var clauses: [Clause] = []
    /// Whether it is a sentence in capitals, in which they tell no acronyms.
    public var isShouted = false
    /// Whether AND, OR or NOT were taken for words of a sentence.
    public var hasOperatorsAsWords = false
    /// Whether the query was longer than is looked at, and its end was left out.
    public var isCut = false
    /// The first moment that counts, by `after:`; as the reader's clock shows it.
    public var from: Timestamp?
    /// The first moment that no longer counts, by `before:`; as the reader's clock shows it.
    public var until: Timestamp?

    /// Makes an expression that asks for nothing.
    public init() {}
}
