import Foundation
import Testing

/// The first article of all is found by what people type, with the words marked that matched.
@Suite(.enabled(if: Shared.path("seed/article.txt") != nil)) struct SeedSearchTests {
    @Test func `the seed is found by each spelling, and the right words are marked`() throws {
        let folder = try TemporaryFolder()
        let server = try Server(database: folder.path("dateline.db"))
        let seed = try #require(Shared.path("seed/article.txt"))
        _ = try server.curl("--data-binary", "@\(seed)", "URL/articles")
        for (q, marked) in [
            ("Hamas", "<mark>Hamas</mark>"), ("hamas", "<mark>Hamas</mark>"),
            ("Amirabdollahian", "<mark>Amirabdollahian</mark>"),
            ("\"Amir-Abdollahian\"", "<mark>Amir-Abdollahian</mark>"),
            ("UN", "<mark>UN</mark>"), ("U.N.", "<mark>UN</mark>"),
            ("attack*", "<mark>attack</mark>"), ("\"deadly attack\"", "<mark>deadly attack</mark>"),
            ("by:nobody OR Haniyeh", "<mark>Haniyeh</mark>"),
            ("(Hamas -weather) after:2023-10-15", "<mark>Hamas</mark>"),
            ("source:\"Al Jazeera\" Qatar", "<mark>Qatar</mark>"),
        ] {
            let answer = try server.json(
                "-G",
                "--data-urlencode",
                "q=\(q)",
                "URL/articles"
            )
            #expect(answer["total"] as? Int == 1, "\(q)")
            let hit = (answer["articles"] as? [[String: Any]])?.first
            let highlights = hit?["highlights"] as? [String: Any]
            let texts =
                [highlights?["headline"] as? String].compactMap(\.self)
                + (highlights?["text"] as? [String] ?? [])
            #expect(texts.contains { $0.contains(marked) }, "\(q): \(texts)")
        }
        for q in ["Haniyeh -Iran", "Hamas NOT Qatar", "after:2023-10-16 Hamas", "headline:Qatar"] {
            let answer = try server.json(
                "-G",
                "--data-urlencode",
                "q=\(q)",
                "-d",
                "match=all",
                "URL/articles"
            )
            #expect(answer["total"] as? Int == 0, "\(q)")
        }
    }
}
