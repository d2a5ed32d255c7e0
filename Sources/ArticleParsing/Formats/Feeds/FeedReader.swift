import Articles

extension InputFormat {
    /// Feeds in XML: RSS and Atom.
    public static let feed = InputFormat(
        "feed",
        name: "XML",
        mediaType: "application/xml",
        declaredTypes: [
            "application/rss+xml", "application/atom+xml", "application/rdf+xml",
            "application/xml", "text/xml",
        ],
        signs: [
            Sign(why: "it begins as a feed") { $0.beginsWithTag("rss", "feed", "rdf:rdf") },
            Sign(why: "it begins with an XML declaration") { $0.begins(with: "<?xml") },
        ],
        items: FeedReader.items
    )
}

/// Reads feeds: RSS 0.91 to 2.0, RSS 0.9 and 1.0 (RDF), Atom 0.3 and 1.0 (RFC 4287).
///
/// One reader for all, since feeds in the wild mix their elements: what an entry has is gathered by
/// name, and `FeedEntry` makes an article of it.
struct FeedReader {
    private let events: XMLEvents
    private let input: DecodedText
    private var items: [ParsedItem] = []
    private var feed = Record()
    private var feedBase = ""
    /// The elements that are open, by their names.
    private var open: [String] = []
    /// The elements of the entry that is open, or of the feed's own part.
    private var elements: [FeedElement] = []
    /// How many elements are open around the entry; `nil` outside of one.
    private var entryDepth: Int?
    /// How many elements are open around the element whose text is gathered; `nil` outside of one.
    private var fieldDepth: Int?
    private var entryBase = ""
    private var entryLanguage: String?

    /// What became of each entry of a feed.
    static func items(of input: DecodedText) throws(ParsingError) -> [ParsedItem] {
        guard let events = XMLEvents(input.text) else { throw .noArticle(reason: "It is no XML.") }
        var reader = FeedReader(events: events, input: input)
        try reader.read()
        return reader.items
    }

    private init(events: XMLEvents, input: DecodedText) {
        self.events = events
        self.input = input
    }

    private mutating func read() throws(ParsingError) {
        var root: String?
        do throws(XMLEvents.Failure) {
            while let event = try events.next() {
                switch event {
                case .start(let namespace, let name, let isEmpty):
                    if root == nil { root = name }
                    begin(FeedNames.name(name, namespace: namespace))
                    if isEmpty { end() }
                case .end: end()
                case .text(let text): take(text)
                }
                guard items.count <= JSONReader.mostItems else { break }
            }
        } catch {
            let malformed = ParsingError.malformed(
                .feed,
                detail: error.detail,
                line: error.line,
                column: error.column
            )
            guard !items.isEmpty else { throw malformed }
            // What came before the fault is whole; that something may be missing is said.
            items.append(ParsedItem(.failure(malformed)))
            return
        }
        guard items.count <= JSONReader.mostItems else {
            throw .tooManyItems(limit: JSONReader.mostItems)
        }
        guard items.isEmpty else { return }
        let isFeed = root.map { ["rss", "feed", "RDF"].contains($0) } ?? false
        throw .noArticle(
            reason: isFeed
                ? "The feed has no entries."
                : "The XML is no feed: it begins with <\((root ?? "").prefix(40))>, and not with "
                    + "<rss>, <feed> or <rdf:RDF>."
        )
    }

    // MARK: Elements

    private mutating func begin(_ name: String) {
        let depth = open.count
        open.append(name)
        if fieldDepth != nil {
            // Atom's XHTML, and what a feed's maker forgot to escape.
            let tag = name.split(separator: ":").last.map(String.init) ?? name
            appendMarkup("<" + tag + ">")
            if name == "name" || name == "title" || name == "email" { beginNested(name) }
            return
        }
        if entryDepth == nil, depth <= 3, name == "item" || name == "entry" {
            if items.isEmpty { readFeed() }
            entryDepth = depth
            elements = []
            entryBase = events.attribute("xml:base") ?? feedBase
            entryLanguage = events.attribute("xml:lang")
            return
        }
        if depth == 0 {
            feedBase = events.attribute("xml:base") ?? ""
            let language = events.attribute("xml:lang").flatMap(LanguageTag.canonical)
            feed.set(.language, \.language, to: language, rule: "feed_lang")
        }
        let isField =
            entryDepth.map { depth == $0 + 1 || open[$0 + 1..<depth].allSatisfy(Self.isGroup) }
            ?? ((1...2).contains(depth) && name != "channel")
        guard isField, !Self.isGroup(name) else { return }
        fieldDepth = depth
        beginElement(name)
    }

    private static func isGroup(_ name: String) -> Bool {
        name == "media:group" || name == "media:content"
    }

    private mutating func beginElement(_ name: String) {
        var element = FeedElement(name: name)
        for attribute in ["href", "rel", "type", "term", "isPermaLink", "mode"] {
            if let value = events.attribute(attribute) { element.attributes[attribute] = value }
        }
        if elements.count < Self.mostElements { elements.append(element) }
    }

    /// Notes an element within a field as one of its own too: `author/name`.
    private var nested: (depth: Int, element: FeedElement)?

    private mutating func beginNested(_ name: String) {
        guard nested == nil, let fieldDepth, open.count == fieldDepth + 2 else { return }
        nested = (open.count - 1, FeedElement(name: open[fieldDepth] + "/" + name))
    }

    private mutating func take(_ text: String) {
        guard fieldDepth != nil, !elements.isEmpty else { return }
        nested?.element.text += text
        let last = elements.count - 1
        elements[last].text += text
        if !elements[last].markup.isEmpty { elements[last].markup += Self.escaped(text) }
    }

    private mutating func appendMarkup(_ tag: String) {
        guard !elements.isEmpty else { return }
        let last = elements.count - 1
        if elements[last].markup.isEmpty {
            elements[last].markup = Self.escaped(elements[last].text)
        }
        elements[last].markup += tag
    }

    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") })
        else { return text }
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func end() {
        guard let name = open.popLast() else { return }
        if let nested, nested.depth == open.count {
            elements.insert(nested.element, at: max(0, elements.count - 1))
            self.nested = nil
        }
        if let fieldDepth {
            if open.count == fieldDepth {
                self.fieldDepth = nil
            } else {
                let tag = name.split(separator: ":").last.map(String.init) ?? name
                appendMarkup("</" + tag + ">")
            }
            return
        }
        guard let entryDepth, open.count == entryDepth else { return }
        self.entryDepth = nil
        let entry = FeedEntry(elements, base: entryBase)
        var record = entry.record()
        let language = entryLanguage.flatMap(LanguageTag.canonical)
        record.set(.language, \.language, to: language, rule: "feed_lang")
        record.inherit(from: feed)
        items.append(RecordReader.item(record, of: input))
        elements = []
    }

    /// Takes what stands before the first entry as said of the feed.
    private mutating func readFeed() {
        let entry = FeedEntry(elements, base: feedBase)
        let own = entry.record()
        feed.set(.source, \.source, to: own.fields.headline, rule: "feed_title")
        let language = own.fields.language
        feed.set(.language, \.language, to: language, rule: "feed_language")
        for author in entry.atomAuthors { feed.add(author, rule: "feed_author") }
        if feedBase.isEmpty { feedBase = own.fields.url ?? "" }
    }

    /// More elements than any entry has.
    private static let mostElements = 2_000
}
