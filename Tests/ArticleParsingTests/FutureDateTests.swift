import Articles
import Testing

@testable import ArticleParsing

/// A date after the day of receipt is taken, with a warning, whatever it comes from.
@Suite struct FutureDateTests {
    private static let body =
        "The harbour opened, the master said, and boats went out again at noon."

    @Test(
        arguments: [
            ("Harbour opens\n\nWESTHAVEN, March 3, 2041 — \(body)", nil, true),
            ("Harbour opens\n\nWESTHAVEN, March 2041 — \(body)", nil, true),
            ("Harbour opens\n\n\(body)", "2041-01-01", true),
            (
                "{\"headline\":\"Harbour\",\"text\":\"\(body)\",\"published_at\":\"2041-01-01\"}",
                nil, true
            ),
            // It is tomorrow already in the east.
            ("Harbour opens\n\n\(body)", "2024-03-04", false),
            ("Harbour opens\n\n\(body)", "2024-03-03", false),
            ("Harbour opens\n\n\(body)", nil, false),
        ] as [(String, String?, Bool)]
    )
    func `a date to come is warned of`(text: String, given: String?, isWarned: Bool) throws {
        var fields = GivenFields()
        let parts = given?.split(separator: "-").compactMap { Int($0) }
        fields.published = parts.map {
            PublicationDate(year: $0[0], month: $0[1], day: $0[2], basis: .given)
        }
        let received = try #require(CalendarDay(year: 2024, month: 3, day: 3))
        let upload = Upload(bytes: Array(text.utf8), given: fields, receivedOn: received)
        let draft = try #require(try ArticleParser().parse(upload).first)
        let warnings = draft.warnings.filter { $0.code == .futureDate }
        #expect(warnings.count == (isWarned ? 1 : 0), "\(draft.fields)")
        #expect(warnings.allSatisfy { $0.field == .published })
    }
}
