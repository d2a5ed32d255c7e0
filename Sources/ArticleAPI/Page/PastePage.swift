import ArticleParsing
import ArticleService
import Articles
import HTTPServer

/// The page where a text is read before it is saved: the form, the article that the text would be,
/// and how it was read.
struct PastePage {
    /// What came of the text.
    enum Reading {
        /// Nobody sent one yet.
        case none
        /// It is these articles.
        case articles(ParsedUpload)
        /// It cannot be read.
        case problem(Problem)
    }

    /// What came of the text.
    let reading: Reading
    /// The texts that were sent, decoded: the first fills the form, and the articles stand in them.
    var texts: [String] = []
    /// The day that stands in the masthead.
    let today: CalendarDay

    /// Reads an upload that a browser's form sent, and answers with the page.
    static func preview(_ upload: Upload, _ context: EndpointContext) {
        let reply = context.reply
        let query = context.query
        context.api.service.preview(upload) { result in
            // What cannot be decoded is said by the reading itself.
            let texts = (try? ArticleParser().texts(of: upload)) ?? []
            let today = reply.call.now.day
            switch result {
            case .success(let parsed):
                let page = PastePage(reading: .articles(parsed), texts: texts, today: today)
                var answer = Answer.page(page.page)
                answer.cacheControl = "no-store"
                answer.timings = [("parse", parsed.duration)]
                reply.send(answer)
            case .failure(let error):
                let problem = Problem(error, to: reply.call, query: query)
                reply.send(Self.answer(problem, texts: texts, today: today))
            }
        }
    }

    /// The page that says why a text was not taken, with the text in the form so that nothing is
    /// lost.
    static func answer(_ problem: Problem, texts: [String], today: CalendarDay) -> Answer {
        let page = PastePage(reading: .problem(problem), texts: texts, today: today)
        var answer = Answer.page(page.page, status: problem.type.status)
        answer.fields += problem.fields
        answer.cacheControl = "no-store"
        return answer
    }

    /// The page.
    var page: Page {
        Page(title: "Paste a text", today: today, main: main, place: .paste)
    }

    private var main: HTML {
        """
        <div class="workshop">
        <h1>See how a text becomes an article</h1>
        \(form)\
        <div class="result" id="result" aria-live="polite" aria-busy="false">
        \(result)\
        </div>
        </div>

        """
    }

    private var form: HTML {
        var form = PasteForm(size: .large, text: texts.first ?? "")
        // Long texts would be sent to and fro; they are saved as they were received.
        if form.text.utf8.count > Self.longestText { form.text = "" }
        if case .articles(let parsed) = reading, let first = parsed.articles.first {
            form.given = PasteForm.given(in: first.draft.explanation)
        }
        return form.html
    }

    private static let longestText = 1_024 * 1_024
    /// So many articles of an upload are shown in full.
    private static let mostArticles = 20

    private var result: HTML {
        switch reading {
        case .none:
            return """
                <p class="hint">The article appears here, with each field pointing at its place in \
                the text. Nothing is stored until you save.</p>

                """
        case .problem(let problem):
            return """
                <div class="problem" role="alert">
                <h2>\(problem.type.title)</h2>
                <p dir="auto">\(problem.detail)</p>
                </div>

                """
        case .articles(let parsed): return articles(parsed.items)
        }
    }

