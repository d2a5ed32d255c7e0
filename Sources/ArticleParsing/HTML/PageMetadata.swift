import Articles

/// What a page's markup says of its article: every value with where it was found.
///
/// The likelier a source, the earlier its rule stands in `ranks`; among candidates of one rule the
/// page's order counts.
struct PageMetadata: Sendable {
    /// What a value is of.
    enum Key: Sendable {
        case headline, author, published, updated, site, language, section, url, tags, standfirst
    }

    /// A value with where it was found.
    struct Candidate: Sendable {
        var key: Key
        var value: String
        var rule: String
        /// The element, where it is one in the page's body.
        var node: Int?
    }

    private(set) var candidates: [Candidate] = []
    /// The article's text as JSON-LD has it.
    private(set) var articleBody: String?
    /// The text of `<title>`.
    private(set) var title: String?
    /// The first-level headings of the page.
    private(set) var headings: [Int] = []

    private let tree: HTMLTree

    /// Reads a page's markup.
    init(of tree: HTMLTree) {
        self.tree = tree
        var data: [LooseJSON] = []
        for index in tree.nodes.indices {
            switch tree.nodes[index].tag {
            case .text: break
            case .meta: readMeta(index)
            case .link: readLink(index)
            case .script: data += jsonLD(index)
            case .title where title == nil: title = tree.text(in: index)
            case .html:
                add(.language, tree.value(of: .lang, at: index), "html_lang")
                add(.language, tree.value(of: .xmlLang, at: index), "html_lang")
            case .h1:
                headings.append(index)
                readProperties(index)
            case .time:
                readProperties(index)
                readTime(index)
            default: readProperties(index)
            }
        }
        readData(data)
        if let url = first(.url)?.value, let day = URLDate.day(in: url) {
            add(.published, day.description, "url_date")
        }
    }

    /// The candidates for a value, in the order found.
    func all(_ key: Key) -> [Candidate] { candidates.filter { $0.key == key } }

    /// The first candidate for a value.
    func first(_ key: Key) -> Candidate? { candidates.first { $0.key == key } }

    private mutating func add(_ key: Key, _ value: String?, _ rule: String, node: Int? = nil) {
        guard let value, !value.isEmpty, value.utf8.count <= 2_000, candidates.count < 400 else {
            return
        }
        let folded = Self.folded(value)
        guard !folded.isEmpty,
            !candidates.contains(where: { $0.key == key && $0.value == folded && $0.rule == rule })
        else { return }
        candidates.append(Candidate(key: key, value: folded, rule: rule, node: node))
    }

    /// A value with its white space folded, tags and references left over in it taken away.
    static func folded(_ value: String) -> String {
        var text = FoldedText()
        text.append(Array(LeftoverMarkup.removed(from: value).utf8)[...])
        return text.string
    }

    // MARK: Elements

    private mutating func readMeta(_ index: Int) {
        guard let content = tree.value(of: .content, at: index), !content.isEmpty else { return }
        for attribute in [HTMLAttribute.property, .name, .itemprop, .httpEquiv] {
            guard let name = tree.value(of: attribute, at: index) else { continue }
            for word in ASCII.lowercased(name).split(separator: " ") {
                guard let (key, rule) = MetaNames.table[String(word)] else { continue }
                add(key, content, rule)
            }
        }
    }

    private mutating func readLink(_ index: Int) {
        guard let rel = tree.value(of: .rel, at: index), let href = tree.value(of: .href, at: index)
        else { return }
        if ASCII.lowercased(rel) == "canonical" { add(.url, href, "canonical_link") }
    }

    private mutating func readProperties(_ index: Int) {
        if let rel = tree.bytes(of: .rel, at: index), ASCII.begins(rel, with: "author") {
            add(.author, tree.text(in: index, limit: 200), "rel_author", node: index)
        }
        guard let names = tree.value(of: .itemprop, at: index) else { return }
        let value =
            tree.value(of: .content, at: index) ?? tree.value(of: .datetime, at: index)
        for name in names.split(separator: " ") {
            switch name {
            case "headline":
                add(.headline, value ?? tree.text(in: index, limit: 400), "microdata", node: index)
            case "author", "creator":
                add(.author, value ?? authorName(index), "microdata", node: index)
            case "datePublished":
                add(.published, value ?? tree.text(in: index, limit: 80), "microdata", node: index)
            case "dateModified":
                add(.updated, value ?? tree.text(in: index, limit: 80), "microdata", node: index)
            case "inLanguage": add(.language, value, "microdata")
            case "articleSection":
                add(.section, value ?? tree.text(in: index, limit: 80), "microdata")
            default: break
            }
        }
    }

