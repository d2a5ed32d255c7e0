import Articles
import Foundation
import SQLite
import TextAnalysis
import Testing

@testable import ArticleStore
@testable import Migrations

@Suite struct SearchIndexTests {
    /// A file of the first schema, with rows as its program wrote them.
    private func firstSchema(_ path: String, articles: Int) throws {
        let connection = try Connection(path: path)
        try connection.execute(Migrations.all[0].sql)
        try connection.execute(
            """
            PRAGMA application_id = \(Schema.applicationID);
            PRAGMA user_version = 1;
            INSERT INTO original (sha256, size, bytes) VALUES (x'00', 1, x'41');
            INSERT INTO source (name, folded) VALUES ('Coast', 'coast');
            UPDATE store_state SET article_count = \(articles - 1), search_length = 999
            """
        )
        for number in 1...articles {
            let paragraph = Paragraph(text: "Ferries sailed to port \(number).", span: Span(0, 1))
            try connection.statement(
                """
                INSERT INTO article (version, original_id, received_at, removed_at, text_digest,
                    search_length, published_at, published_precision, published_basis, source_id,
                    language, headline, author_count, tag_count, correction_count, word_count,
                    paragraph_count, layout, text)
                VALUES (1, 1, 5, :removed, :digest, 4, :published, 'day', 'stated', 1, 'en',
                    'The U.N. met', 0, 0, 0, 4, 1, :layout, :text)
                """
            ).run([
                "removed": .integer(number == 2 ? Int64(9) : nil),
                "digest": .blob([UInt8(number % 256)]),
                "published": .integer(Int64(number / 3) * 86_400),
                "layout": .blob(ParagraphLayout.encode([paragraph])), "text": .text(paragraph.text),
            ])
        }
    }

    @Test func `a file of the first schema is brought up and finds its articles`() throws {
        let directory = try temporaryDirectory()
        defer { try? FileManager.default.removeItem(atPath: directory) }  // Harmless if it stays.
        let path = directory + "/a.db"
        try firstSchema(path, articles: 1_203)
        for _ in 0..<2 {
            let store = try SQLiteArticleStore(path: path)
            var query = ArticleQuery()
            query.q = "UN ferry"
            query.filters = [.init(.source, values: ["COAST"])]
            let page = try store.makeReader().page(query)
            #expect(page.total == 1_202 && page.matchedAll == true)
            query.q = nil
            query.sort = .oldest
            let oldest = try store.makeReader().page(query).hits.map(\.article.id)
            #expect(Array(oldest.prefix(4)) == [1, 3, 4, 5])
            store.close()
        }
        try StoreFixture.checkIndex(path: path)
    }

    @Test func `a rebuild that was interrupted goes on from there`() throws {
        let fixture = try StoreFixture()
        for number in 0..<30 { try fixture.add("A\(number)", "storm \(number)") }
        fixture.store.close()
        let connection = try Connection(path: fixture.path)
        try connection.registerSearchTerms()
        try connection.execute(
            """
            INSERT INTO article_search (article_search) VALUES ('delete-all');
            UPDATE store_state
            SET analysis_version = -\(Analyzer.version), analysed_through = 0, search_length = 0;
            DELETE FROM search_language
            """
        )
        #expect(try SearchIndexRebuild(connection: connection).run() == 30)
        #expect(try SearchIndexRebuild(connection: connection).run() == 0)
        try StoreFixture.checkIndex(path: fixture.path)
    }

    @Test func `each transaction of a rebuild raises the generation`() throws {
        let fixture = try StoreFixture()
        for number in 0..<3 { try fixture.add("A\(number)", "storm \(number)") }
        let connection = try Connection(path: fixture.path)
        try connection.registerSearchTerms()
        try connection.execute("UPDATE store_state SET analysis_version = 0")
        let other = try Connection(path: fixture.path)
        func generation() throws -> Int64 {
            try #require(try other.prepare(IndexStatistics.state).first { $0.int64(0) })
        }
        let first = try generation()
        var between: Int64?
        _ = try SearchIndexRebuild(connection: connection).run { _, _ in
            between = try? generation()
        }
        // Begun and one step; then the end.
        #expect(between == first + 2)
        #expect(try generation() == first + 3)
    }

    @Test func `keys are in the order of days, and a full day goes on in the next`() {
        let days = [-719_162, -1, 0, 19_000, 2_932_896].map {
            Timestamp(startOf: CalendarDay(daysSince1970: $0))
        }
        let places = days.map(SearchKey.firstPlace(of:))
        #expect(places == places.sorted() && places[0] == SearchKey.firstDatedPlace)
        for (day, place) in zip(days, places) {
            let key = SearchKey(place: place + 7, length: 200)
            #expect(key.day == day.day && key.length == 200 && key.place == place + 7)
            #expect(SearchKey.firstPlaceOfDay(of: key.place) == place)
            #expect(place < SearchKey.endPlace && key.rawValue > 255)
        }
        #expect(SearchKey(place: SearchKey.firstPlace, length: 9).day == nil)
    }

    @Test(
        arguments: [
            ("harbuor", "The harbour", "harbour"), ("newspaper", "A news paper", "news paper"),
            ("spoke person", "A spokeperson", "spokeperson"),
            ("amirabdolahain", "Met Amir-Abdollahian", "amir-abdollahian"),
            ("министрм", "Слова министра", "министра"),
        ] as [(String, String, String)]
    )
    func `repairs a word that no article has`(q: String, text: String, meant: String) throws {
        let fixture = try StoreFixture()
        try fixture.add("Elsewhere", text)
        let page = try fixture.page(q)
        #expect(page.total == 1 && page.alsoMatched == [meant] && page.didYouMean == meant)
    }

    @Test func `the best are the same whether rare words come first or not`() throws {
        let seed = UInt64.random(in: 0 ... .max)
        var generator = SeededGenerator(seed: seed)
        let fixture = try StoreFixture()
        let words = ["ferry", "storm", "vote", "rain", "budget", "harbour", "minister"]
        for number in 0..<300 {
            let text = words.enumerated().flatMap { index, word in
                Int.random(in: 0..<(index + 2), using: &generator) == 0
                    ? Array(repeating: word, count: Int.random(in: 1...4, using: &generator)) : []
            }
            try fixture.add("N\(number)", "item " + text.joined(separator: " "))
        }
        func search(_ maximumHits: Int) throws -> ArticleSearch {
            let connection = try Connection(path: fixture.path, mode: .readOnly)
            try connection.registerSearchTerms()
            return try ArticleSearch(connection, maximumHits: maximumHits)
        }
        for q in ["ferry minister budget storm", "item ferry harbour minister rain", "item rain"] {
            var query = ArticleQuery()
            query.q = q
            query.match = .any
            query.limit = 10
            let whole = try search(50_000).page(query)
            for maximum in [60, 120, 290] {
                let page = try search(maximum).page(query)
                #expect(page.hits.count == 10, "seed \(seed)")
                #expect(page.ranked.map { $0 <= 300 } ?? true, "seed \(seed)")
                guard page.isComplete else { continue }
                #expect(page.hits.map(\.article.id) == whole.hits.map(\.article.id), "seed \(seed)")
            }
        }
    }
}

extension ArticlePage {
    /// Whether all hits were looked at.
    fileprivate var isComplete: Bool { totalIsExact && ranked == nil }
}
