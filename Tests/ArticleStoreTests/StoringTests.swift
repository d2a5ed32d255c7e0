import Articles
import Testing

@testable import ArticleStore

@Suite struct StoringTests {
    @Test func `what is stored comes back`() throws {
        let fixture = try StoreFixture()
        let whole = Self.everyField
        let id = try fixture.add("Harbour reopens", "One.\n\nTwo — \u{0} three.") { fields in
            let paragraphs = fields.paragraphs
            fields = whole
            fields.paragraphs = paragraphs
            fields.paragraphs[1].kind = .quotation
            fields.paragraphs[1].span = Span(3, 90)
        }
        let reader = try fixture.reader()
        let article = try #require(try reader.article(id).value)
        var wanted = whole
        wanted.paragraphs = [
            Paragraph(text: "One.", span: Span(0, 4)),
            Paragraph(kind: .quotation, text: "Two — \u{0} three.", span: Span(3, 90)),
        ]
        #expect(article.fields == wanted)
        #expect(article.id == 1 && article.version == 1 && article.name == nil)
        #expect(article.summary == "One." && article.paragraphCount == 2)
        #expect(article.receivedAt == Timestamp(secondsSince1970: 1_000))
    }

    @Test(arguments: [
        PublicationDate(year: 2023, basis: .stated),
        PublicationDate(year: 1, month: 2, basis: .given),
        PublicationDate(year: 2024, month: 2, day: 29, basis: .inferred),
        PublicationDate(
            CalendarDay(daysSince1970: 19_645),
            secondOfDay: 52_200,
            utcOffsetMinutes: -570,
            basis: .metadata
        ),
        PublicationDate(
            CalendarDay(daysSince1970: -40_000),
            secondOfDay: 86_399,
            hasSeconds: true,
            utcOffsetMinutes: 840,
            basis: .relative
        ),
        PublicationDate(CalendarDay(daysSince1970: 0), secondOfDay: 0, basis: .manual),
    ])
    func `a date comes back as exactly as it was known`(date: PublicationDate) throws {
        let fixture = try StoreFixture()
        let id = try fixture.add("A", "text") { fields in
            fields.published = date
            fields.updated = date
        }
        let fields = try #require(try fixture.reader().article(id).value).fields
        #expect(fields.published == date && fields.updated == date)
    }

    @Test func `the original and the explanation come back`() throws {
        let fixture = try StoreFixture()
        let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 * $0 >> 8) }
        _ = try fixture.insert(.of("A", "text", original: bytes))
        let reader = try fixture.reader()
        let original = try #require(try reader.original(of: 1).value)
        #expect(original.bytes == bytes && original.declaredType == "text/plain")
        let explanation = try #require(try reader.explanation(of: 1).value)
        #expect(
            String(decoding: explanation, as: UTF8.self) == """
                {"input":{"bytes":4,"charset":"utf-8","declared_type":null,"treated_as":\
                "text/plain","why":"it is printable"},"fields":{},"removed":[]}
                """
        )
        #expect(try reader.id(withSHA256: digest(bytes)) == 1)
        #expect(try reader.id(withSHA256: digest(bytes).uppercased()) == 1)
        #expect(try reader.id(withSHA256: "zz") == nil)
    }

    @Test func `an empty original and an empty text are stored as they are`() throws {
        let fixture = try StoreFixture()
        _ = try fixture.insert(.of(nil, "", original: []))
        let reader = try fixture.reader()
        #expect(try reader.original(of: 1).value?.bytes == [])
        #expect(try reader.article(1).value?.fields.paragraphs.map(\.text) == [""])
    }

    @Test func `a removed article is gone, with the reason, and never comes back`() throws {
        let fixture = try StoreFixture()
        let id = try fixture.add("Harbour reopens", "The ferry sails again.")
        #expect(try fixture.found("ferry") == [id])
        #expect(try fixture.delete(id, reason: "withdrawn").word == "found")
        let reader = try fixture.reader()
        guard case .gone(let reason, let moment) = try reader.article(id) else {
            Issue.record("not gone")
            return
        }
        #expect(reason == "withdrawn" && moment == Timestamp(secondsSince1970: 2_000))
        #expect(try reader.original(of: id).word == "gone")
        #expect(try reader.explanation(of: id).word == "gone")
        #expect(try fixture.found("ferry") == [])
        #expect(try fixture.page(nil).total == 0)
        #expect(try fixture.delete(id).word == "gone")
        #expect(try fixture.delete(99).word == "unknown")
        #expect(try fixture.add("Harbour reopens", "The ferry sails again.") == id + 1)
        #expect(try fixture.found("ferry") == [id + 1])
    }

    @Test func `every commit changes the generation, a duplicate does not`() throws {
        let fixture = try StoreFixture()
        let reader = try fixture.reader()
        var seen = [try reader.generation()]
        try fixture.add("A", "one")
        seen.append(try reader.generation())
        try fixture.add("A", "one")
        #expect(try reader.generation() == seen.last)
        _ = try fixture.delete(1)
        seen.append(try reader.generation())
        #expect(Set(seen).count == 3)
        try reader.check()
    }

    private static var everyField: ArticleFields {
        var fields = ArticleFields()
        fields.headline = "Harbour reopens"
        fields.kicker = "Ferries"
        fields.standfirst = "After a week of storms"
        fields.byline = "By Ana Lund and Jo Park"
        fields.authors = [
            Author(name: "Ana Lund", role: "Correspondent", organisation: "Coast News"),
            Author(name: "Jo Park"),
        ]
        fields.dateline = Dateline(
            raw: "ODENSE, 3 May (CN) —",
            place: "ODENSE",
            date: "3 May",
            agency: "CN"
        )
        fields.published = PublicationDate(year: 2024, month: 5, day: 3, basis: .stated)
        fields.credit = "Coast News"
        fields.source = "Coast News"
        fields.language = "en-GB"
        fields.section = "World"
        fields.url = "https://coast.example/harbour"
        fields.tags = ["ports", "storms"]
        fields.corrections = ["An earlier version named the wrong port."]
        return fields
    }
}
