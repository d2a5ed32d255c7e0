/// How an article was found in what was received.
public struct Explanation: Sendable, Hashable {
    /// What was received and how it was read.
    public var input: InputDescription
    /// How each field was found or why it was not, in the order of `FieldName.allCases`.
    public var fields: [FieldExplanation]
    /// What was set aside, in the order of the original.
    public var removed: [RemovedText]

    /// Makes an explanation.
    public init(
        input: InputDescription,
        fields: [FieldExplanation] = [],
        removed: [RemovedText] = []
    ) {
        self.input = input
        self.fields = fields
        self.removed = removed
    }
}

/// What was received and how it was read.
public struct InputDescription: Sendable, Hashable {
    /// How many bytes were received, before unpacking.
    public var bytes: Int
    /// The charset it was decoded from, by its IANA name in lower case: `utf-8`, `windows-1252`.
    public var charset: String
    /// The media type that the client declared, if it did.
    public var declaredType: String?
    /// The media type it was read as.
    public var treatedAs: String
    /// Why it was read so, as a phrase for a person.
    public var why: String

    /// Makes a description.
    public init(
        bytes: Int,
        charset: String,
        declaredType: String?,
        treatedAs: String,
        why: String
    ) {
        self.bytes = bytes
        self.charset = charset
        self.declaredType = declaredType
        self.treatedAs = treatedAs
        self.why = why
    }
}

/// How one field was found.
public struct FieldExplanation: Sendable, Hashable {
    /// The field.
    public var field: FieldName
    /// What was found, as a person reads it; `nil` where nothing was.
    public var value: String?
    /// The name of the rule that decided, in snake case: `last_line_in_parentheses`.
    public var rule: String?
    /// Where the value stands in the original, if it stands there.
    public var span: Span?
    /// How sure the rule is, 0 to 1.
    public var confidence: Double?
    /// Other places that speak for the value.
    public var evidence: [Evidence]
    /// Other values that would fit, the likelier first.
    public var alternatives: [String]
    /// The rules that found nothing, where nothing was found.
    public var tried: [String]

    /// Makes an explanation of a field.
    public init(
        _ field: FieldName,
        value: String? = nil,
        rule: String? = nil,
        span: Span? = nil,
        confidence: Double? = nil,
        evidence: [Evidence] = [],
        alternatives: [String] = [],
        tried: [String] = []
    ) {
        self.field = field
        self.value = value
        self.rule = rule
        self.span = span
        self.confidence = confidence
        self.evidence = evidence
        self.alternatives = alternatives
        self.tried = tried
    }
}

/// Words of the original that speak for a value.
public struct Evidence: Sendable, Hashable {
    /// The words as printed.
    public var text: String
    /// Where they stand.
    public var span: Span

    /// Makes a piece of evidence.
    public init(text: String, span: Span) {
        self.text = text
        self.span = span
    }
}

/// A part of the original that is not part of the article.
public struct RemovedText: Sendable, Hashable {
    /// The text as printed.
    public var text: String
    /// The number of its first line, from 1.
    public var line: Int
    /// Where it stands.
    public var span: Span
    /// The name of the rule that removed it, in snake case.
    public var rule: String

    /// Makes a removed part.
    public init(text: String, line: Int, span: Span, rule: String) {
        self.text = text
        self.line = line
        self.span = span
        self.rule = rule
    }
}
