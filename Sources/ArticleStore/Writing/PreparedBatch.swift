import Articles
import SQLite
import TextAnalysis

/// An upload's articles in the form in which they are bound, made before they wait for the writer:
/// what costs time is done on the uploader's thread and not in the transaction.
struct PreparedBatch: Sendable {
    let articles: [PreparedArticle]
    let original: PreparedOriginal
    let receivedAt: Timestamp
    let imported: ImportedArticle
    let name: String?
    let duplicates: ArticleBatch.DuplicatePolicy
    /// About how many bytes wait with it.
    let byteCount: Int

    init(_ batch: ArticleBatch, packers: Packers) {
        var articles = batch.items.enumerated().map { position, item in
            PreparedArticle(
                item,
                position: position,
                given: batch.given,
                original: batch.original.bytes,
                packers: packers
            )
        }
        // An address that several have is that of the page they stood on, and names none of them.
        var counts: [Int64: Int] = [:]
        for article in articles {
            if let key = article.address?.key { counts[key, default: 0] += 1 }
        }
        for index in articles.indices {
            if let key = articles[index].address?.key, counts[key, default: 0] > 1 {
                articles[index].address = nil
            }
        }
        self.articles = articles
        original = PreparedOriginal(
            batch.original,
            sha256: batch.originalSHA256,
            packer: packers.originals
        )
        receivedAt = batch.receivedAt
        imported = batch.imported
        name = batch.name
        duplicates = batch.duplicates
        byteCount =
            original.packed.count + articles.reduce(256) { $0 + 1_024 + 5 * $1.text.utf8.count }
    }
}

/// The compressors for what is stored packed.
struct Packers: Sendable {
    let originals = Compressor()
    let explanations = Compressor(dictionary: explanationDictionary)
    let texts = TextPacker()
}

/// Bytes as received, packed.
struct PreparedOriginal: Sendable {
    let sha256: [UInt8]
    let sha256Digits: String
    let declaredType: String?
    let size: Int
    let packed: [UInt8]

    init(_ original: Original, sha256 digits: String, packer: Compressor) {
        sha256Digits = digits
        // Digits are the contract; other names for the bytes are kept apart from any digest.
        sha256 = bytes(hexadecimal: digits) ?? Array(digits.utf8)
        declaredType = original.declaredType
        size = original.bytes.count
        packed = packer.pack(original.bytes)
    }
}

/// An article with its columns' values.
struct PreparedArticle: Sendable {
    let fields: ArticleFields
    let text: String
    let textDigest: [UInt8]
    let wordCount: Int
    let terms: ArticleTerms
    let explanationSize: Int
    let explanation: [UInt8]
    /// The client's own name for it.
    let name: String?
    /// Where it stood in the store that it was exported from.
    let former: FormerPlace?
    /// The values of the columns in `ArticleColumns.content`, less those that the writer knows.
    let values: Bindings
    /// What recognises near copies of the text.
    let shingles: Shingles
    /// What recognises the address, where that names this article alone.
    var address: AddressKey?

    /// Makes an article ready.
    ///
    /// - Parameters:
    ///   - item: What the parser found.
    ///   - position: Where it stands among its upload's articles, from 0.
    ///   - given: What the client said beside the upload.
    ///   - original: The upload's bytes, where they are at hand to pack the text by.
    ///   - packers: What packs the explanation and the text.
    init(
        _ item: ArticleBatch.Item,
        position: Int,
        given: String?,
        original: [UInt8]?,
        packers: Packers
    ) {
        var fields = item.draft.fields
        fields.url = fields.url.map { WebAddress.canonical($0) ?? $0 }
        self.fields = fields
        name = item.name
        former = item.former
        address = fields.url.flatMap(AddressKey.init)
        text = fields.text
        shingles = Shingles(text)
        textDigest = Array(item.textDigest.prefix(Self.digestLength))
        wordCount = item.wordCount
        terms = ArticleTerms(fields, text: text)
        var writer = JSONWriter()
        item.draft.explanation.write(to: &writer)
        explanationSize = writer.bytes.count
        explanation = packers.explanations.pack(writer.bytes)
        var values: Bindings = [
            "given": .text(given), "item": .integer(Int64(item.former?.item ?? position)),
        ]
        values.append(
            Self.values(of: fields, digest: textDigest, wordCount: item.wordCount)
        )
        let packed = original.flatMap { [text] in packers.texts.pack(text, by: $0) }
        let isFar = packed != nil || text.utf8.count > Self.longText
        let summary = isFar ? fields.summary.map(Article.summary) : nil
        values.append("summary", .text(summary))
        values.append("text", .text(packed == nil ? text : ""))
        values.append("packed_text", .blob(packed))
        self.values = values
    }

