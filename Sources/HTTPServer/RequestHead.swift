/// A request's line and fields (RFC 9112 §3 and §5), already found to be well-formed.
public struct RequestHead: Sendable {
    /// The method, as sent; methods are case-sensitive (RFC 9110 §9.1).
    public var method: Method
    /// The path of the target as sent, percent-encoded; `*` for the asterisk form, empty for the
    /// authority form.
    public var path: String
    /// The query of the target as sent, without its question mark.
    ///
    /// It is `nil` where there is no question mark. Bytes of 0x80 and above are kept as they were
    /// sent if they are UTF-8.
    public var query: String?
    /// Whether the version is 1.0 and not 1.1.
    public var isHTTP10: Bool
    /// The fields in the order they arrived.
    public var fields: Fields
    /// The host and port of a target in absolute or authority form; they count instead of `Host`
    /// (RFC 9112 §3.2.2).
    public var targetAuthority: String?

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

    /// The host and port that the request is for: the target's, else those of `Host`; `nil` where
    /// an HTTP/1.0 client names none.
    public var authority: String? {
        targetAuthority ?? fields.first("host")
    }
}
