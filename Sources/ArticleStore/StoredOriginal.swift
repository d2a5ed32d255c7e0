import Articles

/// An original as it lies in the store, whose bytes are read by an `OriginalReader`.
public struct StoredOriginal: Sendable, Equatable {
    /// Its place in the store.
    public var row: Int64
    /// The SHA-256 of the bytes, 64 hexadecimal digits in lower case.
    public var sha256: String
    /// The media type as declared.
    public var declaredType: String?
    /// How many bytes were received.
    public var length: Int
    /// How many bytes they take in the store: `length` where they are not packed.
    public var packedLength: Int
    /// When the article by which it was looked up was received.
    public var receivedAt: Timestamp

    /// Makes an original's description.
    public init(
        row: Int64,
        sha256: String,
        declaredType: String?,
        length: Int,
        packedLength: Int,
        receivedAt: Timestamp
    ) {
        self.row = row
        self.sha256 = sha256
        self.declaredType = declaredType
        self.length = length
        self.packedLength = packedLength
        self.receivedAt = receivedAt
    }
}
