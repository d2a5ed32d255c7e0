import Foundation
import Testing

/// Versions, copies and checks by the real program.
@Suite struct KeepingTests {
    private static let story = """
        Pier closed after storm

        WESTHAVEN, 3 March 2024: The harbour council closed the old pier on Sunday, engineers said.

        Crews will move to the fish market's landing until repairs are done in April.
        """

    private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    @Test func `a corrected article keeps its versions, is removed and comes back`() throws {
        let folder = try TemporaryFolder()
        let server = try Server(database: folder.path("a.db"))
        let link = "url=https%3A%2F%2Fnews.example%2Fpier"
        _ = try server.json("--data-binary", "@-", "URL/articles?\(link)", input: bytes(Self.story))
        let corrected = Self.story.replacingOccurrences(of: "April", with: "May")
        let receipt = try server.json(
            "--data-binary",
            "@-",
            "URL/articles?\(link)%3Futm_source%3Dx",
            input: bytes(corrected)
        )
        #expect(receipt["status"] as? String == "updated")
        let versions = try server.json("URL/articles/1/versions")["versions"] as? [[String: Any]]
        #expect(versions?.map { $0["version"] as? Int } == [2, 1])
        let changes = try server.json("URL/articles/1/versions/1..2")
        let steps = try #require(changes["paragraphs"] as? [[String: Any]])
        #expect(steps.filter { $0["change"] as? String == "changed" }.count == 1)
        #expect(try server.curl("URL/articles/1/versions/1").output.contains("April"))
        #expect(try server.curl("URL/articles/1/versions/9").output.contains("unknown-version"))
        _ = try server.curl("-X", "DELETE", "URL/articles/1?reason=mistake")
        #expect(try server.json("URL/articles/1")["reason"] as? String == "mistake")
        let back = try server.json("-X", "POST", "URL/articles/1/restore")
        #expect(back["status"] as? String == "restored")
        let again = try server.json("-X", "POST", "URL/articles/1/reparse")
        #expect(again["status"] as? String == "unchanged")
        let conflict = try server.json(
            "--data-binary",
            "@-",
            "URL/articles?\(link)&on_duplicate=error",
            input: bytes("Other words.")
        )
        #expect(conflict["status"] as? Int == 409)
        #expect(server.end() == 0)
        let all = try Program.run(["reparse", "--database", folder.path("a.db")])
        #expect(all.output.hasPrefix("0 updated, 1 unchanged"), "\(all)")
    }

    @Test func `what was answered is there after a kill`() throws {
        let script = Shared.root.appendingPathComponent("Benchmarks/Robustness/crash.py").path
        let outcome = try runCommand([
            "python3", script, Program.path, "--rounds", "4", "--clients", "16", "--start-goal",
            "10000",
        ])
        #expect(outcome.status == 0, "\(outcome)")
    }

    @Test func `a 201 follows the sync of the log`() throws {
        let script = Shared.root.appendingPathComponent("Benchmarks/Robustness/synced.py").path
        let outcome = try runCommand(["python3", script, Program.path])
        // 77: there is no strace here, or it may not trace.
        #expect([0, 77].contains(outcome.status), "\(outcome)")
    }

    @Test func `a copy is downloaded in parts, checked, and put in the store's place`() throws {
        let folder = try TemporaryFolder()
        let (path, copy) = (folder.path("a.db"), folder.path("copy.db"))
        let server = try Server(database: path)
        _ = try server.curl("--data-binary", "@-", "URL/articles", input: bytes(Self.story))
        _ = try server.curl("-r", "0-9999", "-o", copy, "URL/backup")
        _ = try server.curl("-C", "-", "-o", copy, "URL/backup")
        let made = try server.json("-X", "POST", "URL/backup")
        #expect(made["status"] as? String == "created")
        let busy = try Program.run(["restore", copy, "--database", path])
        #expect(busy.status == 69, "\(busy)")
        _ = try server.curl("-X", "DELETE", "URL/articles/1")
        #expect(server.end() == 0)
        #expect(try Program.run(["check", "--database", copy]).output == "\(copy) is sound\n")
        let restored = try Program.run(["restore", copy, "--database", path])
        #expect(restored.status == 0, "\(restored)")
        let second = try Server(database: path)
        #expect(try second.curl("URL/articles/1").output.contains("Pier closed"))
        let third = try Program.run(["backup", folder.path("b.db"), "--database", path])
        #expect(third.status == 0, "\(third)")
        #expect(second.end() == 0)
        let damaged = try Program.run(["restore", folder.path("none.db"), "--database", path])
        #expect(damaged.status != 0)
        #expect(try Program.run(["check", "--repair", "--database", path]).status == 0)
    }
}
