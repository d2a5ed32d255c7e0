import Articles
import HTTPServer
import Logging

/// Makes calls of the requests that come to one loop.
struct CallMaker {
    let settings: ArticleAPI.Settings
    let logger: Logger
    /// What the loop counts.
    let counters: RequestCounters
    private var identifiers = RequestIdentifiers()

    /// Makes the maker of one more loop.
    init(settings: ArticleAPI.Settings, logger: Logger) {
        self.settings = settings
        self.logger = logger
        counters = settings.metrics.makeCounters()
    }

    /// A request on its way to its answer.
    mutating func call(_ head: RequestHead, route: String) -> Call {
        let given = head.fields["X-Request-Id"].flatMap(RequestIdentifiers.accepted)
        return Call(
            head: head,
            route: route,
            requestID: given ?? identifiers.next(),
            hasOwnID: given != nil,
            started: .now,
            now: settings.now(),
            authority: head.fields["Host"].flatMap { $0.isEmpty ? nil : $0 }
                ?? settings.authority(),
            isPretty: head.query.map(Self.asksForPretty) ?? false,
            logger: logger,
            counters: counters
        )
    }

    /// Whether a query asks for indented JSON; one that cannot be read is reported elsewhere.
    private static func asksForPretty(_ query: String) -> Bool {
        guard query.contains("pretty"), let query = try? QueryString(query) else { return false }
        return ParameterReader(query, at: Timestamp(secondsSince1970: 0)).flag(.pretty)
    }
}
