import Articles

extension ArticleList {
    private func url(_ path: String) -> String { baseURL + path }

    private func element(_ name: String, _ text: String?) -> [String] {
        text.map { ["<\(name)>\(Markup.xml($0))</\(name)>"] } ?? []
    }

    private func title(of article: Article) -> String {
        article.fields.headline ?? article.summary.map { String($0.prefix(100)) }
            ?? "Article \(article.id)"
    }

    /// RSS 2.0 with the modules for authors and whole texts.
    var rss: String {
        var lines = [
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
            "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                + " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">",
            "<channel>",
        ]
        lines += element("title", title) + element("link", url("/"))
        lines += element("description", title)
        lines.append(
            "<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"\(Markup.xml(url(target)))\"/>"
        )
        if let next {
            lines.append("<atom:link rel=\"next\" href=\"\(Markup.xml(url(next)))\"/>")
        }
        lines += element("lastBuildDate", HTTPDate.format(updated))
        for article in articles {
            let fields = article.fields
            lines.append("<item>")
            lines += element("title", title(of: article))
            lines += element("link", fields.url ?? url(address(of: article.id)))
            lines.append(
                "<guid isPermaLink=\"true\">\(Markup.xml(url(address(of: article.id))))</guid>"
            )
            lines += element("pubDate", fields.published.map { HTTPDate.format($0.start) })
            for author in fields.authors { lines += element("dc:creator", author.name) }
            for tag in fields.tags { lines += element("category", tag) }
            lines += element("description", article.summary)
            if showsText { lines += element("content:encoded", article.htmlBody) }
            lines.append("</item>")
        }
        return (lines + ["</channel>", "</rss>"]).joined(separator: "\n") + "\n"
    }

    /// Atom (RFC 4287).
    var atom: String {
        var lines = [
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
            "<feed xmlns=\"http://www.w3.org/2005/Atom\">",
        ]
        lines += element("title", title) + element("id", url(target))
        lines += element("updated", updated.rfc3339)
        lines += link("self", "application/atom+xml", url(target))
        if let next { lines += link("next", "application/atom+xml", url(next)) }
        lines.append("<author><name>Dateline</name></author>")
        for article in articles {
            let fields = article.fields
            lines.append("<entry>")
            lines += element("title", title(of: article))
            lines += element("id", url(address(of: article.id)))
            lines += link("alternate", "text/html", url(address(of: article.id) + ".html"))
            if let source = fields.url { lines += link("via", nil, source) }
            lines += element("updated", article.receivedAt.rfc3339)
            lines += element("published", fields.published?.start.rfc3339)
            for author in fields.authors {
                lines.append("<author><name>\(Markup.xml(author.name))</name></author>")
            }
            for tag in fields.tags { lines.append("<category term=\"\(Markup.xml(tag))\"/>") }
            lines += element("summary", article.summary)
            if showsText {
                lines.append("<content type=\"html\">\(Markup.xml(article.htmlBody))</content>")
            }
            lines.append("</entry>")
        }
        return (lines + ["</feed>"]).joined(separator: "\n") + "\n"
    }

    private func link(_ relation: String, _ type: String?, _ address: String) -> [String] {
        let type = type.map { " type=\"\($0)\"" } ?? ""
        return ["<link rel=\"\(relation)\"\(type) href=\"\(Markup.xml(address))\"/>"]
    }

    /// JSON Feed 1.1.
    var jsonFeed: [UInt8] {
        var writer = JSONWriter(reservingCapacity: 2_048 * (1 + page.hits.count))
        writer.beginObject()
        writer.member("version", "https://jsonfeed.org/version/1.1")
        writer.member("title", title)
        writer.member("home_page_url", url("/"))
        writer.member("feed_url", url(target))
        if let next { writer.member("next_url", url(next)) }
        writer.key("items")
        writer.beginArray()
        for article in articles { write(article, to: &writer) }
        writer.endArray()
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }

    private func write(_ article: Article, to writer: inout JSONWriter) {
        let fields = article.fields
        writer.beginObject()
        writer.member("id", url(address(of: article.id)))
        writer.member("url", url(address(of: article.id) + ".html"))
        if let source = fields.url { writer.member("external_url", source) }
        writer.member("title", title(of: article))
        // Every item has a content (JSON Feed 1.1, "Items"); where the text was not asked for, its
        // first paragraph.
        let text = fields.runningParagraphs.map(\.text).joined(separator: "\n\n")
        writer.member("content_text", text.isEmpty ? article.summary ?? "" : text)
        if let summary = article.summary { writer.member("summary", summary) }
        if let published = fields.published {
            writer.member("date_published", published.start.rfc3339)
        }
        writer.member("date_modified", article.receivedAt.rfc3339)
        if !fields.authors.isEmpty {
            writer.key("authors")
            writer.beginArray()
            for author in fields.authors {
                writer.beginObject()
                writer.member("name", author.name)
                writer.endObject()
            }
            writer.endArray()
        }
        if !fields.tags.isEmpty { writer.member("tags", fields.tags) }
        if let language = fields.language { writer.member("language", language) }
        writer.endObject()
    }
}
