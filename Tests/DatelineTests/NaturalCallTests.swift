import Foundation
import Testing

/// The calls that a newcomer types, with the real tools against the real program.
///
/// Rows that other suites hold: the index, `-d @FILE` with its lost line ends, parameters, caching and ranges of what is stored.
@Suite struct NaturalCallTests {
    let folder: TemporaryFolder
    let server: Server

    private static let story = """
        Ferry sails again

        WESTHAVEN, March 3 (Reuters) - The ferry sailed on Sunday, the council said & waved.

        It had been out of service for two weeks, since a storm broke its ramp in two.
        """

    init() throws {
        folder = try TemporaryFolder()
        server = try Server(database: folder.path("dateline.db"))
    }

    private func file(_ bytes: [UInt8], _ name: String = "article.txt") throws -> String {
        let path = folder.path(name)
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return path
    }

    /// Calls a tool, and gives the status with the answer.
    private func call(_ words: [String], input: [UInt8] = []) throws -> (Int, [String: Any]) {
        let words = words.map { $0.replacingOccurrences(of: "URL", with: server.url) }
        let outcome = try runCommand(
            ["curl", "-sS", "--max-time", "20", "-w", "\n%{http_code}"] + words,
            input: input
        )
        let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
        let status = try #require(lines.last.flatMap { Int($0) }, "\(outcome.error)")
        let body = lines.dropLast().joined(separator: "\n")
        // An answer without a body is no JSON.
        let json = try? JSONSerialization.jsonObject(with: Data(body.utf8))
        return (status, json as? [String: Any] ?? [:])
    }

    @Test(
        arguments: [
            ["--data-binary", "@FILE", "URL/articles"],
            ["-H", "Content-Type: text/plain", "--data-binary", "@FILE", "URL/articles"],
            ["-T", "FILE", "URL/articles"], ["-T", "FILE", "URL/articles/"],
            ["-X", "POST", "-T", "FILE", "URL/articles"], ["-F", "file=@FILE", "URL/articles"],
            ["-F", "story=@FILE", "URL/articles"], ["-F", "text=<FILE", "URL/articles"],
            ["--data-urlencode", "text@FILE", "URL/articles"],
            ["--data-urlencode", "@FILE", "URL/articles"],
            ["-H", "Transfer-Encoding: chunked", "--data-binary", "@FILE", "URL/articles"],
            ["-H", "Content-Type:", "--data-binary", "@FILE", "URL/articles/"],
            ["-H", "Content-Type: application/json", "--data-binary", "@FILE", "URL/articles"],
            ["-0", "--data-binary", "@FILE", "URL/articles"], ["--data-binary", "@FILE", "URL/"],
            ["-L", "--data-binary", "@FILE", "URL/articles/"],
        ]
    )
    func `stores a text however it is sent`(words: [String]) throws {
        let path = try file(Array(Self.story.utf8))
        let (status, answer) = try call(
            words.map { $0.replacingOccurrences(of: "FILE", with: path) }
        )
        #expect(status == 201)
        let article = try #require(answer["article"] as? [String: Any])
        #expect(article["headline"] as? String == "Ferry sails again")
        #expect(article["paragraph_count"] as? Int == 2)
        #expect(article["source"] as? String == "Reuters")
    }

    @Test func `stores what is packed, by header and by its first bytes`() throws {
        let path = try file(Array(Self.story.utf8))
        _ = try runCommand(["gzip", "-k", path])
        let calls = [
            ["--data-binary", "@\(path).gz", "URL/articles"],
            ["-H", "Content-Encoding: gzip", "--data-binary", "@\(path).gz", "URL/articles"],
            ["-F", "file=@\(path).gz", "URL/articles"],
        ]
        for (index, words) in calls.enumerated() {
            let (status, answer) = try call(words)
            #expect(status == (index == 0 ? 201 : 200))
            #expect(answer["status"] as? String == (index == 0 ? "created" : "duplicate"))
        }
        #expect(try call(["-H", "Content-Encoding: gzip", "-d", "no", "URL/articles"]).0 == 400)
        #expect(try call(["-H", "Content-Encoding: br", "-d", "no", "URL/articles"]).0 == 415)
    }

