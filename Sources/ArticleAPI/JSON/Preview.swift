import ArticleService
import Articles

/// What a dry run shows: the articles of an upload, each with how its fields were found.
package struct Preview: Sendable {
    private let parsed: ParsedUpload
    private let warnings: [ArticleWarning]

    /// Makes a preview; `warnings` is what is to be said of the request, besides what the parser
    /// says.
    package init(_ parsed: ParsedUpload, warnings: [ArticleWarning] = []) {
        self.parsed = parsed
        self.warnings = warnings
    }

    /// The preview as a JSON object, ending in a newline: `{"articles": [...], "warnings": [...]}`;
    /// `command` makes the command by which a remedy would be sent.
    package func json(
        isPretty: Bool,
        command: (ArticleWarning.Remedy) -> String
    ) -> [UInt8] {
        // Room for the texts and their explanations, so that it need not be copied as it grows.
        let articles = parsed.articles
        let bytes = articles.reduce(0) { sum, article in
            article.draft.fields.paragraphs.reduce(sum) { $0 + $1.text.utf8.count + 100 }
        }
        var writer = JSONWriter(isPretty: isPretty, reservingCapacity: 16_384 + 3 * bytes)
        writer.beginObject()
        writer.key("articles")
        writer.beginArray()
        for article in articles {
            writer.beginObject()
            writer.write(article.draft.fields, wordCount: article.wordCount)
            writer.key("explanation")
            article.draft.explanation.write(to: &writer)
            writer.endObject()
        }
        writer.endArray()
        writeFailures(to: &writer)
        writer.key("warnings")
        writer.beginArray()
        for (index, article) in articles.enumerated() {
            for warning in article.draft.warnings {
                writer.beginObject()
                if articles.count > 1 { writer.member("article", index) }
                writer.write(warning, command: command)
                writer.endObject()
            }
        }
        for warning in warnings {
            writer.beginObject()
            writer.write(warning, command: command)
            writer.endObject()
        }
        writer.endArray()
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }

    /// Writes why items of an upload with several are no articles.
    private func writeFailures(to writer: inout JSONWriter) {
        guard parsed.items.contains(where: { (try? $0.result.get()) == nil }) else { return }
        writer.key("failed")
        writer.beginArray()
        for (index, item) in parsed.items.enumerated() {
            guard case .failure(let error) = item.result else { continue }
            writer.beginObject()
            writer.member("index", index)
            if let line = item.line { writer.member("line", line) }
            writer.member("detail", error.sentence)
            writer.endObject()
        }
        writer.endArray()
    }

    /// The explanations as text for a person at a terminal.
    package func text(colours: TerminalColours = .none) -> String {
        let texts = parsed.articles.map { article in
            var writer = JSONWriter()
            article.draft.explanation.write(to: &writer)
            let warnings = article.draft.warnings.map { "\($0.code.rawValue): \($0.detail)\n" }
            let explanation =
                JSONValue(writer.bytes).map { ExplanationText.lines($0, colours: colours) } ?? ""
            return explanation + (warnings.isEmpty ? "" : "\n" + warnings.joined())
        }
        return texts.joined(separator: "\n----\n\n")
    }
}
