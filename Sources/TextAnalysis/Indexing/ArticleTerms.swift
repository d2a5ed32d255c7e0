import Articles

/// All that an index takes in of an article.
///
/// The same fields give the same terms, for as long as `Analyzer.version` is the same.
public struct ArticleTerms: Sendable {
    /// The terms of the headline.
    public private(set) var headline = TermText()
    /// The terms of kicker, standfirst, dateline and text.
    public private(set) var body = TermText()
    /// The terms of the byline, or of the authors' names where there is none.
    public private(set) var byline = TermText()
    /// The labels by which it is filtered.
    public private(set) var labels = TermText()
    /// How many words it has, for the ranking: those of the headline twice, as its places count twice.
    public private(set) var length = 0
    /// The different words in it, as a reader would type them, less what has digits and what is very
    /// short or long.
    ///
    /// Completions and corrections come from them. What hyphens and apostrophes hold together has them:
    /// `amir-abdollahian`.
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
            func add(_ text: String?, to column: inout TermText, weight: Int = 1) {
                guard let text else { return }
                var compound = CompoundWord()
                analyzer.analyze(text, in: rules) { term in
                    column.append(term.bytes, isColocated: term.isColocated)
                    if !term.isColocated { length += weight }
                    if Self.isWord(term) { seen.insert(String(decoding: term.word, as: UTF8.self)) }
                    if let whole = compound.add(term, of: text) { seen.insert(whole) }
                    return true
                }
            }
            // As often as it counts for the ranking.
            add(fields.headline, to: &terms.headline, weight: BM25.headlineWeight)
            for part in [fields.kicker, fields.standfirst, fields.dateline?.raw, text] {
                add(part, to: &terms.body)
            }
            // Names that came without a line of print are a byline to whoever looks for them.
            add(
                fields.byline ?? fields.authors.map(\.name).joined(separator: ", "),
                to: &terms.byline
            )
        }
        (headline, body, byline) = terms
        self.length = length
        words = seen
        for label in Label.all(of: fields) { labels.append(label.term) }
    }

    /// Whether a term is a word that is worth completing and correcting.
    static func isWord(_ term: Term) -> Bool {
        term.kind == .word && isWorthKeeping(term.word)
    }

    fileprivate static func isWorthKeeping(_ word: some Collection<UInt8>) -> Bool {
        (3...32).contains(word.count) && !word.contains { (0x30...0x39).contains($0) }
    }
}

/// Puts the parts of a word together again as they were typed, folded: with what held them together.
private struct CompoundWord {
    private var letters: [UInt8] = []
    /// Where the part before ended, and where the last one ends.
    private var partEnd = 0
    private var end = 0

    /// Takes a term in.
    ///
    /// - Returns: The whole word, once its last part has come and it is worth keeping.
    mutating func add(_ term: Term, of text: String) -> String? {
        switch term.kind {
        case .joined:
            end = term.range.upperBound
            return nil
        case .word where term.range.upperBound <= end && !letters.isEmpty:
            let utf8 = text.utf8
            let joint = utf8[utf8.index(utf8.startIndex, offsetBy: partEnd)]
            // ASCII hyphens; all others are longer, and so are curved apostrophes: U+2018, U+2019.
            let isApostrophe = joint == 0x27 || joint == 0xE2 && isCurved(utf8, at: partEnd + 2)
            letters.append(UInt8(ascii: isApostrophe ? "'" : "-"))
            letters += term.word
            partEnd = term.range.upperBound
            guard partEnd == end, ArticleTerms.isWorthKeeping(letters) else { return nil }
            return String(decoding: letters, as: UTF8.self)
        case .word:
            letters = Array(term.word)
            partEnd = term.range.upperBound
            return nil
        default: return nil
        }
    }

    private func isCurved(_ utf8: String.UTF8View, at offset: Int) -> Bool {
        let last = utf8[utf8.index(utf8.startIndex, offsetBy: offset)]
        return last == 0x98 || last == 0x99
    }
}
