import ArgumentParser
import ArticleParsing
import ArticleService
import ArticleStore
import Articles
import Dispatch
import Glibc

/// Stores the articles in files, without a server.
struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Store the articles in files, folders or the standard input.",
        discussion: """
            Text, web pages, Markdown, JSON, NDJSON and feeds, each also packed with gzip:

              dateline import news/ more.ndjson.gz
              dateline export | dateline import --database copy.db -

            A text that is there already is not stored again, so that an import that was broken \
            off is taken up by running it again.

            Exit status: 0; 65: some articles failed, they are listed on the standard error; 66: a \
            file is not there; 73: the store cannot be written.
            """
    )

    @Argument(help: "Files and folders; - for the standard input.", completion: .file())
    var paths: [String]

    @OptionGroup var options: DatabaseOption

    @Option(help: "The day the texts were received, as 2023-10-16; dates are read against it.")
    var received: CalendarDay?

    func run() throws {
        Memory.givesBackLargeBlocks()
        do {
            let path = try options.name()
            let store: SQLiteArticleStore
            do throws(StoreError) {
                store = try SQLiteArticleStore(path: path)
            } catch {
                throw Failure(error, opening: path)
            }
            let now = Timestamp(secondsSince1970: Int64(time(nil)))
            let receivedAt = received.map { Timestamp(startOf: $0) } ?? now
            let files = try SourceFile.list(paths)
            var importer = Importer(store: store, receivedAt: receivedAt, files: files)
            for file in files { try importer.add(file) }
            let failed = importer.finish()
            store.close()
            if failed { throw ExitCode(Failure.Status.unusableData.rawValue) }
        } catch let failure as Failure {
            throw failure.reported()
        }
    }
}
