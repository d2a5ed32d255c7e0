/// The names under which JSON has what an article says, as APIs, feeds and exports write them.
///
/// Names are compared without case, underscores, hyphens, colons and spaces: `published_at`,
/// `publishedAt` and `PUBLISHED-AT` are one. In each row the names that say it best come first, so
/// that `dateCreated` counts only where there is no `datePublished`.
enum MemberNames {
    static let headline = names(
        "headline title heading webTitle headlineText articleTitle storyTitle subject"
    )
    static let kicker = names("kicker overline eyebrow roofline catchline")
    static let standfirst = names(
        "standfirst subtitle subheadline subhead deck dek alternativeHeadline trailText tagline"
    )
    static let byline = names("byline articleByline bylineText authorLine")
    static let authors = names("authors author creator dcCreator writers writer by contributors")
    static let published = names(
        """
        datePublished publishedAt published publicationDate pubDate publishDate publishedOn \
        publishedDate firstPublished firstPublicationDate webPublicationDate publishedTime \
        articlePublishedTime dcDate date dateTime firstCreated issued posted postedAt dateCreated \
        createdAt created versionCreated time timestamp seenDate
        """
    )
    static let updated = names(
        """
        dateModified updatedAt updated modified modifiedAt lastModified lastUpdated updatedDate \
        articleModifiedTime dateUpdated versionCreated
        """
    )
    static let credit = names("credit creditLine creditText agency")
    static let source = names(
        """
        source sourceName publisher siteName site publication outlet newspaper provider \
        providerName newsSite copyrightHolder domain
        """
    )
    static let language = names("language lang inLanguage locale languageCode")
    static let section = names(
        "section articleSection sectionName category categoryName desk rubric department channel"
    )
    static let url = names(
        """
        url link canonicalUrl canonical permalink webUrl href articleUrl sourceUrl pageUrl \
        mainEntityOfPage externalUrl uri guid id
        """
    )
    static let tags = names("tags tag keywords topics labels subjects subject categories hashtags")
    static let text = names(
        """
        text body articleBody bodyText content contentText fullText mainText maintext articleText \
        storyText plainText story paragraphs article contentEncoded rawContent
        """
    )
    static let html = names(
        "html bodyHtml contentHtml bodyXhtml rawHtml fullHtml articleHtml htmlContent bodyHtml5"
    )
    static let markdown = names("markdown contentMarkdown bodyMarkdown md")
    static let summary = names(
        """
        description summary abstract excerpt lead lede teaser snippet intro descriptionText \
        leadParagraph
        """
    )
    static let name = names("name")

    /// All names by which a member says something of an article; an object may have a million others.
    static let all = Set(
        [
            headline, kicker, standfirst, byline, authors, published, updated, credit, source,
            language, section, url, tags, text, html, markdown, summary, name,
        ].joined()
    )

    /// The names of lists of articles, the likeliest first.
    static let containers = names(
        """
        articles items results entries news stories posts documents docs records hits data rows \
        list graph itemListElement feed channel response result value payload
        """
    )
    /// The names, as written, under which the article itself stands within an item.
    static let wrappers: Set<String> = [
        "_source", "fields", "attributes", "article", "item", "doc", "document", "data", "story",
        "post", "node", "properties",
    ]
    /// The names under which a field's value stands within an object.
    static let values = names("rendered value text plain content name label title html href url id")

    /// A name as names are compared.
    static func folded(_ name: String) -> String {
        let kept = name.utf8.filter { !"_-:@$. ".utf8.contains($0) }.map(ASCII.lowercased)
        return String(decoding: kept, as: UTF8.self)
    }

    private static func names(_ row: String) -> [String] {
        row.split(separator: " ").map { folded(String($0)) }
    }
}
