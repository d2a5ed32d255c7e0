import ArticleStore
import Articles
import HTTPServer

/// `GET /articles/{id}`: one article with its text.
struct ShowArticle: Endpoint {
    static let parameters = ParameterList([Parameter.fields, Parameter.pretty])

    private let reference: ArticleReference
    private let members: [ArticleMember]

    init(_ request: inout EndpointRequest) throws(Problem) {
        reference = ArticleReference(request.variables[0])
        members = request.parameters.members(.fields) ?? ArticleMember.allCases
    }

    func answer(_ context: EndpointContext) throws(Problem) -> Answer? {
        let article = try context.lookup(reference) { reader, number throws(StoreError) in
            try reader.article(number)
        }.found
        let call = context.call
        var answer = Answer()
        answer.entityTag = EntityTag(opaque: "\(article.id)-\(article.version)")
        // Never later than the answer itself (RFC 9110 §8.8.2.1).
        let changed = min(article.receivedAt, call.now)
        answer.fields.append(("Last-Modified", HTTPDate.format(changed)))
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
        var writer = JSONWriter(isPretty: call.isPretty, reservingCapacity: 8_192)
        writer.article(article, members)
        writer.endLine()
        answer.mediaType = "application/json"
        answer.body = writer.bytes
        return answer
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
