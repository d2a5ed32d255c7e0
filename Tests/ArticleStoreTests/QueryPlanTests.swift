import Articles
import SQLite
import Testing

@testable import ArticleStore

/// What a reader waits for is found along an index: no table is scanned, nothing is sorted.
@Suite struct QueryPlanTests {
    private static func plan(_ sql: String, _ connection: Connection) throws -> [String] {
        try connection.prepare("EXPLAIN QUERY PLAN \(sql)").map { $0.string(3) }
    }

    private static func expectIndexed(
        _ sql: String,
        _ connection: Connection,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let plan = try plan(sql, connection)
        for step in plan {
            let scansTable =
                step.hasPrefix("SCAN ") && !step.contains("USING") && !step.contains("VIRTUAL")
                && !step.contains("CONSTANT ROW") && !step.hasPrefix("SCAN (")
            let comment = Comment(rawValue: "\(plan)\n\(sql)")
            #expect(!scansTable, comment, sourceLocation: sourceLocation)
            #expect(!step.contains("TEMP B-TREE"), comment, sourceLocation: sourceLocation)
        }
    }

    @Test func `single look-ups use an index`() throws {
        let fixture = try StoreFixture()
        let connection = try Connection(path: fixture.path)
        for sql in [
            SQLiteArticleReader.liveName, SQLiteArticleReader.removedName,
            SQLiteArticleReader.originalQuery, SQLiteArticleReader.digestQuery,
            SQLiteArticleReader.explanationQuery,
            ArticleRows.wholeQuery, ArticleRows.summaryQuery, ArticleRows.authors,
            ArticleRows.tags, ArticleRows.corrections, ArticleSearch.statisticsQuery,
            Conditions.sources, WriteTransaction.byName, WriteTransaction.byDigest,
            WriteTransaction.byAddress, WriteTransaction.indexedQuery, ArticleRows.versionQuery,
            SQLiteArticleReader.removalQuery, SQLiteArticleReader.versionsQuery,
            SQLiteArticleReader.earlierVersionsQuery, SQLiteArticleReader.uploadQuery,
            SQLiteArticleReader.liveQuery, NearIndex.byKey, NearIndex.textQuery,
            NearIndex.firstQuery, NearIndex.copiesQuery, NearIndex.deleteKey, NearIndex.deleteCopy,
            NearIndex.rename, NearIndex.advance, Backfill.portion, Backfill.setAddress,
        ] {
            try Self.expectIndexed(sql, connection)
        }
        // The few articles of one upload are sorted; they are found along two indexes.
        let digest = try Self.plan(SQLiteArticleReader.digest, connection)
        #expect(digest.allSatisfy { !$0.hasPrefix("SCAN") }, "\(digest)")
    }

    @Test(arguments: ArticleQuery.Sort.allCases.filter { $0 != .relevance })
    func `lists walk an index in their order`(sort: ArticleQuery.Sort) throws {
        let fixture = try StoreFixture()
        try fixture.add("A", "text") { $0.source = "Coast" }
        try fixture.add("B", "more") { $0.source = "COAST" }
        try fixture.add("C", "else") { $0.source = "Inland" }
        let connection = try Connection(path: fixture.path)
        let include = ArticleQuery.Filter(values: ["inland"])
        let exclude = ArticleQuery.Filter(values: ["inland"], excludes: true)
        for (sources, languages, isBounded) in [
            ([], [], false), ([include], [], false), ([.init(values: ["coast"])], [], true),
            ([exclude], [], false), ([], [.init(values: ["en", "fr"])], false),
            ([], [.init(values: ["en"], excludes: true)], true), ([include], [include], true),
        ] as [([ArticleQuery.Filter], [ArticleQuery.Filter], Bool)] {
            var query = ArticleQuery()
            query.sources = sources
            query.languages = languages
            if isBounded {
                query.from = Timestamp(secondsSince1970: 0)
                query.until = Timestamp(secondsSince1970: 1)
            }
            let conditions = try Conditions(query, connection: connection)
            let walk = ArticleWalk(sort: sort, conditions: conditions, connection: connection)
            let places: [ArticleWalk.Place?] = [
                nil, .init(moment: 0, id: 1), isBounded ? nil : .init(moment: nil, id: 1),
            ]
            for stage in places.flatMap(walk.stages) {
                try Self.expectIndexed(walk.query(stage), connection)
            }
            try Self.expectIndexed(walk.countQuery, connection)
            try Self.expectIndexed(walk.idsQuery, connection)
            try Self.expectIndexed(walk.placeQuery, connection)
        }
    }

    @Test func `a list without filters and a count read the index alone`() throws {
        let fixture = try StoreFixture()
        let connection = try Connection(path: fixture.path)
        var query = ArticleQuery()
        query.languages = [.init(values: ["en"])]
        for filters in [ArticleQuery(), query] {
            let conditions = try Conditions(filters, connection: connection)
            let walk = ArticleWalk(sort: .newest, conditions: conditions, connection: connection)
            for sql in ArticleWalk.Stage.allCases.map(walk.query) + [walk.countQuery] {
                let plan = try Self.plan(sql, connection)
                #expect(plan.contains { $0.contains("COVERING INDEX article_by_published") })
            }
        }
    }

    @Test func `a search starts from the words and looks articles up by number`() throws {
        let fixture = try StoreFixture()
        let connection = try Connection(path: fixture.path)
        _ = try HitCollector(for: connection)
        var query = ArticleQuery()
        query.from = Timestamp(secondsSince1970: 0)
        let conditions = try Conditions(query, connection: connection)
        let plain = try Self.plan(ArticleSearch.searchQuery, connection)
        #expect(plain.count == 1 && plain[0].hasPrefix("SCAN article_search VIRTUAL TABLE"))
        let filtered = try Self.plan(ArticleSearch.searchQuery(conditions), connection)
        #expect(filtered.count == 2 && filtered[0].hasPrefix("SCAN article_search VIRTUAL TABLE"))
        #expect(filtered[1] == "SEARCH article USING INTEGER PRIMARY KEY (rowid=?)")
    }
}
