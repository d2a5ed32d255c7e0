import ArgumentParser
import ArticleAPI
import ArticleStore
import Glibc

/// Says how much is in a file.
struct Stats: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say how much is in the file: counts, sizes, the schema's version.",
        discussion: """
            The file may be served meanwhile; nothing in it changes:

              dateline stats
              dateline stats --json | jq .articles

            A pipe gets JSON, as GET /stats answers. Exit status: 0; 65, 66: the file is not usable, \
            or not there.
            """
    )

    @Flag(help: "Print JSON on a terminal, too.")
    var json = false

    @OptionGroup var options: DatabaseOption

    func run() throws {
        let path = try options.path()
        do throws(StoreError) {
            let report = StatisticsReport(
                try SQLiteArticleStore.reader(of: path).statistics()
            )
            let isTerminal = isatty(STDOUT_FILENO) == 1
            let output =
                isTerminal && !json
                ? Array(report.text.utf8) : report.json(isPretty: isTerminal)
            writeAll(output, to: STDOUT_FILENO)
        } catch {
            throw Failure(error, opening: path).reported()
        }
    }
}
