import ArticleStore
import Articles

extension ArticleService {
    /// Sets fields of an article by hand, as a new version.
    ///
    /// - Parameters:
    ///   - id: The article's number.
    ///   - version: The version that the change was made to.
    ///   - fields: All the article's fields, with the change.
    ///   - names: The fields that the change is about; each is explained as set by hand.
    ///   - completion: Called once; `.stale` where the article is of another version by now.
    package func amend(
        _ id: Int64,
        version: Int,
        to fields: ArticleFields,
        _ names: Set<FieldName>,
        completion: @escaping @Sendable (Result<Lookup<ReparseOutcome>, ServiceError>) -> Void
    ) {
        withReader(completion) { [store] reader throws(ServiceError) in
            switch try Self.amendment(id, of: reader) {
            case .gone(let reason, let moment):
                completion(.success(.gone(reason: reason, at: moment)))
            case .unknown: completion(.success(.unknown))
            case .found((let stored, var explanation)):
                guard stored.version == version else {
                    return completion(.success(.found(.stale)))
                }
                explanation.setByHand(names, in: fields)
                let article = ParsedUpload.Article(
                    ArticleDraft(fields: fields, explanation: explanation)
                )
                store.reparse(stored, as: article.item(named: nil)) { outcome in
                    completion(outcome.map { .found($0) }.mapError(ServiceError.store))
                }
            }
        }
    }

    private static func amendment(
        _ id: Int64,
        of reader: any ArticleReader
    ) throws(ServiceError) -> Lookup<(StoredUpload, Explanation)> {
        do throws(StoreError) {
            switch (try reader.storedUpload(of: id), try reader.explanation(of: id)) {
            case (.found(let stored), .found(let bytes)):
                guard let explanation = JSONValue(bytes).flatMap(Explanation.init) else {
                    throw .corrupt(detail: "the explanation of article \(id)")
                }
                return .found((stored, explanation))
            case (.gone(let reason, let moment), _), (_, .gone(let reason, let moment)):
                return .gone(reason: reason, at: moment)
            case (.unknown, _), (_, .unknown): return .unknown
            }
        } catch {
            throw .store(error)
        }
    }
}

extension ArticleBatch.Item {
    /// What was found when an original was read again, with the fields that a person set since.
    func keepingManualFields(
        of id: Int64,
        from reader: any ArticleReader
    ) throws(StoreError) -> ArticleBatch.Item {
        guard case .found(let bytes) = try reader.explanation(of: id),
            let manual = JSONValue(bytes).flatMap(Explanation.init)?.manualFields, !manual.isEmpty,
            case .found(let article) = try reader.article(id)
        else { return self }
        var draft = draft
        draft.fields.take(manual, from: article.fields)
        draft.explanation.setByHand(manual, in: article.fields)
        return ParsedUpload.Article(draft).item(named: name)
    }
}
