import Foundation
import Testing

/// Keys, from the command that makes one to the request that is refused once it is revoked.
@Suite struct KeyTests {
    @Test func `a key counts from the moment it is made until it is revoked`() throws {
        let folder = try TemporaryFolder()
        let database = folder.path("dateline.db")
        let server = try Server(database: database)
        let post = ["-o", "/dev/null", "-w", "%{http_code}", "--data-binary", "@-"]
        func status(_ key: String?, _ text: String) throws -> String {
            let arguments =
                post + (key.map { ["-u", ":" + $0] } ?? []) + [server.url + "/articles"]
            let input = Array("Storm \(text)\n\nRain fell on the harbour \(text).".utf8)
            return try runCommand(["curl", "-sS"] + arguments, input: input).output
        }
        #expect(try status(nil, "one") == "201")
        let made = try Program.run([
            "key", "create", "--database", database, "--name", "desk", "--scopes", "ingest",
        ])
        let key = made.output.trimmingCharacters(in: .newlines)
        #expect(key.hasPrefix("dl_") && key.utf8.count == 67)
        #expect(try status(nil, "two") == "401")
        #expect(try status(key, "three") == "201")
        let list = try Program.run(["key", "list", "--database", database]).output
        #expect(list.contains("1  ingest  ") && list.contains("  desk") && !list.contains(key))
        #expect(
            try Data(contentsOf: URL(fileURLWithPath: database)).range(of: Data(key.utf8)) == nil
        )
        #expect(try Program.run(["key", "revoke", "--database", database, "1"]).status == 0)
        #expect(try Program.run(["key", "revoke", "--database", database, "1"]).status == 65)
        // Without any key that counts, the loopback address is open again.
        #expect(try status(nil, "four") == "201")
        #expect(!server.logText.contains(key))
        let wrong = try Program.run(["key", "create", "--name", "x", "--scopes", "write"])
        #expect(wrong.status != 0 && wrong.error.contains("read, ingest and admin"))
    }
}
