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
            ArticleRows.wholeQuery, ArticleRows.summaryQuery, ArticleRows.wholeByKey,
            ArticleRows.summaryByKey, ArticleRows.authors,
            ArticleRows.tags, ArticleRows.corrections, IndexStatistics.state,
            WriteTransaction.byName, WriteTransaction.byDigest,
            WriteTransaction.removedArticle, SQLiteArticleReader.nextArticle,
            SQLiteArticleReader.earlierVersion, SQLiteArticleReader.sameTexts,
            SQLiteArticleReader.versionUpload, SQLiteArticleReader.currentUpload,
            WriteTransaction.byAddress, WriteTransaction.searchKey, ArticleRows.versionQuery,
            SQLiteArticleReader.removalQuery, SQLiteArticleReader.versionsQuery,
            SQLiteArticleReader.earlierVersionsQuery, SQLiteArticleReader.uploadQuery,
            SQLiteArticleReader.liveQuery, NearIndex.byKey, NearIndex.textQuery,
            NearIndex.firstQuery, NearIndex.membersQuery, NearIndex.deleteKey,
            NearIndex.insertMember, NearIndex.deleteMember, NearIndex.rename,
            NearIndex.setSearchKey, HitWalk.allCopies, WriteTransaction.setSearchKey,
            Backfill.portion, Backfill.setAddress,
            ArticleSearch.idOfKey, FacetCounter.article, HitWalk.published, HitWalk.receipt,
            HitWalk.receipts, HitWalk.allCount, HitWalk.all(isAscending: true),
            HitWalk.all(isAscending: false), HitWalk.dates, SearchScope.cutDay,
            SearchScope.zonedCutDay, SearchScope.received, SearchScope.updated,
            SearchIndexWriter.lastOfSpan, SearchIndexRebuild.next, Vocabulary.word,
            Vocabulary.beginning, SearchVocabulary.look, SearchVocabulary.addWord,
            SearchVocabulary.setLevel, ArticleSearch.keyOfArticle, ArticleSearch.headlineOfKey,
            SearchIndexCheck.rows,
        ] {
            try Self.expectIndexed(sql, connection)
        }
        // The few articles of one upload are sorted; they are found along two indexes.
        let digest = try Self.plan(SQLiteArticleReader.digest, connection)
        #expect(digest.allSatisfy { !$0.hasPrefix("SCAN") }, "\(digest)")
    }

    @Test func `lists and counts read an index alone`() throws {
        let fixture = try StoreFixture()
        let connection = try Connection(path: fixture.path)
        for sql in [
            HitWalk.all(isAscending: true), HitWalk.all(isAscending: false), HitWalk.allCount,
            HitWalk.published, HitWalk.receipts, ArticleSearch.idOfKey, SearchScope.cutDay,
            SearchScope.received, SearchScope.updated, SearchIndexWriter.lastOfSpan,
            HitWalk.allCopies,
        ] {
            let plan = try Self.plan(sql, connection)
            #expect(plan.contains { $0.contains("USING COVERING INDEX ") }, "\(plan)")
        }
    }

    @Test func `a time of updates is one span of an index`() throws {
        let fixture = try StoreFixture()
        let plan = try Self.plan(SearchScope.updated, try Connection(path: fixture.path))
        let span =
            "SEARCH article USING COVERING INDEX article_by_updated (updated_at>? AND updated_at<?)"
        #expect(plan == [span])
    }

    @Test func `a search walks the words in the order of dates and sorts nothing`() throws {
        let fixture = try StoreFixture()
        let connection = try Connection(path: fixture.path)
        try connection.registerSearchTerms()
        let collector = try HitCollector(for: connection)
        for sql in [
            RankedSearch.query, HitWalk.hits(isAscending: true), HitWalk.hits(isAscending: false),
        ] {
            let plan = try Self.plan(sql, connection)
            #expect(plan.count == 1 && plan[0].hasPrefix("SCAN article_search VIRTUAL TABLE"))
        }
        let copies = try Self.plan(HitWalk.copiesFound, connection)
        #expect(copies.count == 2 && copies[0].hasPrefix("SCAN article_search VIRTUAL TABLE"))
        #expect(copies[1].contains("USING COVERING INDEX near_member_by_search_key"), "\(copies)")
        withExtendedLifetime(collector) {}
    }
}
