/// The parts of feeds by the names that this reader gives them, whatever prefix a feed declares.
enum FeedNames {
    /// An element's name, with the usual prefix of its namespace: `content:encoded`, `dc:creator`;
    /// those of the forms themselves have none.
    static func name(_ name: String, namespace: String) -> String {
        if let prefix = prefixes[namespace] { return prefix.isEmpty ? name : prefix + ":" + name }
        return name
    }

    private static let prefixes: [String: String] = [
        "": "", "http://www.w3.org/2005/Atom": "", "http://purl.org/atom/ns#": "",
        "http://purl.org/rss/1.0/": "", "http://my.netscape.com/rdf/simple/0.9/": "",
        "http://backend.userland.com/rss2": "",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
        "http://purl.org/rss/1.0/modules/content/": "content",
        "http://purl.org/dc/elements/1.1/": "dc", "http://purl.org/dc/terms/": "dcterms",
        "http://search.yahoo.com/mrss/": "media", "http://search.yahoo.com/mrss": "media",
        "http://www.w3.org/1999/xhtml": "xhtml",
        "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    ]

    static let headline = ["title", "dc:title", "media:title"]
    static let text = ["content:encoded", "content", "xhtml:body", "body", "fulltext"]
    static let summary = ["description", "summary", "media:description", "itunes:summary"]
    static let published = [
        "pubDate", "published", "dc:date", "issued", "dcterms:issued", "dcterms:created", "created",
        "date",
    ]
    static let updated = ["updated", "modified", "dcterms:modified", "lastBuildDate"]
    static let authors = ["dc:creator", "author/name", "author", "itunes:author", "creator"]
    static let tags = ["category", "dc:subject", "media:keywords", "tag"]
    static let source = ["source/title", "source", "dc:publisher", "dc:source"]
    static let language = ["dc:language", "language"]
}

/// An element of a feed with what it holds.
struct FeedElement: Sendable {
    /// Its name with its prefix, after the names of the elements it stands in within its entry:
    /// `author/name`.
    var name: String
    /// The attributes that count: `href`, `rel`, `type`, `term`, `isPermaLink`.
    var attributes: [String: String] = [:]
    /// Its text.
    var text = ""
    /// Its text with the tags within it; empty where it has none.
    var markup = ""
}
