import Articles

/// The forms in which one article is answered: by the ending of its path, or by `Accept`.
enum ArticleForm: String, CaseIterable, Sendable {
    case json
    case text = "txt"
    case markdown = "md"
    case html
    case ninjs

    /// The type of the body.
    var mediaType: String {
        switch self {
        case .json: "application/json"
        case .text: "text/plain; charset=utf-8"
        case .markdown: "text/markdown; charset=utf-8"
        case .html: "text/html; charset=utf-8"
        case .ninjs: "application/vnd.iptc.g2.ninjs+json"
        }
    }

    /// The types by which a client asks for it; the first is the one that is meant.
    private var accepted: [String] {
        switch self {
        case .json: ["application/json", "application/vnd.dateline.v1+json"]
        case .text: ["text/plain"]
        case .markdown: ["text/markdown"]
        case .html: ["text/html"]
        case .ninjs: [mediaType]
        }
    }

    /// Takes a form's ending off the last segment of a path; `nil` where it has none.
    static func ending(of segment: String) -> (stem: String, form: ArticleForm)? {
        guard let dot = segment.lastIndex(of: "."), dot > segment.startIndex,
            let form = ArticleForm(rawValue: String(segment[dot...].dropFirst()))
        else { return nil }
        return (String(segment[..<dot]), form)
    }

    /// The form that a client would rather have; JSON where it does not care.
    ///
    /// - Throws: That it wants none of them.
    static func accepted(by call: Call) throws(Problem) -> ArticleForm {
        guard let field = call.head.fields["Accept"], field != "*/*" else { return .json }
        let types = allCases.flatMap(\.accepted)
        guard let best = Preference(field).best(of: types),
            let form = allCases.first(where: { $0.accepted.contains(best) })
        else {
            throw .notAcceptable("An article is", types, call)
        }
        return form
    }
}

extension Problem {
    /// The field `Accept` leaves out all types there are.
    static func notAcceptable(_ subject: String, _ types: [String], _ call: Call) -> Problem {
        var command = call.command(query: QueryString(items: []))
        command.options += ["-H", "Accept: \(types[0])"]
        return Problem(
            .notAcceptable,
            "\(subject) \(types.dropLast().joined(separator: ", ")) or \(types.last ?? "").",
            hint: .command(command)
        )
    }
}
