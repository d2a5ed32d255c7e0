import ArticleStore
import Articles
import HTTPServer

/// `GET /articles/{id}`: one article with its text.
struct ShowArticle: Endpoint {
    static let parameters = ParameterList([Parameter.fields, Parameter.pretty])

    private let reference: ArticleReference
    /// The members asked for; `nil` for all of them.
    private let members: [ArticleMember]?

    init(_ request: inout EndpointRequest) throws(Problem) {
        reference = ArticleReference(request.variables[0])
        members = request.parameters.members(.fields)
    }

    func answer(_ context: EndpointContext) throws(Problem) -> Answer? {
        let call = context.call
        let article = try context.lookup(reference) { reader, number throws(StoreError) in
            try written(number, reader, context)
        }.found
        var answer = Answer()
        answer.entityTag = article.entityTag
        // Never later than the answer itself (RFC 9110 §8.8.2.1).
        let changed = min(article.receivedAt, call.now)
        let lastModified =
            changed == article.receivedAt ? article.lastModified : HTTPDate.format(changed)
        answer.fields.reserveCapacity(3)
        answer.fields.append(("Last-Modified", lastModified))
        if case .number = reference {
        } else {
            answer.fields.append(("Content-Location", address(of: article.id)))
        }
        if call.isUnchanged(tag: answer.entityTag, since: changed) {
            answer.status = 304
            return answer
        }
        let about = address(of: article.id) + "/explain"
        answer.fields.append(("Link", "<\(about)>; rel=\"describedby\""))
        answer.mediaType = "application/json"
        answer.body = article.body
        return answer
    }

    /// The article as JSON: the loop's cache has it, or it is read, and kept where it is whole.
    private func written(
        _ number: Int64,
        _ reader: any ArticleReader,
        _ context: EndpointContext
    ) throws(StoreError) -> Lookup<ArticleCache.Entry> {
        let isWhole = members == nil && !context.call.isPretty
        let mark = isWhole ? reader.mark : nil
        if let mark, let kept = context.api.articles.article(number, at: mark) {
            return .found(kept)
        }
        switch try reader.article(number) {
        case .found(let article):
            var writer = JSONWriter(isPretty: context.call.isPretty, reservingCapacity: 8_192)
            writer.article(article, members ?? ArticleMember.allCases)
            writer.endLine()
            let entry = ArticleCache.Entry(
                id: article.id,
                entityTag: EntityTag(opaque: "\(article.id)-\(article.version)"),
                receivedAt: article.receivedAt,
                lastModified: HTTPDate.format(article.receivedAt),
                body: writer.bytes
            )
            if let mark, mark == reader.mark { context.api.articles.keep(entry, at: mark) }
            return .found(entry)
        case .gone(let reason, let moment): return .gone(reason: reason, at: moment)
        case .unknown: return .unknown
        }
    }
}

extension Call {
    /// Whether the client has the content already (RFC 9110 §13.2.2): a list of tags decides, and
    /// a date only where there is none.
    func isUnchanged(tag: EntityTag?, since changed: Timestamp) -> Bool {
        if let field = head.fields["If-None-Match"] {
            return tag?.matches(ifNoneMatch: field) ?? false
        }
        guard let field = head.fields["If-Modified-Since"],
            let seen = HTTPDate.parse(field, now: now)
        else { return false }
        return changed <= seen
    }
}
