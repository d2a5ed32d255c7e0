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
    /// The lead; stored beside the text, so that lists need not read that.
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
        self.summary = summary
        self.wordCount = wordCount
        self.paragraphCount = paragraphCount
        self.rawSHA256 = rawSHA256
        self.receivedAt = receivedAt
    }
}
