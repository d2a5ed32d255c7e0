/// The fields of an article, by the names that the API gives them.
public enum FieldName: String, Sendable, CaseIterable {
    case headline, kicker, standfirst, byline, authors, dateline, published = "published_at"
    case updated = "updated_at"
    case credit, source, language, section, url, tags, text, corrections
}
