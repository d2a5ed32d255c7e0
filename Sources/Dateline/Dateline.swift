import ArgumentParser

/// The program: one command a file.
@main
struct Dateline: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dateline",
        abstract: "Turns the text people have into articles they can find.",
        discussion: """
            dateline serve                serve http://127.0.0.1:8080 on ./dateline.db
            dateline parse < article.txt  show what a text becomes; nothing is stored
            dateline health               ask a running server whether it is ready
            """,
        version: Version.text,
        subcommands: [Serve.self, Parse.self, Health.self, VersionCommand.self]
    )
}
