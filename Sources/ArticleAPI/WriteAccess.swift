import ArticleService
import FoundationEssentials
import HTTPServer

/// Who may store and remove articles; reading is open to whoever reaches the server.
package enum WriteAccess: Sendable {
    /// Whoever reaches the server, which has to listen on the loopback address alone.
    case everyone
    /// Nobody: others reach the server, and it has no key.
    case nobody
    /// Whoever sends the key that has this SHA-256.
    case holders(ofKeyWithDigest: [UInt8])

    /// Access for whoever sends a key.
    package static func holders(of key: String) -> WriteAccess {
        .holders(ofKeyWithDigest: SHA256.digest(of: Array(key.utf8)))
    }

    /// Refuses a request that may not write.
    func check(_ head: RequestHead) throws(Problem) {
        switch self {
        case .everyone: return
        case .nobody:
            throw Problem(
                .writingNotAllowed,
                "The server can be reached from other machines and has no key, so it only reads.",
                hint: .sentence(
                    "Start it with a key: DATELINE_KEY=… dateline serve, and send that with "
                        + "curl -u :KEY; or start it with --host 127.0.0.1."
                )
            )
        case .holders(let digest):
            // Digests of equal length are compared in constant time, and tell nothing of the key.
            if let key = head.key, SHA256.equal(SHA256.digest(of: Array(key.utf8)), digest) {
                return
            }
            throw Problem(
                .keyNeeded,
                head.key == nil
                    ? "Storing and removing take a key, and none was sent."
                    : "The key that was sent is not the server's.",
                hint: .sentence("Send the key with curl -u :KEY."),
                fields: [
                    ("WWW-Authenticate", "Bearer realm=\"dateline\""),
                    ("WWW-Authenticate", "Basic realm=\"dateline\", charset=\"UTF-8\""),
                ]
            )
        }
    }
}

extension RequestHead {
    /// The key that the client sent: as a bearer token (RFC 6750 §2.1), as the password of Basic
    /// authentication (RFC 7617 §2), or in the field `X-Api-Key`.
    fileprivate var key: String? {
        if let key = fields["X-Api-Key"] { return key }
        guard let field = fields["Authorization"] else { return nil }
        let parts = field.split(separator: " ", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        let credentials = parts[1].trimmingPrefix(while: { $0 == " " })
        switch parts[0].lowercased() {
        case "bearer": return String(credentials)
        case "basic":
            guard let pair = Data(base64Encoded: String(credentials)) else { return nil }
            return String(
                decoding: pair.drop { $0 != UInt8(ascii: ":") }.dropFirst(),
                as: UTF8.self
            )
        default: return nil
        }
    }
}
