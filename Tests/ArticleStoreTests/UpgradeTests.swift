import Articles
import Foundation
import SQLite
import Testing
import TextAnalysis

@testable import ArticleStore
@testable import Migrations

/// Files of every earlier schema are brought to this one with what is in them.
@Suite struct UpgradeTests {
    private static let texts = [
        "The night ferry was late again on Monday, its crew said, because the harbour's only crane "
            + "stood idle and no lorry could be loaded before the tide turned.",
        "By our staff. The night ferry was late again on Monday, its crew said, because the harbour's "
            + "only crane stood idle and no lorry could be loaded before the tide turned.",
        "A lantern was found.",
    ]

    /// Makes a file as a program of that schema's time did; the columns are those of the first.
    private static func makeFile(at path: String, schema version: Int) throws {
        let connection = try Connection(path: path)
        try connection.execute("PRAGMA page_size = 8192; PRAGMA journal_mode = WAL")
        try connection.registerSearchTerms()
        for migration in Migrations.all.prefix(version) { try connection.execute(migration.sql) }
        try connection.execute(
            """
            PRAGMA application_id = \(Schema.applicationID);
            PRAGMA user_version = \(version);
            INSERT INTO source VALUES (1, 'Courier', 'courier');
            INSERT INTO original VALUES (1, x'\(String(repeating: "0a", count: 32))', 'text/plain', 4, x'61626364');
            """
        )
        let insertion = """
            INSERT INTO article (id, version, original_id, received_at, name, text_digest,
                \(version < 3 ? "search_length" : "search_key"), source_id, url, headline,
                author_count, tag_count, correction_count, word_count, paragraph_count, layout,
                text)
            VALUES (:id, :version, 1, 1000, :name, :digest, :length, 1, :url, 'Ferry', 1, 0, 0, 3, 1,
                :layout, :text)
            """
        for (index, text) in texts.enumerated() {
            let id = Int64(index + 1)
            let length = SearchLength.code(words: text.split(separator: " ").count + 1)
            let layout = ParagraphLayout.encode([
                Paragraph(text: text, span: Span(0, text.unicodeScalars.count))
            ])
            try connection.prepare(insertion).run([
                "id": .integer(id), "version": .integer(id == 3 ? 2 as Int64 : 1),
                "name": .text(id == 1 ? "first" : nil), "digest": .blob([UInt8(index)]),
                "length": .integer(Int64(length)), "url": .text("https://news.example/\(id)"),
                "layout": .blob(layout), "text": .text(text),
            ])
            try connection.prepare(
                "INSERT INTO article_author VALUES (:id, :version, 0, 'Ines Carrow', NULL, NULL)"
            ).run(["id": .integer(id), "version": .integer(id == 3 ? 2 as Int64 : 1)])
            try connection.prepare("INSERT INTO explanation VALUES (:id, :version, 2, x'7B7D')")
                .run(["id": .integer(id), "version": .integer(id == 3 ? 2 as Int64 : 1)])
        }
        try connection.execute(
            """
            INSERT INTO article_version (article_id, version, original_id, received_at, text_digest,
                headline, author_count, tag_count, correction_count, word_count, paragraph_count,
                layout, text)
            SELECT id, 1, original_id, received_at, x'FF', 'Before', 0, 0, 0, 1, 1, x'00030006', 'old'
            FROM article WHERE id = 3;
            UPDATE store_state SET generation = 3, article_count = 3
            """
        )
        if version >= 2 {
            if version < 5 { try connection.execute("INSERT INTO near_copy VALUES (2, 1)") }
            for (index, text) in texts.enumerated() {
                for key in Shingles(text).keys {
                    try connection.prepare(NearIndex.insertKey)
                        .run(["key": .integer(key), "id": .integer(Int64(index + 1))])
                }
            }
        }
        if version < 3 {
            try connection.execute(
                """
                INSERT INTO article_search (rowid, headline, kicker, standfirst, byline, dateline, text)
                SELECT * FROM article_searchable
                """
            )
        } else {
            // From the third schema on, the program fills the index and not SQL.
            var entries: [SearchIndexWriter.Entry] = []
            for id in 1...Int64(texts.count) {
                var fields = ArticleFields()
                fields.headline = "Ferry"
                fields.source = "Courier"
                fields.authors = [Author(name: "Ines Carrow")]
                let terms = ArticleTerms(fields, text: texts[Int(id) - 1])
                let key = SearchKey(
                    place: SearchKey.firstPlace + id,
                    length: SearchLength.code(words: terms.length)
                )
                try connection.prepare(WriteTransaction.setSearchKey)
                    .run(["key": .integer(key.rawValue), "id": .integer(id)])
                entries.append(.init(key: key, isRemoval: false, terms: terms))
            }
            if version < 7 {
                // Words did not wait then; the writer's table goes away with the connection.
                try connection.execute(
                    "CREATE TEMP TABLE search_word_waiting (id INTEGER PRIMARY KEY, place, words)"
                )
                for word in Set(entries.flatMap(\.terms.words.strings)) {
                    try connection.prepare(SearchVocabulary.setLevel)
                        .run(["word": .text(word), "level": .integer(Int64(0))])
                }
            }
            try SearchIndexWriter().write(entries, to: connection)
            if version >= 5 {
                try connection.execute(
                    "INSERT INTO near_member SELECT id, 1, search_key FROM article WHERE id < 3"
                )
            }
            try connection.execute("UPDATE store_state SET analysis_version = \(Analyzer.version)")
        }
        var length = 0
        let column = version < 3 ? "search_length" : "search_key & 255"
        try connection.prepare("SELECT \(column) FROM article").forEach {
            length += SearchLength.words(code: UInt8($0.int(0)))
        }
        try connection.execute("UPDATE store_state SET search_length = \(length)")
    }

