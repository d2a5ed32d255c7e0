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
            Sign(why: "it begins with a quotation mark or a brace", isSufficient: false) {
                $0.first == UInt8(ascii: "\"") || $0.first == UInt8(ascii: "{")
            },
        ],
        items: JSONReader.items
    )
}

/// Finds the articles in JSON: the object itself, an array of them, or a list within an answer.
enum JSONReader {
    /// What became of each article in a text.
    static func items(of input: DecodedText) throws(ParsingError) -> [ParsedItem] {
        let bytes = Array(input.text.utf8)
        let (first, end) = try read(bytes, format: .json) { bytes throws(JSONError) in
            try JSONTree.parseFirst(bytes)
        }
        guard end < bytes.count else { return try items(in: first, of: input) }
        if let items = try FrontMatter.items(first.root, before: bytes[end...], input) {
            return items
        }
        guard [UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ",")].contains(bytes[end]) else {
            // What follows is no value: this says so.
            return try items(in: tree(of: bytes, format: .json), of: input)
        }
        let all = try read(bytes, format: .json) { bytes throws(JSONError) in
            try JSONTree.parseAll(bytes)
        }
        return try items(in: all, of: input)
    }

    private static func items(
        in tree: JSONTree,
        of input: DecodedText
    ) throws(ParsingError) -> [ParsedItem] {
        let found = articles(in: tree.root)
        guard !found.objects.isEmpty else { throw .noArticle(reason: missing(in: tree.root)) }
        guard found.objects.count <= mostItems else { throw .tooManyItems(limit: mostItems) }
        let feed = found.feed.map { JSONFeed(of: $0) }
        let names = JSONNames(in: tree.root)
        return found.objects.map { object in
            var record = (found.record ?? JSONRecord(object, named: names)).record()
            if let feed { record.take(feed, of: object) }
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
        try read(bytes, format: format, firstLine: firstLine) { bytes throws(JSONError) in
            try JSONTree.parse(bytes)
        }
    }

    /// Reads a text, and says where it is broken by line and column.
    private static func read<Value>(
        _ bytes: [UInt8],
        format: InputFormat,
        firstLine: Int = 1,
        _ parse: ([UInt8]) throws(JSONError) -> Value
    ) throws(ParsingError) -> Value {
        do throws(JSONError) {
            return try parse(bytes)
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
                    let named = articlesByName(in: value)
                    if !named.isEmpty { return Found(objects: named) }
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

    /// Whether an object that may be an article has a list of articles, as a feed with a title has,
    /// itself or in an object around the list.
    private static func hasList(_ object: JSON, depth: Int = 0) -> Bool {
        containers(of: object, known: true).contains { list in
            guard list.kind == .array else { return depth < 2 && hasList(list, depth: depth + 1) }
            return list.elements.prefix(3).contains {
                $0.kind == .object && JSONRecord($0).isArticle
            }
        }
    }

    /// What an object holds that may be articles: what has a name of a list of them, and where
    /// nothing has, every list and object unless only those that are `known` are wanted.
    private static func containers(of object: JSON, known: Bool = false) -> [JSON] {
        var found: [(rank: Int, value: JSON)] = []
        var others: [JSON] = []
        for (name, value) in object.members where value.kind == .array || value.kind == .object {
            if let rank = MemberNames.containers.firstIndex(of: MemberNames.folded(name)) {
                found.append((rank, value))
            } else if !known, others.count < mostUnknown {
                others.append(value)
            }
        }
        return found.isEmpty ? others : found.sorted { $0.rank < $1.rank }.map(\.value)
    }

    /// How many members without a known name are looked into.
    private static let mostUnknown = 100

    /// The articles that an object holds as members of names of its own: `{"1": {…}, "2": {…}}`.
    private static func articlesByName(in object: JSON) -> [JSON] {
        let values = object.members.lazy.filter { $0.value.kind == .object }.map(\.value)
        let sample = Array(values.prefix(20))
        guard sample.count > 1, sample.allSatisfy({ JSONRecord($0).isArticle }) else { return [] }
        return Array(values)
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
