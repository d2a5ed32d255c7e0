import ArgumentParser

/// What the program calls itself.
enum Version {
    /// The release, by Semantic Versioning 2.0.0.
    static let number = "0.1.0"
    /// The line that `dateline version` prints.
    static let text = "dateline \(number)"
}

struct VersionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "version",
        abstract: "Print the version.",
        discussion: """
              dateline version

            Exit status: 0.
            """
    )

    func run() {
        print(Version.text)
    }
}
