import ArgumentParser
import ArticleService
import ArticleStore
import Glibc

/// Writes all articles to the standard output.
struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write all articles as NDJSON to the standard output.",
        discussion: """
            Each line says all of an article, with how it was found and the bytes that it came \
            from; dateline import stores it again as it was:

              dateline export | gzip > articles.ndjson.gz
              dateline import --database copy.db articles.ndjson.gz

            Exit status: 0; 65: the file is damaged; 66: it is not there.
            """
    )

    @OptionGroup var options: DatabaseOption

    func run() throws {
        let path = try options.path()
        do throws(StoreError) {
            let reader = try SQLiteArticleStore.reader(of: path)
            let export = ArticleExport()
            while let piece = try export.next(minimumBytes: 256 << 10, from: reader) {
                writeAll(piece, to: STDOUT_FILENO)
            }
        } catch {
            throw Failure(error, opening: path).reported()
        }
    }
}
