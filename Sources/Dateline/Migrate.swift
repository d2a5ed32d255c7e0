import ArgumentParser
import ArticleStore
import Glibc

/// Brings a file to this program's schema.
struct Migrate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bring the file to this version's schema; a checked copy is made before.",
        discussion: """
            Every command that writes does the same when it opens an older file; this one shows how \
            far it is, for large files. Stop a server of the older version first:

              dateline migrate
              dateline migrate --database /var/lib/dateline/dateline.db

            The copy is FILE.schema-N, N being the version it has. All migrations are one \
            transaction: interrupted, the file is as it was.

            Exit status: 0, also where there is nothing to do; 65: the file is damaged, or newer than \
            the program; 66: it is not there; 69: another process holds it; 73: it cannot be \
            written, or there is no room for the copy.
            """
    )

    @OptionGroup var options: DatabaseOption

    func run() throws {
        let path = try options.path()
        let progress = MigrationProgress()
        var storeOptions = SQLiteArticleStore.Options()
        storeOptions.observer = { progress.record($0) }
        do throws(StoreError) {
            let store = try SQLiteArticleStore(path: path, options: storeOptions)
            let version = try store.makeReader().statistics().schemaVersion
            store.close()
            progress.finish()
            if !progress.didSomething { print("\(path) has schema \(version), the newest") }
        } catch {
            progress.finish()
            throw Failure(error, opening: path).reported()
        }
    }
}
