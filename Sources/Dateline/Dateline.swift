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
            dateline backup copy.db       copy the store, while it is served or not
            dateline check                look for faults in the store
            dateline reparse              read all originals again, after an upgrade
            dateline import FILES         store the articles in files and folders
            dateline export               write all articles as NDJSON
            dateline health               ask a running server whether it is ready
            """,
        version: Version.text,
        subcommands: [
            Serve.self, Parse.self, Import.self, Export.self, Health.self, Backup.self,
            Restore.self, Check.self, Reparse.self, KeyCommand.self,
            VersionCommand.self,
        ]
    )
}
