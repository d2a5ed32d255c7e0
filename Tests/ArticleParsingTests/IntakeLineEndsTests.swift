import Foundation
import Testing

@testable import ArticleParsing

/// Articles of ours, stripped as `curl -d @file` strips them and put together again.
@Suite struct IntakeLineEndsTests {
    /// A text as curl sends it, and where its line ends stood, counted in its scalars.
    private func stripped(_ article: String) -> (text: String, ends: Set<Int>) {
        var text = String.UnicodeScalarView()
        var ends: Set<Int> = []
        for scalar in article.unicodeScalars {
            if scalar == "\n" { ends.insert(text.count) } else { text.append(scalar) }
        }
        ends.remove(text.count)
        return (String(text), ends)
    }

    private func ends(in restored: String) -> Set<Int> { stripped(restored).ends }

    @Test func `puts back nearly all line ends and hardly any other`() throws {
        let articles = try vectors("articles.txt").map { $0.joined(separator: "\n") }
        #expect(articles.count >= 8)
        var right = 0
        var wrong = 0
        var missing = 0
        for article in articles {
            let (text, wanted) = stripped(article)
            let restored = try #require(LostLineEnds.restored(in: text), "\(text.prefix(60))")
            let found = ends(in: restored.text)
            right += found.intersection(wanted).count
            wrong += found.subtracting(wanted).count
            missing += wanted.subtracting(found).count
            // Nothing but line ends is added, and nothing is taken away.
            #expect(stripped(restored.text).text == text)
        }
        #expect(Double(right) / Double(right + wrong) >= 0.98, "\(right) right, \(wrong) wrong")
        #expect(
            Double(right) / Double(right + missing) >= 0.9,
            "\(right) right, \(missing) missing"
        )
    }

    @Test func `leaves every paragraph alone`() throws {
        for article in try vectors("articles.txt") {
            for paragraph in article {
                #expect(LostLineEnds.restored(in: paragraph) == nil, "\(paragraph)")
            }
            // As a person writes it: one paragraph, spaces between the sentences.
            #expect(LostLineEnds.restored(in: article.dropFirst().joined(separator: " ")) == nil)
        }
    }

    @Test(
        arguments: [
            """
            McDonald's and YouTube say their iPhone apps, written in JavaScript, will follow the \
            U.S.A. and E.U. rules; version 3.5 of PlayStation's SDK is at www.example.com/Docs.Html \
            or from J.R.R. Hartley, Ph.D., of St.Albans at info@Example.Org by 3 p.m.EST.
            """,
            """
            The ASP.NET and Node.JS teams of Booking.Com met Yahoo! Inc. on Monday; Dr.Smith and \
            Mr.Jones of DeSantis & MacArthur took the minutes, 12.5 pages of them, No.7 in a row.
            """,
            String(repeating: "word ", count: 100),
            String(repeating: ".", count: 500),
            String(repeating: "a.B", count: 200),
            String(repeating: "Ah.Oh.", count: 100),
        ]
    )
    func `leaves a text of one line alone`(_ text: String) {
        #expect(LostLineEnds.restored(in: text) == nil)
    }

    @Test func `leaves a text with line ends alone`() {
        let text = String(
            repeating: "It was said on Monday that the boats would sail again by the week's end.",
            count: 9
        )
        #expect(LostLineEnds.restored(in: text) != nil)
        #expect(LostLineEnds.restored(in: text + "\n") == nil)
    }

    @Test func `parts two files that curl joined`() throws {
        let first = """
            Crews on the island ferries went back to work on Monday after a strike of two weeks.\
            The company said that all boats would sail by the end of the week.
            """
        let second = """
            The museum by the harbour opens a new wing for children, its director said.\
            It will show how boats were built in the town until the last yard was closed.
            """
        let restored = try #require(LostLineEnds.restored(in: first + "&" + second))
        #expect(restored.text.contains("week.\nThe museum"))
        #expect(restored.warning.detail.contains("-F"))
    }

    @Test func `parts Chinese paragraphs at their indentation`() throws {
        let paragraph = "\u{3000}\u{3000}市议会星期二决定重建旧桥。工程将于明年春天开始，预计需要一年左右的时间，市长说。"
        let text = String(repeating: paragraph, count: 4)
        let restored = try #require(LostLineEnds.restored(in: text))
        #expect(
            ends(in: restored.text)
                == stripped(Array(repeating: paragraph, count: 4).joined(separator: "\n")).ends
        )
    }

    /// The work on one text is compared with that on another of its size, so that neither the
    /// machine nor the build counts: what is done for a mark must not grow with what is before it.
    @Test(
        arguments: [
            "said.The ", "a.\"", "(\"", "“„»«", "aA", ".)", "@", "word.Word", "x:Y", "!A", "ab.Cd",
            "abcd.Efgh", "!'A", "www.", "é.É", String(repeating: "a", count: 60) + ".Cdefg",
            "Boats sail againOn Monday " + String(repeating: "x", count: 60) + ".Bc",
        ]
    )
    func `takes little more work for any text than for prose`(_ unit: String) {
        let prose = work(on: "The boats of the town sail again on Monday, its mayor said. ")
        #expect(work(on: unit) < prose * 20, "prose takes \(prose)")
    }

    /// The processor time that a text of a quarter of a megabyte takes, the least of three times.
    private func work(on unit: String) -> Duration {
        let text = String(repeating: unit, count: (256 << 10) / unit.utf8.count)
        return (0..<3).map { _ in processorTime { _ = LostLineEnds.restored(in: text) } }.min()
            ?? .zero
    }
}