    @Test func `refuses what is no text by its name, with a hint`() throws {
        let bodies: [([UInt8], String)] = [
            (Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3], "PDF"),
            ([0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 60), "ZIP"),
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "PNG"),
            ([0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10], "JPEG"),
        ]
        for (bytes, name) in bodies {
            let (status, answer) = try call(
                ["--data-binary", "@\(try file(bytes, "file"))", "URL/articles"]
            )
            #expect(status == 415, "\(name)")
            #expect((answer["detail"] as? String)?.uppercased().contains(name) == true, "\(answer)")
            #expect(answer["hint"] is String)
        }
    }

    @Test func `answers an empty body, a wrong path and a broken one with what to do`() throws {
        for words in [["-d", "", "URL/articles"], ["-X", "POST", "URL/articles"]] {
            let (status, answer) = try call(words)
            #expect(status == 422)
            #expect((answer["hint"] as? String)?.contains("--data-binary") == true)
        }
        let path = try file(Array(Self.story.utf8))
        let (status, answer) = try call(["-T", path, "URL"])
        #expect(status == 404)
        #expect((answer["hint"] as? String)?.hasPrefix("curl ") == true)
        let (broken, json) = try call(["--json", "{\"title\": \"A\",\n", "URL/articles"])
        #expect(broken == 400)
        #expect((json["detail"] as? String)?.contains("line 2") == true)
        #expect(try call(["--path-as-is", "URL/../../etc/passwd"]).0 == 404)
        #expect(try call(["-g", "URL/articles?q[]=a"]).0 == 400)
    }

    @Test func `a hint runs when it is pasted`() throws {
        _ = try file(Array(Self.story.utf8))
        let (_, answer) = try call(["-X", "POST", "URL/articles"])
        let hint = try #require(answer["hint"] as? String)
        let outcome = try runCommand(["sh", "-c", "cd \(folder.url.path) && \(hint)"])
        #expect(outcome.output.contains("\"created\""))
    }

    @Test func `forms, files, JSON and several at once`() throws {
        let (form, one) = try call(
            ["-d", "title=A+ferry", "-d", "text=It+sailed+on+Monday%2C+they+said.", "URL/articles"]
        )
        #expect(form == 201)
        #expect((one["article"] as? [String: Any])?["headline"] as? String == "A ferry")
        let json = #"{"title": "Gulls", "text": "The gulls are back, the council said."}"#
        #expect(try call(["--json", json, "URL/articles"]).0 == 201)
        let first = try file(Array(Self.story.utf8), "a.txt")
        let second = try file(Array("Herring\n\nHerring came back to the bay.\n".utf8), "b.txt")
        let pdf = try file(Array("%PDF-1.7\n".utf8), "c.pdf")
        let (status, many) = try call(
            ["-F", "a=@\(first)", "-F", "b=@\(second)", "-F", "c=@\(pdf)", "URL/articles"]
        )
        #expect(status == 200)
        #expect((many["summary"] as? [String: Int])?["created"] == 2)
        #expect((many["summary"] as? [String: Int])?["failed"] == 1)
    }

    @Test func `reads UTF-16 and windows-1252, and tells what -d has damaged`() throws {
        let wide: [UInt8] =
            [0xFF, 0xFE] + Self.story.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let path = try file(wide)
        #expect(try call(["--data-binary", "@\(path)", "URL/articles"]).0 == 201)
        let (status, answer) = try call(["-d", "@\(path)", "URL/articles"])
        #expect(status == 422)
        #expect((answer["hint"] as? String)?.contains("--data-binary") == true)
        let western = Array("Pier\n\nIt".utf8) + [0x92] + Array("s open, the council said.".utf8)
        let (created, pier) = try call(
            ["--data-binary", "@\(try file(western))", "URL/articles?fields=text"]
                .map { $0.replacingOccurrences(of: "?fields=text", with: "") }
        )
        #expect(created == 201)
        #expect(((pier["article"] as? [String: Any])?["summary"] as? String)?.contains("’") == true)
    }

    @Test func `other tools are served as curl is`() throws {
        let path = try file(Array(Self.story.utf8))
        let wget = try runCommand(
            ["wget", "-q", "-O", "-", "--post-file=\(path)", server.url + "/articles"]
        )
        #expect(wget.output.contains("\"created\""), "\(wget.error)")
        let script = """
            import sys, urllib.request
            data = open(sys.argv[1], "rb").read()
            request = urllib.request.Request(sys.argv[2] + "/articles", data=data)
            print(urllib.request.urlopen(request).read().decode())
            """
        let python = try runCommand(["python3", "-c", script, path, server.url])
        #expect(python.output.contains("\"duplicate\""), "\(python.error)")
        guard try runCommand(["which", "http"]).status == 0 else { return }
        let httpie = try runCommand(
            ["http", "--ignore-stdin=false", "POST", server.url + "/articles"],
            input: Array(Self.story.utf8)
        )
        #expect(httpie.output.contains("\"duplicate\"") || httpie.status != 0)
    }

    @Test func `waits for no body with Expect, and answers HEAD, OPTIONS, ranges and conditions`()
        throws
    {
        let long =
            Array(Self.story.utf8)
            + Array(String(repeating: "\nIt rained again.", count: 70_000).utf8)
        let path = try file(long)
        let clock = ContinuousClock()
        let started = clock.now
        #expect(try call(["--data-binary", "@\(path)", "URL/articles"]).0 == 201)
        #expect(clock.now - started < .seconds(15))
        let head = try server.curl("-I", "URL/articles").output
        #expect(head.hasPrefix("HTTP/1.1 200"))
        #expect(head.contains("Content-Length: "))
        let options = try server.curl("-i", "-X", "OPTIONS", "URL/").output
        #expect(options.hasPrefix("HTTP/1.1 200"))
        #expect(options.contains("Allow: "))
        let part = try server.curl("-i", "-r", "0-4", "URL/articles/1/raw").output
        #expect(part.hasPrefix("HTTP/1.1 206"))
        #expect(part.hasSuffix("\r\n\r\nFerry"))
        let tag = folder.path("tag")
        _ = try server.curl("--etag-save", tag, "URL/articles/1")
        let same = try server.curl("-w", "%{http_code}", "--etag-compare", tag, "URL/articles/1")
        #expect(same.output == "304")
        let upgrade = try server.curl("-i", "--http2", "URL/articles").output
        #expect(upgrade.hasPrefix("HTTP/1.1 200"))
        let query = try server.curl(
            "-w",
            "%{http_code}",
            "-o",
            "/dev/null",
            "URL/articles?q=Müller"
        )
        #expect(query.output == "200")
        let plus = try server.json(
            "-G",
            "--data-urlencode",
            "q=ferry \"out of service\"",
            "URL/articles"
        )
        #expect(plus["total"] as? Int == 1)
    }
}
