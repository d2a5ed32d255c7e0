import Articles
import Testing

@testable import ArticleParsing

@Suite struct IntakeFormTests {
    private func read(_ body: String, given: GivenFields = GivenFields()) throws -> [DecodedText] {
        try Intake.read(
            Upload(
                bytes: Array(body.utf8),
                declaredType: IntakeCurlTests.form,
                given: given,
                receivedOn: IntakeCurlTests.day
            )
        )
    }

    @Test(
        arguments: [
            "war crimes & genocide, a=b, 100% + more",
            "a=b&c=d",
            "https://example.org/?text=1&url=2",
            "Hello",
            "C++",
            "1+1=2",
            "50%",
            "rock+roll",
            "x=1",
            "textile=cotton and wool",
            "naïve=1&text=2",
        ]
    )
    func `is text unless it can be nothing but a form`(_ body: String) throws {
        #expect(try read(body).map(\.text) == [body])
    }

    @Test(
        arguments: [
            ("text=Hello+world", ["Hello world"]),
            ("text=Hello%20world%21", ["Hello world!"]),
            ("text=100%+sure", ["100% sure"]),
            ("text=100%25%2B", ["100%+"]),
            ("body=a&title=b", ["a"]),
            ("content=caf%C3%A9", ["café"]),
            ("text=caf%E9+by+the+sea", ["café by the sea"]),
            ("text=Food & drink = 5 + 5%", ["Food & drink = 5 + 5%"]),
            ("text=Food & drink&title=Q & A", ["Food & drink"]),
            ("text=R%26D&csrf=1", ["R&D"]),
            ("csrf=1&text=Hello+world", ["Hello world"]),
            ("text=one&text=two", ["one", "two"]),
            ("Hello%2C+world%0AThe+end", ["Hello, world\nThe end"]),
            ("H%C3%A4user", ["Häuser"]),
        ]
    )
    func `decodes what is a form`(_ body: String, _ texts: [String]) throws {
        #expect(try read(body).map(\.text) == texts)
    }

    @Test func `takes what the fields say`() throws {
        let body = """
            title=Ferries+sail+again&source=The+Harbour+Post&author=Karin+Oldt&author=Per+Lund\
            &published_at=2024-03-04T08:30%2B01:00&language=en&section=Region&tags=ferries,+strike\
            &url=https://example.org/a?b=c%20d&received=2024-03-05&text=The+strike+is+over.
            """
        let text = try #require(try read(body).first)
        #expect(text.text == "The strike is over.")
        #expect(text.given.headline == "Ferries sail again")
        #expect(text.given.source == "The Harbour Post")
        #expect(text.given.authors == ["Karin Oldt", "Per Lund"])
        #expect(text.given.published?.description == "2024-03-04T08:30+01:00")
        #expect(text.given.published?.basis == .given)
        #expect(text.given.language == "en")
        #expect(text.given.section == "Region")
        #expect(text.given.tags == ["ferries", "strike"])
        #expect(text.given.url == "https://example.org/a?b=c%20d")
        #expect(text.receivedOn == CalendarDay(year: 2024, month: 3, day: 5))
        #expect(text.warnings.isEmpty)
    }

    @Test func `lets parameters of the request win over fields`() throws {
        var given = GivenFields()
        given.headline = "From the query"
        let text = try #require(try read("title=From+the+form&text=Words.", given: given).first)
        #expect(text.given.headline == "From the query")
    }

    @Test func `says which fields were not taken`() throws {
        let body =
            "text=Words.&published_at=soon&title=A&title=B&on_duplicate=error&csrf=1&received=x"
        let text = try #require(try read(body).first)
        #expect(text.given.published == nil)
        #expect(text.given.headline == "B")
        #expect(
            text.warnings.map(\.code) == [
                .fieldIgnored, .repeatedParameter, .fieldIgnored, .fieldIgnored, .fieldIgnored,
            ]
        )
        #expect(text.warnings.first?.detail.contains("2023-10-15") == true)
    }

    @Test func `reads HTML and Markdown fields as such`() throws {
        #expect(try read("html=%3Cp%3EWords%3C/p%3E").first?.format == .html)
        #expect(try read("markdown=Words").first?.format == .markdown)
    }

    @Test func `refuses a form without text`() {
        #expect(
            throws: ParsingError.noArticle(
                reason: "The form has no field with the text: name one text."
            )
        ) {
            try read("title=Only+a+title")
        }
        #expect(throws: ParsingError.empty) { try read("text=") }
        #expect(throws: ParsingError.empty) { try read("text=%20%0A") }
    }

    @Test func `joins no fields beyond the limit`() throws {
        let body = "text=Words." + String(repeating: "&tag=a", count: 10_000)
        var limits = IntakeLimits()
        limits.formFields = 10
        let upload = Upload(
            bytes: Array(body.utf8),
            declaredType: IntakeCurlTests.form,
            receivedOn: IntakeCurlTests.day
        )
        let text = try #require(try Intake.read(upload, limits: limits).first)
        #expect(text.given.tags.count < 12)
    }

    @Test(
        arguments: [
            ("2023", "2023"),
            ("2023-10", "2023-10"),
            ("2023-10-15", "2023-10-15"),
            ("20231015", "2023-10-15"),
            ("2023-10-15T14:30", "2023-10-15T14:30"),
            ("2023-10-15 14:30:05", "2023-10-15T14:30:05"),
            ("2023-10-15T14:30:05.250Z", "2023-10-15T14:30:05Z"),
            ("2023-10-15t14:30:05z", "2023-10-15T14:30:05Z"),
            ("2023-10-15T14:30+0530", "2023-10-15T14:30+05:30"),
            ("2023-10-15T14:30:00-03", "2023-10-15T14:30:00-03:00"),
            ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
            ("", nil), ("202", nil), ("202310", nil), ("2023-13", nil), ("2023-02-30", nil),
            ("2023-10-15T", nil), ("2023-10-15T25:00", nil), ("2023-10-15T14:30+", nil),
            ("2023-10-15T14:30:05.Z", nil), ("2023-10-15x", nil), ("0000-01-01", nil),
            ("15.10.2023", nil), ("２０２３", nil),
        ] as [(String, String?)]
    )
    func `reads a date`(_ text: String, _ wanted: String?) {
        #expect(ISO8601.publicationDate(text, basis: .given)?.description == wanted)
    }
}
