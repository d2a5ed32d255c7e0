import Articles

/// A JSON Merge Patch (RFC 7396) of an article, checked member by member.
///
/// A member that is absent stays, `null` empties it. What is computed, and what belongs to the
/// server, cannot be set.
struct MergePatch {
    /// A member that was not accepted.
    struct Fault: Sendable, Equatable {
        /// Where it stands, as a JSON Pointer in a fragment (RFC 6901 §6): `#/published_at`.
        var pointer: String
        /// What is wrong, as a sentence.
        var detail: String
        /// The member that was probably meant.
        var didYouMean: String?
    }

    /// The fields with the patch applied.
    private(set) var fields: ArticleFields
    /// The fields that the patch is about.
    private(set) var names: Set<FieldName> = []
    /// What was not accepted.
    private(set) var faults: [Fault] = []

    private static let settable: Set<ArticleMember> = [
        .headline, .kicker, .standfirst, .byline, .authors, .credit, .source, .language, .section,
        .sourceURL, .tags, .corrections, .publishedAt, .updatedAt, .dateline,
    ]

    /// Applies the members of a patch.
    init(_ members: [(name: String, value: JSONValue)], to fields: ArticleFields) {
        self.fields = fields
        for (name, value) in members { apply(name, value) }
    }

    private mutating func apply(_ name: String, _ value: JSONValue) {
        guard let member = ArticleMember(rawValue: name) else {
            let near = Spelling.nearest(to: name, among: Self.settable.map(\.rawValue).sorted())
            faults.append(
                Fault(
                    pointer: Self.pointer(name),
                    detail: "'\(shown(name))' is not a field of an article.",
                    didYouMean: near
                )
            )
            return
        }
        switch member {
        case .headline: set(.headline, \.headline, line(name, value, maximum: 1_000))
        case .kicker: set(.kicker, \.kicker, line(name, value, maximum: 1_000))
        case .standfirst: set(.standfirst, \.standfirst, line(name, value, maximum: 4_000))
        case .byline: set(.byline, \.byline, line(name, value, maximum: 1_000))
        case .credit: set(.credit, \.credit, line(name, value, maximum: 1_000))
        case .source: set(.source, \.source, line(name, value, maximum: 1_000))
        case .section: set(.section, \.section, line(name, value, maximum: 1_000))
        case .language: set(.language, \.language, read(name, value, .languageTag))
        case .sourceURL: set(.url, \.url, read(name, value, .webAddress))
        case .publishedAt: set(.published, \.published, date(name, value))
        case .updatedAt: set(.updated, \.updated, date(name, value))
        case .tags: set(.tags, \.tags, lines(name, value))
        case .corrections: set(.corrections, \.corrections, lines(name, value))
        case .authors:
            set(.authors, \.authors, lines(name, value).map { $0.map { Author(name: $0) } })
        case .dateline: setDateline(value)
        case .text, .paragraphs, .captions:
            fault(name, "The text comes from the original: send another with on_duplicate=version.")
        default: fault(name, "'\(name)' is the server's and cannot be set.")
        }
    }

    private mutating func set<Value>(
        _ name: FieldName,
        _ path: WritableKeyPath<ArticleFields, Value>,
        _ value: Value?
    ) {
        guard let value else { return }
        fields[keyPath: path] = value
        names.insert(name)
    }

    private mutating func setDateline(_ value: JSONValue) {
        guard case .object(let members) = value else {
            guard case .null = value else {
                return fault("dateline", "It takes an object or null.")
            }
            fields.dateline = nil
            names.insert(.dateline)
            return
        }
        var dateline = fields.dateline ?? Dateline(raw: "")
        for (name, value) in members {
            let path = "dateline/" + name
            switch name {
            case "raw":
                if let text = line(path, value, maximum: 500) { dateline.raw = text ?? "" }
            case "place":
                if let text = line(path, value, maximum: 500) { dateline.place = text }
            case "date": if let text = line(path, value, maximum: 500) { dateline.date = text }
            case "agency":
                if let text = line(path, value, maximum: 500) { dateline.agency = text }
            default: fault(path, "'\(shown(name))' is not a member of a dateline.")
            }
        }
        if dateline.raw.isEmpty {
            return fault("dateline/raw", "A dateline has the words as printed, in raw.")
        }
        fields.dateline = dateline
        names.insert(.dateline)
    }

    // MARK: Values

    /// A line of text, or `nil` within for `null`; `nil` where it is neither.
    private mutating func line(_ name: String, _ value: JSONValue, maximum: Int) -> String?? {
        switch value {
        case .null: return .some(nil)
        case .string(let text):
            let isBlank = text.allSatisfy(\.isWhitespace)
            let hasControl = text.unicodeScalars.contains {
                $0.properties.generalCategory == .control
            }
            guard !isBlank, !hasControl, text.utf8.count <= maximum else {
                let why =
                    isBlank
                    ? "An empty text is none: null empties it."
                    : hasControl
                        ? "The text holds a control character."
                        : "The text has \(text.utf8.count) bytes; at most \(maximum) are taken."
                fault(name, why)
                return nil
            }
            return .some(text)
        default:
            fault(name, "It takes a string or null.")
            return nil
        }
    }

    /// A list of lines, empty for `null`; `nil` where it is no list of them.
    private mutating func lines(_ name: String, _ value: JSONValue) -> [String]? {
        if case .null = value { return [] }
        guard case .array(let elements) = value, elements.count <= 100 else {
            fault(name, "It takes null or a list of at most 100 strings.")
            return nil
        }
        var texts: [String] = []
        for (index, element) in elements.enumerated() {
            guard case .some(.some(let text)) = line("\(name)/\(index)", element, maximum: 1_000)
            else {
                if case .null = element { fault("\(name)/\(index)", "It takes a string.") }
                continue
            }
            texts.append(text)
        }
        return texts.count == elements.count ? texts : nil
    }

    /// A text of a parameter's type, or `nil` within for `null`.
    private mutating func read<Value>(
        _ name: String,
        _ value: JSONValue,
        _ type: ParameterType<Value>
    ) -> Value?? {
        switch value {
        case .null: return .some(nil)
        case .string(let text):
            do throws(ParameterFault) {
                return .some(try type.read(text, Timestamp(secondsSince1970: 0)))
            } catch {
                fault(name, error.detail)
                return nil
            }
        default:
            fault(name, "It takes a string or null.")
            return nil
        }
    }

    private mutating func date(_ name: String, _ value: JSONValue) -> PublicationDate?? {
        guard let read = read(name, value, .publicationDate) else { return nil }
        guard var date = read else { return .some(nil) }
        date.basis = .manual
        return .some(date)
    }

    private mutating func fault(_ name: String, _ detail: String) {
        let path = name.split(separator: "/").map { Self.escaped(String($0)) }
        faults.append(Fault(pointer: "#/" + path.joined(separator: "/"), detail: detail))
    }

    private static func pointer(_ name: String) -> String { "#/" + escaped(name) }

    /// A name as a step of a JSON Pointer (RFC 6901 §3), percent-encoded for a fragment.
    private static func escaped(_ name: String) -> String {
        let step = name.replacing("~", with: "~0").replacing("/", with: "~1")
        return PercentEncoding.encodeSegment(String(step.prefix(200)))
    }
}
