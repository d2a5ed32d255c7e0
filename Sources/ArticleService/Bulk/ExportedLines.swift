import ArticleParsing
import ArticleStore
import Articles

/// The lines of an export as they are stored again: each may refer to the one before it.
struct ExportedLines {
    private var original: (sha256: String, original: Original)?
    /// The number of the article whose lines come, in the store that it is from.
    private var article: Int64?
    private let imported = ImportedArticle()

    /// What the store is to write for a line.
    ///
    /// - Throws: `.noArticle` for a line that the one before it does not fit.
    mutating func batch(
        _ item: ArticleBatch.Item,
        _ line: ExportedArticle,
        duplicates: ArticleBatch.DuplicatePolicy
    ) throws(ParsingError) -> ArticleBatch {
        if line.isEarlier, line.id != article {
            // Its bytes may be those of the lines after it; where they are damaged, those say so.
            _ = try? source(of: line)
            throw .noArticle(
                reason: "It is an earlier version of article \(line.id), whose line has to stand "
                    + "before it."
            )
        }
        let source = try source(of: line)
        article = line.removal == nil ? line.id : nil
        var item = item
        item.former = FormerPlace(
            id: line.id,
            version: line.version,
            isCurrent: !line.isEarlier,
            copy: line.copy,
            item: line.item,
            removal: line.removal.map { .init(reason: $0.reason, moment: $0.at) }
        )
        var batch = ArticleBatch(
            items: [item],
            original: source.original,
            originalSHA256: source.sha256,
            receivedAt: line.receivedAt,
            duplicates: duplicates,
            given: line.given
        )
        batch.imported = imported
        return batch
    }

    /// The bytes that a line's article came from: its own, those of the line before, or none.
    private mutating func source(
        of line: ExportedArticle
    ) throws(ParsingError) -> (sha256: String, original: Original) {
        guard let said = line.original else {
            return (SHA256.hexadecimal(of: []), Original(bytes: [], declaredType: nil))
        }
        if let bytes = said.bytes {
            // Damaged, they are not those of the lines after it; nor are those before it.
            original = nil
            let sha256 = SHA256.hexadecimal(of: bytes)
            guard said.sha256 ?? sha256 == sha256 else {
                throw .noArticle(reason: "Its original is damaged: its SHA-256 is \(sha256).")
            }
            let found = (sha256, Original(bytes: bytes, declaredType: said.declaredType))
            original = found
            return found
        }
        guard var found = original, said.sha256 ?? found.sha256 == found.sha256 else {
            throw .noArticle(
                reason: "Its original is that of the line before it, which is not here."
            )
        }
        if said.sha256 != nil { found.original.declaredType = said.declaredType }
        return found
    }
}
