import Articles

/// Reads what people type into a search box.
///
/// No input is an error: what is no operator is a word.
///
/// - `word`, `"a phrase"` (also “…”, „…“, «…»; one that is not closed runs to the end)
/// - `-word`, `-"a phrase"`, `NOT word`: must not be there; `+word`: must be there
/// - `a OR b`: one of them; `a AND b`: both; `( )`, sixteen deep. In a sentence that somebody pasted,
///   AND, OR and NOT are words like the others, and parentheses nothing
/// - `word*`: words that begin so, from three letters
/// - `headline:word`, `body:`, `by:` in front of a term or parentheses: only there
/// - `source:name`, `language:en`, `tag:"two words"`: a fact about the article
/// - `after:2023-10-15`: published on that day or later; `before:2023-11`: before that month. They
///   hold for the whole query, wherever they stand
///
/// Any other `x:y` is words.
///
/// The first 1,024 Unicode scalars count.
public struct SearchParser {
    /// More of a query is not looked at.
    public static let maximumScalars = 1_024
    private static let maximumDepth = 16

    private let scalars: [Unicode.Scalar]
    /// Whether it is a sentence, in which AND, OR and NOT are words like the others.
    private let isProse: Bool
    private var position = 0
    private var expression = SearchExpression()

    /// Reads a query.
    public static func parse(_ query: String) -> SearchExpression {
        var parser = SearchParser(query)
        parser.expression.clauses = parser.clauses(depth: 0, field: nil)
        return parser.expression
    }

    private init(_ query: String) {
        let all = query.unicodeScalars
        scalars = Array(all.prefix(Self.maximumScalars))
        let manner = QueryManner(scalars)
        expression.isShouted = manner.isShouted
        isProse = manner.isProse
        expression.isCut = all.dropFirst(Self.maximumScalars).contains { !$0.isBlank }
    }

    // MARK: Grammar

    /// Reads clauses up to the end, or to the parenthesis that closes this depth.
    private mutating func clauses(
        depth: Int,
        field: SearchExpression.Field?
    ) -> [SearchExpression.Clause] {
        var clauses: [SearchExpression.Clause] = []
        // What the operator in front says of the next operand.
        var joinsPrevious = false
        var occurrence = SearchExpression.Clause.Occurrence.should
        var prefix: Prefix?
        while let token = nextToken() {
            switch token {
            case .close where depth > 0: return clauses
            case .close: continue
            case .or: joinsPrevious = !clauses.isEmpty
            case .and:
                if let last = clauses.indices.last, clauses[last].occurrence == .should {
                    clauses[last].occurrence = .must
                }
                occurrence = .must
            case .not: occurrence = .mustNot
            case .required: occurrence = .must
            case .prefix(let found): prefix = found
            case .open, .term:
                // An operator in front of nothing means nothing.
                defer { (joinsPrevious, occurrence, prefix) = (false, .should, nil) }
                let isExcluded = occurrence == .mustNot
                guard
                    let node = operand(token, depth, field, prefix, isExcluded: isExcluded)
                else { continue }
                // A fact is no matter of more or less.
                if case .label = node, occurrence == .should, !joinsPrevious { occurrence = .must }
                if joinsPrevious, !isExcluded, let last = clauses.indices.last,
                    clauses[last].occurrence != .mustNot, occurrence == .should
                {
                    clauses[last].alternatives.append(node)
                } else {
                    clauses.append(.init(alternatives: [node], occurrence: occurrence))
                }
            }
        }
        return clauses
    }

    private mutating func operand(
        _ token: Token,
        _ depth: Int,
        _ field: SearchExpression.Field?,
        _ prefix: Prefix?,
        isExcluded: Bool
    ) -> SearchExpression.Node? {
        var field = field
        if case .field(let own)? = prefix { field = own }
        switch token {
        case .term(var term):
            if case .date(let isAfter)? = prefix {
                if bound(by: term.text, isAfter: isAfter != isExcluded) { return nil }
            }
            guard term.text.unicodeScalars.contains(where: \.isIndexed) else { return nil }
            if case .label(let kind)? = prefix, let label = Label(kind, term.text) {
                return .label(label)
            }
            term.field = field
            return .term(term)
        case .open where depth < Self.maximumDepth:
            let group = clauses(depth: depth + 1, field: field)
            return group.isEmpty ? nil : .group(group)
        default: return nil
        }
    }

