/// A word of a text in the form in which it is found, lent for as long as it is reported.
public struct Term {
    /// How a term came from the text.
    public enum Kind: UInt8, Sendable {
        /// A word at a position of its own.
        case word
        /// Another form of the word before it, at the same position.
        case alternate
        /// What hyphens or apostrophes hold together, as one word, at the position of its first part.
        case joined
        /// Two neighbouring letters of a script without spaces, at a position of their own.
        case pair
        /// The last or only letter of a run of such a script, at a position of its own.
        case single
    }

    /// The term: folded and stemmed, in UTF-8.
    public let bytes: UnsafeBufferPointer<UInt8>
    /// The word folded and not stemmed, in UTF-8; empty for `alternate`.
    public let word: UnsafeBufferPointer<UInt8>
    /// Where it stands in the text, in bytes.
    public let range: Range<Int>
    /// How it came from the text.
    public let kind: Kind

    /// Whether it stands at the position of the term before.
    public var isColocated: Bool { kind == .alternate || kind == .joined }
}
