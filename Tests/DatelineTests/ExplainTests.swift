import Foundation
import Testing

/// `dateline parse --explain`, by the real program.
@Suite struct ExplainTests {
    private static let story = """
        Council keeps the harbour pool open
        By Jane Roe
        Oct 2, 2023

        The harbour pool will stay open until the end of October, the council decided on Monday.
        Share
        """

    private func explained(
        _ options: [String] = [],
        environment: [String: String] = [:]
    ) throws -> String {
        let outcome = try Program.run(
            ["parse", "--explain", "--received", "2023-10-03"] + options,
            input: Array(Self.story.utf8),
            environment: environment
        )
        #expect(outcome.status == 0)
        return outcome.output
    }

    /// The same at a terminal of its own.
    private func explainedAtTerminal(_ environment: [String: String]) throws -> String {
        let folder = try TemporaryFolder()
        let file = folder.path("story.txt")
        try Data(Self.story.utf8).write(to: URL(fileURLWithPath: file))
        let outcome = try runCommand(
            [
                "python3", "-c", "import pty, sys; pty.spawn(sys.argv[1:])", Program.path, "parse",
                "--explain", file,
            ],
            environment: environment
        )
        return outcome.output
    }

    @Test func `each field has its rule, its place and how sure it is`() throws {
        let text = try explained()
        for line in [
            "headline      Council keeps the harbour pool open",
            "              first_line_short_no_period, 95 % sure, at 0-35",
            "byline        By Jane Roe", "published_at  2023-10-02", "language      en",
            "left out", "line 6        Share", "              furniture_list, at 150-155",
        ] {
            #expect(text.contains(line + "\n"), "\(line)")
        }
    }

    @Test func `colours come where they are asked for`() throws {
        #expect(!(try explained().contains("\u{1B}")))
        #expect(!(try explained(["--color", "never"]).contains("\u{1B}")))
        let text = try explained(["--color", "always"])
        #expect(text.contains("\u{1B}[0;1mheadline\u{1B}[0m      Council"))
        #expect(text.contains("\u{1B}[0;31mShare\u{1B}[0m"))
    }

    @Test func `a terminal has colours unless it or the reader wants none`() throws {
        let terminal = ["TERM": "xterm", "NO_COLOR": ""]
        #expect(try explainedAtTerminal(terminal).contains("\u{1B}[0;1mheadline"))
        #expect(
            !(try explainedAtTerminal(["TERM": "dumb", "NO_COLOR": ""]).contains("\u{1B}[0;1m"))
        )
        #expect(
            !(try explainedAtTerminal(["TERM": "xterm", "NO_COLOR": "1"]).contains("\u{1B}[0;1m"))
        )
    }
}
