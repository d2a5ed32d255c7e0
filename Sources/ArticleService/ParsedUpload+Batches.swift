import ArticleParsing
import ArticleStore
import Articles

extension ParsedUpload {
    /// What the store is to write, in the order of the articles: those that came from the upload as
    /// a whole share its bytes, each that came from a line of its own has those.
    ///
    /// - Parameters:
    ///   - original: The upload's bytes.
    ///   - receivedAt: When it was received.
    ///   - name: The client's own name for the first article, unless the upload says one.
    ///   - duplicates: What to do with a text that is there already.
    ///   - given: What the client said beside the upload, and what of that is said of its lines.
    ///   - exports: The exported lines before; an exported line that does not fit them becomes one
    ///     that failed.
    /// - Returns: The batches; none where no item has an article.
    mutating func batches(
        of original: Original,
        receivedAt: Timestamp,
        name: String?,
        duplicates: ArticleBatch.DuplicatePolicy,
        given: (upload: String?, line: String?),
        after exports: inout ExportedLines
    ) -> [ArticleBatch] {
        var batches: [ArticleBatch] = []
        var digest: String?
        var isLastWhole = false
        for index in items.indices {
            // Why an item has no article is said where its outcome would be.
            guard let article = try? items[index].result.get() else { continue }
            let item = items[index]
            let entry = article.item(named: item.name)
            if let exported = item.exported {
                do throws(ParsingError) {
                    batches.append(try exports.batch(entry, exported, duplicates: duplicates))
                    isLastWhole = false
                } catch {
                    items[index].result = .failure(error)
                }
                continue
            }
            let isWhole = item.original == nil
            if isWhole, isLastWhole {
                batches[batches.count - 1].items.append(entry)
                continue
            }
            isLastWhole = isWhole
            let source = item.original.map {
                Original(bytes: $0, declaredType: "application/json")
            }
            let sha256 =
                source.map { SHA256.hexadecimal(of: $0.bytes) } ?? digest
                ?? SHA256.hexadecimal(of: original.bytes)
            if isWhole { digest = sha256 }
            batches.append(
                ArticleBatch(
                    items: [entry],
                    original: source ?? original,
                    originalSHA256: sha256,
                    receivedAt: receivedAt,
                    name: batches.isEmpty ? name : nil,
                    duplicates: duplicates,
                    given: isWhole ? given.upload : given.line
                )
            )
        }
        return batches
    }
}

extension ParsedUpload {
    /// Stores what was parsed; `completion` is called after COMMIT, or at once where there is
    /// nothing to be stored.
    package func store(
        in store: any ArticleStore,
        _ original: Original,
        receivedAt: Timestamp,
        name: String? = nil,
        duplicates: ArticleBatch.DuplicatePolicy = .return,
        given: (upload: String?, line: String?) = (nil, nil),
        completion: @escaping @Sendable (Result<Ingestion, ServiceError>) -> Void
    ) {
        var parsed = self
        var exports = ExportedLines()
        let batches = parsed.batches(
            of: original,
            receivedAt: receivedAt,
            name: name,
            duplicates: duplicates,
            given: given,
            after: &exports
        )
        guard !batches.isEmpty else {
            return completion(.success(Ingestion(parsed, outcomes: [], storing: .zero)))
        }
        let handedOver = ContinuousClock.now
        store.insert(batches) { [parsed] outcomes in
            completion(
                outcomes.mapError(ServiceError.store).map { outcomes in
                    Ingestion(
                        parsed,
                        outcomes: outcomes.flatMap(\.self),
                        storing: handedOver.duration(to: .now)
                    )
                }
            )
        }
    }
}

extension Ingestion {
    /// Says what became of an upload: `outcomes` has one for each of its articles.
    init(_ parsed: ParsedUpload, outcomes: [InsertOutcome], storing: Duration) {
        var outcomes = outcomes[...]
        let items = parsed.items.map { item in
            Item(
                item.result.map { _ in outcomes.removeFirst() },
                warnings: item.warnings,
                line: item.line,
                name: item.name
            )
        }
        self.init(items: items, parsing: parsed.duration, storing: storing)
    }
}

extension ParsedUpload.Item {
    /// What the client should know of how it was read.
    fileprivate var warnings: [ArticleWarning] {
        // Why it has no article is said in its place.
        (try? result.get())?.draft.warnings ?? []
    }
}
