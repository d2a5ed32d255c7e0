import ArticleParsing
import ArticleStore
import Articles

/// All articles of a store as NDJSON, in the order of their numbers, each with its versions, taken piece
/// by piece.
///
/// Each line is read when it is asked for, so that an export holds one version at a time. What is
/// stored while it runs comes at its end. It belongs to one queue or thread at a time.
package final class ArticleExport {
    private var last = FormerPlace(id: 0)
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
            guard let record = try reader.record(after: last) else {
                isAtEnd = true
                break
            }
            pending += try line(of: record, from: reader)
        }
        guard !pending.isEmpty else { return nil }
        defer { pending = [] }
        return pending
    }

    /// A record's line.
    private func line(
        of record: StoredRecord,
        from reader: any ArticleReader
    ) throws(StoreError) -> [UInt8] {
        switch record {
        case .version(let version): return try line(of: version, from: reader)
        case .removed(let name, let place):
            last = place
            // Nothing stands before the first version: the next article follows.
            last.version = 0
            guard let removal = place.removal else { return [] }
            return ExportedArticle(
                removed: place.id,
                version: place.version,
                name: name,
                .init(at: removal.moment, reason: removal.reason)
            ).line
        }
    }

    private func line(
        of version: StoredVersion,
        from reader: any ArticleReader
    ) throws(StoreError) -> [UInt8] {
        last = version.place
        let stored = version.upload.original
        var original = ExportedArticle.Original(
            sha256: stored.sha256,
            bytes: nil,
            declaredType: stored.declaredType
        )
        if stored.sha256 != lastOriginal {
            var bytes: [UInt8] = []
            if stored.length > 0 {
                let pieces = OriginalReader(stored)
                bytes = try pieces.next(maximumBytes: stored.length, from: reader) ?? []
            }
            original.bytes = bytes
            lastOriginal = stored.sha256
        }
        return ExportedArticle(
            id: version.place.id,
            version: version.place.version,
            isEarlier: !version.place.isCurrent,
            copy: version.place.copy,
            name: version.place.isCurrent ? version.article.name : nil,
            receivedAt: version.article.receivedAt,
            fields: version.article.fields,
            original: original,
            item: version.place.item,
            given: version.upload.given,
            explanation: version.explanation
        ).line
    }
}
