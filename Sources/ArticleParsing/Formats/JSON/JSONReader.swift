import Articles

extension InputFormat {
    /// JSON (RFC 8259): an article, or several in a list.
    public static let json = InputFormat(
        "json",
        name: "JSON",
        mediaType: "application/json",
        declaredTypes: [
            "application/json", "text/json", "application/feed+json", "application/ld+json",
        ],
        signs: [
            Sign(why: "it begins as JSON") { $0.beginsWithJSON },
            Sign(why: "it begins with a quotation mark", isSufficient: false) {
                $0.first == UInt8(ascii: "\"")
            },
        ],
        items: JSONReader.items
    )
}

/// Finds the articles in JSON: the object itself, an array of them, or a list within an answer.
enum JSONReader {
    /// What became of each article in a text.
    static func items(of input: DecodedText) throws(ParsingError) -> [ParsedItem] {
        let tree = try tree(of: Array(input.text.utf8), format: .json)
        let found = articles(in: tree.root)
        guard !found.objects.isEmpty else { throw .noArticle(reason: missing(in: tree.root)) }
        guard found.objects.count <= mostItems else { throw .tooManyItems(limit: mostItems) }
        let feed = found.feed.map(JSONFeed.defaults)
        return found.objects.map { object in
            var record = (found.record ?? JSONRecord(object)).record()
            if let feed { record.inherit(from: feed) }
            return RecordReader.item(record, of: input)
        }
    }

    /// More articles than this are to come line by line, so that neither side has to hold them all.
    static let mostItems = 10_000

    /// Takes a text apart.
    static func tree(
        of bytes: [UInt8],
        format: InputFormat,
        firstLine: Int = 1
    ) throws(ParsingError) -> JSONTree {
        do throws(JSONError) {
            return try JSONTree.parse(bytes)
        } catch {
            let before = bytes[..<min(error.offset, bytes.count)]
            let lineStart = before.lastIndex(of: ASCII.lineFeed).map { $0 + 1 } ?? 0
            throw .malformed(
                format,
                detail: error.detail,
                line: firstLine + before.count { $0 == ASCII.lineFeed },
                column: String(decoding: before[lineStart...], as: UTF8.self).unicodeScalars.count
                    + 1
            )
        }
    }

    /// The values that stand for articles, and the feed that they are of.
    struct Found {
        var objects: [JSON] = []
        var feed: JSON?
        /// The one object as it was read, where the text is that.
        var record: JSONRecord?
    }

    /// The values that stand for articles: the outermost list that has any, or the one object.
    static func articles(in root: JSON) -> Found {
        // Level by level, so that the outermost list counts; what lies deeper is part of an article.
        var level = [root]
        for _ in 0..<deepestList {
            var next: [JSON] = []
            for value in level {
                switch value.kind {
                case .array:
                    let objects = Array(value.elements)
                    let records = objects.lazy.filter { $0.kind == .object }.map { JSONRecord($0) }
                    if records.contains(where: \.isTypedArticle) {
                        return Found(objects: objects.filter { JSONRecord($0).isTypedArticle })
                    }
                    if records.contains(where: \.isArticle) { return Found(objects: objects) }
                    next += objects.prefix(20).filter { $0.kind == .object || $0.kind == .array }
                case .object:
                    if JSONFeed.isFeed(value), let items = value["items"] {
                        return Found(objects: Array(items.elements), feed: value)
                    }
                    let record = JSONRecord(value)
                    if record.isArticle, !hasList(value) {
                        return Found(objects: [value], record: record)
                    }
                    next += containers(of: value)
                default: break
                }
            }
            level = Array(next.prefix(200))
        }
        // A headline alone is an article, where nothing else in all of it is one.
        let alone = root.kind == .array ? Array(root.elements) : [root]
        return Found(objects: alone.contains { JSONRecord($0).hasHeadline } ? alone : [])
    }

    /// Whether an object that may be an article has a list of articles, as a feed with a title has.
    private static func hasList(_ object: JSON) -> Bool {
        containers(of: object).contains { list in
            list.kind == .array
                && list.elements.prefix(3).contains {
                    $0.kind == .object && JSONRecord($0).isArticle
                }
        }
    }

    private static func containers(of object: JSON) -> [JSON] {
        var found: [(rank: Int, value: JSON)] = []
        for (name, value) in object.members where value.kind == .array || value.kind == .object {
            if let rank = MemberNames.containers.firstIndex(of: MemberNames.folded(name)) {
                found.append((rank, value))
            }
        }
        return found.sorted { $0.rank < $1.rank }.map(\.value)
    }

    private static let deepestList = 5

    /// What to say of JSON without an article.
    private static func missing(in root: JSON) -> String {
        let object = root.kind == .array ? root.elements.first { $0.kind == .object } : root
        let names = object?.members.prefix(8).map { "'\($0.name.prefix(30))'" } ?? []
        let found = names.isEmpty ? "" : " Found were \(names.joined(separator: ", "))."
        return "The JSON has no object with a text: name it text, or html.\(found)"
    }
}

/// Tells JSON Feed (jsonfeed.org, version 1 and 1.1) from other JSON.
enum JSONFeed {
    /// Whether an object is a feed: its version is an address of the specification.
    static func isFeed(_ object: JSON) -> Bool {
        object["version"]?.string?.contains("jsonfeed.org/version/") ?? false
    }

    /// What a feed says of all its items: its title as the source, its authors, its language.
    static func defaults(of feed: JSON) -> Record {
        var record = Record()
        record.set(.source, \.source, to: feed["title"]?.string, rule: "feed_title")
        let language = feed["language"]?.string.flatMap(LanguageTag.canonical)
        record.set(.language, \.language, to: language, rule: "feed_language")
        let authors = feed["authors"].map { Array($0.elements.prefix(20)) } ?? []
        for author in authors + [feed["author"]].compactMap(\.self) {
            if let name = author["name"]?.string {
                record.add(Author(name: Record.folded(name)), rule: "feed_authors")
            }
        }
        return record
    }
}
