/// The parts of feeds by the names that this reader gives them, whatever prefix a feed declares.
enum FeedNames {
    /// An element's name, with the usual prefix of its namespace: `content:encoded`, `dc:creator`;
    /// those of the forms themselves have none.
    ///
    /// What a namespace that is not known has keeps its prefix: an advertisement's title is not the
    /// entry's.
    static func name(_ name: String, prefix: String, namespace: String) -> String {
        var address = ASCII.lowercased(namespace[...])
        while let last = address.last, last == "/" || last == "#" { address.removeLast() }
        let usual = prefixes[address] ?? ASCII.lowercased(prefix[...])
        return usual.isEmpty ? name : usual + ":" + name
    }

    /// The prefixes by the namespaces' addresses in small letters, without a sign at the end.
    private static let prefixes: [String: String] = [
        "": "", "http://www.w3.org/2005/atom": "", "http://purl.org/atom/ns": "",
        "http://purl.org/rss/1.0": "", "http://my.netscape.com/rdf/simple/0.9": "",
        "http://backend.userland.com/rss2": "", "http://blogs.law.harvard.edu/tech/rss": "",
        FeedNames.rdf: "rdf",
        "http://purl.org/rss/1.0/modules/content": "content",
        "http://purl.org/dc/elements/1.1": "dc", "http://purl.org/dc/terms": "dcterms",
        "http://search.yahoo.com/mrss": "media",
        "http://www.w3.org/1999/xhtml": "xhtml",
        "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
        "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
        "http://news.yandex.ru": "yandex",
    ]

    /// The namespace of RDF, without the sign at its end.
    static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns"

    static let headline = ["title", "dc:title", "media:title"]
    static let text = [
        "content:encoded", "content", "xhtml:body", "body", "fulltext", "full-text",
        "yandex:full-text",
    ]
    static let summary = ["description", "summary", "media:description", "itunes:summary"]
    static let published = [
        "pubDate", "pubdate", "published", "dc:date", "issued", "dcterms:issued", "dcterms:created",
        "created",
        "date",
    ]
    static let updated = ["updated", "modified", "dcterms:modified", "lastBuildDate"]
    static let authors = ["dc:creator", "author/name", "author", "itunes:author", "creator"]
    static let tags = ["category", "dc:subject", "tag"] + keywords
    /// Those that hold several tags with commas between them.
    static let keywords = ["media:keywords", "itunes:keywords"]
    /// Addresses, as people have them before a service that counts readers puts its own.
    static let addresses = ["feedburner:origLink", "link", "guid", "id", "rdf:about"]
    static let source = ["source/title", "source", "dc:publisher", "dc:source"]
    static let language = ["dc:language", "language"]
}

/// An element of a feed with what it holds.
struct FeedElement: Sendable, Equatable {
    /// Its name with its prefix, after the names of the elements it stands in within its entry:
    /// `author/name`.
    var name: String
    /// The attributes that count: `href`, `rel`, `type`, `term`, `label`, `isPermaLink`.
    var attributes: [String: String] = [:]
    /// Its text.
    var text = ""
    /// Its text with the tags within it; empty where it has none.
    var markup = ""
}
