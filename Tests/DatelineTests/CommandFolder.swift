import Foundation

/// A folder in which the commands of help texts and documents find what they name: texts, a store with
/// articles, the program as `dateline`.
final class CommandFolder: Sendable {
    private let folder: TemporaryFolder
    /// Where the texts and the store are.
    private let work: String

    /// The text of every file.
    static let story = """
        Pier closed after storm

        WESTHAVEN, 3 March 2024 (Coast News): The harbour council closed the old pier on Sunday, and \
        the ferry crews went to the fish market's landing, engineers said.
        """

    init() throws {
        folder = try TemporaryFolder()
        work = folder.path("work")
        for name in ["work/news", "bin", "work/.run"] {
            try FileManager.default.createDirectory(
                atPath: folder.path(name),
                withIntermediateDirectories: true
            )
        }
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("bin/dateline"),
            withDestinationPath: Program.path
        )
        let files = [
            "article.txt", "article.html", "one.txt", "two.html", "news/one.txt", "news/two.txt",
        ]
        for (number, name) in files.enumerated() {
            let text = Self.story.replacingOccurrences(of: "old pier", with: "pier \(number)")
            try text.write(toFile: path(name), atomically: true, encoding: .utf8)
        }
        let line = #"{"headline": "Crane stands idle", "text": "The harbour's crane stood idle."}"#
        for name in ["articles.ndjson", "more.ndjson"] {
            try (line + "\n").write(toFile: path(name), atomically: true, encoding: .utf8)
        }
        _ = try runCommand(["gzip", "-kf", path("articles.ndjson"), path("more.ndjson")])
        _ = try Program.run(["import", path("news"), "--database", path("dateline.db")])
        for name in ["a", "b", "c"] {
            _ = try Program.run([
                "key", "create", "--name", name, "--database", path("dateline.db"),
            ])
        }
        try provideTools()
    }

    /// Stand-ins for tools that need not be here, and a curl that says which status came.
    private func provideTools() throws {
        let curl = try runCommand(["which", "curl"]).output.trimmingCharacters(in: .newlines)
        let pass = "exec cat > /dev/null"
        let tools = [
            ("zstd", pass), ("jq", pass), ("man", pass), ("xclip", "cat article.txt"),
            ("curl", #"exec \#(curl) -sS --max-time 20 -w '\nHTTP-STATUS %{http_code}\n' "$@""#),
        ]
        for (name, line) in tools {
            let path = folder.path("bin/" + name)
            try "#!/bin/sh\n\(line)\n".write(toFile: path, atomically: true, encoding: .utf8)
            chmod(path, 0o755)
        }
    }

    /// The path of a file in it.
    func path(_ name: String) -> String { work + "/" + name }

    /// Runs a line as a shell in the folder would, its server being `server`, wherever the line says
    /// that one listens.
    ///
    /// What the line would take long for, or from outside of the folder, is put in its place: the
    /// tools of others are stand-ins that pass on what they read, and `serve` stops once its words
    /// are understood.
    func run(_ line: String, server: Server) throws -> Program.Outcome {
        var line = line
        for base in ["http://localhost:8080", "http://127.0.0.1:8080", "http://HOST:8080"] {
            line = line.replacingOccurrences(of: base, with: server.url)
        }
        line = line.replacingOccurrences(of: "/var/lib/dateline/", with: work + "/")
            .replacingOccurrences(of: "/srv/articles.db", with: path("srv.db"))
        let needsRoom = line.contains("dateline backup ") || line.contains("dateline restore ")
        if needsRoom { try provideCopy(for: line) }
        // Options are read before the variables, and this one stops what follows.
        let isServing = line.contains("dateline serve")
        var environment = [
            "PATH": folder.path("bin") + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? ""),
            "HOME": work,
        ]
        if isServing { environment["DATELINE_LOOPS"] = "none" }
        if line.contains("dateline health"), !line.contains("--port") {
            environment["DATELINE_PORT"] = "\(server.port)"
        }
        let outcome = try runCommand(
            ["sh", "-c", "cd '\(work)' && \(line)"],
            input: Array(Self.story.utf8),
            environment: environment
        )
        guard isServing else { return outcome }
        let isUnderstood = outcome.error.contains("DATELINE_LOOPS cannot be 'none'")
        return Program.Outcome(
            status: isUnderstood ? 0 : outcome.status,
            output: outcome.output,
            error: outcome.error
        )
    }

    /// Makes room for a copy, or the copy.
    private func provideCopy(for line: String) throws {
        let copy = path("copy.db")
        if line.contains("backup") {
            // There may be none yet.
            try? FileManager.default.removeItem(atPath: copy)
        } else if !FileManager.default.fileExists(atPath: copy) {
            _ = try Program.run(["backup", copy, "--database", path("dateline.db")])
        }
    }
}
