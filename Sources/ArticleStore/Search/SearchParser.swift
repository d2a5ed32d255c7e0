/// Reads what people type into a search box.
///
/// No input is an error: what is no operator is a word.
///
/// - `word`, `"a phrase"` (also “…”, „…“, «…»; one that is not closed runs to the end)
/// - `-word`, `-"a phrase"`, `NOT word`: must not be there; `+word`: must be there
/// - `a OR b`: one of them; `a AND b`: both; `( )`, sixteen deep
/// - `word*`: words that begin so, from three letters
///
/// The first 1,024 Unicode scalars and 64 terms count.
struct SearchParser {
    static let maximumScalars = 1_024
    static let maximumTerms = 64
    private static let maximumDepth = 16

    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var expression = SearchExpression()

    /// Reads a query.
    static func parse(_ query: String) -> SearchExpression {
        var parser = SearchParser(query)
        parser.expression.clauses = parser.clauses(depth: 0)
        return parser.expression
    }

    private init(_ query: String) {
        let all = query.unicodeScalars
        scalars = Array(all.prefix(Self.maximumScalars))
        expression.isCut = all.dropFirst(Self.maximumScalars).contains { !$0.isBlank }
    }

    // MARK: Grammar

    /// Reads clauses up to the end, or to the parenthesis that closes this depth.
    private mutating func clauses(depth: Int) -> [SearchExpression.Clause] {
        var clauses: [SearchExpression.Clause] = []
        // What the operator in front says of the next operand.
        var joinsPrevious = false
        var occurrence = SearchExpression.Clause.Occurrence.should
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
            case .open, .term:
                // An operator in front of nothing means nothing.
                defer { (joinsPrevious, occurrence) = (false, .should) }
                guard let node = operand(token, depth: depth) else { continue }
                if joinsPrevious, occurrence == .should, let last = clauses.indices.last,
                    clauses[last].occurrence != .mustNot
                {
                    clauses[last].alternatives.append(node)
                } else {
                    clauses.append(.init(alternatives: [node], occurrence: occurrence))
                }
            }
        }
        return clauses
    }

    private mutating func operand(_ token: Token, depth: Int) -> SearchExpression.Node? {
        switch token {
        case .term(let term):
            guard term.text.unicodeScalars.contains(where: \.isIndexed) else { return nil }
            guard expression.termCount < Self.maximumTerms else {
                expression.isCut = true
                return nil
            }
            expression.termCount += 1
            return .term(term)
        case .open where depth < Self.maximumDepth:
            let group = clauses(depth: depth + 1)
            return group.isEmpty ? nil : .group(group)
        default: return nil
        }
    }

    // MARK: Tokens

    private enum Token {
        case term(SearchExpression.Term)
        case open, close, or, and, not, required
    }

    private mutating func nextToken() -> Token? {
        while position < scalars.count, scalars[position].isBlank { position += 1 }
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

    private mutating func single(_ token: Token) -> Token {
        position += 1
        return token
    }

    private static let closingQuotes: [Unicode.Scalar: Set<Unicode.Scalar>] = [
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

    private mutating func word() -> Token {
        let start = position
        while position < scalars.count {
            let scalar = scalars[position]
            if scalar.isBlank || scalar == "(" || scalar == ")" { break }
            if Self.closingQuotes[scalar] != nil, position > start { break }
            position += 1
        }
        var text = scalars[start..<position]
        switch String(printable: text) {
        case "OR": return .or
        case "AND": return .and
        case "NOT": return .not
        default: break
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
    fileprivate var isBlank: Bool {
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
    fileprivate init(printable scalars: ArraySlice<Unicode.Scalar>) {
        self.init()
        for scalar in scalars {
            unicodeScalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
        }
    }
}
