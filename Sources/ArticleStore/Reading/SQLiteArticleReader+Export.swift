import Articles
import SQLite

/// All versions of all articles, one after the other: an export's order.
extension SQLiteArticleReader {
    static let nextArticle = """
        SELECT id, name, version, removed_at, removal_reason
        FROM article
        WHERE id > :id
        ORDER BY id
        LIMIT 1
        """
    static let earlierVersion = """
        SELECT version
        FROM article_version
        WHERE article_id = :id AND version < :version
            AND (SELECT removed_at FROM article WHERE id = :id) IS NULL
        ORDER BY version DESC
        LIMIT 1
        """
    static let sameTexts = """
        SELECT count(*)
        FROM article
        WHERE text_digest = (SELECT text_digest FROM article WHERE id = :id)
            AND removed_at IS NULL AND id < :id
        """
    static let versionUpload = """
        SELECT NULL, NULL, part.received_at,
            original.id, sha256, declared_type, original.size, length(bytes), part.item, part.given,
            explanation.size, explanation.json
        FROM article_version AS part
        JOIN original ON original.id = part.original_id
        JOIN explanation
            ON explanation.article_id = part.article_id AND explanation.version = part.version
        WHERE part.article_id = :id AND part.version = :version
        """
    static let currentUpload =
        versionUpload
        .replacing("FROM article_version AS", with: "FROM article AS")
        .replacing("part.article_id", with: "part.id")

    func record(after place: FormerPlace) throws(StoreError) -> StoredRecord? {
        let record: StoredRecord?? = try storeErrors { () throws(SQLiteError) in
            try connection.transaction(.deferred) { () throws(SQLiteError) in
                let earlier = try connection.statement(Self.earlierVersion).first([
                    "id": .integer(place.id), "version": .integer(Int64(place.version)),
                ]) { $0.int(0) }
                if let earlier {
                    let place = FormerPlace(id: place.id, version: earlier, isCurrent: false)
                    return try version(at: place)
                }
                let next = try connection.statement(Self.nextArticle)
                    .first(["id": .integer(place.id)]) { row in
                        let removal = row.optionalInt64(3).map { moment in
                            FormerPlace.Removal(
                                reason: row.optionalString(4),
                                moment: Timestamp(secondsSince1970: moment)
                            )
                        }
                        let place = FormerPlace(
                            id: row.int64(0),
                            version: row.int(2),
                            removal: removal
                        )
                        return (name: row.optionalString(1), place: place)
                    }
                guard var next else { return .some(nil) }
                if next.place.removal != nil { return .removed(name: next.name, next.place) }
                let copy = try connection.statement(Self.sameTexts)
                    .first(["id": .integer(next.place.id)]) { $0.int(0) }
                next.place.copy = copy ?? 0
                return try version(at: next.place)
            }
        }
        guard let record else {
            throw .corrupt(detail: "a version after \(place.version) of article \(place.id)")
        }
        return record
    }

    /// A version that is there; `nil` where something of it is missing or damaged.
    private func version(at place: FormerPlace) throws(SQLiteError) -> StoredRecord?? {
        let found =
            place.isCurrent
            ? try rows.article(place.id) : try rows.article(place.id, version: place.version)
        guard case .found(let article) = found else { return nil }
        var place = place
        let values: Bindings = [
            "id": .integer(place.id), "version": .integer(Int64(place.version)),
        ]
        let sql = place.isCurrent ? Self.currentUpload : Self.versionUpload
        let made = try connection.statement(sql).first(values) {
            row -> (StoredUpload, [UInt8])? in
            let upload = StoredUpload(
                id: place.id,
                version: place.version,
                item: row.int(8),
                given: row.optionalString(9),
                original: StoredOriginal(row)
            )
            let explanation = row.withBytes(11) {
                packers.explanations.unpack($0, size: row.int(10))
            }
            return explanation.map { (upload, $0) }
        }
        guard case let (upload, explanation)?? = made else { return nil }
        place.item = upload.item
        return .version(
            StoredVersion(
                article: article,
                place: place,
                upload: upload,
                explanation: explanation
            )
        )
    }
}
