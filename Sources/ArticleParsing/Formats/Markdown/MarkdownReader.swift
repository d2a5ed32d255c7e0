import Articles

extension InputFormat {
    /// Markdown (CommonMark 0.31), with front matter or without.
    public static let markdown = InputFormat(
        "markdown",
        name: "Markdown",
        mediaType: "text/markdown",
        declaredTypes: ["text/markdown", "text/x-markdown"],
        signs: [
            Sign(why: "it begins with front matter") { $0.beginsWithFrontMatter },
            Sign(why: "it begins with a Markdown heading") { $0.beginsWithHeading },
            Sign(why: "any text is Markdown", isSufficient: false) { _ in true },
        ],
        items: MarkdownReader.items
    )
}

/// Reads Markdown, with front matter in YAML or TOML before it.
enum MarkdownReader {
    /// What became of the articles in a text.
    ///
    /// It is one article, unless several headings of the first level say otherwise: then the stages
    /// that read pasted text decide.
    static func items(of input: DecodedText) throws(ParsingError) -> [ParsedItem] {
        guard MarkdownRendering.takes(input.text) else {
            return try TextReader.items(of: input.readAsText)
        }
        guard let matter = try FrontMatter.read(input.text) else {
            let rendering = MarkdownRendering(input.text)
            if input.given.split != .none, rendering.firstLevelHeadings > 1 {
                return TextParser.drafts(of: input).map { ParsedItem(.success($0)) }
            }
            return draft(of: rendering, headline: input.given.headline, input)
                .map { [ParsedItem(.success($0))] } ?? []
        }
        var record = matter.record
        let body = String(decoding: input.text.utf8.dropFirst(matter.length), as: UTF8.self)
        if body.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) {
            record.content = .markdown(body)
        }
        return [RecordReader.item(record, of: input)]
    }

    /// The draft of Markdown without front matter; a first heading is the headline, unless that is
    /// known.
    static func draft(
        of markdown: String,
        headline: String?,
        _ input: DecodedText
    ) throws(ParsingError) -> ArticleDraft? {
        guard MarkdownRendering.takes(markdown) else {
            return try RecordReader.draft(of: .text(markdown), headline: headline, input.readAsText)
        }
        return draft(of: MarkdownRendering(markdown), headline: headline, input)
    }

    private static func draft(
        of rendering: MarkdownRendering,
        headline: String?,
        _ input: DecodedText
    ) -> ArticleDraft? {
        var input = input
        guard let headline = headline ?? rendering.headline else {
            input.text = rendering.shown.text
            return TextParser.drafts(of: input).first
        }
        var draft = BodyReader.draft(of: rendering.shown, headline: headline, input)
        if draft == nil, rendering.headline != nil {
            let explanation = Explanation(input: input.description)
            draft = ArticleDraft(
                fields: ArticleFields(),
                explanation: explanation,
                warnings: input.warnings
            )
        }
        if input.given.headline == nil, let headline = rendering.headline {
            draft?.setHeadline(headline, rule: "markdown_heading")
        }
        return draft
    }
}

extension DecodedText {
    /// The same text, with a word on why it is not read as Markdown.
    fileprivate var readAsText: DecodedText {
        var input = self
        input.warnings.append(
            ArticleWarning(
                .truncated,
                detail:
                    "It has more than \(MarkdownRendering.mostMarks) lines and marks of Markdown,"
                    + " and was read as plain text."
            )
        )
        return input
    }
}

extension ArticleDraft {
    /// Sets the headline and says how it was found.
    fileprivate mutating func setHeadline(_ headline: String, rule: String) {
        fields.headline = headline
        explanation.fields.removeAll { $0.field == .headline }
        explanation.fields.insert(
            FieldExplanation(.headline, value: headline, rule: rule, confidence: 0.97),
            at: 0
        )
    }
}
