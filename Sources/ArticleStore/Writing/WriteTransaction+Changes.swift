import Articles
import SQLite

/// What happens to articles that are there: removing, restoring, reading their original again.
extension WriteTransaction {
    /// Takes an article out of every list and search; its row stays, with the reason.
    func remove(
        _ id: Int64,
        version: Int?,
        reason: String?,
        at moment: Timestamp
    ) throws(SQLiteError) -> Lookup<RemovalOutcome> {
        let article: Article
        switch try rows.article(id) {
        case .found(let found): article = found
        case .gone(let reason, let moment): return .gone(reason: reason, at: moment)
        case .unknown: return .unknown
        }
        if let version, version != article.version { return .found(.stale(article)) }
        try unindex(id)
        try connection.statement(
            """
            UPDATE article
            SET removed_at = :removed_at, removal_reason = :reason
            WHERE id = :id
            """
        ).run([
            "removed_at": .integer(moment.secondsSince1970), "reason": .text(reason),
            "id": .integer(id),
        ])
        pending.articleDelta -= 1
        return .found(.removed(article))
    }

    static let removedArticle = "SELECT name, paragraph_count, headline FROM article WHERE id = :id"

    /// Puts a removed article into every list and search again.
    func restore(_ id: Int64) throws(SQLiteError) -> RestoreOutcome {
        switch try rows.article(id) {
        case .unknown: return .unknown
        case .found(let article): return .unchanged(article)
        case .gone: break
        }
        let (name, isTextless) =
            try connection.statement(Self.removedArticle).first(["id": .integer(id)]) { row in
                (row.optionalString(0), row.int(1) == 0 && row.optionalString(2) == nil)
            } ?? (nil, false)
        if isTextless { return .withoutText }
        if let name, let other = try liveArticle(named: name) {
            return .nameTaken(by: try rows.required(other.id))
        }
        try connection.statement(
            """
            UPDATE article
            SET removed_at = NULL, removal_reason = NULL
            WHERE id = :id
            """
        ).run(["id": .integer(id)])
        try reindex(id)
        pending.articleDelta += 1
        return .restored(try rows.required(id))
    }

    /// Replaces what was found in an article's original.
    ///
    /// Where only the explanation differs, it is replaced and there is no new version.
    func reparse(
        _ stored: StoredUpload,
        as article: PreparedArticle
    ) throws(SQLiteError) -> ReparseOutcome {
        guard case .found(let current) = try rows.article(stored.id),
            current.version == stored.version
        else { return .stale }
        guard current.fields != article.fields else {
            try writeExplanation(of: article, id: stored.id, version: Int64(current.version))
            pending.hasChanges = true
            return .unchanged(current)
        }
        let origin = Origin(
            id: stored.original.row,
            sha256Digits: current.rawSHA256,
            receivedAt: current.receivedAt
        )
        return .updated(try update(stored.id, with: article, from: origin))
    }
}