    @Test(arguments: 1..<Migrations.all.count)
    func `a file of an earlier schema is upgraded with all that is in it`(version: Int) throws {
        let directory = try temporaryDirectory()
        defer { try? FileManager.default.removeItem(atPath: directory) }  // Harmless if it stays.
        let path = directory + "/a.db"
        try Self.makeFile(at: path, schema: version)
        let events = Locked<[String]>([])
        var options = SQLiteArticleStore.Options()
        options.observer = { event in
            switch event {
            case .copied(let path): events.withLock { $0.append("copied \(path)") }
            case .migrated(let from, let to): events.withLock { $0.append("\(from) to \(to)") }
            default: break
            }
        }
        let store = try SQLiteArticleStore(path: path, options: options)
        let copy = "\(path).schema-\(version)"
        #expect(
            events.withLock { $0 } == ["copied \(copy)", "\(version) to \(Migrations.all.count)"]
        )
        let reader = try store.makeReader()
        for (index, text) in Self.texts.enumerated() {
            let article = try #require(try reader.article(Int64(index + 1)).value)
            #expect(article.fields.text == text)
            #expect(article.fields.authors.map(\.name) == ["Ines Carrow"])
            #expect(article.fields.source == "Courier")
        }
        #expect(try reader.explanation(of: 1).value == Array("{}".utf8))
        #expect(try reader.article(3, version: 1).value?.fields.text == "old")
        #expect(try reader.id(named: "first") == 1)
        var query = ArticleQuery()
        query.q = "lantern"
        #expect(try reader.page(query).hits.map(\.article.id) == [3])
        // What was computed for the articles that were there works as for those that come.
        #expect(try reader.nearCopies(of: 1, limit: 9).value?.map(\.article.id) == [2])
        query.q = nil
        query.duplicates = .only
        #expect(try reader.page(query).hits.map(\.copies) == [1])
        if version < 2 {
            let batch = ArticleBatch.of("H", "other") { $0.url = "http://www.news.example/3?ref=x" }
            #expect(try store.insertAndWait(batch)[0].article.id == 3)
        }
        store.close()
        try StoreFixture.checkIndex(path: path)
        let before = try Connection(path: copy, mode: .readOnly)
        #expect(try before.pragma("user_version") == Int64(version))
        #expect(try before.prepare("PRAGMA integrity_check").first { $0.string(0) } == "ok")
        #expect(try before.prepare("SELECT count(*) FROM article").first { $0.int(0) } == 3)
    }

    @Test func `an upgrade that fails leaves the file as it was, for the program of its time`()
        throws
    {
        let directory = try temporaryDirectory()
        defer { try? FileManager.default.removeItem(atPath: directory) }  // Harmless if it stays.
        let path = directory + "/a.db"
        try Self.makeFile(at: path, schema: 1)
        let broken = Migrations.Migration(
            number: Migrations.all.count + 1,
            name: "broken",
            sql: "UPDATE article SET text = 'lost'; SELECT no_such_function(text) FROM article;"
        )
        for _ in 0..<2 {
            let error = #expect(throws: StoreError.self) {
                _ = try SQLiteArticleStore(path: path, migrations: Migrations.all + [broken])
            }
            let (message, copy) = ("\(String(describing: error))", path + ".schema-1")
            #expect(message.contains("no_such_function") && message.contains(copy))
            #expect(FileManager.default.fileExists(atPath: copy))
            let connection = try Connection(path: path)
            #expect(try connection.pragma("user_version") == 1)
            let texts = try connection.prepare("SELECT text FROM article ORDER BY id").map {
                $0.string(0)
            }
            #expect(texts == Self.texts)
        }
        // The program of today is not hindered by what the attempts left.
        let store = try SQLiteArticleStore(path: path)
        #expect(try store.makeReader().article(1).word == "found")
        store.close()
    }
}
