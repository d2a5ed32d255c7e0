import ArgumentParser

/// The program: one command a file.
@main
struct Dateline: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dateline",
        abstract: "Turns the text people have into articles they can find.",
        discussion: """
            The articles lie in one file, ./dateline.db, or where --database or the variable \
            DATELINE_DATABASE says:

              dateline serve                serve http://127.0.0.1:8080
              dateline parse < article.txt  show what a text becomes; nothing is stored
              dateline import news/         store the articles in files and folders
              dateline search ferry         find them

            Exit status: 0; 64: a word on the command line cannot be read; 65: the input cannot be \
            used; 66: a file is not there or cannot be read; 69: something needed is taken, as a port \
            or a lock; 73: a file cannot be written, or the disk is full. dateline health has its own.
            """,
        version: Version.text,
        subcommands: [
            Serve.self, Parse.self, Import.self, Export.self, Search.self, Stats.self,
            Health.self, Backup.self, Restore.self, Migrate.self, Check.self, Reparse.self,
            KeyCommand.self, VersionCommand.self, Manual.self,
        ]
    )
}
