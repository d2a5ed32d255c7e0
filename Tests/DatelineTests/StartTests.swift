import Foundation
import Testing

/// What the program says when it cannot start: one line, and a status other than 0.
@Suite struct StartTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func failure(_ arguments: String..., environment: [String: String] = [:]) throws
        -> Program.Outcome
    {
        try Program.run(["serve", "--port", "0"] + arguments, environment: environment)
    }

    @Test func `a port that is taken`() throws {
        let server = try Server(database: folder.path("a.db"))
        let outcome = try failure(
            "--port",
            String(server.port),
            "--database",
            folder.path("b.db")
        )
        #expect(outcome.status != 0)
        #expect(outcome.error.contains("\(server.port)") && outcome.error.contains("in use"))
        #expect(outcome.error.split(separator: "\n").count == 1)
    }

    @Test func `a folder that is not there`() throws {
        let outcome = try failure("--database", folder.path("none/dateline.db"))
        #expect(outcome.status != 0)
        #expect(outcome.error.contains("none/dateline.db"))
        #expect(outcome.error.split(separator: "\n").count == 1)
    }

    @Test func `a file that is no database is left as it is`() throws {
        let path = folder.path("notes.txt")
        let text = String(repeating: "These are my notes and no database. ", count: 200)
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        let outcome = try failure("--database", path)
        #expect(outcome.status != 0)
        #expect(outcome.error.contains("notes.txt"))
        #expect(outcome.error.split(separator: "\n").count == 1)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    }

    /// What a person is told who names a file that is none, or is held: a line, the file's name, why.
    @Test(
        arguments: [
            ("mkfifo FILE", "it is not a regular file", 73),
            ("mkdir FILE", "it is not a regular file", 73),
            ("head -c 100000 SOUND > FILE", "FILE is damaged or no store: ", 65),
            ("head -c 4000 SOUND > FILE", "FILE is ", 65),
        ]
    )
    func `a file that is no store is refused in words, and left as it is`(
        making: String,
        words: String,
        status: Int
    ) throws {
        let (sound, file) = (folder.path("sound.db"), folder.path("file.db"))
        _ = try Program.run(["import", "-", "--database", sound], input: Array("A\n\nB c d.".utf8))
        let command = making.replacingOccurrences(of: "FILE", with: file)
            .replacingOccurrences(of: "SOUND", with: sound)
        #expect(try runCommand(["sh", "-c", command]).status == 0)
        let isRegular = making.hasPrefix("head")
        let before = isRegular ? try Data(contentsOf: URL(fileURLWithPath: file)) : Data()
        for command in [
            ["serve", "--port", "0"], ["search", "x"], ["stats"], ["export"], ["check"],
            ["migrate"],
            ["backup", folder.path("copy.db")], ["key", "list"],
        ] {
            let outcome = try Program.run(command + ["--database", file])
            let wanted = words.replacingOccurrences(of: "FILE", with: file)
            #expect(outcome.status == Int32(status), "\(command): \(outcome)")
            #expect(outcome.error.contains(wanted), "\(command): \(outcome)")
            #expect(outcome.error.contains(file), "\(command): \(outcome)")
            #expect(outcome.error.split(separator: "\n").count == 1, "\(command): \(outcome)")
        }
        guard isRegular else { return }
        #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == before)
        #expect(!FileManager.default.fileExists(atPath: folder.path("copy.db")))
    }

    @Test func `a copy that cannot be made says why`() throws {
        let sound = folder.path("sound.db")
        _ = try Program.run(["import", "-", "--database", sound], input: Array("A\n\nB c d.".utf8))
        let copy = folder.path("none/copy.db")
        let outcome = try Program.run(["backup", copy, "--database", sound])
        #expect(outcome.status == 73, "\(outcome)")
        #expect(
            outcome.error == "dateline: cannot open \(copy): No such file or directory\n",
            "\(outcome)"
        )
    }

    @Test func `a variable that makes no sense names itself`() throws {
        let outcome = try failure(
            "--database",
            folder.path("a.db"),
            environment: ["DATELINE_DRAIN_DELAY": "soon"]
        )
        #expect(outcome.status != 0)
        #expect(outcome.error.contains("DATELINE_DRAIN_DELAY"))
    }

    @Test func `flags go before variables`() throws {
        let server = try Server(
            database: folder.path("a.db"),
            environment: ["DATELINE_DATABASE": folder.path("other.db")]
        )
        #expect(server.end(by: SIGINT) == 0)
        #expect(FileManager.default.fileExists(atPath: folder.path("a.db")))
        #expect(!FileManager.default.fileExists(atPath: folder.path("other.db")))
    }

    @Test func `bound to every address without a key it can only be read`() throws {
        let server = try Server(database: folder.path("a.db"), arguments: ["--host", "0.0.0.0"])
        let problem = try server.json("-d", "some text", "URL/articles")
        #expect(problem["status"] as? Int == 403)
        #expect((problem["detail"] as? String)?.contains("key") == true)
        #expect(try server.json("URL/articles")["total"] as? Int == 0)
    }

    @Test func `with a key it takes what comes with that key`() throws {
        let server = try Server(
            database: folder.path("a.db"),
            arguments: ["--host", "0.0.0.0"],
            environment: ["DATELINE_KEY": "open-sesame-0123456789"]
        )
        let text = "Some headline\n\nSome text that is long enough to be a paragraph.\n"
        for (flags, status) in [
            ([], 401), (["-u", ":wrong"], 401), (["-u", ":open-sesame-0123456789"], 201),
            (["-H", "Authorization: Bearer open-sesame-0123456789"], 200),
            (["-H", "X-Api-Key: open-sesame-0123456789"], 200),
        ] {
            let outcome = try runCommand(
                ["curl", "-sS", "-o", "/dev/null", "-w", "%{http_code}"] + flags
                    + ["--data-binary", text, server.url + "/articles"]
            )
            #expect(outcome.output == String(status), "\(flags)")
        }
    }
}
