import Articles
import Testing

@testable import ArticleParsing

/// Markdown, and what stands before it.
@Suite struct MarkdownTests {
    private func draft(_ text: String) throws -> ArticleDraft {
        var given = GivenFields()
        given.format = .markdown
        let upload = Upload(
            bytes: Array(text.utf8),
            given: given,
            receivedOn: IntakeCurlTests.day
        )
        return try #require(try ArticleParser().parse(upload).first)
    }

    @Test func `a first heading is the headline, and marks are no text`() throws {
        let fields = try draft(
            """
            # The *ferry* sails

            WESTHAVEN (AP) — The [ferry](https://news.example) sailed on **Monday**,
            the council said.

            ## What now

            - One boat
            - Two boats

            > It was late.

            ![A pier](pier.jpg)
            """
        ).fields
        #expect(fields.headline == "The ferry sails")
        #expect(fields.dateline?.place == "WESTHAVEN")
        #expect(
            fields.paragraphs.map(\.text) == [
                "The ferry sailed on Monday, the council said.", "What now", "One boat",
                "Two boats", "It was late.",
            ]
        )
        #expect(
            fields.paragraphs.map(\.kind)
                == [.paragraph, .subhead, .listItem, .listItem, .quotation]
        )
    }

    @Test(
        arguments: [
            """
            ---
            title: "Ferry: it sails"   # a comment
            date: 2024-03-03T10:15:00+01:00
            authors:
              - name: Jane Roe
                role: Reporter
              - John Doe
            tags: [harbour, "ships, old"]
            section: World
            description: >
              Not the
              text.
            ---
            The ferry sailed on Monday.
            """,
            """
            +++
            title = "Ferry: it sails"
            date = 2024-03-03T10:15:00+01:00
            authors = ["Jane Roe", "John Doe"]
            tags = ["harbour", "ships, old"]
            section = "World"
            [extra]
            draft = false
            +++

            The ferry sailed on Monday.
            """,
        ]
    )
    func `front matter says what the text does not`(text: String) throws {
        let draft = try draft(text)
        let fields = draft.fields
        #expect(fields.headline == "Ferry: it sails")
        #expect(fields.published?.description == "2024-03-03T10:15:00+01:00")
        #expect(fields.authors.map(\.name) == ["Jane Roe", "John Doe"])
        #expect(fields.tags == ["harbour", "ships, old"])
        #expect(fields.section == "World")
        #expect(fields.paragraphs.map(\.text) == ["The ferry sailed on Monday."])
        #expect(
            draft.explanation.fields.first { $0.field == .headline }?.rule == "front_matter_title"
        )
    }

    @Test(
        arguments: [
            ("---\ntitle: A\nwhat\n---\nText came.", 3), ("---\ntitle: \"A\n---\nText came.", 2),
            ("+++\ntitle\n+++\nText came.", 2), ("---\ntags: [a, b\n---\nText came.", 2),
        ]
    )
    func `front matter that is not understood says its line`(text: String, line: Int) {
        #expect {
            try draft(text)
        } throws: { error in
            guard case .malformed(.markdown, _, line, _) = error as? ParsingError else {
                return false
            }
            return true
        }
    }

    @Test(arguments: ["\n", "\r", "*"])
    func `more lines and marks than an article has are read as text`(mark: String) {
        let few = String(repeating: "a", count: MarkdownRendering.mostMarks)
        let marks = String(repeating: mark, count: MarkdownRendering.mostMarks)
        #expect(MarkdownRendering.takes(few + marks))
        #expect(!MarkdownRendering.takes(few + marks + mark))
    }

    @Test func `hostile Markdown ends in time`() throws {
        for pattern in ["> ", "- ", "[", "*a_ ", "`", "![", "<a "] {
            let times = [12_500, 12_500, 50_000].map { count in
                let text = String(repeating: pattern, count: count) + "\n\nThe ferry sailed."
                return processorTime(of: { _ = try? draft(text) })
            }
            #expect(times[2] < max(times[0], times[1]) * 8 + .seconds(1), "\(pattern)")
        }
    }
}
