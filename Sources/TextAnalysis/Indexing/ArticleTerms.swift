import Articles

/// All that an index takes in of an article.
///
/// The same fields give the same terms, for as long as `Analyzer.version` is the same.
public struct ArticleTerms: Sendable {
    /// The terms of the headline.
    public private(set) var headline = TermText()
    /// The terms of kicker, standfirst, dateline and text.
    public private(set) var body = TermText()
    /// The terms of the byline.
    public private(set) var byline = TermText()
    /// The labels by which it is filtered.
    public private(set) var labels = TermText()
    /// How many words it has, for the ranking.
    public private(set) var length = 0
    /// The different words in it, as a reader would type them, less what has digits and what is very
    /// short or long: completions and corrections come from them.
    public private(set) var words: Set<String> = []

    /// The name of the language, as statistics of the index count it; empty where it is unknown.
    public let language: String

    /// Analyses an article.
    public init(_ fields: ArticleFields) {
        self.init(fields, text: fields.text)
    }

    /// Analyses an article whose paragraphs were joined to `text` already.
    public init(_ fields: ArticleFields, text: String) {
        language =
            fields.language.map {
                String($0.prefix { $0 != "-" }).lowercased()
            } ?? ""
        let rules = TextLanguage(fields.language)
        var seen: Set<String> = []
        var terms = (headline: TermText(), body: TermText(), byline: TermText())
        var length = 0
        Analyzers.shared.withAnalyzer { analyzer in
            func add(_ text: String?, to column: inout TermText) {
                guard let text else { return }
                analyzer.analyze(text, in: rules) { term in
                    column.append(term.bytes, isColocated: term.isColocated)
                    if !term.isColocated { length += 1 }
                    if Self.isWord(term) { seen.insert(String(decoding: term.word, as: UTF8.self)) }
                    return true
                }
            }
            add(fields.headline, to: &terms.headline)
            for part in [fields.kicker, fields.standfirst, fields.dateline?.raw, text] {
                add(part, to: &terms.body)
            }
            add(fields.byline, to: &terms.byline)
        }
        (headline, body, byline) = terms
        self.length = length
        words = seen
        for label in Label.all(of: fields) { labels.append(label.term) }
    }

    /// Whether a term is a word that is worth completing and correcting.
    private static func isWord(_ term: Term) -> Bool {
        guard term.kind == .word || term.kind == .joined, (3...32).contains(term.word.count) else {
            return false
        }
        return !term.word.contains { (0x30...0x39).contains($0) }
    }
}
