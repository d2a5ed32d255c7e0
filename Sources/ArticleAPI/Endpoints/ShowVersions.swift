import ArticleStore
import Articles
import HTTPServer

/// `GET /articles/{id}/versions`: what an article was before, the newest first.
struct ShowVersions: Endpoint {
    static let parameters = ParameterList([Parameter.pretty])

    private let reference: ArticleReference

    init(_ request: inout EndpointRequest) throws(Problem) {
        reference = ArticleReference(request.variables[0])
    }

    func answer(_ context: EndpointContext) throws(Problem) -> Answer? {
        let (number, versions) = try context.lookup(reference) {
            reader,
            number throws(StoreError) in try reader.versions(of: number)
        }
        var writer = JSONWriter(isPretty: context.call.isPretty)
        writer.beginObject()
        writer.member("id", number)
        writer.member("url", address(of: number))
        writer.key("versions")
        writer.beginArray()
        for version in versions {
            writer.beginObject()
            writer.member("version", version.version)
            writer.member("url", "\(address(of: number))/versions/\(version.version)")
            writer.member("headline", version.headline)
            writer.member("word_count", version.wordCount)
            writer.member("raw_sha256", version.rawSHA256)
            writer.member("received_at", version.receivedAt.rfc3339)
            writer.endObject()
        }
        writer.endArray()
        writer.endObject()
        writer.endLine()
        var answer = Answer.json(writer.bytes)
        answer.entityTag = EntityTag(opaque: "\(number)-\(versions.count)")
        return answer
    }
}

/// `GET /articles/{id}/versions/{n}`: the article as it was; `/versions/{a}..{b}`: what became of its
/// fields and paragraphs from the one version to the other.
struct ShowArticleVersion: Endpoint {
    static let parameters = ParameterList([Parameter.fields, Parameter.pretty])

    private enum Wanted {
        case one(Int)
        case changes(from: Int, to: Int)
    }

    private let reference: ArticleReference
    private let wanted: Wanted
    private let members: [ArticleMember]

    init(_ request: inout EndpointRequest) throws(Problem) {
        reference = ArticleReference(request.variables[0])
        members = request.parameters.members(.fields) ?? ArticleMember.allCases
        let text = request.variables[1]
        if let version = Self.number(text[...]) {
            wanted = .one(version)
        } else if let dots = text.firstRange(of: ".."),
            let first = Self.number(text[..<dots.lowerBound]),
            let second = Self.number(text[dots.upperBound...])
        {
            wanted = .changes(from: first, to: second)
        } else {
            throw Self.unknownVersion(text, of: request.variables[0])
        }
    }

    func answer(_ context: EndpointContext) throws(Problem) -> Answer? {
        switch wanted {
        case .one(let version):
            let (number, article) = try article(version, context)
            var writer = JSONWriter(isPretty: context.call.isPretty, reservingCapacity: 8_192)
            writer.article(article, members)
            writer.endLine()
            return answer(writer.bytes, tag: "\(number)-\(version)", context)
        case .changes(let first, let second):
            let (number, old) = try article(first, context)
            let (_, new) = try article(second, context)
            var writer = JSONWriter(isPretty: context.call.isPretty, reservingCapacity: 8_192)
            writer.beginObject()
            writer.member("id", number)
            writer.member("url", address(of: number))
            writer.member("from", first)
            writer.member("to", second)
            writer.key("fields")
            writer.changes(from: old.fields, to: new.fields)
            writer.key("paragraphs")
            writer.changes(
                from: old.fields.runningParagraphs.map(\.text),
                to: new.fields.runningParagraphs.map(\.text),
                includesSame: true
            )
            writer.endObject()
            writer.endLine()
            return answer(writer.bytes, tag: "\(number)-\(first)-\(second)", context)
        }
    }

    private func article(
        _ version: Int,
        _ context: EndpointContext
    ) throws(Problem) -> (number: Int64, article: Article) {
        let (number, lookup) = try context.lookup(reference) {
            reader,
            number throws(StoreError) -> Lookup<Article?> in
            switch try reader.article(number, version: version) {
            case .found(let article): return .found(article)
            case .gone(let reason, let moment): return .gone(reason: reason, at: moment)
            case .unknown:
                // Of an article that is there, or not.
                guard case .found = try reader.versions(of: number) else { return .unknown }
                return .found(nil)
            }
        }
        guard let lookup else { throw Self.unknownVersion("\(version)", of: "\(number)") }
        return (number, lookup)
    }

    private func answer(_ body: [UInt8], tag: String, _ context: EndpointContext) -> Answer {
        var answer = Answer.json(body)
        // What a version was never changes, but for its name, and its removal.
        answer.entityTag = EntityTag(opaque: "version-\(tag)", isWeak: true)
        let field = context.call.head.fields["If-None-Match"]
        if let field, answer.entityTag?.matches(ifNoneMatch: field) ?? false {
            return Answer(status: 304, entityTag: answer.entityTag)
        }
        return answer
    }

    private static func number(_ text: Substring) -> Int? {
        guard text.utf8.allSatisfy(\.isASCIIDigit), let number = Int(text), number > 0 else {
            return nil
        }
        return number
    }

    private static func unknownVersion(_ text: String, of article: String) -> Problem {
        Problem(
            .unknownVersion,
            "'\(shown(text))' is no version of this article; 2 would be one, 1..2 what changed.",
            hint: .command(
                CurlCommand(
                    path: "/articles/\(PercentEncoding.encodeSegment(article))/versions"
                )
            )
        )
    }
}
