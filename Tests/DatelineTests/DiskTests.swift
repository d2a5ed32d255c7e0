import Foundation
import SQLite
import Testing

/// What the program does with disks that are full or read-only, and files that are held or damaged.
@Suite struct DiskTests {
    /// A disk of its own that takes so many bytes; gone with its owner.
    private final class SmallDisk {
        let folder: TemporaryFolder

        /// `nil` where this system does not let one be mounted.
        init?(megabytes: Int) throws {
            folder = try TemporaryFolder()
            let options = ["-t", "tmpfs", "-o", "size=\(megabytes)m", "tmpfs", folder.url.path]
            guard try runCommand(["mount"] + options).status == 0 else { return nil }
        }

        func remount(_ options: String) throws {
            let outcome = try runCommand(["mount", "-o", "remount,\(options)", folder.url.path])
            #expect(outcome.status == 0, "\(outcome)")
        }

        deinit {
            // Where it stays, it is gone with the machine.
            _ = try? runCommand(["umount", "-l", folder.url.path])
        }
    }

    private static let isRoot = geteuid() == 0

    private func article(_ number: Int) -> [UInt8] {
        var text = "Report \(number)\n\n"
        var state = UInt64(number + 1)
        for _ in 0..<3_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            text += "w\(state >> 40) "
        }
        return Array(text.utf8)
    }

    private func post(_ number: Int, to server: Server) throws -> (status: Int, body: String) {
        let words = [
            "curl", "-sS", "--max-time", "20", "--data-binary", "@-", "-w", "\n%{http_code}",
            server.url + "/articles",
        ]
        let lines = try runCommand(words, input: article(number)).output.split(separator: "\n")
        return (lines.last.flatMap { Int($0) } ?? 0, lines.dropLast().joined())
    }

    @Test(.enabled(if: isRoot, "mounting a small disk takes root"))
    func `a disk that fills is answered with 507, is read, and is written again with room`() throws
    {
        guard let disk = try SmallDisk(megabytes: 5) else {
            withKnownIssue("no mount allowed here") { Issue.record("mount failed") }
            return
        }
        let path = disk.folder.path("a.db")
        let server = try Server(database: path)
        var stored = 0
        var refusal = (status: 0, body: "")
        for number in 0..<2_000 {
            refusal = try post(number, to: server)
            guard refusal.status == 201 else { break }
            stored += 1
        }
        #expect(refusal.status == 507, "\(refusal)")
        #expect(refusal.body.contains("disk-full") && refusal.body.contains("hint"))
        #expect(stored > 10)
        #expect(try server.json("URL/articles?limit=1")["total"] as? Int == stored)
        #expect(
            try server.curl("URL/articles/\(stored)/raw").output.utf8.elementsEqual(
                article(stored - 1)
            )
        )
        #expect(try server.curl("-i", "URL/readyz").output.hasPrefix("HTTP/1.1 200"))
        let health = try server.curl("-i", "URL/health").output
        #expect(health.hasPrefix("HTTP/1.1 200") && health.contains(#""status":"warn""#))
        #expect(health.contains("the disk is full"))
        try disk.remount("size=40m")
        #expect(try post(stored, to: server).status == 201)
        #expect(!(try server.curl("URL/health").output.contains("the disk is full")))
        #expect(server.end(by: SIGKILL) == SIGKILL)
        let again = try Server(database: path)
        #expect(try again.json("URL/articles?limit=1")["total"] as? Int == stored + 1)
        #expect(again.end(by: SIGINT) == 0)
        #expect(try Program.run(["check", "--database", path]).output == "\(path) is sound\n")
        try disk.remount("ro")
        let outcome = try Program.run(["serve", "--port", "0", "--database", path])
        #expect(outcome.status == 73, "\(outcome)")
        #expect(outcome.error.contains("not writable") && outcome.error.contains(path))
    }

    @Test func `a file that another process holds is named, and so is a damaged one`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("a.db")
        let server = try Server(database: path)
        for number in 0..<5 { #expect(try post(number, to: server).status == 201) }
        #expect(server.end(by: SIGINT) == 0)
        do {
            let holder = try Connection(path: path)
            try holder.execute("PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE")
            let outcome = try Program.run(["serve", "--port", "0", "--database", path])
            #expect(outcome.status == 69, "\(outcome)")
            #expect(outcome.error.contains("another process holds \(path)"))
        }
        let file = try #require(FileHandle(forUpdatingAtPath: path))
        let length = try file.seekToEnd()
        for offset in stride(from: UInt64(8_192), to: length, by: 8_192) {
            try file.seek(toOffset: offset)
            try file.write(contentsOf: Data(repeating: 0xA5, count: 4_096))
        }
        try file.close()
        for command in ["serve", "check", "reparse"] {
            let flags = command == "serve" ? ["--port", "0"] : []
            let outcome = try Program.run([command] + flags + ["--database", path])
            #expect(outcome.status == 65, "\(outcome)")
            let lines = (outcome.error + outcome.output).split(separator: "\n")
            #expect(lines.count == 1 && lines[0].contains(path), "\(outcome)")
            #expect(lines[0].contains("malformed"), "\(outcome)")
        }
    }
}
