import Articles
import SQLite

/// Articles that come from another store's export, with their numbers, versions and removals.
extension WriteTransaction {
    /// Writes an exported article.
    func insert(
        _ article: PreparedArticle,
        from former: FormerPlace,
        name: String?,
        of batch: PreparedBatch
    ) throws(SQLiteError) -> InsertOutcome {
        if !former.isCurrent {
            return try insert(earlier: article, from: former, of: batch)
        }
        if let removal = former.removal {
            return try insert(removed: article, from: former, removal, name: name, of: batch)
        }
        let outcome = try insertCurrent(article, from: former, name: name, of: batch)
        batch.imported.note(former.id, became: outcome.id)
        return outcome
    }

    /// Decides by the name first, by the text second.
    ///
    /// A text is there already where as many articles have it as had it before this one. Else it is
    /// the article that it was, if nobody has its number.
    private func insertCurrent(
        _ article: PreparedArticle,
        from former: FormerPlace,
        name: String?,
        of batch: PreparedBatch
    ) throws(SQLiteError) -> InsertOutcome {
        let plan = try plan(
            for: article,
            name: name,
            duplicates: batch.duplicates,
            copy: former.copy,
            isKnownByAddress: try !isFree(former.id)
        )
        switch plan {
        case .keep(let outcome): return outcome
        case .update(let id):
            return .updated(try update(id, with: article, from: origin(of: batch)))
        case .create:
            let number = try isFree(former.id) ? former.id : nil
            let made = try create(
                article,
                number: number,
                version: former.version,
                name: name,
                from: origin(of: batch)
            )
            return .created(made)
        }
    }

    /// Notes that an article was removed, where its number is free; else that number stands for
    /// another article, and nothing is to be said of this one.
    private func insert(
        removed article: PreparedArticle,
        from former: FormerPlace,
        _ removal: FormerPlace.Removal,
        name: String?,
        of batch: PreparedBatch
    ) throws(SQLiteError) -> InsertOutcome {
        guard try isFree(former.id) else { return .unchanged(self.note(article, former, batch)) }
        // Without the name at first: it may be that of an article that is there.
        let note = try create(
            article,
            number: former.id,
            version: former.version,
            name: nil,
            from: origin(of: batch)
        )
        _ = try remove(
            former.id,
            version: nil,
            reason: removal.reason,
            at: removal.moment
        )
        try connection.statement("UPDATE article SET name = :name WHERE id = :id")
            .run(["name": .text(name), "id": .integer(former.id)])
        return .created(note)
    }

    private static let earlier = """
        INSERT INTO article_version (article_id, version, \(ArticleColumns.list))
        VALUES (:id, :version, \(ArticleColumns.parameters))
        """

    /// Puts a version before the others of its article.
    private func insert(
        earlier article: PreparedArticle,
        from former: FormerPlace,
        of batch: PreparedBatch
    ) throws(SQLiteError) -> InsertOutcome {
        guard let id = batch.imported.id(of: former.id),
            case .found(let current) = try rows.article(id)
        else {
            // The article could not be written, or was removed since.
            return .refused(note(article, former, batch), by: .version)
        }
        if case .found(let other) = try rows.article(id, version: former.version) {
            return other.fields == article.fields
                ? .unchanged(current) : .refused(current, by: .version)
        }
        guard former.version < current.version else { return .refused(current, by: .version) }
        var values: Bindings = [
            "id": .integer(id), "version": .integer(Int64(former.version)),
        ]
        values.append(try columns(of: article, from: origin(of: batch)))
        try connection.statement(Self.earlier).run(values)
        try writeParts(of: article, id: id, version: Int64(former.version))
        pending.hasChanges = true
        return .updated(current)
    }

    /// What an outcome tells of an article that is not in the store.
    private func note(
        _ article: PreparedArticle,
        _ former: FormerPlace,
        _ batch: PreparedBatch
    ) -> Article {
        let origin = Origin(
            id: 0,
            sha256Digits: batch.original.sha256Digits,
            receivedAt: batch.receivedAt
        )
        return stored(article, id: former.id, version: former.version, name: nil, from: origin)
    }

    static let lastNumber = "SELECT seq FROM sqlite_sequence WHERE name = 'article'"

    /// Whether a number can be an imported article's: none from it on has been given.
    ///
    /// Numbers that would leave few for those to come are not taken over.
    private func isFree(_ id: Int64) throws(SQLiteError) -> Bool {
        let last = try connection.statement(Self.lastNumber).first { $0.int64(0) } ?? 0
        return id > last && id < 1 << 48
    }
}

extension InsertOutcome {
    /// The number of the article that it is about.
    fileprivate var id: Int64 {
        switch self {
        case .created(let article), .updated(let article), .unchanged(let article),
            .duplicate(let article), .refused(let article, _):
            article.id
        }
    }
}
