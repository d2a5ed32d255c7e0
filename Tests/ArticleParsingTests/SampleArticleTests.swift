import Articles
import Foundation
import Testing

@testable import ArticleParsing

/// The sample of the API's documentation, read where it lies beside the package.
@Suite struct SampleArticleTests {
    static let path = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared/seed/article.txt").standardizedFileURL.path
    static let isThere = FileManager.default.fileExists(atPath: path)

    private func draft() throws -> ArticleDraft {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: Self.path)))
        let receivedOn = try #require(CalendarDay(year: 2_026, month: 11, day: 23))
        let drafts = try ArticleParser().parse(Upload(bytes: bytes, receivedOn: receivedOn))
        #expect(drafts.count == 1)
        return try #require(drafts.first)
    }

    @Test(.enabled(if: isThere, "the sample is not there"))
    func `the sample's fields are those of the documentation`() throws {
        let fields = try draft().fields
        #expect(
            fields.headline
                == "Hamas, Iran leaders agree to 'continue cooperation' after attack on Israel"
        )
        #expect(fields.published?.description == "2023-10-15")
        #expect(fields.published?.basis == .inferred)
        #expect(fields.dateline?.raw == "Oct 15:")
        #expect(fields.dateline?.place == nil)
        #expect(fields.byline == nil && fields.authors.isEmpty)
        #expect(fields.credit == "Al Jazeera" && fields.source == "Al Jazeera")
        #expect(fields.kicker == nil && fields.standfirst == nil && fields.corrections.isEmpty)
        #expect(fields.paragraphs.count == 13)
        #expect(fields.paragraphs.allSatisfy { $0.kind == .paragraph })
        #expect(fields.summary?.hasPrefix("Hamas leader Ismail Haniyeh met") == true)
        #expect(fields.paragraphs.first?.span == Span(83, 325))
    }

    @Test(.enabled(if: isThere, "the sample is not there"))
    func `the sample's explanation is that of the documentation`() throws {
        let draft = try draft()
        let notes = Dictionary(
            uniqueKeysWithValues: draft.explanation.fields.map { ($0.field, $0) }
        )
        let headline = try #require(notes[.headline])
        #expect(headline.rule == "first_line_short_no_period" && headline.confidence == 0.95)
        #expect(headline.span == Span(0, 74))
        let dateline = try #require(notes[.dateline])
        #expect(dateline.rule == "month_day_colon_at_paragraph_start")
        #expect(dateline.span == Span(75, 82) && dateline.confidence == 0.97)
        let published = try #require(notes[.published])
        #expect(published.rule == "dateline_month_day + weekday_check")
        #expect(published.confidence == 0.7)
        #expect(published.alternatives == ["2022-10-15", "2017-10-15", "2016-10-15"])
        #expect(
            published.evidence.map(\.span)
                == [Span(371, 382), Span(586, 597), Span(1_303, 1_314), Span(2_531, 2_542)]
        )
        #expect(published.evidence.allSatisfy { $0.text == "on Saturday" })
        let credit = try #require(notes[.credit])
        #expect(credit.rule == "last_line_in_parentheses" && credit.confidence == 0.96)
        #expect(credit.span == Span(3_026, 3_038))
        #expect(notes[.source]?.rule == "from_credit" && notes[.source]?.confidence == 0.8)
        #expect(notes[.byline]?.tried == ["by_line", "trailing_name"])
        #expect(
            draft.explanation.removed
                == [
                    RemovedText(
                        text: "Leave Comment",
                        line: 16,
                        span: Span(3_039, 3_052),
                        rule: "furniture_list"
                    )
                ]
        )
    }

    @Test(.enabled(if: isThere, "the sample is not there"))
    func `the sample's warnings are those of the documentation`() throws {
        let warnings = try draft().warnings
        #expect(warnings.map(\.code) == [.yearInferred, .textRemoved])
        #expect(
            warnings.first?.detail
                == "The text says 'Oct 15' without a year; 2023 fits the four mentions of Saturday."
        )
        #expect(
            warnings.first?.remedy == .parameter(name: "published_at", value: "2023-10-15")
        )
        #expect(
            warnings.last?.detail == "1 line of page furniture was left out of the body."
        )
    }
}
