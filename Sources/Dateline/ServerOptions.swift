import ArgumentParser

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
        )
    )
    var database: String?

    @Option(
        help: ArgumentHelp(
            "A file whose first line is the key that writing takes.",
            valueName: "file"
        )
    )
    var keyFile: String?

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
