import ArgumentParser
import ArticleAPI

/// Where a server listens, what it serves, and how it ends.
struct ServerOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The address to listen on (default: 127.0.0.1).", valueName: "address")
    )
    var host: String?

    @Option(help: "The port to listen on; 0 takes one that is free and logs it (default: 8080).")
    var port: Int?

    @Option(
        help: ArgumentHelp(
            "The file that holds the articles (default: ./dateline.db).",
            valueName: "file"
        ),
        completion: .file()
    )
    var database: String?

    @Option(
        help: ArgumentHelp(
            "A file whose first line is the key that writing takes.",
            valueName: "file"
        ),
        completion: .file()
    )
    var keyFile: String?

    @Option(
        help: ArgumentHelp(
            "Who may read: everyone, or whoever has a key (default: everyone).",
            valueName: "whom"
        )
    )
    var readers: ReaderChoice?

    @Option(
        help: ArgumentHelp(
            "Whether PATCH and DELETE have to say in If-Match which version they mean (default: "
                + "optional).",
            valueName: "whether"
        )
    )
    var ifMatch: IfMatchChoice?

    @Option(
        help: ArgumentHelp(
            "How many requests a minute a client may send to read.",
            valueName: "count"
        )
    )
    var readLimit: Int?

    @Option(
        help: ArgumentHelp(
            "How many requests a minute a client may send to write.",
            valueName: "count"
        )
    )
    var ingestLimit: Int?

    @Option(
        help: ArgumentHelp(
            "The proxies whose X-Forwarded fields are believed, as 10.0.0.0/8,::1.",
            valueName: "addresses"
        )
    )
    var trustedProxies: String?

    @Option(
        help: ArgumentHelp(
            "How long a draining server takes new requests (default: 5).",
            valueName: "seconds"
        )
    )
    var drainDelay: Int?

    @Option(
        help: ArgumentHelp(
            "How long requests under way may take to finish (default: 20).",
            valueName: "seconds"
        )
    )
    var drainTimeout: Int?

    @Option(
        help: ArgumentHelp(
            "How many threads read and answer requests (default: one a core).",
            valueName: "count"
        )
    )
    var loops: Int?
}

extension ServerOptions {
    /// Who may read.
    enum ReaderChoice: String, ExpressibleByArgument, CaseIterable {
        case everyone, keys
    }

    /// Whether a change has to name a version.
    enum IfMatchChoice: String, ExpressibleByArgument, CaseIterable {
        case optional, required
    }

    /// Sets who may read and how much, what a change has to say, and whom to believe.
    func restrict(_ settings: inout ArticleAPI.Settings) throws {
        let readers = try setting(self.readers, named: "readers", default: .everyone)
        settings.readingTakesKey = readers == .keys
        let ifMatch = try setting(self.ifMatch, named: "if-match", default: .optional)
        settings.changesTakeIfMatch = ifMatch == .required
        settings.limits = RateLimits(
            reading: try limit(readLimit, named: "read-limit"),
            ingest: try limit(ingestLimit, named: "ingest-limit")
        )
        let text = try setting(trustedProxies, named: "trusted-proxies", default: "")
        guard let proxies = TrustedProxies(text) else {
            throw ValidationError(
                "--trusted-proxies takes addresses and ranges such as 10.0.0.0/8,::1, not '\(text)'."
            )
        }
        settings.trustedProxies = proxies
    }

    /// A number of requests; `nil` where nothing was said.
    private func limit(_ flag: Int?, named name: String) throws -> Int? {
        let value = try setting(flag, named: name, default: 0, in: 0...1_000_000_000)
        return value == 0 ? nil : value
    }
}
