/// What a page's JSON-LD says: objects, wherever they stand in graphs and arrays.
struct LinkedData {
    private var objects: [LooseJSON] = []

    /// Collects the objects of a page's scripts, level by level.
    init(_ values: [LooseJSON]) {
        var level = values
        var depth = 0
        while !level.isEmpty, depth < 8, objects.count < 2_000 {
            var next: [LooseJSON] = []
            for value in level {
                switch value {
                case .array(let values): next += values
                case .object(let members):
                    objects.append(value)
                    for member in members where Self.nesting.contains(member.name) {
                        next.append(member.value)
                    }
                default: break
                }
            }
            level = next
            depth += 1
        }
    }

    private static let nesting: Set<String> = [
        "@graph", "mainEntity", "mainEntityOfPage", "author", "creator", "publisher",
        "subjectOf", "article", "hasPart", "itemListElement", "item",
    ]

    /// The article that the page is about: the one with its title, else the first.
    func article(titled title: String?) -> LooseJSON? {
        let articles = objects.filter {
            Self.isArticle($0) && $0["headline"] != nil || Self.isNews($0)
        }
        guard articles.count > 1, let title else { return articles.first }
        let words = Set(Similarity.words(of: title))
        var best = (article: articles[0], score: -1.0)
        for article in articles {
            let headline = article["headline"]?.string ?? article["name"]?.string ?? ""
            var score = Similarity.share(of: Similarity.words(of: headline), in: words)
            if article["articleBody"] != nil { score += 0.1 }
            if article["datePublished"] != nil { score += 0.1 }
            if score > best.score + 0.001 { best = (article, score) }
        }
        return best.article
    }

    /// The date of publication of anything on the page.
    var datePublished: String? {
        objects.lazy.compactMap { $0["datePublished"]?.string }.first
    }

    /// The name of the organisation that publishes the page.
    var publisher: String? {
        objects.first { $0.type.contains { $0.hasSuffix("Organization") } }?["name"]?.string
    }

    /// The names of persons or organisations: objects, strings, and references into the graph.
    func names(of value: LooseJSON?) -> [String] {
        guard let value else { return [] }
        var names: [String] = []
        for value in value.values.prefix(20) {
            switch value {
            case .string(let name): names.append(name)
            case .object:
                if let name = value["name"] {
                    names += name.strings
                } else if let id = value["@id"]?.string,
                    let named = objects.first(where: {
                        $0["@id"]?.string == id && $0["name"] != nil
                    })
                {
                    names += named["name"]?.strings ?? []
                }
            default: break
            }
        }
        return names
    }

    private static func isArticle(_ object: LooseJSON) -> Bool {
        object.type.contains {
            $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report" || $0 == "Review"
                || $0 == "WebPage" || $0 == "VideoObject" || $0 == "Recipe"
        }
    }

    private static func isNews(_ object: LooseJSON) -> Bool {
        object.type.contains { $0.hasSuffix("Article") || $0.hasSuffix("Posting") }
    }
}

extension LooseJSON {
    /// The types of an object, without the vocabulary's address.
    var type: [String] {
        (self["@type"]?.strings ?? []).map { type in
            String(type.split(separator: "/").last ?? Substring(type))
        }
    }
}

/// How much two titles have in common.
enum Similarity {
    /// The words of a text, folded; each letter of a script without spaces is one.
    static func words(of text: String) -> [UInt64] {
        let text = Manuscript(text)
        return text.tokens(in: 0..<text.scalars.count, limit: 120).compactMap {
            $0.kind == .mark ? nil : $0.kind == .number ? UInt64($0.number + 1) : $0.hash
        }
    }

    /// Which share of some words another text has, 0 to 1.
    static func share(of words: [UInt64], in others: Set<UInt64>) -> Double {
        guard !words.isEmpty else { return 0 }
        return Double(words.count { others.contains($0) }) / Double(words.count)
    }

    /// How much two texts have in common: the lesser share of both.
    static func between(_ one: String, _ other: String) -> Double {
        let (one, other) = (words(of: one), words(of: other))
        return min(share(of: one, in: Set(other)), share(of: other, in: Set(one)))
    }
}
