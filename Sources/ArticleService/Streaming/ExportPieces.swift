import ArticleStore

/// All articles as NDJSON, packed with gzip where that is wanted; a piece and the line that
/// ends it are held at the most.
final class ExportPieces: PieceSource {
    private let export = ArticleExport()
    private let packer: GzipStream?
    private var rest: ArraySlice<UInt8> = []
    private var isAtEnd = false

    /// How much is read at a time, so that others have their turn.
    private static let pieceBytes = 64 << 10

    init(packed: Bool) {
        packer = packed ? GzipStream() : nil
    }

    func next(maximumBytes: Int, from reader: any ArticleReader) throws(StoreError) -> Piece {
        if rest.isEmpty, !isAtEnd {
            let piece = try export.next(minimumBytes: Self.pieceBytes, from: reader)
            isAtEnd = piece == nil
            rest = (packer?.pack(piece ?? [], isLast: isAtEnd) ?? piece ?? [])[...]
        }
        guard !rest.isEmpty else { return isAtEnd ? .end : .later }
        let piece = Array(rest.prefix(maximumBytes))
        rest = rest.dropFirst(maximumBytes)
        return .bytes(piece)
    }
}
