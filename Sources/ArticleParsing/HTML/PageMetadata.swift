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

    let tree: HTMLTree
    /// What the last `twitter:label…` says that the next `twitter:data…` is.
    private var label: String?
    /// How many elements were looked at that may name an author.
    var authorMarks = 0

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
            default:
                readProperties(index)
                readAuthorMark(index)
            }
        }
        readData(data)
        if let url = first(.url)?.value, let day = URLDate.day(in: url) {
            add(.published, day.description, "url_date")
        }
    }

    /// Reads the markup of one of several articles of a page; site and language are the page's.
    init(of tree: HTMLTree, part: Int, page: PageMetadata) {
        self.tree = tree
        candidates = page.candidates.filter { $0.key == .site || $0.key == .language }
        for index in part..<Int(tree.nodes[part].end) where tree.nodes[index].tag != .text {
            let tag = tree.nodes[index].tag
            if tag.headingLevel > 0, headings.isEmpty {
                headings = [index]
                readPermalink(of: index)
            }
            readProperties(index)
            if tag == .time { readTime(index) } else { readAuthorMark(index) }
        }
    }

    /// The address that a heading links to is that of its article.
    private mutating func readPermalink(of heading: Int) {
        let links = (heading + 1..<max(heading + 1, Int(tree.nodes[heading].end))).filter {
            tree.nodes[$0].tag == .a
        }
        guard links.count == 1, let address = tree.value(of: .href, at: links[0]) else { return }
        add(.url, address, "heading_link")
    }

    /// The candidates for a value, in the order found.
    func all(_ key: Key) -> [Candidate] { candidates.filter { $0.key == key } }

    /// The first candidate for a value.
    func first(_ key: Key) -> Candidate? { candidates.first { $0.key == key } }

    mutating func add(_ key: Key, _ value: String?, _ rule: String, node: Int? = nil) {
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
        guard
            let content = tree.value(of: .content, at: index) ?? tree.value(of: .value, at: index),
            !content.isEmpty
        else { return }
        for attribute in [HTMLAttribute.property, .name, .itemprop, .httpEquiv] {
            guard let name = tree.value(of: attribute, at: index) else { continue }
            for word in ASCII.lowercased(name).split(separator: " ") {
                if let (key, rule) = MetaNames.table[String(word)] {
                    add(key, content, rule)
                } else if word.hasPrefix("twitter:label") {
                    label = content
                } else if word.hasPrefix("twitter:data"), let label, MetaNames.isByline(label) {
                    add(.author, content, "twitter_label")
                }
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
        if let moment = tree.value(of: .title, at: index), moment.utf8.count <= 40,
            let names = tree.bytes(of: .class, at: index)
        {
            // `<abbr class="published" title="2023-10-15T14:30:00">` (hAtom 0.1)
            if names.elementsEqual("published".utf8) {
                add(.published, moment, "published_class", node: index)
            } else if names.elementsEqual("updated".utf8) {
                add(.updated, moment, "updated_class", node: index)
            }
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
        guard let moment = tree.value(of: .datetime, at: index), !isBesideStory(index) else {
            return
        }
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
        add(.published, graph.datePublished, "json_ld_page")
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
        articleBody = article["articleBody"]?.string.map(Self.withoutMarkup)
    }

    /// A text of several paragraphs, which systems escape once or twice as HTML.
    private static func withoutMarkup(_ text: String) -> String {
        var text = text
        for _ in 0..<2 where blockTags.contains(where: { text.contains($0) }) {
            text = HTMLFragment.rendered(text).text
        }
        return text
    }

    private static let blockTags = ["<p", "<br", "<div", "&lt;p", "&lt;br", "&lt;div"]
}
