import ArticleParsing
import Articles

extension ParameterType where Value == String {
    /// Text of at most `maximum` bytes, without control characters.
    static func text(
        maximum: Int,
        example: String,
        schema: ParameterSchema = .line
    ) -> ParameterType {
        ParameterType(example: example, schema: schema) { text, _ throws(ParameterFault) in
            guard text.utf8.count <= maximum else {
                throw ParameterFault(
                    detail: "The value has \(text.utf8.count) bytes; at most \(maximum) are taken."
                )
            }
            guard !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
            else { throw ParameterFault(detail: "The value holds a control character.") }
            return text
        }
    }

    /// Text of any length and content.
    static func anyText(example: String) -> ParameterType {
        ParameterType(example: example) { text, _ in text }
    }

    /// A language as a BCP 47 tag: `en`, `pt-BR`, `zh-Hant`.
    static var languageTag: ParameterType {
        ParameterType(example: "en", schema: .pattern("^[a-z]{2}(-[A-Z]{2})?$")) {
            text,
            _ throws(ParameterFault) in
            guard isLanguageTag(text) else {
                throw ParameterFault(
                    detail: "'\(shown(text))' is not a language tag such as en, pt-BR or zh-Hant."
                )
            }
            return text
        }
    }

    /// An address on the web.
    static var webAddress: ParameterType {
        ParameterType(
            example: "https://news.example/article",
            schema: .pattern("^https?://[a-z]{1,20}\\.example/[a-z0-9/]{0,20}$")
        ) {
            text,
            _ throws(ParameterFault) in
            let lowercased = text.prefix(8).lowercased()
            guard lowercased.hasPrefix("http://") || lowercased.hasPrefix("https://"),
                text.utf8.count <= 2_048, text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F })
            else {
                throw ParameterFault(
                    detail:
                        "'\(shown(text))' is not an http or https address of 2048 bytes at most."
                )
            }
            return text
        }
    }
}

extension ParameterType where Value == Bool {
    /// Something that counts by being there.
    static var flag: ParameterType {
        ParameterType(example: "1") { text, _ in
            !["0", "false", "no", "off"].contains(text.lowercased())
        }
    }
}

extension ParameterType where Value == Int {
    /// A whole number from 1 up.
    static func count(example: String) -> ParameterType {
        ParameterType(example: example, schema: .count) { text, _ throws(ParameterFault) in
            let digits = text.utf8.prefix(while: \.isASCIIDigit)
            guard digits.count == text.utf8.count, text.utf8.contains(where: { $0 != 0x30 }) else {
                throw ParameterFault(detail: "'\(shown(text))' is not a whole number from 1 up.")
            }
            return Int(text) ?? Int.max
        }
    }
}

extension ParameterType where Value == Int {
    /// A whole number from 0 up.
    static func offset(example: String) -> ParameterType {
        ParameterType(example: example, schema: .offset) { text, _ throws(ParameterFault) in
            guard text.utf8.allSatisfy(\.isASCIIDigit) else {
                throw ParameterFault(detail: "'\(shown(text))' is not a whole number from 0 up.")
            }
            return Int(text) ?? Int.max
        }
    }
}

extension ParameterType where Value == TimeSpan {
    /// A date at any precision, or a time before now.
    static var date: ParameterType { date(in: .utc) }

    /// The same; what has no zone is of the one given.
    static func date(in zone: Zone) -> ParameterType {
        ParameterType(example: "2023-10-15", schema: .date) { text, now throws(ParameterFault) in
            guard let span = TimeSpan.parse(text, at: now, in: zone) else {
                throw ParameterFault(
                    detail:
                        "'\(shown(text))' is not a date such as 2023-10-15, 2023-10, 2023, "
                        + "2023-10-15T14:30Z or -7d."
                )
            }
            return span
        }
    }
}

extension ParameterType where Value == PublicationDate {
    /// A date at any precision.
    static var publicationDate: ParameterType {
        ParameterType(example: "2023-10-15", schema: .date) { text, _ throws(ParameterFault) in
            guard let date = GivenDate.parse(text) else {
                throw ParameterFault(
                    detail:
                        "'\(shown(text))' is not a date such as 2023-10-15, 2023-10, 2023 or "
                        + "2023-10-15T14:30+02:00."
                )
            }
            return date
        }
    }
}