    private func articles(_ items: [ParsedUpload.Item]) -> HTML {
        let articles = items.compactMap { item in
            (try? item.result.get()).map { (item: item, article: $0) }
        }
        let isOne = articles.count == 1
        let failures = items.count - articles.count
        var html = HTML.nothing
        if !isOne {
            html += "<p class=\"count\">\(counted(articles.count, "article")) in this text.</p>\n"
        }
        if failures > 0 {
            html += """
                <ul class="warnings" role="note">
                <li>\(counted(failures, "part")) of it can be read as no article.</li>
                </ul>

                """
        }
        for (index, (item, article)) in articles.prefix(Self.mostArticles).enumerated() {
            let draft = article.draft
            let reading = ReadingHTML(
                explanation: draft.explanation,
                paragraphs: draft.fields.paragraphs,
                original: OriginalText.of(
                    draft.explanation,
                    draft.fields.paragraphs,
                    in: item.original.map(OriginalText.texts) ?? texts
                ),
                isPart: !isOne,
                prefix: isOne ? "" : "a\(index + 1)-",
                level: 3
            )
            html += """
                \(warnings(draft.warnings))\
                \(ArticleHTML(fields: draft.fields, wordCount: article.wordCount, level: 2).html)\
                \(reading.html)
                """
        }
        let more = articles.count - Self.mostArticles
        if more > 0 { html += "<p class=\"count\">And \(grouped(more)) more.</p>\n" }
        return html
    }

    private func warnings(_ warnings: [ArticleWarning]) -> HTML? {
        // What was left out stands in the reading itself.
        let shown = warnings.filter { $0.code != .textRemoved }
        guard !shown.isEmpty else { return nil }
        let items = shown.map { warning -> HTML in "<li dir=\"auto\">\(warning.detail)</li>\n" }
        return "<ul class=\"warnings\" role=\"note\">\n\(items)</ul>\n"
    }
}

/// `GET /parse`: the form, for browsers; others are told to send a text.
struct ShowPasteForm: Endpoint {
    static let parameters = ParameterList.anything()
    static let documentation = EndpointDocumentation(
        "The form with which a browser sends a text to be read.",
        .answer(200, "The form.", .other("text/html")),
        problems: [405]
    )

    init(_ request: inout EndpointRequest) throws(Problem) {}

    func answer(_ context: EndpointContext) throws(Problem) -> Answer? {
        guard context.call.head.prefersPage else {
            throw Problem(
                .methodNotAllowed,
                "/parse reads the text that is sent to it; for browsers GET shows a form.",
                hint: .command(
                    CurlCommand(options: ["--data-binary", "@article.txt"], path: "/parse")
                ),
                fields: [("Allow", "GET, HEAD, POST, OPTIONS"), ("Vary", "Accept")]
            )
        }
        return .page(PastePage(reading: .none, today: context.call.now.day).page)
    }
}

/// Finds the text that an article's spans count in.
enum OriginalText {
    /// The one of some texts in which the article stands; `nil` where there is none.
    ///
    /// One upload may hold several texts (the files of a form). The article's is the first in which
    /// its spans lie and its first paragraph begins with the letters that stand at its place.
    static func of(
        _ explanation: Explanation,
        _ paragraphs: [Paragraph],
        in texts: [String]
    ) -> String? {
        let isText = ["text/plain", "text/html", "text/markdown"]
            .contains(explanation.input.treatedAs)
        if texts.count == 1, isText { return texts[0] }
        let end =
            (paragraphs.map(\.span.end) + explanation.fields.compactMap { $0.span?.end }).max() ?? 0
        return texts.first { text in
            let scalars = text.unicodeScalars
            guard scalars.count >= end else { return false }
            guard let first = paragraphs.first(where: { !$0.text.isEmpty }) else { return true }
            let there = scalars.dropFirst(first.span.start).prefix(
                max(0, first.span.end - first.span.start)
            )
            return Self.letters(there) == Self.letters(first.text.unicodeScalars[...])
        }
    }

    /// The texts that bytes decode to; none where they cannot be decoded, which their reading says.
    static func texts(of bytes: [UInt8]) -> [String] {
        let upload = Upload(bytes: bytes, receivedOn: CalendarDay(daysSince1970: 0))
        return (try? ArticleParser().texts(of: upload)) ?? []
    }

    private static func letters(_ text: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
        Array(text.lazy.filter(\.properties.isAlphabetic).prefix(40))
    }
}