    /// The name in an author's element: that of its `name`, else all of its text.
    private func authorName(_ index: Int) -> String {
        let end = min(Int(tree.nodes[index].end), index + 60)
        let name = (index + 1..<max(index + 1, end)).first {
            tree.nodes[$0].tag != .text && tree.value(of: .itemprop, at: $0) == "name"
        }
        guard let name else { return tree.text(in: index, limit: 200) }
        return tree.value(of: .content, at: name) ?? tree.text(in: name, limit: 200)
    }

    private mutating func readTime(_ index: Int) {
        guard let moment = tree.value(of: .datetime, at: index) else { return }
        add(.published, moment, "time_element", node: index)
    }

    // MARK: JSON-LD

    private func jsonLD(_ index: Int) -> [LooseJSON] {
        guard let type = tree.bytes(of: .type, at: index),
            ASCII.begins(type, with: "application/ld+json"),
            Int(tree.nodes[index].end) > index + 1
        else { return [] }
        return LooseJSONReader.values(in: tree.text(at: index + 1))
    }

    private mutating func readData(_ values: [LooseJSON]) {
        let graph = LinkedData(values)
        guard let article = graph.article(titled: title ?? first(.headline)?.value) else {
            if let publisher = graph.publisher { add(.site, publisher, "json_ld_publisher") }
            return
        }
        add(.headline, article["headline"]?.string ?? article["name"]?.string, "json_ld")
        for name in graph.names(of: article["author"] ?? article["creator"]) {
            add(.author, name, "json_ld")
        }
        add(.published, article["datePublished"]?.string, "json_ld")
        add(.published, article["dateCreated"]?.string, "json_ld_created")
        add(.updated, article["dateModified"]?.string, "json_ld")
        add(.language, article["inLanguage"]?.string, "json_ld")
        add(.section, article["articleSection"]?.string, "json_ld")
        for name in graph.names(of: article["publisher"]) { add(.site, name, "json_ld_publisher") }
        add(.url, article["url"]?.string, "json_ld")
        add(.standfirst, article["description"]?.string, "json_ld")
        articleBody = article["articleBody"]?.string
    }
}

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

/// Reads the day in a page's address: `/2023/10/15/`, `/2023-10-15-`, `/20231015/`.
enum URLDate {
    /// The day; `nil` where the address has none.
    static func day(in url: String) -> CalendarDay? {
        let path = url.split(separator: "/", omittingEmptySubsequences: false).dropFirst(3)
        var numbers: [Int] = []
        for part in path.joined(separator: "/").split(whereSeparator: {
            !$0.isASCII || !$0.isNumber
        }) {
            if part.utf8.count == 8, let value = Int(part),
                let day = CalendarDay(
                    year: value / 10_000,
                    month: value / 100 % 100,
                    day: value % 100
                ),
                (1_990...2_100).contains(day.year)
            {
                return day
            }
            numbers.append(part.utf8.count <= 4 ? Int(part) ?? 0 : 0)
        }
        for start in numbers.indices where start + 2 < numbers.count {
            if (1_990...2_100).contains(numbers[start]),
                let day = CalendarDay(
                    year: numbers[start],
                    month: numbers[start + 1],
                    day: numbers[start + 2]
                )
            {
                return day
            }
        }
        return nil
    }
}

/// Takes away what careless systems leave in values: tags, and references escaped twice.
enum LeftoverMarkup {
    /// A value without tags and with the commonest references decoded.
    static func removed(from value: String) -> String {
        guard value.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") })
        else { return value }
        let tree = HTMLTreeBuilder.tree(of: "<p>" + value)
        return tree.text(in: 0, limit: 1 << 20)
    }
}
