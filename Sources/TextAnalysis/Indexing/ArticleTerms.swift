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
    public let words: WordList

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
        var words = NumberedWords()
        var terms = (headline: TermText(), body: TermText(), byline: TermText())
        var length = 0
        Analyzers.shared.withAnalyzer { analyzer in
            var compound = CompoundWord()
            func add(_ text: String?, to column: inout TermText, weight: Int = 1) {
                guard var text else { return }
                compound.end()
                text.withUTF8 { text in
                    let text = UnsafeRawBufferPointer(text)
                    column.reserve(text.count)
                    analyzer.analyze(text, in: rules) { term in
                        column.append(term.bytes, isColocated: term.isColocated)
                        if !term.isColocated { length += weight }
                        if Self.isWord(term) { words.number(of: UnsafeRawBufferPointer(term.word)) }
                        if compound.add(term, of: text) {
                            compound.letters.withUnsafeBytes { _ = words.number(of: $0) }
                        }
                        return true
                    }
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
        self.words = WordList(words)
        for label in Label.all(of: fields) { labels.append(label.term) }
    }

    /// Whether a term is a word that is worth completing and correcting.
    static func isWord(_ term: Term) -> Bool {
        term.kind == .word && isWorthKeeping(term.word)
    }

    fileprivate static func isWorthKeeping(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        guard (3...32).contains(word.count) else { return false }
        for byte in word where byte &- 0x30 < 10 { return false }
        return true
    }
}

/// Puts the parts of a word together again as they were typed, folded: with what held them together.
private struct CompoundWord {
    private(set) var letters: [UInt8] = []
    /// Where the part before ended, and where the last one ends.
    private var partEnd = 0
    private var lastEnd = 0

    /// Ends the text.
    mutating func end() {
        letters.removeAll(keepingCapacity: true)
        (partEnd, lastEnd) = (0, 0)
    }

    /// Takes a term in.
    ///
    /// - Returns: Whether its last part has come, and `letters` are a whole word that is worth keeping.
    mutating func add(_ term: Term, of text: UnsafeRawBufferPointer) -> Bool {
        switch term.kind {
        case .joined:
            lastEnd = term.range.upperBound
            return false
        case .word where term.range.upperBound <= lastEnd && !letters.isEmpty:
            letters.append(UInt8(ascii: isApostrophe(text) ? "'" : "-"))
            letters.append(contentsOf: term.word)
            partEnd = term.range.upperBound
            return partEnd == lastEnd
                && letters.withUnsafeBufferPointer(ArticleTerms.isWorthKeeping)
        case .word:
            letters.removeAll(keepingCapacity: true)
            letters.append(contentsOf: term.word)
            partEnd = term.range.upperBound
            return false
        default: return false
        }
    }

    /// Whether an apostrophe stands behind the last part: ASCII's, or U+2018 or U+2019, which are as long as
    /// some hyphens.
    private func isApostrophe(_ text: UnsafeRawBufferPointer) -> Bool {
        if text[partEnd] == 0x27 { return true }
        guard partEnd + 2 < text.count, text[partEnd] == 0xE2 else { return false }
        return text[partEnd + 2] == 0x98 || text[partEnd + 2] == 0x99
    }
}
