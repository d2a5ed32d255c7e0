/// The columns that articles and their earlier versions have in common.
enum ArticleColumns {
    /// The columns in the order of the tables.
    static let content = [
        "original_id", "received_at", "source_id", "given", "item", "text_digest",
        "published_at", "published_precision", "published_offset", "published_basis",
        "updated_at", "updated_precision", "updated_offset", "updated_basis",
        "language", "section", "url", "headline", "kicker", "standfirst", "byline",
        "credit", "dateline_raw", "dateline_place", "dateline_date", "dateline_agency",
        "author_count", "tag_count", "correction_count", "word_count", "paragraph_count",
        "layout", "summary", "text", "packed_text",
    ]

    /// The columns as `a, b, c`.
    static let list = content.joined(separator: ", ")
    /// Their parameters as `:a, :b, :c`.
    static let parameters = content.map { ":\($0)" }.joined(separator: ", ")
    /// Their assignments as `a = :a, b = :b`.
    static let assignments = content.map { "\($0) = :\($0)" }.joined(separator: ", ")
}