    /// How much of a text's digest is kept: of SHA-256, enough that nobody finds two texts with the
    /// same, at half the space in table and index.
    private static let digestLength = 16

    /// Texts longer than this have their summary stored beside them, and so have packed ones.
    ///
    /// Others lie on one page of the file with it, and a second copy would only cost space.
    private static let longText = 6_000

    private static func values(
        of fields: ArticleFields,
        digest: [UInt8],
        wordCount: Int
    ) -> Bindings {
        var values: Bindings = ["text_digest": .blob(digest)]
        values.append(date: fields.published, as: "published")
        values.append(date: fields.updated, as: "updated")
        let texts: [(String, String?)] = [
            ("language", fields.language), ("section", fields.section), ("url", fields.url),
            ("headline", fields.headline), ("kicker", fields.kicker),
            ("standfirst", fields.standfirst), ("byline", fields.byline),
            ("credit", fields.credit), ("dateline_raw", fields.dateline?.raw),
            ("dateline_place", fields.dateline?.place), ("dateline_date", fields.dateline?.date),
            ("dateline_agency", fields.dateline?.agency),
        ]
        for (name, text) in texts { values.append(name, .text(text)) }
        values.append("author_count", .integer(Int64(fields.authors.count)))
        values.append("tag_count", .integer(Int64(fields.tags.count)))
        values.append("correction_count", .integer(Int64(fields.corrections.count)))
        values.append("word_count", .integer(Int64(wordCount)))
        values.append("paragraph_count", .integer(Int64(fields.runningParagraphs.count)))
        values.append("layout", .blob(ParagraphLayout.encode(fields.paragraphs)))
        return values
    }
}

/// What explanations have in common, the commonest last (RFC 1950, FDICT).
///
/// Files need this very text to be read: it never changes. Another one may stand beside it, told
/// apart by its checksum in the stream.
private let explanationDictionary = Array(
    """
    "alternatives":["2017-10-15","2016-10-15"]"confidence":0.7,"evidence":[{"text":"on Saturday",\
    "span":["multipart/form-data","application/json","text/html","text/markdown","windows-1252",\
    "iso-8859-1","why":"body holds raw newlines and non-ASCII bytes, so it is not a form"},\
    "tried":["by_line","trailing_name"]},"rule":"month_day_colon_at_paragraph_start","span":[\
    "rule":"dateline_month_day + weekday_check","rule":"last_line_in_parentheses","span":[\
    "rule":"trigrams","confidence":0.99}"rule":"first_line_short_no_period","span":[0,\
    {"input":{"bytes":2048,"charset":"utf-8","declared_type":\
    "application/x-www-form-urlencoded","treated_as":"text/plain","why":"\
    {"input":{"bytes":2048,"charset":"utf-8","declared_type":null,"treated_as":"text/plain","why":"\
    "},"fields":{"headline":{"value":"","rule":"","span":[0,64],"confidence":0.95},"kicker":\
    {"value":null,"rule":null},"standfirst":{"value":null,"rule":null},"byline":{"value":null,\
    "rule":null},"authors":{"value":null,"rule":null},"dateline":{"value":null,"rule":null},\
    "published_at":{"value":"2023-10-15","rule":"","span":[75,82],"confidence":0.9},"updated_at":\
    {"value":null,"rule":null},"credit":{"value":null,"rule":null},"source":{"value":"","rule":\
    "from_credit","confidence":0.8},"language":{"value":"en","rule":"","confidence":0.99},\
    "section":{"value":null,"rule":null},"url":{"value":null,"rule":null},"tags":{"value":null,\
    "rule":null},"text":{"value":null,"rule":null},"corrections":{"value":null,"rule":null}},\
    "removed":[{"text":"","line":16,"span":[3039,3052],"rule":""}]}"removed":[]}
    """.utf8
)
