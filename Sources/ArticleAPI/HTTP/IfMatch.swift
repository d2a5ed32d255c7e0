import Articles
import HTTPServer

/// Which version of an article a change is made to, by the field `If-Match` (RFC 9110 §13.1.1).
struct IfMatch: Sendable {
    /// What the description of the API says of the field.
    static let documentation = (
        name: "If-Match",
        words: "The ETag of the version that the change is made to.",
        schema: ParameterSchema.required(#"^(\*|"[1-9][0-9]{0,6}-[1-9][0-9]{0,3}")$"#)
    )

    /// The field; `nil` where the client names no version.
    private let field: String?

    /// Reads the field.
    ///
    /// - Throws: 428 where it is absent and the server takes no change without it (RFC 6585 §3), 400
    ///   where it names no version.
    init(_ call: Call, in settings: ArticleAPI.Settings) throws(Problem) {
        field = call.head.fields["If-Match"]
        if let field, !EntityTag.isList(field) {
            throw Problem(
                .malformedRequest,
                "'\(shown(field))' names no ETag in If-Match: it has quotes around it, as in \"1-2\".",
                hint: .command(CurlCommand(options: ["-i"], path: call.head.path))
            )
        }
        guard field == nil, settings.changesTakeIfMatch else { return }
        throw Problem(
            .preconditionRequired,
            "A change has to say in If-Match to which version it is made.",
            hint: .command(CurlCommand(options: ["-i"], path: call.head.path))
        )
    }

    /// The version that the article has to be of when it is changed; `nil` for any.
    ///
    /// - Throws: 412 where it is of another already.
    func version(of article: Article) throws(Problem) -> Int? {
        guard let field else { return nil }
        guard article.entityTag.matches(ifMatch: field) else { throw .preconditionFailed(article) }
        return article.version
    }
}

extension Article {
    /// The validator of its JSON form.
    var entityTag: EntityTag { entityTag(of: .json) }

    /// The validator of a form.
    func entityTag(of form: ArticleForm) -> EntityTag {
        let suffix = form == .json ? "" : "-" + form.rawValue
        return EntityTag(opaque: "\(id)-\(version)\(suffix)")
    }
}

extension Problem {
    /// The article is of another version than the change was made to (RFC 9110 §15.5.13).
    static func preconditionFailed(_ article: Article) -> Problem {
        var problem = Problem(
            .preconditionFailed,
            "Article \(article.id) is not, or not any more, of the version that If-Match names.",
            hint: .command(CurlCommand(options: ["-i"], path: address(of: article.id)))
        )
        problem.related = Related(id: article.id, version: article.version)
        return problem
    }
}
