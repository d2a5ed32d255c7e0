import Articles

/// A parameter of an endpoint, declared once: its name, what other news APIs call it, and how its
/// value is read.
struct Parameter<Value: Sendable>: ParameterDeclaration {
    let name: String
    let othersCallIt: [String]
    let example: String
    /// How the value is read.
    let type: ParameterType<Value>

    /// Declares a parameter.
    init(
        _ name: String,
        othersCallIt: [String] = [],
        _ type: ParameterType<Value>,
        example: String? = nil
    ) {
        self.name = name
        self.othersCallIt = othersCallIt
        self.type = type
        self.example = example ?? type.example
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
    /// Reads the text at a moment, on which words like `today` depend.
    let read: @Sendable (String, Timestamp) throws(ParameterFault) -> Value
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
