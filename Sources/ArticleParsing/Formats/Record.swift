import Articles

/// What a form of input says of one article: the fields that it names, and the text as it holds it.
///
/// A feed's entry, an object of JSON and a page of Markdown with front matter are records. What
/// their fields do not say is found in the text, by the stages that read all texts.
struct Record: Sendable {
    /// A text in the form in which a record holds it.
    enum Content: Sendable, Equatable {
        /// Plain text.
        case text(String)
        /// A fragment of HTML, or a page.
        case html(String)
        /// Markdown.
        case markdown(String)
    }

    /// What is said; `paragraphs` is empty.
    private(set) var fields = ArticleFields()
    /// The rule by which each field that is said was found: `json_title`, `feed_pubDate`.
    private(set) var rules: [FieldName: String] = [:]
    /// The text, if there is one.
    var content: Content?
    /// A short text that takes the place of a missing one: a feed's description.
    var summary: Content?
    /// The client's own name for the article.
    var name: String?
    /// What the client should know of how it was read.
    var warnings: [ArticleWarning] = []

    /// Sets a field to a text, unless it is set or the text is empty.
    mutating func set(
        _ field: FieldName,
        _ path: WritableKeyPath<ArticleFields, String?>,
        to text: String?,
        rule: String
    ) {
        guard fields[keyPath: path] == nil, let text = text.map(Self.folded), !text.isEmpty else {
            return
        }
        fields[keyPath: path] = text
        rules[field] = rule
    }

    /// Sets a date, unless it is set.
    mutating func set(
        _ field: FieldName,
        _ path: WritableKeyPath<ArticleFields, PublicationDate?>,
        to date: PublicationDate?,
        rule: String
    ) {
        guard fields[keyPath: path] == nil, let date else { return }
        fields[keyPath: path] = date
        rules[field] = rule
    }

    /// Sets the address, whatever it was.
    mutating func setAddress(_ address: String, rule: String) {
        fields.url = address
        rules[.url] = rule
    }

    /// Takes a date back.
    mutating func forget(
        _ field: FieldName,
        _ path: WritableKeyPath<ArticleFields, PublicationDate?>
    ) {
        fields[keyPath: path] = nil
        rules[field] = nil
    }

    /// Adds an author, unless the name is there already.
    mutating func add(_ author: Author, rule: String) {
        guard !author.name.isEmpty, !fields.authors.contains(where: { $0.name == author.name })
        else { return }
        fields.authors.append(author)
        if rules[.authors] == nil { rules[.authors] = rule }
    }

    /// Adds a tag, unless it is there already.
    mutating func add(tag: String, rule: String) {
        let tag = Self.folded(tag)
        guard !tag.isEmpty, tag.utf8.count <= 200, fields.tags.count < Self.mostTags,
            !fields.tags.contains(tag)
        else { return }
        fields.tags.append(tag)
        if rules[.tags] == nil { rules[.tags] = rule }
    }

    /// Sets the byline as printed, and the authors it names unless they are known.
    mutating func set(byline: String, rule: String) {
        let byline = Self.folded(byline)
        guard !byline.isEmpty else { return }
        set(.byline, \.byline, to: byline, rule: rule)
        if fields.authors.isEmpty {
            for author in AuthorNames.authors(in: byline) { add(author, rule: rule) }
        }
    }

    /// Takes what it does not say itself from what is said of all the articles of a feed.
    mutating func inherit(from feed: Record) {
        if fields.authors.isEmpty, let rule = feed.rules[.authors] {
            for author in feed.fields.authors { add(author, rule: rule) }
        }
        let texts: [(FieldName, WritableKeyPath<ArticleFields, String?>)] = [
            (.source, \.source), (.language, \.language), (.section, \.section),
        ]
        for (field, path) in texts {
            if let rule = feed.rules[field] {
                set(field, path, to: feed.fields[keyPath: path], rule: rule)
            }
        }
    }

    /// Takes the name of the source off the headline's end, as aggregators put it there: `Ferry
    /// stops - Harbour Post`.
    mutating func takeSourceOffHeadline() {
        guard let headline = fields.headline, let source = fields.source, source.utf8.count >= 3,
            headline.utf8.count > source.utf8.count,
            ASCII.lowercased(headline.suffix(source.count)) == ASCII.lowercased(source[...])
        else { return }
        let rest = headline.dropLast(source.count)
        for sign in [" - ", " – ", " — ", " | ", " :: "] where rest.hasSuffix(sign) {
            let left = Self.folded(String(rest.dropLast(sign.count)))
            if left.utf8.count >= 3 { fields.headline = left }
        }
    }

    /// Whether it says anything that makes an article.
    var isEmpty: Bool { content == nil && summary == nil && fields.headline == nil }

    /// How many tags are kept; more are a search engine's bait.
    private static let mostTags = 100

    /// A text with white space folded, and none around it.
    static func folded(_ text: String) -> String {
        var wasSpace = true
        let isFolded = text.utf8.allSatisfy { byte in
            let isSpace = byte == ASCII.space
            defer { wasSpace = isSpace }
            return byte < 0x80 && byte >= ASCII.space && !(isSpace && wasSpace)
        }
        if isFolded, !wasSpace { return text }
        let manuscript = Manuscript(text)
        return manuscript.text(manuscript.trimmed(0..<manuscript.scalars.count))
    }
}
