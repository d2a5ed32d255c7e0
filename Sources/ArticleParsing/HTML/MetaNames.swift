/// The names of meta tags by what they say.
enum MetaNames {
    static let table: [String: (PageMetadata.Key, String)] = {
        var table: [String: (PageMetadata.Key, String)] = [:]
        func add(_ key: PageMetadata.Key, _ rule: String, _ names: String) {
            for name in names.split(separator: " ") { table[String(name)] = (key, rule) }
        }
        add(.headline, "og_title", "og:title")
        add(.headline, "twitter_title", "twitter:title")
        add(
            .headline,
            "meta_title",
            """
            dc.title dcterms.title dc:title citation_title parsely-title sailthru.title headline \
            article:title cxenseparse:title cxense:title rnews:headline
            """
        )
        add(
            .author,
            "meta_author",
            """
            author article:author article:author_name article.author parsely-author \
            sailthru.author dc.creator dcterms.creator dc:creator dcterms.creator.creator \
            citation_author byl authors cxenseparse:author rbauthors article:byline
            """
        )
        add(
            .published,
            "article_published_time",
            "article:published_time og:article:published_time"
        )
        add(
            .published,
            "meta_date",
            """
            datepublished dc.date dc:date dc.date.issued dcterms.date dcterms.created \
            dcterms.issued dc.date.created dc.issued dc.created citation_publication_date citation_date \
            citation_online_date parsely-pub-date sailthru.date pubdate publishdate publish-date \
            publish_date publication_date publication-date article.published originalpublicationdate \
            published_at pdate ptime displaydate og:pubdate og:published_time cxenseparse:recs:publishtime \
            cxenseparse:publishtime article_date_original article:post_date rnews:datepublished \
            article.created analyticsattributes.articledate created
            """
        )
        add(.published, "meta_any_date", "date timestamp utime eomportal-lastupdate")
        add(
            .updated,
            "meta_updated",
            "article:modified_time og:updated_time lastmod last-modified dcterms.modified datemodified "
                + "dc.date.modified article.updated"
        )
        add(.site, "og_site_name", "og:site_name")
        add(
            .site,
            "meta_publisher",
            "publisher dc.publisher dc:publisher dcterms.publisher application-name "
                + "citation_journal_title cre sourceorganization source"
        )
        add(.language, "meta_language", "content-language dc.language dcterms.language language")
        add(.language, "og_locale", "og:locale")
        add(.section, "meta_section", "article:section section parsely-section cxenseparse:section")
        add(.url, "og_url", "og:url")
        add(.tags, "meta_tags", "article:tag news_keywords keywords parsely-tags")
        add(.standfirst, "meta_description", "og:description description twitter:description")
        return table
    }()
}

extension MetaNames {
    /// Whether a label says that a name follows: `Written by`.
    static func isByline(_ label: String) -> Bool {
        let text = Manuscript(label)
        return BylineWords.openers.contains(PhraseKey(text, 0..<text.scalars.count))
    }
}
