import Articles

extension JSONWriter {
    /// Writes what became of paragraphs as an array of steps.
    ///
    /// - Parameters:
    ///   - old: The paragraphs before, or of the one text.
    ///   - new: The paragraphs after, or of the other.
    ///   - includesSame: Whether those that stand in both are listed too.
    mutating func changes(from old: [String], to new: [String], includesSame: Bool) {
        beginArray()
        for step in ParagraphDiff.steps(from: old, to: new) {
            switch step {
            case .same(let position, _):
                if includesSame { change("same", [("text", old[position])]) }
            case .changed(let before, let after):
                change("changed", [("from", old[before]), ("to", new[after])])
            case .removed(let position): change("removed", [("from", old[position])])
            case .added(let position): change("added", [("to", new[position])])
            }
        }
        endArray()
    }

    private mutating func change(_ word: String, _ texts: [(name: String, text: String)]) {
        beginObject()
        member("change", word)
        for (name, text) in texts { member(name, text) }
        endObject()
    }

    /// Writes the fields that differ as an array, lists as they are printed.
    mutating func changes(from old: ArticleFields, to new: ArticleFields) {
        beginArray()
        for (field, text) in Self.comparedFields where text(old) != text(new) {
            beginObject()
            member("field", field.rawValue)
            member("from", text(old))
            member("to", text(new))
            endObject()
        }
        endArray()
    }

    private static let comparedFields: [(ArticleMember, @Sendable (ArticleFields) -> String?)] = [
        (.headline, \.headline), (.kicker, \.kicker), (.standfirst, \.standfirst),
        (.publishedAt, { $0.published?.description }), (.updatedAt, { $0.updated?.description }),
        (.dateline, { $0.dateline?.raw }), (.byline, \.byline),
        (.authors, { Self.list($0.authors.map(\.name)) }), (.credit, \.credit),
        (.source, \.source), (.language, \.language), (.section, \.section), (.sourceURL, \.url),
        (.tags, { Self.list($0.tags) }), (.corrections, { Self.list($0.corrections) }),
    ]

    private static func list(_ texts: [String]) -> String? {
        texts.isEmpty ? nil : texts.joined(separator: "; ")
    }
}
