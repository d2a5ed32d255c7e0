import Articles

extension Article {
    /// The article as a page of HTML, complete and without script or style.
    var html: String {
        let title = Markup.xml(fields.headline ?? "Article \(id)")
        let language = fields.language.map { " lang=\"\(Markup.xml($0))\"" } ?? ""
        var lines = [
            "<!doctype html>", "<html\(language)>", "<head>", "<meta charset=\"utf-8\">",
            "<meta name=\"viewport\" content=\"width=device-width\">", "<title>\(title)</title>",
            "</head>", "<body>", "<article>",
        ]
        if let kicker = fields.kicker { lines.append("<p>\(Markup.xml(kicker))</p>") }
        lines.append("<h1>\(title)</h1>")
        if let standfirst = fields.standfirst {
            lines.append("<p><strong>\(Markup.xml(standfirst))</strong></p>")
        }
        if let byline = fields.byline { lines.append("<p>\(Markup.xml(byline))</p>") }
        if let published = fields.published?.description {
            lines.append("<p><time datetime=\"\(published)\">\(published)</time></p>")
        }
        lines.append(htmlBody)
        if let credit = fields.credit { lines.append("<p>(\(Markup.xml(credit)))</p>") }
        return lines.joined(separator: "\n") + "\n</article>\n</body>\n</html>\n"
    }

    /// The text in elements of HTML.
    var htmlBody: String {
        var lines: [String] = []
        var dateline = fields.dateline.map { Markup.xml($0.raw) + " " } ?? ""
        var isInList = false
        for paragraph in fields.runningParagraphs {
            let text = Markup.xml(paragraph.text)
            let isItem = paragraph.kind == .listItem
            if isItem != isInList { lines.append(isItem ? "<ul>" : "</ul>") }
            isInList = isItem
            switch paragraph.kind {
            case .subhead: lines.append("<h2>\(text)</h2>")
            case .listItem: lines.append("<li>\(text)</li>")
            case .quotation: lines.append("<blockquote><p>\(text)</p></blockquote>")
            default:
                lines.append("<p>\(dateline)\(text)</p>")
                dateline = ""
            }
        }
        if isInList { lines.append("</ul>") }
        lines += fields.corrections.map { "<p><em>\(Markup.xml($0))</em></p>" }
        return lines.joined(separator: "\n")
    }
}
