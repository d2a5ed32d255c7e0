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
            Sign(why: "it begins as a feed") { $0.beginsWithFeed },
            Sign(why: "it begins with an XML declaration") { $0.begins(with: "<?xml") },
            Sign(why: "it has a feed's tag", isSufficient: false) { $0.hasFeedTag },
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
    ///
    /// A feed that is no XML is read once more with its common faults mended. Of a long one the faults
    /// are counted first: libxml2 takes some 3 µs to say what is wrong with each of millions.
    static func items(of input: DecodedText) throws(ParsingError) -> [ParsedItem] {
        let bytes = XMLText.withoutDeclaration(input.text)
        if let open = XMLText.endlessMarkup(in: bytes) {
            throw malformed("what begins here does not end", at: open, of: bytes)
        }
        var mending = bytes.count > longBytes ? XMLMending(bytes) : nil
        if let end = mending?.end {
            let detail = "more than \(XMLMending.mostFaults) signs up to here begin nothing"
            throw malformed(detail, at: end, of: bytes)
        }
        let read = Result { () throws(ParsingError) in try items(of: bytes, input) }
        if case .success(let items) = read, items.last?.isMalformed != true { return items }
        mending = mending ?? XMLMending(bytes)
        guard let mending, mending.end == nil, mending.mended != bytes,
            let items = try? items(of: mending.mended, input)  // What was wrong first is said then.
        else { return try read.get() }
        if case .success(let whole) = read, whole.count > items.count { return whole }
        return items
    }

    private static let longBytes = 1 << 20

    private static func malformed(_ detail: String, at place: Int, of bytes: [UInt8])
        -> ParsingError
    {
        let before = bytes[..<place]
        let start = before.lastIndex(of: ASCII.lineFeed).map { $0 + 1 } ?? 0
        return .malformed(
            .feed,
            detail: detail,
            line: before.count { $0 == ASCII.lineFeed } + 1,
            column: place - start + 1
        )
    }

    private static func items(
        of bytes: [UInt8],
        _ input: DecodedText
    ) throws(ParsingError) -> [ParsedItem] {
        guard let events = XMLEvents(bytes) else { throw .noArticle(reason: "It is no XML.") }
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
                case .start(let namespace, let prefix, let name, let isEmpty):
                    if root == nil { root = name }
                    begin(FeedNames.name(name, prefix: prefix, namespace: namespace))
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
            let base = events.attribute("xml:base")
            entryBase =
                base.map { RelativeReference.resolve($0, against: feedBase) ?? $0 } ?? feedBase
            if let about = events.attribute("about", namespace: FeedNames.rdf + "#") {
                elements.append(FeedElement(name: "rdf:about", text: about))
            }
            entryLanguage = events.attribute("xml:lang")
            return
        }
        if depth == 0 {
            feedBase = events.attribute("xml:base") ?? ""
            let language = events.attribute("xml:lang").flatMap(LanguageTag.canonical)
            feed.set(.language, \.language, to: language, rule: "feed_lang")
        }
        if Self.isGroup(name) { notePicture(name, depth: depth) }
        let isField =
            entryDepth.map { depth == $0 + 1 || open[$0 + 1..<depth].allSatisfy(Self.isGroup) }
            ?? ((1...2).contains(depth) && name != "channel")
        guard isField, !Self.isGroup(name) else { return }
        fieldDepth = depth
        beginElement(pictureDepth == nil ? name : "picture/" + name)
    }

    /// How many elements are open around the picture that is open: what is said in it is said of
    /// the picture, and not of the entry.
    private var pictureDepth: Int?

    private mutating func notePicture(_ name: String, depth: Int) {
        guard pictureDepth == nil, name == "media:content" else { return }
        let medium = events.attribute("medium") ?? "image"
        let type = events.attribute("type") ?? "image/"
        if medium == "image", type.hasPrefix("image/") { pictureDepth = depth }
    }

    private static func isGroup(_ name: String) -> Bool {
        name == "media:group" || name == "media:content"
    }

    private mutating func beginElement(_ name: String) {
        var element = FeedElement(name: name)
        for attribute in ["href", "rel", "type", "term", "label", "isPermaLink"] {
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
        if pictureDepth == open.count { pictureDepth = nil }
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
        record.takeSourceOffHeadline()
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

extension ParsedItem {
    /// Whether it stands for what could not be read.
    fileprivate var isMalformed: Bool {
        if case .failure(.malformed) = result { true } else { false }
    }
}
