import Foundation
import Testing

@testable import ArticleStore
@testable import Articles

/// `from` and `to` by another date, and by the days of another zone.
@Suite struct DateFieldTests {
    private static func moment(_ text: String) throws -> Timestamp {
        let date = try Date(text, strategy: .iso8601)
        return Timestamp(secondsSince1970: Int64(date.timeIntervalSince1970))
    }

    /// Six hours west of UTC, all the year.
    private static let west = Zone(minutesEast: -360)
    /// Twelve hours east of it.
    private static let east = Zone(minutesEast: 720)

    /// Five articles, each but the last updated a day later, and the second when a year was over.
    ///
    /// 1: the day of 2 May. 2: 2 May, 03:00 UTC. 3: 2 May, 22:30 UTC. 4: 3 May, 01:00 UTC.
    /// 5: without a date.
    private func articles() throws -> StoreFixture {
        let fixture = try StoreFixture()
        let times: [(Int, Int, Int?)?] = [
            (2024, 2, nil), (2024, 2, 3 * 3_600), (2024, 2, 81_000), (2024, 3, 3_600), nil,
        ]
        for (index, time) in times.enumerated() {
            try fixture.add("Ferry \(index)", "The harbour opened \(index) times.") { fields in
                guard let (year, number, seconds) = time,
                    let day = CalendarDay(year: year, month: 5, day: number)
                else { return }
                fields.published = PublicationDate(
                    day,
                    secondOfDay: seconds,
                    utcOffsetMinutes: 0,
                    basis: .stated
                )
                fields.updated = PublicationDate(
                    day.advanced(by: index == 1 ? 300 : 1),
                    secondOfDay: seconds,
                    utcOffsetMinutes: 0,
                    basis: .stated
                )
            }
        }
        return fixture
    }

    @Test(
        arguments: [
            (Zone.utc, 2, 2, [3, 2, 1]), (.utc, 3, 3, [4]),
            // A day is a day everywhere; a moment is of the day that it is there.
            (west, 2, 2, [4, 3, 1]), (west, 1, 1, [2]), (west, 3, 9, []),
            (east, 2, 2, [2, 1]), (east, 3, 3, [4, 3]), (east, 1, 1, []),
        ]
    )
    func `days are those of a zone`(zone: Zone, first: Int, last: Int, wanted: [Int64]) throws {
        let fixture = try articles()
        let from = zone.start(of: try #require(CalendarDay(year: 2024, month: 5, day: first)))
        let until = zone.start(of: try #require(CalendarDay(year: 2024, month: 5, day: last + 1)))
        for words in ["", "harbour"] {
            let page = try fixture.page(words) {
                ($0.zone, $0.from, $0.until, $0.sort) = (zone, from, until, .newest)
            }
            #expect(page.hits.map(\.article.id).sorted() == wanted.sorted(), "'\(words)'")
            #expect(page.total == wanted.count)
            let byWord = try fixture.found(
                "\(words) after:2024-05-0\(first) before:2024-05-0\(last + 1)"
            ) {
                $0.zone = zone
            }
            #expect(byWord.sorted() == wanted.sorted(), "'\(words)'")
        }
        var query = ArticleQuery()
        (query.zone, query.from, query.until) = (zone, from, until)
        let timeline = try fixture.reader().timeline(query, by: .day)
        #expect(timeline.total == wanted.count)
        let isWithin = timeline.buckets.allSatisfy { (first...last).contains($0.from.day) }
        #expect(isWithin, "\(timeline.buckets)")
    }

    @Test(arguments: ["", "harbour"], [ArticleQuery.Sort.newest, .relevance])
    func `dates of updates and receipts count where asked for`(
        words: String,
        sort: ArticleQuery.Sort
    ) throws {
        let fixture = try articles()
        func found(_ field: ArticleQuery.DateField, _ from: String?, _ until: String?) throws
            -> [Int64]
        {
            let page = try fixture.page(words) {
                ($0.dateField, $0.sort) = (field, sort)
                $0.from = try? from.map(Self.moment)
                $0.until = try? until.map(Self.moment)
            }
            #expect(page.total == page.hits.count)
            return page.hits.map(\.article.id).sorted()
        }
        #expect(try found(.updated, "2024-05-03T00:00:00Z", "2024-05-04T00:00:00Z") == [1, 3])
        #expect(try found(.updated, "2024-05-04T00:00:00Z", nil) == [2, 4])
        #expect(try found(.updated, nil, "2024-05-01T00:00:00Z") == [])
        #expect(try found(.updated, nil, nil) == [1, 2, 3, 4, 5])
        #expect(try found(.received, "1970-01-01T00:00:00Z", "2500-01-01T00:00:00Z").count == 5)
        #expect(try found(.received, "2500-01-01T00:00:00Z", nil) == [])
    }

    @Test func `overviews count by the date that is asked for`() throws {
        let fixture = try articles()
        var query = ArticleQuery()
        query.dateField = .updated
        let updates = try fixture.reader().timeline(query, by: .day)
        #expect(
            updates.buckets.map { "\($0.from) \($0.count)" } == [
                "2024-05-03 2", "2024-05-04 1", "2025-02-26 1",
            ]
        )
        #expect(updates.undated == 1)
        query.dateField = .received
        let receipts = try fixture.reader().timeline(query, by: .year)
        #expect(receipts.buckets.map(\.count) == [5] && receipts.undated == 0)
    }

    @Test(
        arguments: ArticleQuery.DateField.allCases,
        [ArticleQuery.Sort.newest, .oldest, .received]
    )
    func `pages by another date leave nothing out`(
        field: ArticleQuery.DateField,
        sort: ArticleQuery.Sort
    ) throws {
        let fixture = try articles()
        var seen: [Int64] = []
        var cursor: String?
        repeat {
            let page = try fixture.page(nil) {
                ($0.dateField, $0.sort, $0.limit, $0.cursor) = (field, sort, 1, cursor)
                ($0.zone, $0.from) = (Self.west, Timestamp(secondsSince1970: 500))
            }
            seen += page.hits.map(\.article.id)
            cursor = page.next
        } while cursor != nil && seen.count < 9
        #expect(seen.sorted() == (field == .received ? [1, 2, 3, 4, 5] : [1, 2, 3, 4]))
    }
}
