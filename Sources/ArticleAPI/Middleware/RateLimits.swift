import Articles

/// How many requests a client may send in a minute, for all loops.
///
/// A client's window begins with its first request and lasts a minute. Fields as of
/// draft-ietf-httpapi-ratelimit-headers-11. Where no limit is set nothing is locked or counted.
package final class RateLimits: Sendable {
    /// Who is counted: the holder of a key, else an address.
    enum Subject: Hashable, Sendable {
        case client(Client)
        case address(String)
    }

    /// What a client has left.
    struct Verdict: Equatable {
        /// The policy's name: `ingest`.
        var policy: String
        /// How many requests there may be in a window.
        var quota: Int
        /// How many are left.
        var left: Int
        /// Seconds until the window ends.
        var seconds: Int
        /// Whether this request is one too many.
        var isExceeded: Bool

        /// The fields that tell the client.
        var fields: [(name: String, value: String)] {
            [
                ("RateLimit-Policy", "\"\(policy)\";q=\(quota);w=60"),
                ("RateLimit", "\"\(policy)\";r=\(left);t=\(seconds)"),
            ]
        }
    }

    private struct Window {
        var end: Int64
        var used: Int
    }

    private struct Entry: Hashable {
        var subject: Subject
        var isReading: Bool
    }

    private let reading: Int?
    private let ingest: Int?
    private let windows = Locked<[Entry: Window]>([:])

    /// Makes limits of so many requests a minute; `nil` for none.
    package init(reading: Int? = nil, ingest: Int? = nil) {
        self.reading = reading
        self.ingest = ingest
    }

    /// Whether there is any.
    var isOn: Bool { reading != nil || ingest != nil }

    /// Counts a request, at a second since 1970.
    ///
    /// - Returns: `nil` where requests of this scope are not limited.
    func count(_ subject: Subject, _ scope: Route.Scope, at now: Int64) -> Verdict? {
        guard scope == .read || scope.writes else { return nil }
        let isReading = scope == .read
        guard let quota = isReading ? reading : ingest else { return nil }
        let entry = Entry(subject: subject, isReading: isReading)
        let window = windows.withLock { windows in
            if windows.count >= Self.maximumClients, windows[entry] == nil {
                windows = windows.filter { $0.value.end > now }
                // All of them busy: one goes, and begins anew when it comes back.
                if windows.count >= Self.maximumClients, let one = windows.keys.first {
                    windows[one] = nil
                }
            }
            var window = windows[entry] ?? Window(end: 0, used: 0)
            if window.end <= now { window = Window(end: now + 60, used: 0) }
            window.used = min(window.used + 1, quota + 1)
            windows[entry] = window
            return window
        }
        return Verdict(
            policy: isReading ? "read" : "ingest",
            quota: quota,
            left: max(0, quota - window.used),
            seconds: Int(window.end - now),
            isExceeded: window.used > quota
        )
    }

    private static let maximumClients = 20_000
}

extension Problem {
    /// More requests than the client's quota.
    static func quotaExceeded(_ verdict: RateLimits.Verdict, _ call: Call) -> Problem {
        var problem = Problem(
            .quotaExceeded,
            "\(verdict.quota) requests a minute are taken from a client, and these were more.",
            hint: .command(
                CurlCommand(
                    options: ["--retry", "5"],
                    path: call.command(query: QueryString(items: [])).path
                )
            ),
            fields: [("Retry-After", "\(max(1, verdict.seconds))")]
        )
        problem.violatedPolicies = [verdict.policy]
        return problem
    }
}
