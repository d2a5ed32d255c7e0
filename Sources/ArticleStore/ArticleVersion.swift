import Articles

/// A version of an article, as a list of them shows it.
public struct ArticleVersion: Sendable, Hashable {
    /// Its number, from 1.
    public var version: Int
    /// When the bytes it was read from were received.
    public var receivedAt: Timestamp
    /// Its headline.
    public var headline: String?
    /// How many words its text has.
    public var wordCount: Int
    /// The SHA-256 of those bytes, 64 hexadecimal digits in lower case.
    public var rawSHA256: String

    /// Makes a version's entry.
    public init(
        version: Int,
        receivedAt: Timestamp,
        headline: String?,
        wordCount: Int,
        rawSHA256: String
    ) {
        self.version = version
        self.receivedAt = receivedAt
        self.headline = headline
        self.wordCount = wordCount
        self.rawSHA256 = rawSHA256
    }
}

/// An article with nearly the same text as another.
public struct NearCopy: Sendable, Hashable {
    /// The article, with its paragraphs.
    public var article: Article
    /// How much of both texts is the same, from 0 to 1: the runs of four words that stand in both over
    /// those that stand in either.
    public var similarity: Double

    /// Makes a near copy.
    public init(article: Article, similarity: Double) {
        self.article = article
        self.similarity = similarity
    }
}

/// An article about much the same as another.
public struct SimilarArticle: Sendable, Hashable {
    /// The article, with its paragraphs.
    public var article: Article
    /// How well it matches the words of the other, as a share of how well that does itself: above 0
    /// and up to 1.
    public var similarity: Double

    /// Makes a similar article.
    public init(article: Article, similarity: Double) {
        self.article = article
        self.similarity = similarity
    }
}

/// What an article was made of.
public struct StoredUpload: Sendable, Equatable {
    /// The article's number.
    public var id: Int64
    /// The version that was made of it.
    public var version: Int
    /// Its position among the upload's articles, from 0.
    public var item: Int
    /// What the client said beside the bytes.
    public var given: String?
    /// The bytes, to be read by an `OriginalReader`.
    public var original: StoredOriginal

    /// Makes a description of an upload.
    public init(id: Int64, version: Int, item: Int, given: String?, original: StoredOriginal) {
        self.id = id
        self.version = version
        self.item = item
        self.given = given
        self.original = original
    }
}
