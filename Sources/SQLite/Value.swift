/// A value that is bound to a statement's parameter.
public enum Value: Sendable, Hashable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])

    /// A whole number, or `NULL`.
    public static func integer(_ number: Int?) -> Value {
        number.map { .integer(Int64($0)) } ?? .null
    }

    /// A whole number, or `NULL`.
    public static func integer(_ number: Int64?) -> Value {
        guard let number else { return .null }
        return .integer(number)
    }

    /// A text, or `NULL`.
    public static func text(_ text: String?) -> Value {
        guard let text else { return .null }
        return .text(text)
    }

    /// Bytes, or `NULL`.
    public static func blob(_ bytes: [UInt8]?) -> Value {
        guard let bytes else { return .null }
        return .blob(bytes)
    }
}

/// The values of a statement's named parameters, the names without their colon.
///
/// Binding is fastest when they stand in the order in which the statement first names them.
public struct Bindings: ExpressibleByDictionaryLiteral, Sendable {
    /// The names with their values.
    public private(set) var pairs: [(name: String, value: Value)]

    /// Makes bindings of `["id": .integer(1)]`.
    public init(dictionaryLiteral elements: (String, Value)...) {
        pairs = elements.map { (name: $0.0, value: $0.1) }
    }

    /// Adds a parameter's value.
    public mutating func append(_ name: String, _ value: Value) {
        pairs.append((name: name, value: value))
    }

    /// Adds the values of other parameters.
    public mutating func append(_ others: Bindings) {
        pairs.append(contentsOf: others.pairs)
    }
}
