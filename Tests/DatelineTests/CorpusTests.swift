import Foundation
import Testing

/// The parser's figures on the labelled texts, where those are: none may fall unnoticed.
@Suite struct CorpusTests {
    /// The least that each set has to reach, by the scorer's names of the figures.
    private static let floors: [(set: String, figures: [String: Double])] = [
        (
            "paste",
            [
                "F1": 0.985, "para": 0.975, "title": 0.955, "author": 0.94, "date": 0.96,
                "lang": 0.99, "source": 0.86, "place": 0.95, "count": 0.99,
            ]
        ),
        ("multi", ["F1": 0.955, "para": 0.92, "title": 0.95, "author": 0.88, "count": 0.95]),
        (
            "text-select",
            ["F1": 0.93, "title": 0.815, "author": 0.72, "date": 0.89, "count": 0.98]
        ),
        ("text-w3m", ["F1": 0.895, "title": 0.69, "count": 0.98]),
        ("text-inscriptis", ["F1": 0.925, "title": 0.735, "count": 0.985]),
    ]

    @Test(.enabled(if: Shared.path("corpora/parsing/score.py") != nil))
    func `the figures of every set stay above their floors`() throws {
        let scorer = try #require(Shared.path("corpora/parsing/score.py"))
        let folder = try TemporaryFolder()
        let date = "$([ \"$1\" = - ] || echo \"--received $1\")"
        let outcome = try runCommand([
            "python3", scorer, "--worst", "0", "--json", folder.path("figures.json"),
            "--sets", Self.floors.map(\.set).joined(separator: ","),
            "--cmd", "sh -c 'exec \(Program.path) parse --type \"$0\" \(date)'",
        ])
        print(outcome.output)
        let data = try Data(contentsOf: URL(fileURLWithPath: folder.path("figures.json")))
        let report = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        for (set, figures) in Self.floors {
            let reached = try #require(report[set] as? [String: Any])
            #expect(reached["fail"] as? Int == 0, "\(set)")
            for (name, floor) in figures {
                let figure = try #require(reached[name] as? Double)
                #expect(figure >= floor, "\(name) of \(set)")
            }
        }
    }
}
