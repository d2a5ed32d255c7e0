import SQLite
import TextAnalysis
import Testing

@testable import ArticleStore

extension StoreFixture {
    /// Has SQLite compare the file with itself and the index with the articles.
    func checkIndex(sourceLocation: SourceLocation = #_sourceLocation) throws {
        try Self.checkIndex(path: path, sourceLocation: sourceLocation)
    }

    static func checkIndex(
        path: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let connection = try Connection(path: path)
        try connection.registerSearchTerms()
        let integrity = try connection.prepare("PRAGMA integrity_check").first { $0.string(0) }
        #expect(integrity == "ok", sourceLocation: sourceLocation)
        // A rank other than 0 has it read the articles too.
        try connection.execute(
            "INSERT INTO article_search (article_search) VALUES ('integrity-check')"
        )
        let orphans = try connection.prepare("PRAGMA foreign_key_check").first { $0.string(0) }
        #expect(orphans == nil, sourceLocation: sourceLocation)
        let state = try connection.prepare("SELECT article_count, search_length FROM store_state")
            .first { ($0.int(0), $0.int(1)) }
        var counted = (articles: 0, length: 0)
        try connection.prepare("SELECT search_key FROM article WHERE removed_at IS NULL")
            .forEach {
                counted.articles += 1
                counted.length += SearchLength.words(code: SearchKey(rawValue: $0.int64(0)).length)
            }
        #expect(state?.0 == counted.articles, sourceLocation: sourceLocation)
        #expect(state?.1 == counted.length, sourceLocation: sourceLocation)
        #expect(
            try SearchIndexCheck(connection: connection).isSound(),
            sourceLocation: sourceLocation
        )
    }
}
