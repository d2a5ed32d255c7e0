import ArticleParsing
import ArticleService
import ArticleStore
import Articles
import HTTPServer

/// An article as a browser gets it at `/articles/{id}`: the article, and how it was read.
struct StoryPage {
    /// The article.
    let article: Article
    /// What it was found in; `nil` where that cannot be read.
    let provenance: Provenance?
    /// The day that stands in the masthead.
    let today: CalendarDay

    /// Longer originals are not shown in place; they are at `/raw`.
    private static let longestOriginal = 512 * 1_024

    /// Answers with the page of an article.
    static func answer(
        _ reference: ArticleReference,
        _ context: EndpointContext
    ) throws(Problem) -> Answer? {
        let article = try context.lookup(reference) { reader, number throws(StoreError) in
            try reader.article(number)
        }.found
        // The day in the masthead is part of the page.
        let today = context.call.now.day
        let tag = EntityTag(
            opaque: "\(article.id)-\(article.version)-\(Asset.edition)-\(today)",
            isWeak: true
        )
        var fields: [(name: String, value: String)] = []
        if case .number = reference {
        } else {
            fields.append(("Content-Location", address(of: article.id)))
        }
        if context.call.isUnchanged(tag: tag, since: nil) {
            return Answer(status: 304, fields: fields, entityTag: tag, variesByAccept: true)
        }
        let about = address(of: article.id) + "/explain"
        fields.append(("Link", "<\(about)>; rel=\"describedby\""))
        let reply = context.reply
        let query = context.query
        let extra = fields
        context.api.service.provenance(of: article.id, maximumBytes: longestOriginal) { result in
            switch result {
            case .success(.found(let provenance)):
                let page = StoryPage(article: article, provenance: provenance, today: today)
                var answer = Answer.page(page.page)
                answer.entityTag = tag
                answer.fields += extra
                reply.send(answer)
            case .success(.gone(let reason, let moment)):
                reply.send(Problem.gone(article.id, reason: reason, at: moment))
            case .success(.unknown): reply.send(Problem.unknownArticle)
            case .failure(let error): reply.send(Problem(error, to: reply.call, query: query))
            }
        }
        return nil
    }

    /// The page.
    var page: Page {
        Page(title: article.fields.headline ?? "Article \(article.id)", today: today, main: main)
    }

    private var main: HTML {
        """
        <div class="reader">
        <p class="note" id="saved" role="status">Saved as article \(article.id).</p>
        <p class="note" id="known" role="status">The archive had this text already: here it is.</p>
        \(ArticleHTML(fields: article.fields, wordCount: article.wordCount).html)\
        \(reading)\
        \(files)\
        </div>

        """
    }

    private var reading: HTML? {
        guard let provenance, let json = JSONValue(provenance.explanation),
            let explanation = Explanation(json)
        else { return nil }
        let input = explanation.input
        let format = InputFormat.allCases.first { $0.mediaType == input.treatedAs }
        let texts = provenance.texts(charset: input.charset, format: format)
        let paragraphs = article.fields.paragraphs
        let original = OriginalText.of(explanation, paragraphs, in: texts)
        return ReadingHTML(
            explanation: explanation,
            paragraphs: paragraphs,
            original: original
        )
        .html
    }

    private var files: HTML {
        let path = address(of: article.id)
        return """
            <nav class="files" aria-label="Other forms"><p>Received \
            \(DateInWords.moment(article.receivedAt)), version \(article.version). \
            <a href="\(path)/raw">The bytes as received</a> \
            <a href="\(path)/explain?format=text">The reading as text</a></p></nav>

            """
    }
}
