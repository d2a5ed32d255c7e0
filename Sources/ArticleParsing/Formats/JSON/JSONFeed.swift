import Articles

/// What a JSON Feed (jsonfeed.org, version 1 and 1.1) says of all its items.
struct JSONFeed {
    /// Its title as the source, its authors, its language.
    private(set) var record = Record()
    /// What its addresses are relative to.
    let base: String

    /// Whether an object is a feed: its version is an address of the specification.
    static func isFeed(_ object: JSON) -> Bool {
        object["version"]?.string?.contains("jsonfeed.org/version/") ?? false
    }

    /// Reads what a feed says beside its items.
    init(of feed: JSON) {
        base = feed["home_page_url"]?.string ?? feed["feed_url"]?.string ?? ""
        record.set(.source, \.source, to: feed["title"]?.string, rule: "feed_title")
        let language = feed["language"]?.string.flatMap(LanguageTag.canonical)
        record.set(.language, \.language, to: language, rule: "feed_language")
        let authors = feed["authors"].map { Array($0.elements.prefix(20)) } ?? []
        for author in authors + [feed["author"]].compactMap(\.self) {
            if let name = author["name"]?.string {
                record.add(Author(name: Record.folded(name)), rule: "feed_authors")
            }
        }
    }
}

extension Record {
    /// Takes what a feed says of all its items; an item's own address counts before that of what it
    /// is about.
    mutating func take(_ feed: JSONFeed, of item: JSON) {
        inherit(from: feed.record)
        takeSourceOffHeadline()
        if let reference = item["url"]?.string, !reference.isEmpty,
            let url = RelativeReference.resolve(reference, against: feed.base)
        {
            setAddress(url, rule: "json_url")
        }
    }
}
