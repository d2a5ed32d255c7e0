/// A request's line and fields (RFC 9112 §3 and §5), already found to be well-formed.
public struct RequestHead: Sendable {
    /// The method, as sent; methods are case-sensitive (RFC 9110 §9.1).
    public var method: Method
    /// The path of the target as sent, percent-encoded; `*` for the asterisk form, empty for the
    /// authority form.
    public var path: String
    /// The query of the target as sent, without its `?`; `nil` where there is no `?`. Bytes of
    /// 0x80 and above are kept as they were sent if they are UTF-8.
    public var query: String?
    /// Whether the version is 1.0 and not 1.1.
    public var isHTTP10: Bool
    /// The fields in the order they arrived.
    public var fields: Fields

    /// Makes a head.
    public init(
        method: Method,
        path: String,
        query: String? = nil,
        isHTTP10: Bool = false,
        fields: Fields = Fields()
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.isHTTP10 = isHTTP10
        self.fields = fields
    }
}

/// A request method (RFC 9110 §9).
public struct Method: Sendable, Hashable, RawRepresentable {
    /// The method's name.
    public var rawValue: String

    /// Makes a method of its name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    public static let get = Method(rawValue: "GET")
    public static let head = Method(rawValue: "HEAD")
    public static let post = Method(rawValue: "POST")
    public static let put = Method(rawValue: "PUT")
    public static let patch = Method(rawValue: "PATCH")
    public static let delete = Method(rawValue: "DELETE")
    public static let options = Method(rawValue: "OPTIONS")
}

/// A message's fields in order; names are compared without regard to case.
public struct Fields: Sendable {
    private var list: [(name: String, value: String)] = []

    /// Makes no fields.
    public init() {}

    /// The values of a field's lines joined by `, ` (RFC 9110 §5.3); `nil` where there is none.
    public subscript(name: String) -> String? {
        let values = values(of: name)
        return values.isEmpty ? nil : values.joined(separator: ", ")
    }

    /// The value of each of a field's lines, in order.
    public func values(of name: String) -> [String] {
        list.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
    }

    /// Adds a field line at the end.
    public mutating func append(_ name: String, _ value: String) {
        list.append((name, value))
    }
}
