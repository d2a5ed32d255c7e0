import Foundation
import Testing

/// The parser's figures on the labelled texts, where those are: none may fall unnoticed.
@Suite struct CorpusTests {
    /// In how many texts of a set no article may be found, and what its figures have to reach.
    private typealias Floor = (set: String, fails: Int, figures: [String: Double])

    /// The least that each set of texts has to reach, by the scorer's names of the figures.
    private static let texts: [Floor] = [
        (
            "paste", 0,
            [
                "F1": 0.988, "para": 0.98, "title": 0.975, "author": 0.99, "date": 0.99,
                "lang": 0.99, "source": 0.895, "place": 0.955, "count": 0.99,
            ]
        ),
        (
            "multi", 0,
            [
                "F1": 0.958, "para": 0.93, "title": 0.955, "author": 0.885, "date": 0.97,
                "count": 0.955,
            ]
        ),
        (
            "text-select", 0,
            [
                "F1": 0.936, "title": 0.864, "author": 0.746, "date": 0.911, "lang": 0.98,
                "count": 0.985,
            ]
        ),
        (
            "text-w3m", 0,
            ["F1": 0.908, "title": 0.712, "author": 0.708, "date": 0.88, "count": 0.983]
        ),
        (
            "text-inscriptis", 0,
            ["F1": 0.93, "title": 0.744, "author": 0.713, "date": 0.946, "count": 0.99]
        ),
    ]

    /// The same for the sets of pages.
    private static let pages: [Floor] = [
        ("fundus", 0, ["F1": 0.967, "title": 0.835, "author": 0.91, "date": 0.985, "lang": 0.98]),
        ("newspaper4k", 0, ["F1": 0.961, "title": 0.9, "date": 0.99]),
        ("postlight", 0, ["lead": 0.64, "title": 0.875, "author": 0.77, "date": 0.96]),
        ("readability", 0, ["F1": 0.937, "title": 0.565, "author": 0.875, "lang": 0.99]),
        ("scrapinghub", 0, ["F1": 0.981]),
        ("trafilatura", 0, ["snipF1": 0.945, "title": 0.86, "author": 0.64, "date": 0.888]),
        (
            "ALL html", 0,
            ["F1": 0.964, "title": 0.817, "author": 0.782, "date": 0.94, "lang": 0.985]
        ),
    ]

    @Test(.enabled(if: Shared.path("corpora/parsing/score.py") != nil))
    func `the figures of every set of texts stay above their floors`() throws {
        try expect(Self.texts)
    }

    @Test(.enabled(if: Shared.path("corpora/parsing/score.py") != nil))
    func `the figures of every set of pages stay above their floors`() throws {
        try expect(Self.pages)
    }

    private func expect(_ floors: [Floor]) throws {
        let scorer = try #require(Shared.path("corpora/parsing/score.py"))
        let folder = try TemporaryFolder()
        let date = "$([ \"$1\" = - ] || echo \"--received $1\")"
        let outcome = try runCommand([
            "python3", scorer, "--worst", "0", "--json", folder.path("figures.json"),
            "--sets", floors.map(\.set).joined(separator: ","),
            "--cmd", "sh -c 'exec \(Program.path) parse --type \"$0\" \(date)'",
        ])
        print(outcome.output)
        let data = try Data(contentsOf: URL(fileURLWithPath: folder.path("figures.json")))
        let report = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        for (set, fails, figures) in floors {
            let reached = try #require(report[set] as? [String: Any])
            #expect((reached["fail"] as? Int).map { $0 <= fails } ?? false, "\(set)")
            for (name, floor) in figures {
                let figure = try #require(reached[name] as? Double)
                #expect(figure >= floor, "\(name) of \(set)")
            }
        }
    }
}
