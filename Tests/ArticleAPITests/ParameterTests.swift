import Articles
import Testing

@testable import ArticleAPI

/// 2023-11-01T12:00:00Z, a Wednesday.
private let now = Timestamp(secondsSince1970: 1_698_840_000)

@Suite struct QueryStringTests {
    @Test(
        arguments: [
            ("q=Hamas", [("q", "Hamas")]),
            ("q=M%C3%BCller", [("q", "Müller")]),
            ("q=Müller", [("q", "Müller")]),
            ("q=Hamas+%22ground+offensive%22", [("q", "Hamas \"ground offensive\"")]),
            ("a=1&&b=2&", [("a", "1"), ("b", "2")]),
            ("pretty", [("pretty", "")]),
            ("a=b=c", [("a", "b=c")]),
            ("=&", []),
            ("q%5B%5D=a%2Bb", [("q[]", "a+b")]),
            ("", []),
        ] as [(String, [(String, String)])]
    )
    func `reads queries as forms write them`(text: String, wanted: [(String, String)]) throws {
        let items = try QueryString(text).items
        #expect(items.map { [$0.name, $0.value] } == wanted.map { [$0.0, $0.1] })
    }

    @Test(arguments: ["q=%", "q=%4", "q=%zz", "%ff=a", "q=%c0%af", "q=%ed%a0%80"])
    func `refuses what is not percent-encoded UTF-8`(text: String) {
        #expect(throws: QueryString.Malformed(item: text)) { try QueryString(text) }
    }

    @Test func `what is encoded is read back`() throws {
        var random = SeededRandom(seed: 11)
        for _ in 0..<2_000 {
            let items = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                QueryString.Item(name: "n" + random.text(8), value: random.text(24))
            }
            let query = QueryString(items: items)
            #expect(try QueryString(query.encoded) == query, "seed 11: \(query.encoded)")
            let isPlain = query.encoded.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x27 }
            #expect(isPlain, "seed 11: \(query.encoded)")
        }
    }
}

@Suite struct SpellingTests {
    @Test(
        arguments: [
            ("form", "from"), ("fron", "from"), ("frm", "from"), ("froom", "from"),
            ("langauge", "language"), ("hilight", "highlight"), ("crsor", "cursor"),
            ("xyzzy", nil), ("tz", nil), ("q1", nil), ("", nil), ("highlightsss", nil),
        ] as [(String, String?)]
    )
    func `finds the name a slip away`(name: String, wanted: String?) {
        let names = ["q", "from", "to", "language", "highlight", "cursor"]
        #expect(Spelling.nearest(to: name, among: names) == wanted)
    }

    @Test(
        arguments: [
            ("query", "q"), ("keywords", "q"), ("from-date", "from"), ("from_date", "from"),
            ("fromDate", "from"), ("begin_date", "from"), ("since", "from"), ("until", "to"),
            ("published_before", "to"), ("sources", "source"), ("lang", "language"),
            ("domains", "source"), ("order-by", "sort"), ("sortBy", "sort"), ("page-size", "limit"),
            ("pageSize", "limit"), ("per_page", "limit"), ("rows", "limit"), ("fl", "fields"),
            ("show-fields", "fields"), ("hl", "highlight"), ("q[]", "q"), ("Q", "q"),
        ]
    )
    func `knows what others call a parameter of the search`(name: String, wanted: String) {
        #expect(SearchArticles.parameters.suggestion(for: name) == wanted)
    }
}

@Suite struct DateParameterTests {
    @Test(
        arguments: [
            ("2023", "2023-01-01T00:00:00Z", "2024-01-01T00:00:00Z"),
            ("2024", "2024-01-01T00:00:00Z", "2025-01-01T00:00:00Z"),
            ("2023-10", "2023-10-01T00:00:00Z", "2023-11-01T00:00:00Z"),
            ("2024-02", "2024-02-01T00:00:00Z", "2024-03-01T00:00:00Z"),
            ("2023-10-15", "2023-10-15T00:00:00Z", "2023-10-16T00:00:00Z"),
            ("20231015", "2023-10-15T00:00:00Z", "2023-10-16T00:00:00Z"),
            ("2023/10/15", "2023-10-15T00:00:00Z", "2023-10-16T00:00:00Z"),
            ("2023-10-15T14:30", "2023-10-15T14:30:00Z", "2023-10-15T14:31:00Z"),
            ("2023-10-15T14:30:05Z", "2023-10-15T14:30:05Z", "2023-10-15T14:30:06Z"),
            ("2023-10-15T14:30:05.123Z", "2023-10-15T14:30:05Z", "2023-10-15T14:30:06Z"),
            ("2023-10-15T14:30+02:00", "2023-10-15T12:30:00Z", "2023-10-15T12:31:00Z"),
            ("2023-10-15T14:30 02:00", "2023-10-15T12:30:00Z", "2023-10-15T12:31:00Z"),
            ("2023-10-15 14:30-0530", "2023-10-15T20:00:00Z", "2023-10-15T20:01:00Z"),
            ("20231015T143005Z", "2023-10-15T14:30:05Z", "2023-10-15T14:30:06Z"),
            ("today", "2023-11-01T00:00:00Z", "2023-11-02T00:00:00Z"),
            ("yesterday", "2023-10-31T00:00:00Z", "2023-11-01T00:00:00Z"),
            ("-7d", "2023-10-25T00:00:00Z", "2023-10-26T00:00:00Z"),
            ("-2w", "2023-10-18T00:00:00Z", "2023-10-19T00:00:00Z"),
            ("-12h", "2023-11-01T00:00:00Z", "2023-11-01T00:00:01Z"),
            ("-1m", "2023-10-01T00:00:00Z", "2023-10-02T00:00:00Z"),
            ("-1y", "2022-11-01T00:00:00Z", "2022-11-02T00:00:00Z"),
        ]
    )
    func `takes a date for all the time that it may mean`(text: String, start: String, end: String)
    {
        let span = TimeSpan.parse(text, at: now)
        #expect(span?.start.rfc3339 == start)
        #expect(span?.end.rfc3339 == end)
    }

