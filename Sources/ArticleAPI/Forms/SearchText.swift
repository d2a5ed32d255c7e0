import Articles

/// A page of articles as text for a person at a terminal.
struct SearchText {
    /// What was found, its matching words between U+0001 and U+0002.
    let page: ArticlePage
    /// What is put before and after a matching word.
    let emphasis: (start: String, end: String)

    /// Lays the page out, ending in a newline: how many there are, each article with where it is
    /// from and its best passage, how to go on.
    func lines(more: (_ cursor: String) -> String) -> String {
        var lines = [heading]
        for hit in page.hits { lines += [""] + self.lines(of: hit) }
        if let meant = page.didYouMean { lines += ["", "did you mean: " + shownLine(meant)] }
        for warning in page.warnings { lines.append(warning.detail) }
        if let next = page.next { lines += ["", "more: " + more(next)] }
        return lines.joined(separator: "\n") + "\n"
    }

    private var heading: String {
        let count = "\(page.totalIsExact ? "" : "at least ")\(page.total)"
        var heading = count + (page.total == 1 ? " article" : " articles")
        if let query = page.parsedQuery { heading += ": " + shownLine(query) }
        if !page.alsoMatched.isEmpty {
            heading += ", also as " + shownLine(page.alsoMatched.joined(separator: ", "))
        }
        return heading
    }

    private func lines(of hit: ArticlePage.Hit) -> [String] {
        let article = hit.article
        let number = "\(article.id)"
        let indent = String(repeating: " ", count: max(number.utf8.count, 4) + 2)
        let place = String(repeating: " ", count: indent.utf8.count - 2 - number.utf8.count)
        let headline = hit.highlightedHeadline ?? article.fields.headline ?? "(no headline)"
        var lines = [place + number + "  " + shownLine(headline)]
        let facts = [
            article.fields.published?.description, article.fields.source, article.fields.byline,
            "\(article.wordCount) words",
        ]
        lines.append(indent + shownLine(facts.compactMap { $0 }.joined(separator: ", ")))
        if let passage = hit.highlightedPassages.first ?? article.summary {
            lines += wrapped(passage).map { indent + shownLine($0) }
        }
        return lines
    }

    /// A passage in lines of some 76 characters, three at the most.
    private func wrapped(_ passage: String) -> [String] {
        var lines = [""]
        for word in passage.split(whereSeparator: \.isWhitespace) {
            if lines[lines.count - 1].count + word.count > 75 {
                guard lines.count < 3 else {
                    // A mark that the rest would have closed.
                    let isOpen = lines[2].contains("\u{1}") && !lines[2].hasSuffix("\u{2}")
                    lines[2] += isOpen ? "…\u{2}" : "…"
                    return lines
                }
                lines.append("")
            }
            lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
        }
        return lines
    }

    /// Text as it may be sent to a terminal: the marks as emphasis, other control characters, which
    /// a terminal would obey, as U+FFFD.
    private func shownLine(_ text: String) -> String {
        var shown = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\u{1}": shown += emphasis.start
            case "\u{2}": shown += emphasis.end
            case _ where scalar.properties.generalCategory == .control:
                shown.unicodeScalars.append("\u{FFFD}")
            default: shown.unicodeScalars.append(scalar)
            }
        }
        return shown
    }
}
