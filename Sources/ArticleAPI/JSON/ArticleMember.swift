import Articles

/// The members of an article's JSON object, in their order.
enum ArticleMember: String, CaseIterable, Sendable {
    case id, url, version, name, headline, kicker, standfirst
    case publishedAt = "published_at"
    case publishedPrecision = "published_precision"
    case publishedBasis = "published_basis"
    case updatedAt = "updated_at"
    case dateline, byline, authors, credit, source, language, section
    case sourceURL = "source_url"
    case tags, summary
    case wordCount = "word_count"
    case paragraphCount = "paragraph_count"
    case pubstatus
    case rawSHA256 = "raw_sha256"
    case receivedAt = "received_at"
    case corrections, text, paragraphs, captions

    /// All but the text: what lists and receipts show.
    static let withoutText = allCases.filter { ![.text, .paragraphs, .captions].contains($0) }

    /// Reads the `fields` parameter: names, or `*` for what lists show and the text.
    ///
    /// What names the article is always among them.
    static func selection(_ names: [String]) throws(ParameterFault) -> [ArticleMember] {
        var wanted: Set<ArticleMember> = [.id, .url]
        for name in names {
            if name == "*" {
                wanted.formUnion(withoutText)
                wanted.insert(.text)
            } else if let member = ArticleMember(rawValue: name) {
                wanted.insert(member)
            } else {
                throw unknown(name, among: names)
            }
        }
        return allCases.filter(wanted.contains)
    }

    private static let othersCallIt: [String: ArticleMember] = [
        "title": .headline, "date": .publishedAt, "published": .publishedAt, "author": .authors,
        "body": .text, "content": .text, "lang": .language, "lead": .summary,
    ]

    private static func unknown(_ name: String, among names: [String]) -> ParameterFault {
        let meant =
            othersCallIt[name.lowercased()]?.rawValue
            ?? Spelling.nearest(to: name, among: allCases.map(\.rawValue))
        let mended = names.compactMap { other -> String? in
            if other == name { return meant }
            return other == "*" || ArticleMember(rawValue: other) != nil ? other : nil
        }
        return ParameterFault(
            detail: "'\(shown(name))' is not a field of an article.",
            didYouMean: mended.isEmpty ? nil : mended.joined(separator: ",")
        )
    }
}
