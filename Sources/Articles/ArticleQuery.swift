/// What a reader looks for.
public struct ArticleQuery: Sendable, Hashable {
    /// The order of the answer; ties are broken by number, so that it is total.
    public enum Sort: String, Sendable, CaseIterable {
        /// The best match first.
        case relevance
        /// The latest publication first; articles without a date come last.
        case newest
        /// The earliest publication first; articles without a date come last.
        case oldest
        /// The latest received first.
        case received
    }

    /// How many of the words an article must have.
    public enum Match: String, Sendable, CaseIterable {
        /// All of up to three words, or in any order but relevance, and any of them where that
        /// finds nothing; any of more words.
        case auto
        /// All of them.
        case all
        /// One of them at the least.
        case any
    }

    /// What becomes of articles with nearly the same text, of those that the query finds.
    public enum Duplicates: String, Sendable, CaseIterable {
        /// Of each group only its first is shown, with the number of the others.
        case hide
        /// All of them are shown.
        case show
        /// As with `hide`, but only articles that have others in their group are shown.
        case only
    }

    /// Which of an article's dates `from` and `until` are about.
    public enum DateField: String, Sendable, CaseIterable {
        /// When it was published.
        case published
        /// When it was received.
        case received
        /// When it was updated, as it says itself.
        case updated
    }

    /// Values of which an article must have one, or none.
    public struct Filter: Sendable, Hashable {
        /// What the values are of.
        public enum Kind: String, Sendable, CaseIterable {
            case source
            /// A language tag; `en` takes in `en-GB`.
            case language
            case tag
            /// The place of the dateline.
            case place
            case section
            /// A name in the byline.
            case author
            /// What the date of publication rests on, as `PublicationDate.Basis` names it.
            case basis
        }

        /// What the values are of.
        public var kind: Kind
        /// The values, any one of which counts; compared without regard to case and accents.
        public var values: [String]
        /// Whether the articles with such a value are left out and not in.
        public var excludes: Bool

        /// Makes a filter.
        public init(_ kind: Kind, values: [String], excludes: Bool = false) {
            self.kind = kind
            self.values = values
            self.excludes = excludes
        }
    }

    /// The words as typed; `nil` or blank for everything.
    public var q: String?
    /// How many of the words an article must have.
    public var match: Match = .auto
    /// The first moment that counts.
    public var from: Timestamp?
    /// The first moment that no longer counts.
    public var until: Timestamp?
    /// Which date these moments are of, and which one overviews count by.
    public var dateField: DateField = .published
    /// Whose days count: a date without a zone is of this one.
    public var zone: Zone = .utc
    /// What is to be true of the article besides; all of them hold.
    public var filters: [Filter] = []
    /// What becomes of near copies.
    public var duplicates: Duplicates = .show
    /// The order; `nil` for relevance with words and newest without.
    public var sort: Sort?
    /// How many articles at the most, 1 to 200.
    public var limit: Int = 20
    /// How many articles are passed over, up to 10,000; not with a cursor.
    public var offset: Int = 0
    /// Where the page before ended: a cursor that came with it.
    public var cursor: String?
    /// What is put around matching words; `nil` for no highlights.
    public var highlight: Highlight?
    /// Whether the articles come with their paragraphs.
    public var includesText: Bool = false
    /// What the articles are counted by besides.
    public var facets: [Facet] = []

    /// Something that the articles of an answer are counted by.
    public enum Facet: String, Sendable, CaseIterable {
        case source, language, month, tag, author
    }

    /// Makes a query for everything.
    public init() {}
}

/// What is put before and after a matching word.
public struct Highlight: Sendable, Hashable {
    /// What is put before it.
    public var start: String
    /// What is put after it.
    public var end: String

    /// The element `mark`: with it, and only with it, the text around is escaped for HTML.
    public static let mark = Highlight(start: "<mark>", end: "</mark>")

    /// Makes a highlight.
    public init(start: String, end: String) {
        self.start = start
        self.end = end
    }
}
