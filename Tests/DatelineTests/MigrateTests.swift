import Foundation
import Testing

@testable import ArticleStore
@testable import Migrations

/// An older file is brought to this program's schema by command.
@Suite struct MigrateTests {
    @Test func `an older file is copied, migrated and told of; reading alone leaves it`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("dateline.db")
        let newest = Migrations.all.count
        let older = Array(Migrations.all.prefix(newest - 1))
        try SQLiteArticleStore(path: path, migrations: older).close()
        for command in ["search", "stats"] {
            let refused = try Program.run([command, "--database", path])
            #expect(refused.status == 65, "\(refused)")
            #expect(refused.error.contains("dateline migrate --database \(path)"), "\(refused)")
        }
        let done = try Program.run(["migrate", "--database", path])
        #expect(done.status == 0, "\(done)")
        #expect(done.output.contains("to \(path).schema-\(newest - 1)\n"), "\(done)")
        #expect(done.output.contains("from schema \(newest - 1) to \(newest)\n"), "\(done)")
        #expect(done.error.contains("copy\n"), "\(done)")
        #expect(FileManager.default.fileExists(atPath: "\(path).schema-\(newest - 1)"))
        let again = try Program.run(["migrate", "--database", path])
        #expect(again.output == "\(path) has schema \(newest), the newest\n", "\(again)")
        #expect(try Program.run(["search", "--database", path]).status == 0)
    }
}
