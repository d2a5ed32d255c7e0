import ArticleStore
import Articles

/// How a path names an article: by its number, by `sha256:` and the digest of the bytes it came
/// from, or by the client's own name, with or without `name:`.
enum ArticleReference: Sendable, Equatable {
    case number(Int64)
    case digest(String)
    case name(String)

    /// Reads a segment of a path.
    init(_ segment: String) {
        let digits = segment.utf8.allSatisfy(\.isASCIIDigit)
        if digits, let number = Int64(segment) {
            self = .number(number)
        } else if segment.hasPrefix("sha256:") {
            self = .digest(segment.dropFirst(7).lowercased())
        } else if segment.hasPrefix("name:") {
            self = .name(String(segment.dropFirst(5)))
        } else {
            self = .name(segment)
        }
    }

    /// The number of the article; `nil` where there is none of that name or digest.
    func number(in reader: any ArticleReader) throws(StoreError) -> Int64? {
        switch self {
        case .number(let number): number
        case .digest(let digest): try reader.id(withSHA256: digest)
        case .name(let name): try reader.id(named: name)
        }
    }
}

extension EndpointContext {
    /// Whether a path names an article, be it removed.
    func exists(_ reference: ArticleReference) throws(Problem) -> Bool {
        do throws(StoreError) {
            return try api.withReader { reader throws(StoreError) in
                try reference.number(in: reader) != nil
            }
        } catch {
            throw problem(.store(error))
        }
    }

    /// Looks something up about the article that a path names.
    ///
    /// - Throws: That it is unknown or gone, or that the store cannot say.
    func lookup<Found>(
        _ reference: ArticleReference,
        _ look: (any ArticleReader, Int64) throws(StoreError) -> Lookup<Found>
    ) throws(Problem) -> (number: Int64, found: Found) {
        let result: (number: Int64, lookup: Lookup<Found>)?
        do throws(StoreError) {
            result = try api.withReader {
                reader throws(StoreError) -> (number: Int64, lookup: Lookup<Found>)? in
                guard let number = try reference.number(in: reader) else { return nil }
                return (number, try look(reader, number))
            }
        } catch {
            throw problem(.store(error))
        }
        switch result {
        case .some((let number, .found(let found))): return (number, found)
        case .some((let number, .gone(let reason, let moment))):
            throw .gone(number, reason: reason, at: moment)
        case .some((_, .unknown)), nil: throw .unknownArticle
        }
    }
}

extension Problem {
    /// There is no such article.
    static var unknownArticle: Problem {
        Problem(
            .unknownArticle,
            "There is no article with this number, name or digest.",
            hint: .command(newest)
        )
    }

    /// The command that lists the newest articles.
    private static var newest: CurlCommand {
        CurlCommand(
            path: "/articles",
            query: QueryString(items: [QueryString.Item(name: "limit", value: "5")])
        )
    }

    /// There was such an article.
    static func gone(_ number: Int64, reason: String?, at moment: Timestamp) -> Problem {
        var problem = Problem(
            .gone,
            "Article \(number) was removed at \(moment.rfc3339).",
            hint: .command(newest)
        )
        problem.reason = reason
        return problem
    }
}
