import ArticleService
import ArticleStore
import FoundationEssentials
import HTTPServer

/// Who may do what, besides the holders of the keys that are in the store.
package enum Access: Sendable {
    /// Whoever reaches the server, as long as the store has no keys: it listens on the loopback
    /// address alone.
    case everyone
    /// Others reach the server: whoever has no key may read.
    case readers
    /// Whoever sends the operator's key, which has this SHA-256, may do all.
    case operatorKey(digest: [UInt8])

    /// Access for whoever sends the operator's key.
    package static func operatorKey(_ key: String) -> Access {
        .operatorKey(digest: SHA256.digest(of: Array(key.utf8)))
    }
}

/// A client whose key was looked at, or who needed none.
enum Client: Hashable, Sendable {
    /// The operator.
    case keeper
    /// Who holds a key of the store.
    case key(Int64)
    /// Nobody known.
    case stranger
}

extension ArticleAPI {
    /// Finds out who asks, and refuses who may not.
    ///
    /// A key is looked up by its SHA-256, so that neither the time of the search nor that of the
    /// comparison tells anything of any key.
    func client(of route: Route, _ head: RequestHead) throws(Problem) -> Client {
        let needed = route.scope.key
        let isNeeded = route.scope.writes || (needed == .read && settings.readingTakesKey)
        guard let needed, isNeeded || settings.limits.isOn else { return .stranger }
        if let key = head.key {
            let digest = SHA256.digest(of: Array(key.utf8))
            if case .operatorKey(let known) = settings.access, SHA256.equal(digest, known) {
                return .keeper
            }
            if let known = try look(
                for: head,
                { reader throws(StoreError) in
                    try reader.key(withDigest: digest)
                }
            ) {
                guard !isNeeded || known.scopes.contains(needed) else {
                    throw .scopeNeeded(needed, known)
                }
                return .key(known.id)
            }
        }
        guard isNeeded else { return .stranger }
        if case .operatorKey = settings.access { throw .keyNeeded(head.key) }
        if try look(for: head, { reader throws(StoreError) in try reader.hasKeys() }) {
            throw .keyNeeded(head.key)
        }
        switch settings.access {
        case .everyone where route.scope.writes: return .stranger
        case .readers where route.scope.writes: throw .writingNotAllowed
        default: throw .keyNeeded(head.key)
        }
    }

    private func look<Value>(
        for head: RequestHead,
        _ ask: (any ArticleReader) throws(StoreError) -> Value
    ) throws(Problem) -> Value {
        do throws(StoreError) {
            return try withReader(ask)
        } catch {
            let call = call(head, route: "")
            throw Problem(.store(error), to: call, query: QueryString(items: []))
        }
    }
}

extension Route.Scope {
    /// The scope that a key needs; `nil` where none is ever asked for.
    var key: KeyScope? { KeyScope(rawValue: rawValue) }
}

extension Problem {
    fileprivate static var writingNotAllowed: Problem {
        Problem(
            .writingNotAllowed,
            "The server can be reached from other machines and has no key, so it only reads.",
            hint: .sentence(
                "Make a key: dateline key create --name me --scopes ingest,admin, and send it with "
                    + "curl -u :KEY; or start the server with --host 127.0.0.1."
            )
        )
    }

    fileprivate static func keyNeeded(_ sent: String?) -> Problem {
        Problem(
            .keyNeeded,
            sent == nil
                ? "This takes a key, and none was sent."
                : "The key that was sent is none of the server's.",
            hint: .sentence(
                "Send the key with curl -u :KEY; dateline key create makes one."
            ),
            fields: [
                ("WWW-Authenticate", "Bearer realm=\"dateline\""),
                ("WWW-Authenticate", "Basic realm=\"dateline\", charset=\"UTF-8\""),
            ]
        )
    }

    /// The key is good, and does not allow this (RFC 6750 §3.1).
    fileprivate static func scopeNeeded(_ scope: KeyScope, _ key: Key) -> Problem {
        let has = key.scopes.map(\.rawValue).sorted().joined(separator: ", ")
        return Problem(
            .scopeNeeded,
            "This takes the scope \(scope.rawValue); the key has \(has).",
            hint: .sentence(
                "Make a key that has it: dateline key create --name \(Shell.word(key.name)) "
                    + "--scopes \(scope.rawValue)"
            ),
            fields: [
                (
                    "WWW-Authenticate",
                    "Bearer realm=\"dateline\", error=\"insufficient_scope\", "
                        + "scope=\"\(scope.rawValue)\""
                )
            ]
        )
    }
}

extension RequestHead {
    /// The key that the client sent: as a bearer token (RFC 6750 §2.1), as the password of Basic
    /// authentication (RFC 7617 §2), or in the field `X-Api-Key`.
    var key: String? {
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
