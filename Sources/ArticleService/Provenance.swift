import ArticleParsing
import ArticleStore
import Articles

/// What an article was found in, and how.
package struct Provenance: Sendable {
    /// How it was found, as the store keeps it: a JSON object.
    package var explanation: [UInt8]
    /// The bytes it came from.
    package var original: Bytes
    /// The media type that they were declared to be.
    package var declaredType: String?

    /// The bytes of an original.
    package enum Bytes: Sendable {
        /// All of them.
        case whole([UInt8])
        /// More than were asked for.
        case tooLong
    }

    /// The texts that the original decodes to, which the article's spans count in one of; none where
    /// it is too long or cannot be decoded any more.
    ///
    /// What the sender said beside the bytes is not kept, so that it is told anew what they turned
    /// out to be: `charset` and `format` by the explanation's `input`.
    package func texts(charset: String, format: InputFormat?) -> [String] {
        guard case .whole(let bytes) = original else { return [] }
        var upload = Upload(
            bytes: bytes,
            declaredType: declaredType,
            receivedOn: CalendarDay(daysSince1970: 0)
        )
        upload.given.charset = charset
        upload.given.format = format
        // What cannot be decoded is offered as it was received, at `/raw`.
        return (try? ArticleParser().texts(of: upload)) ?? []
    }
}

extension ArticleService {
    /// Looks up what an article was found in; `completion` is called on a reader's thread.
    ///
    /// An original of more than `maximumBytes` is not read.
    package func provenance(
        of id: Int64,
        maximumBytes: Int,
        completion: @escaping @Sendable (Result<Lookup<Provenance>, ServiceError>) -> Void
    ) {
        read(
            { reader throws(StoreError) -> Lookup<Provenance> in
                let explanation: [UInt8]
                switch try reader.explanation(of: id) {
                case .found(let json): explanation = json
                case .gone(let reason, let moment): return .gone(reason: reason, at: moment)
                case .unknown: return .unknown
                }
                let stored: StoredOriginal
                switch try reader.storedOriginal(of: id) {
                case .found(let original): stored = original
                case .gone(let reason, let moment): return .gone(reason: reason, at: moment)
                case .unknown: return .unknown
                }
                var bytes = Provenance.Bytes.tooLong
                if stored.length == 0 {
                    bytes = .whole([])
                } else if stored.length <= maximumBytes {
                    let whole = try OriginalReader(stored).next(
                        maximumBytes: stored.length,
                        from: reader
                    )
                    bytes = .whole(whole ?? [])
                }
                return .found(
                    Provenance(
                        explanation: explanation,
                        original: bytes,
                        declaredType: stored.declaredType
                    )
                )
            },
            completion: completion
        )
    }
}
