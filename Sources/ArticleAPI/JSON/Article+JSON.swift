import Articles

extension JSONWriter {
    /// Writes a stored article as an object.
    mutating func article(_ article: Article, _ members: [ArticleMember]) {
        beginObject()
        write(members, of: article)
        endObject()
    }

    /// Writes members of a stored article into the object that is open.
    mutating func write(_ members: [ArticleMember], of article: Article) {
        for member in members {
            switch member {
            case .id: self.member("id", article.id)
            case .url: self.member("url", address(of: article.id))
            case .version: self.member("version", article.version)
            case .name: self.member("name", article.name)
            case .summary: self.member("summary", article.summary)
            case .wordCount: self.member("word_count", article.wordCount)
            case .paragraphCount: self.member("paragraph_count", article.paragraphCount)
            case .pubstatus: self.member("pubstatus", "usable")
            case .rawSHA256: self.member("raw_sha256", article.rawSHA256)
            case .receivedAt: self.member("received_at", article.receivedAt.rfc3339)
            default: write(member, of: article.fields)
            }
        }
    }

    /// Writes an article that is not stored: what the parser found, with its text.
    mutating func write(_ fields: ArticleFields, wordCount: Int) {
        for member in ArticleMember.allCases {
            switch member {
            case .summary: self.member("summary", fields.summary)
            case .wordCount: self.member("word_count", wordCount)
            case .paragraphCount: self.member("paragraph_count", fields.runningParagraphs.count)
            default: write(member, of: fields)
            }
        }
    }

    /// Writes a member that the article says of itself; nothing for the others.
    private mutating func write(_ member: ArticleMember, of fields: ArticleFields) {
        switch member {
        case .headline: self.member("headline", fields.headline)
        case .kicker: self.member("kicker", fields.kicker)
        case .standfirst: self.member("standfirst", fields.standfirst)
        case .publishedAt: self.member("published_at", fields.published?.description)
        case .publishedPrecision:
            self.member("published_precision", fields.published?.precision.rawValue)
        case .publishedBasis: self.member("published_basis", fields.published?.basis.rawValue)
        case .updatedAt: self.member("updated_at", fields.updated?.description)
        case .dateline: write(fields.dateline)
        case .byline: self.member("byline", fields.byline)
        case .authors:
            key("authors")
            value(fields.authors.map(\.name))
        case .credit: self.member("credit", fields.credit)
        case .source: self.member("source", fields.source)
        case .language: self.member("language", fields.language)
        case .section: self.member("section", fields.section)
        case .sourceURL: self.member("source_url", fields.url)
        case .tags: self.member("tags", fields.tags)
        case .corrections: self.member("corrections", fields.corrections)
        case .text:
            key("text")
            value(joining: fields.runningParagraphs.lazy.map(\.text), by: "\n\n")
        case .paragraphs: write(fields.runningParagraphs)
        case .captions: self.member("captions", fields.captions)
        default: break
        }
    }

    private mutating func write(_ dateline: Dateline?) {
        key("dateline")
        guard let dateline else { return value(String?.none) }
        beginObject()
        member("raw", dateline.raw)
        member("place", dateline.place)
        member("date", dateline.date)
        member("agency", dateline.agency)
        endObject()
    }

    private mutating func write(_ paragraphs: [Paragraph]) {
        key("paragraphs")
        beginArray()
        for paragraph in paragraphs {
            beginObject()
            member("kind", paragraph.kind.rawValue)
            member("text", paragraph.text)
            key("span")
            paragraph.span.write(to: &self)
            endObject()
        }
        endArray()
    }
}