    @Test(
        arguments: [
            "", "x", "202", "202310", "2023-13", "2023-02-29", "2023-10-15T", "2023-10-15T24:00",
            "2023-10-15T14", "2023-10-15T14:60", "2023-10-15T14:30:61", "2023-10-15T14:30+15:00",
            "2023-10-15T14:30:05.", "2023-10-15x", "0000-01-01", "-d", "-7", "-7q", "7d", "-99999d",
            "-9999y", "-9999999999999999999d", "２０２３", "2023-10-15T14:30+02:00x",
        ]
    )
    func `refuses what is no date`(text: String) {
        #expect(TimeSpan.parse(text, at: now) == nil)
    }

    @Test func `a month before the 31st is the last of a shorter month`() {
        let lastOfMay = Timestamp(secondsSince1970: 1_685_491_200)
        #expect(TimeSpan.parse("-3m", at: lastOfMay)?.start.rfc3339 == "2023-02-28T00:00:00Z")
    }
}

@Suite struct ParameterReaderTests {
    private func reader(_ query: String) throws -> ParameterReader {
        ParameterReader(try QueryString(query), at: now)
    }

    @Test func `a comma list is an alternative and a minus leaves out`() throws {
        var reader = try reader("source=a,-b,%22c,+d%22&source=-e")
        let filters = reader.values(SearchArticles.source).flatMap { $0 }
        #expect(
            filters == [
                ArticleQuery.Filter(.source, values: ["a", "c, d"]),
                ArticleQuery.Filter(.source, values: ["b"], excludes: true),
                ArticleQuery.Filter(.source, values: ["e"], excludes: true),
            ]
        )
        #expect(reader.faults.isEmpty)
    }

    @Test func `of a repeated parameter the last one counts, with a warning`() throws {
        var reader = try reader("limit=5&limit=7")
        #expect(reader.value(SearchArticles.limit) == 7)
        #expect(reader.warnings.map(\.code) == [.repeatedParameter])
    }

    @Test(arguments: ["limit=0", "limit=-1", "limit=ten", "limit=1.5", "limit=%2B5", "limit=００"])
    func `a limit is a whole number from 1 up`(query: String) throws {
        var reader = try reader(query)
        #expect(reader.value(SearchArticles.limit) == nil)
        #expect(reader.faults.count == 1)
    }

    @Test(
        arguments: [
            ("tz=-05:00&from=2023-10-15", "2023-10-15T05:00:00Z", nil),
            ("tz=%2B13:00&to=2023-10-15", nil, "2023-10-15T11:00:00Z"),
            ("tz=+01:00&from=2023-10&to=2023", "2023-09-30T23:00:00Z", "2023-12-31T23:00:00Z"),
            ("tz=-05:00&from=2023-10-15T10:00&to=2023-10-15T10:00Z", "2023-10-15T15:00:00Z", nil),
            // It is noon on 1 November in UTC, and the day after in the far east.
            ("tz=%2B13:00&from=today", "2023-11-01T11:00:00Z", nil),
            ("tz=UTC&from=today", "2023-11-01T00:00:00Z", nil),
        ] as [(String, String?, String?)]
    )
    func `days are those of the zone`(query: String, from: String?, until: String?) throws {
        var reader = try reader(query)
        let found = reader.articleQuery()
        #expect(found.from?.rfc3339 == from)
        if let until { #expect(found.until?.rfc3339 == until) }
    }

    @Test func `a date is looked for by another field`() throws {
        var reader = try reader("date_field=received&from=-7d")
        #expect(reader.articleQuery().dateField == .received && reader.faults.isEmpty)
    }

    @Test(
        arguments: [
            "Europe/Berln", "../../etc/passwd", "/etc/passwd", "right/UTC", "+15:00", "x",
            ":30+02:00", "00+02:00", "30", ":30", "02:00", "+", "+2", "+02:", "+02:60", "+02:00x",
            "++02:00", ":00Z",
        ]
    )
    func `refuses what is no zone`(name: String) throws {
        var reader = try reader("tz=\(PercentEncoding.encode(name))")
        #expect(reader.value(SearchArticles.tz) == nil && reader.faults.count == 1)
    }

    @Test(
        arguments: [
            ("+02", "+02:00"), ("+0200", "+02:00"), ("+02:00", "+02:00"), (" 02:00", "+02:00"),
            ("-0230", "-02:30"), ("-00:30", "-00:30"), ("-00:00", "+00:00"), ("+14", "+14:00"),
        ]
    )
    func `one offset is one zone however it is written`(text: String, name: String) throws {
        var reader = try reader("tz=\(PercentEncoding.encode(text))")
        let found = reader.value(SearchArticles.tz)
        let zone = try #require(found)
        #expect(zone.name == name && reader.faults.isEmpty)
        let minutes = try #require(GivenDate.offset(name))
        #expect(zone.offset(at: now) == Int64(minutes) * 60)
    }

    @Test(.enabled(if: ZoneDatabase.names.count > 1, "tzdata is not installed"))
    func `knows zones by name, and the name that was meant`() throws {
        for (text, meant) in [
            ("Europe/Berlin", nil), ("Asia/Calcutta", nil), ("europe/berlin", "Europe/Berlin"),
            ("Tokyo", "Asia/Tokyo"), ("new york", "America/New_York"),
            ("Europe/Berln", "Europe/Berlin"), ("Europe/Stockholm", nil),
            ("stockholm", "Europe/Stockholm"), ("Europe/Amsterdm", "Europe/Amsterdam"),
        ] as [(String, String?)] {
            var reader = try reader("tz=\(PercentEncoding.encode(text))")
            #expect((reader.value(SearchArticles.tz)?.name == text) == (meant == nil), "\(text)")
            #expect(reader.faults.first?.didYouMean == meant, "\(text)")
        }
    }

    @Test(.enabled(if: ZoneDatabase.names.count > 1, "tzdata is not installed"))
    func `every country's zones are described, and every one described is read`() {
        for name in ["Europe/Stockholm", "Europe/Amsterdam", "Europe/Oslo", "Europe/Copenhagen"] {
            #expect(ZoneDatabase.names.contains(name), "\(name)")
        }
        for name in ZoneDatabase.names {
            #expect(ZoneDatabase.zone(name) != nil, "\(name)")
        }
    }

    @Test func `a number too big for the machine is a big number`() throws {
        var reader = try reader("limit=99999999999999999999999")
        #expect(reader.value(SearchArticles.limit) == Int.max)
    }

    @Test func `an empty value is an absent one`() throws {
        var reader = try reader("from=&limit=&sort=")
        #expect(reader.value(SearchArticles.from) == nil)
        #expect(reader.value(SearchArticles.limit) == nil)
        #expect(reader.value(SearchArticles.sort) == nil)
        #expect(reader.faults.isEmpty)
    }

    @Test(
        arguments: [
            ("sort=Newest", "newest"), ("sort=date", "newest"), ("sort=publishedAt", "newest"),
            ("sort=relevanc", "relevance"), ("sort=xyzzy", nil),
        ] as [(String, String?)]
    )
    func `suggests the word that was meant`(query: String, wanted: String?) throws {
        var reader = try reader(query)
        #expect(reader.value(SearchArticles.sort) == nil)
        #expect(reader.faults.first?.didYouMean == wanted)
    }

    @Test(
        arguments: [
            ("pretty", true), ("pretty=", true), ("pretty=1", true), ("pretty=true", true),
            ("pretty=0", false), ("pretty=false", false), ("q=pretty", false),
        ]
    )
    func `a flag counts by being there`(query: String, wanted: Bool) throws {
        #expect(try reader(query).flag(.pretty) == wanted)
    }

    @Test(arguments: ["en", "pt-BR", "zh-Hant", "sr-Latn-RS", "fil"])
    func `takes language tags`(tag: String) {
        #expect(isLanguageTag(tag))
    }

    @Test(arguments: [
        "", "e", "english", "en-", "-en", "en_US", "en--US", "en-verylongsubtag", "日本",
    ])
    func `refuses what is no language tag`(tag: String) {
        #expect(!isLanguageTag(tag))
    }

    @Test func `text of a client is shown without control characters and cut`() {
        #expect(shown("a\u{1B}[31m\u{9B}b") == "a\u{FFFD}[31m\u{FFFD}b")
        #expect(shown(String(repeating: "x", count: 81)).unicodeScalars.count == 81)
    }
}
