import Articles

extension JSONWriter {
    /// Writes an article as ninjs 2.0 (IPTC, News in JSON), for a server that is reached at
    /// `baseURL`.
    mutating func ninjs(_ article: Article, baseURL: String) {
        let fields = article.fields
        beginObject()
        member("uri", baseURL + address(of: article.id))
        key("standard")
        beginObject()
        member("name", "ninjs")
        member("version", "2.0")
        member("schema", "http://www.iptc.org/std/ninjs/ninjs-schema_2.0.json")
        endObject()
        member("type", "text")
        member("version", "\(article.version)")
        member("versioncreated", article.receivedAt.rfc3339)
        // A date without a time of day is no date-time, and is not made one.
        if let published = fields.published, published.secondOfDay != nil {
            member("contentcreated", published.start.rfc3339)
        }
        member("pubstatus", "usable")
        if let language = fields.language { member("language", language) }
        if let byline = fields.byline { member("by", byline) }
        if let place = fields.dateline?.place { member("located", place) }
        names("infosources", [fields.source].compactMap { $0 })
        names("subjects", fields.tags)
        names("people", fields.authors.map(\.name))
        values("headlines", [fields.headline].compactMap { $0 })
        values("descriptions", [article.summary].compactMap { $0 })
        key("bodies")
        beginArray()
        body("text/plain", fields.runningParagraphs.map(\.text).joined(separator: "\n\n"), article)
        body("text/html", article.htmlBody, article)
        endArray()
        endObject()
    }

    private mutating func names(_ name: String, _ names: [String]) {
        guard !names.isEmpty else { return }
        key(name)
        beginArray()
        for name in names {
            beginObject()
            member("name", name)
            endObject()
        }
        endArray()
    }

    private mutating func values(_ name: String, _ texts: [String]) {
        guard !texts.isEmpty else { return }
        key(name)
        beginArray()
        for text in texts {
            beginObject()
            member("value", text)
            endObject()
        }
        endArray()
    }

    private mutating func body(_ type: String, _ text: String, _ article: Article) {
        beginObject()
        member("contenttype", type)
        member("wordcount", article.wordCount)
        member("charcount", text.unicodeScalars.count)
        member("value", text)
        endObject()
    }
}
