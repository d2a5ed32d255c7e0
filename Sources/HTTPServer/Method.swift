/// A request method (RFC 9110 §9).
public struct Method: Sendable, Hashable, RawRepresentable {
    /// The method's name.
    public var rawValue: String

    /// Makes a method of its name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Transfers a representation of the target.
    public static let get = Method(rawValue: "GET")
    /// As GET, without the content.
    public static let head = Method(rawValue: "HEAD")
    /// Has the target process the content.
    public static let post = Method(rawValue: "POST")
    /// Replaces what the target stands for.
    public static let put = Method(rawValue: "PUT")
    /// Changes what the target stands for (RFC 5789).
    public static let patch = Method(rawValue: "PATCH")
    /// Removes what the target stands for.
    public static let delete = Method(rawValue: "DELETE")
    /// Asks how the target may be used.
    public static let options = Method(rawValue: "OPTIONS")
    /// Asks for a tunnel; the only method with a target in authority form.
    public static let connect = Method(rawValue: "CONNECT")
}
