import Articles

/// An article as a newspaper sets it: kicker, headline, standfirst, byline, date, the text with its
/// dateline run in, corrections, credit and source.
struct ArticleHTML {
    /// What the article says.
    let fields: ArticleFields
    /// How many words its text has.
    let wordCount: Int
    /// How far down the page's headings its headline stands: 1, or 2 among several articles.
    var level = 1

    /// The element `article`.
    var html: HTML {
        """
        <article class="story"\(HTML.language(fields.language))>
        <header>
        \(line("kicker", kicker))\
        \(headline)\
        \(line("standfirst", fields.standfirst))\
        \(byline)\(date)\
        </header>
        <div class="text">
        \(text)\
        </div>
        \(corrections)\(imprint)\
        </article>

        """
    }

    private var kicker: String? { fields.kicker ?? fields.section }

    private func line(_ name: StaticString, _ text: String?) -> HTML? {
        text.map { "<p class=\"\(HTML(stringLiteral: name))\" dir=\"auto\">\($0)</p>\n" }
    }

    private var headline: HTML {
        let text: HTML = fields.headline.map { HTML($0) } ?? "<i>Without a headline</i>"
        return level == 1
            ? "<h1 dir=\"auto\">\(text)</h1>\n"
            : "<h2 class=\"headline\" dir=\"auto\">\(text)</h2>\n"
    }

    private var byline: HTML? {
        if let byline = fields.byline { return line("byline", byline) }
        let names = fields.authors.map(\.name)
        guard let last = names.last else { return nil }
        return line(
            "byline",
            names.count == 1 ? last : names.dropLast().joined(separator: ", ") + " · " + last
        )
    }

    private var date: HTML? {
        guard fields.published != nil || fields.updated != nil else {
            return "<p class=\"date\" lang=\"en\" dir=\"ltr\">Without a date</p>\n"
        }
        let published = fields.published.map { date -> HTML in
            "\(time(date)) <span class=\"certainty\">\(DateInWords.certainty(date))</span>"
        }
        let updated = fields.updated.map { date -> HTML in
            "<span class=\"updated\">Updated \(time(date))</span>"
        }
        let parts = [published, updated].compactMap { $0 }
        return "<p class=\"date\" lang=\"en\" dir=\"ltr\">\(HTML(parts, separator: " "))</p>\n"
    }

    private func time(_ date: PublicationDate) -> HTML {
        "<time datetime=\"\(date.description)\">\(DateInWords.full(date))</time>"
    }

    // MARK: Text

    /// What is read, without what stands above and below it but the corrections.
    var body: HTML { text + (corrections ?? .nothing) }

    /// The paragraphs by their kinds; entries and rows that follow each other are one list or table.
    private var text: HTML {
        var html = HTML.nothing
        var dateline = fields.dateline?.raw
        var rest = fields.paragraphs[...]
        while let first = rest.first {
            let run = rest.prefix { $0.kind == first.kind }
            rest = rest.dropFirst(run.count)
            switch first.kind {
            case .paragraph:
                for paragraph in run {
                    html += self.paragraph(paragraph.text, dateline: dateline)
                    dateline = nil
                }
            case .subhead:
                for head in run {
                    html +=
                        level == 1
                        ? "<h2 dir=\"auto\">\(head.text)</h2>\n"
                        : "<h3 dir=\"auto\">\(head.text)</h3>\n"
                }
            case .listItem:
                let items = run.map { item -> HTML in "<li dir=\"auto\">\(item.text)</li>\n" }
                html += "<ul>\n\(items)</ul>\n"
            case .quotation:
                let lines = run.map { line -> HTML in "<p dir=\"auto\">\(line.text)</p>\n" }
                html += "<blockquote>\n\(lines)</blockquote>\n"
            case .caption:
                for caption in run {
                    html +=
                        "<figure><figcaption dir=\"auto\">\(caption.text)</figcaption></figure>\n"
                }
            case .table:
                let rows = run.map { row -> HTML in "<li dir=\"auto\">\(row.text)</li>\n" }
                html += "<ul class=\"rows\">\n\(rows)</ul>\n"
            }
        }
        if let dateline { html = paragraph("", dateline: dateline) + html }
        return html
    }

    private func paragraph(_ text: String, dateline: String?) -> HTML {
        guard let dateline else { return "<p dir=\"auto\">\(text)</p>\n" }
        return "<p dir=\"auto\"><span class=\"dateline\">\(dateline)</span> \(text)</p>\n"
    }

    private var corrections: HTML? {
        guard !fields.corrections.isEmpty else { return nil }
        let lines = fields.corrections.map { line -> HTML in "<p dir=\"auto\">\(line)</p>\n" }
        return "<div class=\"corrections\" role=\"note\">\n\(lines)</div>\n"
    }

    // MARK: Below the text

    private var imprint: HTML {
        var rows: [HTML] = []
        func row(_ name: String, _ value: String?) {
            if let value {
                rows.append("<div><dt>\(name)</dt><dd dir=\"auto\">\(value)</dd></div>\n")
            }
        }
        if fields.credit != fields.source { row("Credit", fields.credit) }
        row("Source", fields.source)
        if let url = fields.url { rows.append(address(url)) }
        if !fields.tags.isEmpty { row("Tags", fields.tags.joined(separator: ", ")) }
        row("Length", counted(wordCount, "word"))
        return "<dl class=\"about\" lang=\"en\" dir=\"ltr\">\n\(rows)</dl>\n"
    }

    /// Where it comes from; a link only for addresses that a browser fetches and does not run.
    private func address(_ url: String) -> HTML {
        let isWeb = ["http://", "https://"].contains { url.lowercased().hasPrefix($0) }
        let shown: HTML =
            isWeb
            ? "<a href=\"\(url)\" rel=\"noopener noreferrer nofollow\">\(url)</a>" : "\(url)"
        return "<div><dt>Address</dt><dd>\(shown)</dd></div>\n"
    }
}
