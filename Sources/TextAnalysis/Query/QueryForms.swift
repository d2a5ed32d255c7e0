/// The forms of a query's text by the rules of one language.
struct QueryForms {
    /// Word for word.
    var plain: [String] = []
    /// With those of its words that have marks stemmed with them; empty where that is the same.
    var alternate: [String] = []
    /// With hyphened words in one; empty where there are none.
    var joined: [String] = []
    /// Whether it ends in the single letter of a script without spaces, which stands in the index as
    /// the beginning of a pair or alone.
    var endsInSingle = false

    init(_ text: String, _ rule: TextLanguage, _ analyzer: Analyzer, isPrefix: Bool) {
        var hasAlternate = false
        var hasJoined = false
        var pairEnd = -1
        var joinedEnd = -1
        analyzer.analyze(text, in: rule) { term in
            let bytes = isPrefix && term.kind == .word ? term.word : term.bytes
            let form = String(decoding: bytes, as: UTF8.self)
            switch term.kind {
            case .word, .pair:
                endsInSingle = false
                plain.append(form)
                alternate.append(form)
                if term.range.lowerBound >= joinedEnd { joined.append(form) }
                if term.kind == .pair { pairEnd = term.range.upperBound }
            case .single:
                // The end of a run is in its last pair.
                guard term.range.upperBound != pairEnd else { break }
                endsInSingle = true
                plain.append(form)
                alternate.append(form)
                joined.append(form)
            case .alternate:
                hasAlternate = true
                if term.range.upperBound != joinedEnd, !alternate.isEmpty {
                    alternate[alternate.count - 1] = form
                }
            case .joined:
                hasJoined = true
                if !joined.isEmpty { joined[joined.count - 1] = form }
                joinedEnd = term.range.upperBound
            }
            return true
        }
        if !hasAlternate { alternate = [] }
        if !hasJoined { joined = [] }
    }
}
