import ArgumentParser
import Articles

/// Prints the manual page, made of the same words as every `--help`.
struct Manual: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the manual page, for man.",
        discussion: """
            make install puts it where man finds it:

              dateline manual | man -l -
              dateline manual > dateline.1

            Exit status: 0.
            """
    )

    func run() throws {
        // The parser's description of itself, which completions are made of, too.
        guard let tool = JSONValue(Array(Dateline._dumpHelp().utf8)),
            let command = tool["command"]
        else { preconditionFailure("the commands' description is no JSON") }
        print(ManualPage(command).text, terminator: "")
    }
}
