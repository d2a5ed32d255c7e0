/// How much is in a store.
public struct StoreStatistics: Sendable, Equatable {
    /// Articles that are not removed.
    public var articles: Int
    /// Articles that are.
    public var removed: Int
    /// Earlier versions.
    public var versions: Int
    /// Originals, each kept once.
    public var originals: Int
    /// Sources that articles have or had.
    public var sources: Int
    /// Grows with every commit.
    public var generation: Int64
    /// The version of the file's schema.
    public var schemaVersion: Int
    /// The file's size in bytes.
    public var fileBytes: Int
    /// The size of the write-ahead log in bytes.
    public var logBytes: Int

    /// Makes statistics.
    public init(
        articles: Int = 0,
        removed: Int = 0,
        versions: Int = 0,
        originals: Int = 0,
        sources: Int = 0,
        generation: Int64 = 0,
        schemaVersion: Int = 0,
        fileBytes: Int = 0,
        logBytes: Int = 0
    ) {
        self.articles = articles
        self.removed = removed
        self.versions = versions
        self.originals = originals
        self.sources = sources
        self.generation = generation
        self.schemaVersion = schemaVersion
        self.fileBytes = fileBytes
        self.logBytes = logBytes
    }
}
