import Articles

/// What a key lets its holder do; none takes in another.
public enum KeyScope: String, Sendable, CaseIterable {
    /// Read articles, where reading takes a key.
    case read
    /// Store articles and mend them.
    case ingest
    /// Remove and restore articles, and keep the store.
    case admin
}

/// A key, less the key itself, which nobody keeps.
public struct Key: Sendable, Equatable {
    /// Its number, from 1.
    public var id: Int64
    /// What its owner calls it.
    public var name: String
    /// What it allows.
    public var scopes: Set<KeyScope>
    /// When it was made.
    public var createdAt: Timestamp
    /// When it was taken back; `nil` while it counts.
    public var revokedAt: Timestamp?

    /// Makes a key's description.
    public init(
        id: Int64,
        name: String,
        scopes: Set<KeyScope>,
        createdAt: Timestamp,
        revokedAt: Timestamp? = nil
    ) {
        self.id = id
        self.name = name
        self.scopes = scopes
        self.createdAt = createdAt
        self.revokedAt = revokedAt
    }
}
