import Articles

/// A fact about an article by which it is filtered, as a term of the index: `source:al jazeera`.
///
/// Two values that differ in case, accents and white space alone are one label.
public struct Label: Sendable, Hashable {
    /// What a fact is about.
    public typealias Kind = ArticleQuery.Filter.Kind

    /// What the fact is about.
    public let kind: Kind
    /// The folded value.
    public let value: String

    /// A value is cut there; no more is compared.
    private static let maximumScalars = 120

    /// Makes a label; `nil` where the value is blank.
    public init?(_ kind: Kind, _ value: String) {
        var folded = ""
        var isSpaced = false
        for scalar in value.lowercased().unicodeScalars.prefix(Self.maximumScalars) {
            switch LetterTable.shared.kind(scalar.value) {
            case .mark, .ignorable: continue
            default: break
            }
            if scalar.value <= 0x20 || scalar.properties.isWhitespace {
                isSpaced = !folded.isEmpty
                continue
            }
            if isSpaced { folded.unicodeScalars.append(Self.space) }
            isSpaced = false
            if let bytes = LetterTable.shared.fold(scalar.value) {
                folded += String(decoding: bytes, as: UTF8.self)
            } else {
                folded.unicodeScalars.append(scalar)
            }
        }
        guard !folded.isEmpty else { return nil }
        self.kind = kind
        self.value = folded
    }

    /// What stands for white space, which ends a term.
    private static let space: Unicode.Scalar = "\u{1F}"

    /// The label as a term; no word has U+0002 in it.
    public var term: String { "\u{2}\(kind.rawValue):\(value)" }

    /// The labels of an article: a language also by its first part, so that `en` finds `en-GB`.
    static func all(of fields: ArticleFields) -> [Label] {
        var labels: [Label?] = [fields.source.flatMap { Label(.source, $0) }]
        if let language = fields.language {
            labels += languages(language)
        }
        labels.append(fields.section.flatMap { Label(.section, $0) })
        labels.append((fields.dateline?.place).flatMap { Label(.place, $0) })
        labels += fields.tags.prefix(maximumOfKind).map { Label(.tag, $0) }
        labels += fields.authors.prefix(maximumOfKind).map { Label(.author, $0.name) }
        labels.append((fields.published?.basis).flatMap { Label(.basis, $0.rawValue) })
        var seen: Set<Label> = []
        return labels.compactMap(\.self).filter { seen.insert($0).inserted }
    }

    private static let maximumOfKind = 200

    /// `zh-Hant-TW` is `zh`, `zh-hant` and `zh-hant-tw`.
    private static func languages(_ tag: String) -> [Label?] {
        let parts = tag.split(separator: "-").prefix(4)
        return parts.indices.map { Label(.language, parts[...$0].joined(separator: "-")) }
    }
}