    /// Narrows the query's dates; whether the text is a date.
    private mutating func bound(by text: String, isAfter: Bool) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].count == 4,
            parts.dropFirst().allSatisfy({ $0.count == 2 }),
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let day = CalendarDay(
                year: Int(parts[0]) ?? 0,
                month: parts.count > 1 ? Int(parts[1]) ?? 0 : 1,
                day: parts.count > 2 ? Int(parts[2]) ?? 0 : 1
            )
        else { return false }
        let moment = Timestamp(startOf: day)
        if isAfter {
            expression.from = max(expression.from ?? moment, moment)
        } else {
            expression.until = min(expression.until ?? moment, moment)
        }
        return true
    }

    // MARK: Tokens

    private static let operators: [String: Token] = ["OR": .or, "AND": .and, "NOT": .not]

    private enum Token {
        case term(SearchExpression.Term)
        case prefix(Prefix)
        case open, close, or, and, not, required
    }

    /// What a word with a colon says of what follows it.
    enum Prefix {
        case field(SearchExpression.Field)
        case label(Label.Kind)
        case date(isAfter: Bool)

        init?(_ name: String) {
            switch name {
            case "headline", "title": self = .field(.headline)
            case "body", "text": self = .field(.body)
            case "by", "byline", "author": self = .field(.byline)
            case "source": self = .label(.source)
            case "language": self = .label(.language)
            case "tag": self = .label(.tag)
            case "place": self = .label(.place)
            case "section": self = .label(.section)
            case "after": self = .date(isAfter: true)
            case "before": self = .date(isAfter: false)
            default: return nil
            }
        }
    }

    private mutating func nextToken() -> Token? {
        while position < scalars.count, isPassedOver(scalars[position]) { position += 1 }
        guard position < scalars.count else { return nil }
        let scalar = scalars[position]
        switch scalar {
        case "(": return single(.open)
        case ")": return single(.close)
        case "-", "\u{2212}", "+":
            // A sign counts in front of something; alone it is a dash.
            let next = position + 1 < scalars.count ? scalars[position + 1] : " "
            guard !next.isBlank, next != ")" else { break }
            return single(scalar == "+" ? .required : .not)
        default:
            if let closing = Self.closingQuotes[scalar] { return phrase(closedBy: closing) }
        }
        return word()
    }

    /// Whether a scalar between words is nothing: a blank, and in a sentence its parentheses.
    private func isPassedOver(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isBlank || isProse && (scalar == "(" || scalar == ")")
    }

    private mutating func single(_ token: Token) -> Token {
        position += 1
        return token
    }

    static let closingQuotes: [Unicode.Scalar: Set<Unicode.Scalar>] = [
        "\"": ["\"", "“", "”"], "“": ["”", "\""], "”": ["”", "\""], "„": ["“", "”", "\""],
        "«": ["»"], "»": ["«", "»"], "＂": ["＂"],
    ]

    private mutating func phrase(closedBy closing: Set<Unicode.Scalar>) -> Token {
        position += 1
        let start = position
        while position < scalars.count, !closing.contains(scalars[position]) { position += 1 }
        let text = scalars[start..<position]
        position += 1
        return .term(.init(kind: .phrase, text: String(printable: text)))
    }

    /// What the letters before a colon say of what stands right behind it.
    private func prefix(_ name: ArraySlice<Unicode.Scalar>) -> Prefix? {
        guard position < scalars.count, !scalars[position].isBlank, name.count <= 8 else {
            return nil
        }
        return Prefix(String(printable: name).lowercased())
    }

    private mutating func word() -> Token {
        let start = position
        while position < scalars.count {
            let scalar = scalars[position]
            if scalar.isBlank || scalar == "(" || scalar == ")" { break }
            if Self.closingQuotes[scalar] != nil, position > start { break }
            position += 1
            if scalar == ":", let prefix = prefix(scalars[start..<position - 1]) {
                return .prefix(prefix)
            }
        }
        var text = scalars[start..<position]
        if let found = Self.operators[String(printable: text)] {
            guard isProse else { return found }
            expression.hasOperatorsAsWords = true
            return .term(.init(kind: .word, text: String(printable: text).lowercased()))
        }
        guard text.last == "*" else {
            return .term(.init(kind: .word, text: String(printable: text)))
        }
        while text.last == "*" { text.removeLast() }
        let isPrefix = text.filter(\.isIndexed).count >= 3 && text.last?.isIndexed == true
        return .term(.init(kind: isPrefix ? .prefix : .word, text: String(printable: text)))
    }
}

extension Unicode.Scalar {
    /// Whether it separates words and is nothing itself: white space and control characters.
    var isBlank: Bool {
        properties.isWhitespace || properties.generalCategory == .control
    }

    /// Whether the tokenizer makes part of a word of it (`unicode61`: letters, numbers and private
    /// use).
    var isIndexed: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber, .privateUse:
            true
        default: false
        }
    }
}

extension String {
    /// The text with control characters made blanks: FTS5 reads up to the first NUL only.
    init(printable scalars: ArraySlice<Unicode.Scalar>) {
        self.init()
        for scalar in scalars {
            unicodeScalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
        }
    }
}
