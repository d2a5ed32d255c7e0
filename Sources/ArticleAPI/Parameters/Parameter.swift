import Articles

/// A parameter of an endpoint, declared once: its name, what other news APIs call it, and how its
/// value is read.
struct Parameter<Value: Sendable>: ParameterDeclaration {
    let name: String
    let othersCallIt: [String]
    let example: String
    let words: String
    let spanEnd: String?
    /// How the value is read.
    let type: ParameterType<Value>

    var schema: ParameterSchema { type.schema }

    /// Declares a parameter; `words` say in the description of the API what it means.
    init(
        _ name: String,
        othersCallIt: [String] = [],
        _ type: ParameterType<Value>,
        example: String? = nil,
        spanEnd: String? = nil,
        words: String
    ) {
        self.name = name
        self.othersCallIt = othersCallIt
        self.type = type
        self.example = example ?? type.example
        self.words = words
        self.spanEnd = spanEnd
    }
}

/// What is known of a parameter without the type of its value.
protocol ParameterDeclaration: Sendable {
    /// The one name that is accepted.
    var name: String { get }
    /// Names that people bring along from other news APIs.
    var othersCallIt: [String] { get }
    /// A value that is accepted, to be shown in hints.
    var example: String { get }
    /// What it means, as a sentence.
    var words: String { get }
    /// The name of what ends the span that it begins; `nil` where it begins none.
    var spanEnd: String? { get }
    /// Which texts are values.
    var schema: ParameterSchema { get }
}

/// Which texts are values of a parameter, as JSON Schema (2020-12) says it.
struct ParameterSchema: Sendable {
    /// The members of the schema object; every one a JSON text.
    var members: [(name: String, json: String)]

    /// Any text.
    static let text = ParameterSchema(members: [("type", "\"string\"")])
    /// A whole number from 1 up; an empty value is as good as none.
    static let count = ParameterSchema(
        members: [("anyOf", #"[{"type":"integer","minimum":1},{"const":""}]"#)]
    )

    /// A whole number from 0 up; an empty value is as good as none.
    static let offset = ParameterSchema(
        members: [("anyOf", #"[{"type":"integer","minimum":0},{"const":""}]"#)]
    )
    /// Language tags between commas, with `-` in front of those that are not meant; longer ones with
    /// scripts and variants are read too.
    static let languages = pattern("^-?[a-z]{2}(-[A-Z]{2})?(,-?[a-z]{2}(-[A-Z]{2})?){0,8}$")
    /// A word, or what is put before and after others, with a comma between.
    static let marks = pattern(
        #"^(mark|none|[^\u0000-\u001f\u007f,]{0,9},[^\u0000-\u001f\u007f,]{0,9})$"#
    )

    /// Some of a few words, with commas between.
    static func list(_ words: [String]) -> ParameterSchema {
        let word = "(" + words.joined(separator: "|") + ")"
        return pattern("^\(word)(,\(word)){0,8}$")
    }

    /// Any text without control characters.
    static let line = pattern(#"^[^\u0000-\u001f\u007f]*$"#)
    /// A date; more forms are read than are described.
    static let date = pattern(
        "^[1-9][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8]))?)?$"
    )

    /// A time zone: its name in any country, or an offset from UTC.
    ///
    /// Older names (`Asia/Calcutta`) and shorter offsets (`+02`) are read too.
    static let zone = ParameterSchema(members: [("$ref", ##""#/components/schemas/TimeZone""##)])

    /// One of a few words.
    static func words(_ words: [String]) -> ParameterSchema {
        // An empty value is as good as none.
        let list = (words + [""]).map { "\"\($0)\"" }.joined(separator: ",")
        return ParameterSchema(members: text.members + [("enum", "[\(list)]")])
    }

    /// Text of a path that a regular expression describes.
    static func required(_ pattern: String) -> ParameterSchema {
        let escaped = pattern.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return ParameterSchema(members: text.members + [("pattern", "\"\(escaped)\"")])
    }

    /// Text that a regular expression (ECMA-262) describes; an empty value is as good as none.
    static func pattern(_ pattern: String) -> ParameterSchema {
        required(pattern + "|^$")
    }
}

/// Why a parameter's value was not accepted.
struct ParameterFault: Error, Equatable {
    /// What is wrong, as a sentence.
    var detail: String
    /// The value that was probably meant.
    var didYouMean: String?
}

/// How the text of a parameter becomes a value.
struct ParameterType<Value: Sendable>: Sendable {
    /// A text that can be read.
    let example: String
    /// Which texts can be.
    let schema: ParameterSchema
    /// Reads the text at a moment, on which words like `today` depend.
    let read: @Sendable (String, Timestamp) throws(ParameterFault) -> Value

    /// Makes a type.
    init(
        example: String,
        schema: ParameterSchema = .text,
        read: @escaping @Sendable (String, Timestamp) throws(ParameterFault) -> Value
    ) {
        self.example = example
        self.schema = schema
        self.read = read
    }
}

/// The parameters of an endpoint.
struct ParameterList: Sendable {
    /// The declarations.
    let declarations: [any ParameterDeclaration]
    /// Names that are reserved for what is not built yet, so that nothing else is guessed for them.
    let planned: [String]
    /// Whether others are passed over in silence: probes add what they like.
    let ignoresUnknown: Bool

    /// Lists parameters.
    init(_ declarations: [any ParameterDeclaration], planned: [String] = []) {
        self.declarations = declarations
        self.planned = planned
        ignoresUnknown = false
    }

    private init(ignoringUnknown declarations: [any ParameterDeclaration]) {
        self.declarations = declarations
        planned = []
        ignoresUnknown = true
    }

    /// Accepts anything, and reads only what is declared.
    static func anything(and declarations: any ParameterDeclaration...) -> ParameterList {
        ParameterList(ignoringUnknown: declarations)
    }

    /// The declaration of an accepted name.
    func declaration(of name: String) -> (any ParameterDeclaration)? {
        declarations.first { $0.name == name }
    }

    /// The name that was probably meant by one that is not accepted: what others call it, then what
    /// is a slip of a finger away.
    func suggestion(for name: String) -> String? {
        let folded = Self.folded(name)
        for declaration in declarations
        where Self.folded(declaration.name) == folded
            || declaration.othersCallIt.contains(where: { Self.folded($0) == folded })
        {
            return declaration.name
        }
        return Spelling.nearest(to: name, among: declarations.map(\.name))
    }

    /// A name in lower case, without the marks by which conventions differ: `page-size`,
    /// `page_size`, `pageSize` and `pageSize[]` are one.
    private static func folded(_ name: String) -> String {
        name.lowercased().filter { !"-_.[]".contains($0) }
    }
}
