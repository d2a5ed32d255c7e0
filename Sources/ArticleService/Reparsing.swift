import ArticleParsing
import ArticleStore
import Articles
import Dispatch

/// Reading stored originals again, after the parser has learnt something.
enum Reparsing {
    /// What the parser finds today where an article was found before.
    ///
    /// The client's own words count as they did, and dates are resolved against the day of receipt.
    ///
    /// - Throws: Why there is no article in that place any more; the stored one is as good as it gets.
    static func item(
        of stored: StoredUpload,
        from reader: any ArticleReader
    ) throws(ServiceError) -> ArticleBatch.Item {
        var upload = Upload(
            bytes: try bytes(of: stored.original, from: reader),
            declaredType: stored.original.declaredType,
            receivedOn: stored.original.receivedAt.day
        )
        StoredGiven.decode(stored.given, into: &upload)
        switch ParsedUpload.parsing(upload) {
        case .failure(let error): throw error
        case .success(let parsed):
            let articles = parsed.articles
            guard stored.item < articles.count else {
                throw .parsing(
                    .noArticle(
                        reason:
                            "It holds \(articles.count) articles and not the one in place "
                            + "\(stored.item + 1)."
                    )
                )
            }
            return articles[stored.item].item(named: nil)
        }
    }

    private static func bytes(
        of original: StoredOriginal,
        from reader: any ArticleReader
    ) throws(ServiceError) -> [UInt8] {
        guard original.length > 0 else { return [] }
        do throws(StoreError) {
            let source = OriginalReader(original)
            return try source.next(maximumBytes: original.length, from: reader) ?? []
        } catch {
            throw .store(error)
        }
    }
}

extension ParsedUpload.Article {
    /// The article as it is handed to the store, with the client's own name for it.
    func item(named name: String?) -> ArticleBatch.Item {
        ArticleBatch.Item(
            draft: draft,
            textDigest: TextDigest.of(draft.fields),
            wordCount: wordCount,
            name: name
        )
    }
}

/// What became of all the articles of a store whose originals were read again.
package struct ReparseSummary: Sendable, Equatable {
    /// How many have a new version.
    package var updated = 0
    /// Of how many the same was found.
    package var unchanged = 0
    /// The numbers of those in whose originals no article was found any more; left as they are.
    package var failed: [Int64] = []
    /// How many were changed or removed meanwhile; left as they are.
    package var skipped = 0
}

extension ArticleService {
    /// Reads all originals again, on the caller's thread and others, and waits for it.
    ///
    /// `progress` is told after every few hundred articles.
    package func reparseAll(
        _ progress: (ReparseSummary) -> Void
    ) throws(ServiceError) -> ReparseSummary {
        let summary = Locked(ReparseSummary())
        var after: Int64 = 0
        do throws(StoreError) {
            let reader = try makeReader()
            while true {
                let ids = try reader.ids(after: after, limit: 256)
                guard let last = ids.last else { return summary.withLock { $0 } }
                let failure = Locked<StoreError?>(nil)
                let group = DispatchGroup()
                for id in ids {
                    group.enter()
                    reparse(id) { result in
                        summary.withLock { $0.count(id, result) }
                        if case .failure(.store(let error)) = result {
                            failure.withLock { $0 = error }
                        }
                        group.leave()
                    }
                }
                group.wait()
                if let error = failure.withLock({ $0 }) { throw error }
                progress(summary.withLock { $0 })
                after = last
            }
        } catch {
            throw .store(error)
        }
    }
}

extension ReparseSummary {
    fileprivate mutating func count(
        _ id: Int64,
        _ result: Result<Lookup<ReparseOutcome>, ServiceError>
    ) {
        switch result {
        case .success(.found(.updated)): updated += 1
        case .success(.found(.unchanged)): unchanged += 1
        case .success: skipped += 1
        case .failure: failed.append(id)
        }
    }
}
