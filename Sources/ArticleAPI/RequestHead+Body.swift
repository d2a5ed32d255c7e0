import HTTPServer

extension RequestHead {
    /// Whether a body follows (RFC 9112 §6.3).
    var declaresBody: Bool {
        if fields.contains("Transfer-Encoding") { return true }
        return declaredLength.map { $0 > 0 } ?? false
    }

    /// The length of the body where it is known beforehand.
    var declaredLength: Int? { fields["Content-Length"].flatMap { Int($0) } }

    /// Whether the client waits with its body, or would send one that is long.
    var isWaitedFor: Bool {
        fields.contains("Expect") || declaredLength.map { $0 > 64 * 1_024 } ?? true
    }
}
