import ArticleStore
import Articles
import HTTPServer

/// `GET /articles/{id}`: one article with its text, in any of its forms.
///
/// The ending of the path says which (`/articles/1.txt`), else the field `Accept`. A client's own
/// name for an article may end so itself, and counts first.
struct ShowArticle: Endpoint {
    static let parameters = ParameterList([Parameter.fields, Parameter.pretty])

    static let documentation = EndpointDocumentation(
        "Shows one article; an ending of the path or Accept chooses the form.",
        .answer(
            "The article.",
            .json("Article"),
            .other("text/plain"),
            .other("text/markdown"),
            .other("text/html"),
            .other("application/vnd.iptc.g2.ninjs+json")
        ),
        problems: [404, 406, 410]
    )

    private let reference: ArticleReference
    /// What the path names without a form's ending, where it has one.
    private let ending: (reference: ArticleReference, form: ArticleForm)?
    /// The members asked for; `nil` for all of them.
    private let members: [ArticleMember]?

    init(_ request: inout EndpointRequest) throws(Problem) {
        let segment = request.variables[0]
        reference = ArticleReference(segment)
        ending = ArticleForm.ending(of: segment).map { (ArticleReference($0.stem), $0.form) }
        members = request.parameters.members(.fields)
    }

    func answer(_ context: EndpointContext) throws(Problem) -> Answer? {
        if let ending, try !context.exists(reference) {
            return try answer(context, ending.reference, in: ending.form)
        }
        return try answer(context, reference, in: .accepted(by: context.call))
    }

    private func answer(
        _ context: EndpointContext,
        _ reference: ArticleReference,
        in form: ArticleForm
    ) throws(Problem) -> Answer? {
        let call = context.call
        if form == .html { return try StoryPage.answer(reference, context) }
        let (number, article) = try context.lookup(reference) { reader, number throws(StoreError) in
            try written(number, in: form, reader, context)
        }
        var answer = Answer()
        answer.entityTag = article.entityTag
        answer.variesByAccept = true
        answer.fields.reserveCapacity(4)
        // Never later than the answer itself (RFC 9110 §8.8.2.1).
        let changed = article.modified.map { min($0.at, call.now) }
        if let changed, let modified = article.modified {
            let date = changed == modified.at ? modified.date : HTTPDate.format(changed)
            answer.fields.append(("Last-Modified", date))
        }
        if case .number = reference {
        } else {
            answer.fields.append(("Content-Location", address(of: number)))
        }
        if call.isUnchanged(tag: answer.entityTag, since: changed) {
            answer.status = 304
            return answer
        }
        let about = address(of: number) + "/explain"
        answer.fields.append(("Link", "<\(about)>; rel=\"describedby\""))
        answer.mediaType = form.mediaType
        answer.body = article.body
        return answer
    }

    /// The article in a form: as JSON the loop's cache has it, or it is read, and kept where it is
    /// whole.
    private func written(
        _ number: Int64,
        in form: ArticleForm,
        _ reader: any ArticleReader,
        _ context: EndpointContext
    ) throws(StoreError) -> Lookup<AnswerCache<Int64>.Entry> {
        let isWhole = form == .json && members == nil && !context.call.isPretty
        let mark = isWhole ? reader.mark : nil
        if let mark, let kept = context.api.articles.entry(number, at: mark) {
            return .found(kept)
        }
        switch try reader.article(number) {
        case .found(let article):
            // A later version keeps the first one's moment of receipt.
            let isFirst = article.version == 1
            let received = article.receivedAt
            let entry = AnswerCache<Int64>.Entry(
                entityTag: article.entityTag(of: form),
                modified: isFirst ? (HTTPDate.format(received), received) : nil,
                body: body(of: article, in: form, for: context.call)
            )
            if let mark, mark == reader.mark {
                context.api.articles.keep(entry, for: number, at: mark)
            }
            return .found(entry)
        case .gone(let reason, let moment): return .gone(reason: reason, at: moment)
        case .unknown: return .unknown
        }
    }

    private func body(of article: Article, in form: ArticleForm, for call: Call) -> [UInt8] {
        var writer = JSONWriter(isPretty: call.isPretty, reservingCapacity: 8_192)
        switch form {
        case .text: return Array(article.plainText.utf8)
        case .markdown: return Array(article.markdown.utf8)
        case .html: preconditionFailure("StoryPage makes it")
        case .json: writer.article(article, members ?? ArticleMember.allCases)
        case .ninjs: writer.ninjs(article, baseURL: call.baseURL)
        }
        writer.endLine()
        return writer.bytes
    }
}

extension Call {
    /// Whether the client has the content already (RFC 9110 §13.2.2): a list of tags decides, and
    /// a date only where there is none.
    func isUnchanged(tag: EntityTag?, since changed: Timestamp?) -> Bool {
        if let field = head.fields["If-None-Match"] {
            return tag?.matches(ifNoneMatch: field) ?? false
        }
        guard let changed, let field = head.fields["If-Modified-Since"],
            let seen = HTTPDate.parse(field, now: now)
        else { return false }
        return changed <= seen
    }
}
