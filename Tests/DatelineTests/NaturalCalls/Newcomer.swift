import Foundation
import Testing

/// Somebody at a shell, in a folder with a few files, who types what comes to mind.
///
/// `localhost:8080` in a command stands for the server's address. curl is as it was installed, with
/// three settings in its own file: it shows no meter, it gives up after a while, and it ends what it
/// prints with a line that has the status.
final class Newcomer: Sendable {
    let folder: TemporaryFolder
    let server: Server

    /// A story of two paragraphs, with what breaks a form and what only UTF-8 has.
    static let story = """
        Ferry sails again

        WESTHAVEN, March 3 (Reuters) - The ferry sailed on Sunday, the “night crew” & council said.

        It had been out of service for two weeks, since a storm broke its ramp in two.

        """
    private static let herring = """
        Herring comes back

        OLDHAVEN, May 5 (AP) - Herring has come back to the bay after nine years, fishermen said.

        They counted four shoals between the piers, and expect more of them before June.

        """

    /// Starts a server, and fills a folder.
    init(
        _ arguments: [String] = [],
        environment: [String: String] = [:]
    ) throws {
        folder = try TemporaryFolder()
        server = try Server(
            database: folder.path("dateline.db"),
            arguments: arguments,
            environment: environment
        )
        try write(
            """
            silent
            show-error
            max-time = 60
            write-out = "\\n%{http_code}"

            """,
            to: ".curlrc"
        )
        try write(Self.story, to: "article.txt")
        try write(Self.herring, to: "herring.txt")
        try write(
            #"{"title": "Gulls", "text": "The gulls are back, the council said."}"#,
            to: "a.json"
        )
        try write(
            [0xFF, 0xFE] + Self.story.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
            to: "utf16.txt"
        )
        try write(
            Array("Pier\n\nIt".utf8) + [0x92] + Array("s open again, the council said.\n".utf8),
            to: "cp1252.txt"
        )
        try write(Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3], to: "paper.pdf")
        try runCommand(["gzip", "--keep", folder.path("article.txt")]).require()
    }

    func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

    func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: folder.path(name)))
    }

    /// Writes a file so long that curl asks before it sends it: `long.txt`.
    func writeLongText() throws {
        let paragraph = "It rained again in the harbour, and nobody minded it much by then.\n\n"
        try write(Self.story + String(repeating: paragraph, count: 16_000), to: "long.txt")
    }

    func read(_ name: String) throws -> String {
        try String(contentsOfFile: folder.path(name), encoding: .utf8)
    }

    /// What a command printed.
    struct Reply {
        /// The exit status of the last command of a pipe.
        var exit: Int32
        /// The last status that curl got; 0 where it got none.
        var status: Int
        /// What was printed before it.
        var text: String
        /// What was said on the standard error.
        var error: String

        /// The answer as a JSON object; empty for what is none.
        var json: [String: Any] {
            // A problem and an empty answer are told apart by what is looked for in it.
            let value = try? JSONSerialization.jsonObject(with: Data(text.utf8))
            return value as? [String: Any] ?? [:]
        }

        /// The article in a receipt.
        var article: [String: Any] { json["article"] as? [String: Any] ?? [:] }
        /// The codes of a receipt's warnings.
        var warnings: [String] {
            (json["warnings"] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String }
        }
        /// The hint of a problem.
        var hint: String { json["hint"] as? String ?? "" }
        /// The detail of a problem.
        var detail: String { json["detail"] as? String ?? "" }

        /// The fields of the last head that `curl -i` or `-I` shows, in lower case.
        var fields: [String: String] {
            var fields: [String: String] = [:]
            for line in text.components(separatedBy: "\r\n") {
                if line.isEmpty { break }
                if line.hasPrefix("HTTP/") { continue }
                let parts = line.split(separator: ":", maxSplits: 1)
                fields[parts[0].lowercased()] = parts.last?.trimmingCharacters(in: .whitespaces)
            }
            return fields
        }
    }

    /// Has a command carried out by the shell.
    @discardableResult
    func type(_ command: String) throws -> Reply {
        let words = command.replacingOccurrences(
            of: "localhost:8080",
            with: "127.0.0.1:\(server.port)"
        )
        let outcome = try runCommand(
            ["sh", "-c", "cd '\(folder.url.path)' || exit; \(words)"],
            environment: ["CURL_HOME": folder.url.path]
        )
        let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
        let status = lines.last.flatMap { Int($0) }
        return Reply(
            exit: outcome.status,
            status: status ?? 0,
            text: lines.dropLast(status == nil ? 0 : 1).joined(separator: "\n"),
            error: outcome.error
        )
    }

    /// How many articles are stored.
    func count() throws -> Int? {
        try type("curl 'localhost:8080/articles?limit=1'").json["total"] as? Int
    }
}

extension Program.Outcome {
    /// Notes an issue where a command that only prepares a test failed.
    func require() throws {
        try #require(status == 0, "\(error)")
    }
}

/// What went to and fro, as `curl --trace-ascii` tells it: which came first.
struct Trace {
    private let text: String

    init(_ text: String) { self.text = text }

    /// Whether a line was received before the first byte of the body was sent.
    func beginsWith(_ line: String) -> Bool {
        guard let place = text.range(of: ": " + line) else { return false }
        guard let body = text.range(of: "=> Send data") else { return true }
        return place.lowerBound < body.lowerBound
    }

    /// Whether any of the body was sent.
    var hasBody: Bool { text.contains("=> Send data") }
}
