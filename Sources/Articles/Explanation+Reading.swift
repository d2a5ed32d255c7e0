extension Explanation {
    /// The rule of a field that a person set after the article was stored; reading its original
    /// again leaves such a field alone.
    public static let manualRule = "manual"

    /// The fields that a person set.
    public var manualFields: Set<FieldName> {
        Set(fields.filter { $0.rule == Self.manualRule }.map(\.field))
    }

    /// Says that a person set fields to the values that they have in an article.
    public mutating func setByHand(_ names: Set<FieldName>, in article: ArticleFields) {
        for name in FieldName.allCases where names.contains(name) {
            let entry = FieldExplanation(
                name,
                value: article.words(of: name),
                rule: Self.manualRule,
                confidence: 1
            )
            if let index = fields.firstIndex(where: { $0.field == name }) {
                fields[index] = entry
            } else {
                fields.append(entry)
            }
        }
    }

    /// Reads what `write(to:)` wrote; `nil` where it is something else.
    ///
    /// Names of fields that are not known any more are passed over.
    public init?(_ json: JSONValue) {
        guard let input = json["input"], case .object(let members) = json["fields"] else {
            return nil
        }
        self.init(
            input: InputDescription(
                bytes: input["bytes"]?.whole ?? 0,
                charset: input["charset"]?.string ?? "",
                declaredType: input["declared_type"]?.string,
                treatedAs: input["treated_as"]?.string ?? "",
                why: input["why"]?.string ?? ""
            ),
            fields: members.compactMap { member in
                FieldName(rawValue: member.name).map { FieldExplanation($0, member.value) }
            },
            removed: (json["removed"]?.elements ?? []).map { part in
                RemovedText(
                    text: part["text"]?.string ?? "",
                    line: part["line"]?.whole ?? 0,
                    span: part["span"].flatMap(Span.init) ?? Span(0, 0),
                    rule: part["rule"]?.string ?? ""
                )
            }
        )
    }
}

extension FieldExplanation {
    fileprivate init(_ field: FieldName, _ json: JSONValue) {
        self.init(
            field,
            value: json["value"]?.string,
            rule: json["rule"]?.string,
            span: json["span"].flatMap(Span.init),
            confidence: json["confidence"]?.digits.flatMap { Double($0) },
            evidence: (json["evidence"]?.elements ?? []).compactMap { piece in
                guard let text = piece["text"]?.string, let span = piece["span"].flatMap(Span.init)
                else { return nil }
                return Evidence(text: text, span: span)
            },
            alternatives: (json["alternatives"]?.elements ?? []).compactMap(\.string),
            tried: (json["tried"]?.elements ?? []).compactMap(\.string)
        )
    }
}

extension Span {
    fileprivate init?(_ json: JSONValue) {
        let ends = json.elements.compactMap(\.whole)
        guard ends.count == 2, 0 <= ends[0], ends[0] <= ends[1], ends[1] <= 1 << 31 else {
            return nil
        }
        self.init(ends[0], ends[1])
    }
}

extension JSONValue {
    fileprivate var digits: String? {
        guard case .number(let digits) = self else { return nil }
        return digits
    }

    fileprivate var whole: Int? { digits.flatMap { Int($0) } }
}

extension ArticleFields {
    /// A field's value as a person reads it; `nil` where it has none.
    public func words(of name: FieldName) -> String? {
        func joined(_ words: [String]) -> String? {
            words.isEmpty ? nil : words.joined(separator: ", ")
        }
        return switch name {
        case .headline: headline
        case .kicker: kicker
        case .standfirst: standfirst
        case .byline: byline
        case .authors: joined(authors.map(\.name))
        case .dateline: dateline?.raw
        case .published: published?.description
        case .updated: updated?.description
        case .credit: credit
        case .source: source
        case .language: language
        case .section: section
        case .url: url
        case .tags: joined(tags)
        case .text: nil
        case .corrections: joined(corrections)
        }
    }

    /// Takes fields over from another version of the article.
    public mutating func take(_ names: Set<FieldName>, from other: ArticleFields) {
        for name in names {
            switch name {
            case .headline: headline = other.headline
            case .kicker: kicker = other.kicker
            case .standfirst: standfirst = other.standfirst
            case .byline: byline = other.byline
            case .authors: authors = other.authors
            case .dateline: dateline = other.dateline
            case .published: published = other.published
            case .updated: updated = other.updated
            case .credit: credit = other.credit
            case .source: source = other.source
            case .language: language = other.language
            case .section: section = other.section
            case .url: url = other.url
            case .tags: tags = other.tags
            case .text: paragraphs = other.paragraphs
            case .corrections: corrections = other.corrections
            }
        }
    }
}
