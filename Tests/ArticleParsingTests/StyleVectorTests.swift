import Articles
import Foundation
import Testing

@testable import ArticleParsing

/// How newspapers of many languages name place, agency, people and day, from `Vectors/styles.txt`.
@Suite struct StyleVectorTests {
    /// A line of the table.
    struct Style: Sendable, CustomTestStringConvertible {
        var language: String
        var position: String
        var words: String
        var place: String
        var source: String
        var authors: String
        var day: String

        var testDescription: String { "\(language) \(position) \(words)" }
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Vectors")

    private static func lines(of name: String) -> [String] {
        let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
        return (text ?? "").components(separatedBy: "\n").filter { !$0.hasPrefix("#") }
    }

    static let styles: [Style] = lines(of: "styles.txt").compactMap { line in
        let parts = line.components(separatedBy: "\t")
        guard parts.count == 7 else { return nil }
        let words = parts[2].dropFirst().dropLast()
            .replacingOccurrences(of: "¶", with: "\n").replacingOccurrences(of: "¦", with: "|")
        return Style(
            language: parts[0],
            position: parts[1],
            words: words,
            place: parts[3],
            source: parts[4],
            authors: parts[5],
            day: parts[6]
        )
    }

    /// Headline and two paragraphs by language.
    private static let texts: [String: [String]] = {
        let groups = lines(of: "style-texts.txt").split(separator: "")
        return Dictionary(
            uniqueKeysWithValues: groups.map { ($0[$0.startIndex], Array($0.dropFirst())) }
        )
    }()

    @Test func `there are styles`() {
        #expect(Self.styles.count >= 400)
        #expect(Set(Self.styles.map(\.language)).count >= 20)
    }

    @Test(arguments: styles)
    func `a style is understood`(style: Style) throws {
        let text = try #require(Self.texts[style.language])
        let (headline, first, second) = (text[0], text[1], text[2])
        let isLead = style.position == "lead"
        var paste = headline + "\n"
        if style.position == "head" { paste += "\n" + style.words + "\n" }
        paste += "\n" + (isLead ? style.words : "") + first + "\n\n" + second + "\n"
        if style.position == "tail" { paste += "\n" + style.words + "\n" }
        let upload = Upload(
            bytes: Array(paste.utf8),
            receivedOn: try #require(CalendarDay(year: 2_026, month: 11, day: 26))
        )
        let drafts = try ArticleParser().parse(upload)
        try #require(drafts.count == 1)
        let fields = drafts[0].fields
        #expect(fields.headline == headline)
        check(fields.dateline?.place, style.place, "place")
        check(fields.source, style.source, "source")
        check(fields.authors.map(\.name).joined(separator: ", "), style.authors, "authors")
        check(fields.published?.calendarDay?.description, style.day, "day")
        let paragraphs = fields.paragraphs.map(\.text)
        try #require(paragraphs.count == 2)
        // Chinese reporters in brackets stay in front of the text.
        #expect(isLead ? paragraphs[0].hasSuffix(first) : paragraphs[0] == first)
        #expect(paragraphs[1] == second)
    }

    private func check(_ found: String?, _ wanted: String, _ field: Comment) {
        guard wanted != "*" else { return }
        let choices = wanted.components(separatedBy: " ‖ ")
        #expect(choices.contains(found ?? ""), field)
    }
}
