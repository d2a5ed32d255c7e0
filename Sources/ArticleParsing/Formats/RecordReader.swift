import Articles

/// Makes a draft of a record: its text goes through the stages that all texts go through, and what
/// its fields say overrides what they find there.
enum RecordReader {
    /// What becomes of a record.
    static func item(_ record: Record, of input: DecodedText) -> ParsedItem {
        let result = Result { () throws(ParsingError) in
            guard let draft = try draft(of: record, input) else {
                throw ParsingError.noArticle(reason: "It has neither text nor html.")
            }
            return draft
        }
        return ParsedItem(result, name: record.name)
    }

    private static func draft(
        of record: Record,
        _ input: DecodedText
    ) throws(ParsingError) -> ArticleDraft? {
        var input = input
        input.given.split = .none
        input.warnings += record.warnings
        let headline = input.given.headline ?? record.fields.headline
        let content = record.content ?? record.summary
        var found: ArticleDraft?
        if let content { found = try self.draft(of: content, headline: headline, input) }
        var draft =
            found
            ?? ArticleDraft(
                fields: ArticleFields(),
                explanation: Explanation(input: input.description),
                warnings: input.warnings
            )
        draft.take(record, unlessGiven: input.given)
        let isEmpty = draft.fields.headline == nil && draft.fields.paragraphs.isEmpty
        return isEmpty ? nil : draft
    }

    /// The draft of a text whose headline may be known.
    static func draft(
        of content: Record.Content,
        headline: String?,
        _ input: DecodedText
    ) throws(ParsingError) -> ArticleDraft? {
        var input = input
        switch content {
        case .text(let text):
            try TextLimits.check(text)
            input.text = text
            guard headline != nil else { return TextParser.drafts(of: input).first }
            return BodyReader.draft(of: input, headline: headline)
        case .html(let html) where Markup.isPage(html):
            input.text = html
            return HTMLParser.drafts(of: input).first
        case .html(let html):
            let shown = HTMLFragment.rendered(html)
            try TextLimits.check(shown.text)
            return BodyReader.draft(of: shown, headline: headline, input)
        case .markdown(let markdown):
            return try MarkdownReader.draft(of: markdown, headline: headline, input)
        }
    }
}

/// Reads a text that is an article's body and nothing else.
enum BodyReader {
    /// The draft of what markup shows, less what only its record says.
    static func draft(
        of shown: RenderedText,
        headline: String?,
        _ input: DecodedText
    ) -> ArticleDraft? {
        var input = input
        input.text = shown.text
        return draft(of: input, headline: headline, roles: shown.roles)
    }

    /// The draft of a body, less what only its record says.
    static func draft(
        of input: DecodedText,
        headline: String?,
        roles: [Int: Role] = [:]
    ) -> ArticleDraft? {
        let text = Manuscript(input.text)
        let blocks = BlockReader.blocks(of: LineReader.lines(of: text), in: text)
        guard !blocks.isEmpty else { return nil }
        let layout = BodyLayout.layout(of: blocks, in: text, headline: headline, roles: roles)
        var reader = ArticleReader(text: text, layout: layout, input: input)
        reader.knownHeadline = headline
        return reader.draft(separators: [])
    }
}

extension ArticleDraft {
    /// Takes what a record says, in place of what was found, where the client gives nothing.
    fileprivate mutating func take(_ record: Record, unlessGiven given: GivenFields) {
        var notes: [FieldName: FieldExplanation] = [:]
        for note in explanation.fields { notes[note.field] = note }
        let texts: [(FieldName, WritableKeyPath<ArticleFields, String?>, String?)] = [
            (.headline, \.headline, given.headline), (.kicker, \.kicker, nil),
            (.standfirst, \.standfirst, nil), (.byline, \.byline, nil), (.credit, \.credit, nil),
            (.source, \.source, given.source), (.language, \.language, given.language),
            (.section, \.section, given.section), (.url, \.url, given.url),
        ]
        for (field, path, given) in texts {
            guard given == nil, let rule = record.rules[field] else { continue }
            fields[keyPath: path] = record.fields[keyPath: path]
            notes[field] = .said(field, fields[keyPath: path], rule)
        }
        if given.published == nil, let rule = record.rules[.published] {
            fields.published = record.fields.published
            notes[.published] = .said(.published, fields.published?.description, rule)
            warnings.removeAll { $0.field == .published }
        }
        if let rule = record.rules[.updated] {
            fields.updated = record.fields.updated
            notes[.updated] = .said(.updated, fields.updated?.description, rule)
        }
        if given.authors.isEmpty, let rule = record.rules[.authors] {
            fields.authors = record.fields.authors
            let names = fields.authors.map(\.name).joined(separator: ", ")
            notes[.authors] = .said(.authors, names, rule)
        }
        if given.tags.isEmpty, let rule = record.rules[.tags] {
            fields.tags = record.fields.tags
            notes[.tags] = .said(.tags, fields.tags.joined(separator: ", "), rule)
        }
        explanation.fields = FieldName.allCases.compactMap { notes[$0] }
    }
}

extension FieldExplanation {
    /// The explanation of a field that a record says.
    fileprivate static func said(
        _ field: FieldName,
        _ value: String?,
        _ rule: String
    ) -> FieldExplanation {
        FieldExplanation(field, value: value, rule: rule, confidence: 1)
    }
}
