/// A stored article.
public struct Article: Sendable, Hashable {
    /// Its number, from 1, never used again.
    public var id: Int64
    /// The number of this version, from 1.
    public var version: Int
    /// The client's own name for it, if it has one.
    public var name: String?
    /// What it says; in lists `paragraphs` is empty.
    public var fields: ArticleFields
    /// The lead, of `longestSummary` code points at most; stored beside a long text, so that lists
    /// need not read that.
    public var summary: String?
    /// How many words its text has.
    public var wordCount: Int
    /// How many paragraphs its text has.
    public var paragraphCount: Int
    /// The SHA-256 of the bytes it came from, 64 hexadecimal digits in lower case.
    public var rawSHA256: String
    /// When the server received this version.
    public var receivedAt: Timestamp

    /// Makes an article.
    public init(
        id: Int64,
        version: Int,
        name: String? = nil,
        fields: ArticleFields,
        summary: String?,
        wordCount: Int,
        paragraphCount: Int,
        rawSHA256: String,
        receivedAt: Timestamp
    ) {
        self.id = id
        self.version = version
        self.name = name
        self.fields = fields
        self.summary = summary.map { Self.summary(of: $0) }
        self.wordCount = wordCount
        self.paragraphCount = paragraphCount
        self.rawSHA256 = rawSHA256
        self.receivedAt = receivedAt
    }
}

extension Article {
    /// The most code points of a summary.
    public static let longestSummary = 1_000

    /// What stands in lists for a lead: all of it, or its beginning, cut between two words where
    /// there are any, and an ellipsis.
    public static func summary(of lead: String) -> String {
        let scalars = lead.unicodeScalars
        guard lead.utf8.count > longestSummary,
            let end = scalars.index(
                scalars.startIndex,
                offsetBy: longestSummary,
                limitedBy: scalars.endIndex
            ), end < scalars.endIndex
        else { return lead }
        let room = scalars[..<scalars.index(before: end)]
        // A word longer than half of it is cut as well as any other place.
        let words = room.lastIndex(of: " ").map { room[..<$0] } ?? room
        return String(words.count > longestSummary / 2 ? words : room) + "…"
    }
}
