import ArticleParsing
import ArticleStore
import Articles

/// All articles of a store as NDJSON, in the order of their numbers, taken piece by piece.
///
/// Each line is read when it is asked for, so that an export holds one article at a time. What is
/// stored while it runs comes at its end. It belongs to one queue or thread at a time.
package final class ArticleExport {
    private var last: Int64 = 0
    private var lastOriginal: String?
    private var pending: [UInt8] = []
    private var isAtEnd = false

    /// Makes an export that stands at the beginning.
    package init() {}

    /// The next bytes, of about `minimumBytes` or a whole line; `nil` at the end.
    package func next(
        minimumBytes: Int,
        from reader: any ArticleReader
    ) throws(StoreError) -> [UInt8]? {
        while pending.count < minimumBytes, !isAtEnd {
            guard let id = try reader.id(after: last) else {
                isAtEnd = true
                break
            }
            last = id
            if let line = try line(of: id, from: reader) { pending += line }
        }
        guard !pending.isEmpty else { return nil }
        defer { pending = [] }
        return pending
    }

    /// An article's line; `nil` where it was removed just now.
    private func line(of id: Int64, from reader: any ArticleReader) throws(StoreError) -> [UInt8]? {
        guard case .found(let article) = try reader.article(id),
            case .found(let explanation) = try reader.explanation(of: id),
            case .found(let stored) = try reader.storedOriginal(of: id)
        else { return nil }
        var original: ExportedArticle.Original?
        if stored.sha256 != lastOriginal {
            var bytes: [UInt8] = []
            if stored.length > 0 {
                let pieces = OriginalReader(stored)
                bytes = try pieces.next(maximumBytes: stored.length, from: reader) ?? []
            }
            original = ExportedArticle.Original(bytes: bytes, declaredType: stored.declaredType)
            lastOriginal = stored.sha256
        }
        return ExportedArticle(
            name: article.name,
            receivedAt: article.receivedAt,
            fields: article.fields,
            original: original,
            explanation: explanation
        ).line
    }
}
