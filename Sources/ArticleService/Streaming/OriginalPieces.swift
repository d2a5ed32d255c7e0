import ArticleStore

/// A part of an original; some 40 KB are held between two pieces.
final class OriginalPieces: PieceSource {
    private let original: OriginalReader
    private let range: Range<Int>

    /// How many bytes before the part are passed over before the others have their turn.
    private static let skippedBytes = 1_024 * 1_024

    init(_ original: StoredOriginal, _ range: Range<Int>) {
        self.original = OriginalReader(original)
        self.range = range
    }

    func next(maximumBytes: Int, from reader: any ArticleReader) throws(StoreError) -> Piece {
        let left = range.lowerBound - original.position
        if left > 0 {
            let target = original.position + min(left, Self.skippedBytes)
            try original.skip(to: target, from: reader)
            if left > Self.skippedBytes { return .later }
        }
        let count = min(maximumBytes, range.upperBound - original.position)
        guard count > 0, let bytes = try original.next(maximumBytes: count, from: reader) else {
            return .end
        }
        return .bytes(bytes)
    }
}