extension ParameterType where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    /// One of a few words; `meant` is what is suggested for words that people bring along.
    static func choice(_ meant: [String: Value] = [:]) -> ParameterType {
        let words = Value.allCases.map(\.rawValue)
        return ParameterType(example: words.first ?? "", schema: .words(words)) {
            text,
            _ throws(ParameterFault) in
            if let value = Value(rawValue: text) { return value }
            throw ParameterFault(
                detail: "'\(shown(text))' is none of \(words.joined(separator: ", ")).",
                didYouMean: meant[text.lowercased()]?.rawValue
                    ?? words.first { $0 == text.lowercased() }
                    ?? Spelling.nearest(to: text, among: words)
            )
        }
    }
}

extension ParameterType where Value == [String] {
    /// Words between commas.
    static func list(example: String, schema: ParameterSchema = .text) -> ParameterType {
        ParameterType(example: example, schema: schema) { text, _ throws(ParameterFault) in
            try commaList(text)
        }
    }
}

extension ParameterType where Value == [String] {
    /// Names of an article's members between commas.
    static func memberList(example: String) -> ParameterType {
        list(example: example, schema: .list(["\\*"] + ArticleMember.allCases.map(\.rawValue)))
    }
}

extension ParameterType where Value == [ArticleQuery.Filter] {
    /// Values between commas, any of which counts; those with `-` in front leave articles out.
    static func filter(
        _ kind: ArticleQuery.Filter.Kind,
        example: String,
        schema: ParameterSchema = .text,
        allowing isAllowed: @escaping @Sendable (String) -> Bool = { _ in true },
        otherwise detail: String = ""
    ) -> ParameterType {
        ParameterType(example: example, schema: schema) { text, _ throws(ParameterFault) in
            var wanted: [String] = []
            var unwanted: [String] = []
            for value in try commaList(text) {
                let isUnwanted = value.hasPrefix("-")
                let bare = isUnwanted ? String(value.dropFirst()) : value
                guard !bare.isEmpty, isAllowed(bare) else {
                    throw ParameterFault(detail: "'\(shown(value))' \(detail)")
                }
                if isUnwanted { unwanted.append(bare) } else { wanted.append(bare) }
            }
            var filters: [ArticleQuery.Filter] = []
            if !wanted.isEmpty { filters.append(.init(kind, values: wanted)) }
            if !unwanted.isEmpty { filters.append(.init(kind, values: unwanted, excludes: true)) }
            return filters
        }
    }
}

/// The values between commas; a value in double quotes may hold commas itself.
private func commaList(_ text: String) throws(ParameterFault) -> [String] {
    var values: [String] = []
    var value = ""
    var isQuoted = false
    for character in text {
        switch character {
        case "\"": isQuoted.toggle()
        case "," where !isQuoted:
            values.append(value)
            value = ""
        default: value.append(character)
        }
    }
    values.append(value)
    let trimmed = values.map(trimmingSpaces).filter { !$0.isEmpty }
    guard trimmed.count <= 100 else {
        throw ParameterFault(detail: "There are \(trimmed.count) values; at most 100 are taken.")
    }
    return trimmed
}

/// Text without the spaces and tabs around it.
func trimmingSpaces(_ text: some StringProtocol) -> String {
    let isSpace = { (character: Character) in character == " " || character == "\t" }
    return String(
        text.drop(while: isSpace).reversed().drop(while: isSpace).reversed()
    )
}

/// Whether text has the form of a BCP 47 tag (RFC 5646 §2.1) with a two- or three-letter language.
func isLanguageTag(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let language = parts.first, (2...3).contains(language.count),
        language.allSatisfy(\.isASCIILetter), text.utf8.count <= 35
    else { return false }
    return parts.dropFirst().allSatisfy {
        (1...8).contains($0.count) && $0.allSatisfy(\.isASCIILetterOrDigit)
    }
}
