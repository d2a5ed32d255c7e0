import Articles
import Testing

@testable import ArticleParsing

@Suite struct TextParserPropertyTests {
    /// SplitMix64 (Steele, Lea, Flood 2014), so that a seed repeats a failure.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    private static let pieces = [
        "A council voted on Tuesday to keep the old harbour pool open until autumn, she said.",
        "Harbour pool stays open", "By Jane Roe", "By Jane Roe and John Doe, AP", "Oct 15, 2023",
        "Oct 15: The council met on Saturday and agreed on a plan for the harbour, it said.",
        "OSLO (NTB) - The bank raised its rate on Thursday, the governor said in a statement.",
        "Share", "Leave Comment", "(Al Jazeera)", "---", "* * *", "Related", "\u{C}", "\t", "",
        "", "• A link to another story", "1. First of the list, which is long enough to read",
        "新华社北京11月17日电 记者17日从有关部门获悉，相关工作正在推进。", "أعلنت الوزارة يوم الأحد عن خطة جديدة.",
        "Title: A headline", "“Quoted,” he said.", "\u{202E}\u{2066}bidi\u{2069}",
        "e\u{301}\u{301}",
        "© 2024 Example", "Correction: It was 1987, not 1988, when the bridge was opened here.",
        "https://news.example/a", "# Heading", "*By Jane Roe — January 11, 2024*", "[img_1]", "...",
    ]

    private static func text(seed: UInt64) -> String {
        var generator = Generator(state: seed)
        let ends = ["\n", "\n\n", "\r\n", " ", "\n\n\n"]
        var text = ""
        for _ in 0..<Int.random(in: 0...40, using: &generator) {
            text += pieces.randomElement(using: &generator) ?? ""
            text += ends.randomElement(using: &generator) ?? ""
        }
        return text
    }

    private static func drafts(_ text: String, split: SplitMode = .auto) throws -> [ArticleDraft] {
        let receivedOn = try #require(CalendarDay(year: 2_026, month: 11, day: 24))
        var given = GivenFields()
        given.split = split
        let description = InputDescription(
            bytes: text.utf8.count,
            charset: "utf-8",
            declaredType: nil,
            treatedAs: "text/plain",
            why: ""
        )
        return TextParser.drafts(
            of: DecodedText(
                text: text,
                description: description,
                given: given,
                receivedOn: receivedOn,
                warnings: []
            )
        )
    }

    @Test(arguments: 1...400 as ClosedRange<UInt64>)
    func `every span lies in the text and is not empty`(seed: UInt64) throws {
        let text = Self.text(seed: seed)
        let length = text.unicodeScalars.count
        for draft in try Self.drafts(text) {
            var spans = draft.fields.paragraphs.map(\.span)
            spans += draft.explanation.fields.compactMap(\.span)
            spans += draft.explanation.fields.flatMap(\.evidence).map(\.span)
            spans += draft.explanation.removed.map(\.span)
            for span in spans {
                #expect(
                    span.start >= 0 && span.start < span.end && span.end <= length,
                    "seed \(seed)"
                )
            }
            #expect(draft.fields.paragraphs.allSatisfy { !$0.text.isEmpty }, "seed \(seed)")
            #expect(draft.fields.headline != "" && draft.fields.source != "", "seed \(seed)")
            for note in draft.explanation.fields {
                #expect((0...1).contains(note.confidence ?? 0), "seed \(seed)")
            }
        }
    }

    @Test(arguments: 1...400 as ClosedRange<UInt64>)
    func `paragraphs and what is removed stand apart and in order`(seed: UInt64) throws {
        for draft in try Self.drafts(Self.text(seed: seed)) {
            let spans = draft.fields.paragraphs.map(\.span)
            for (span, next) in zip(spans, spans.dropFirst()) {
                #expect(span.end <= next.start, "seed \(seed)")
            }
            for removed in draft.explanation.removed {
                #expect(
                    !spans.contains { $0.range.overlaps(removed.span.range) },
                    "seed \(seed)"
                )
            }
        }
    }

    @Test(arguments: 1...400 as ClosedRange<UInt64>)
    func `every line with words is in a field or in what is left out`(seed: UInt64) throws {
        let text = Self.text(seed: seed)
        let drafts = try Self.drafts(text, split: .none)
        guard let draft = drafts.first else { return }
        var covered = Set<Int>()
        let fields = draft.explanation.fields.filter { $0.field != .text && $0.field != .language }
        for span in draft.fields.paragraphs.map(\.span) + fields.compactMap(\.span)
            + fields.flatMap(\.evidence).map(\.span) + draft.explanation.removed.map(\.span)
        {
            covered.formUnion(span.range)
        }
        // A line of which a part is in a field is not left out as a whole.
        let scalars = Array(text.unicodeScalars)
        let ends: Set<Unicode.Scalar> = ["\n", "\r", "\u{C}"]
        var start = 0
        for end in scalars.indices where ends.contains(scalars[end]) || end == scalars.count - 1 {
            let line = start..<end + 1
            start = end + 1
            guard line.contains(where: { scalars[$0].properties.isAlphabetic }) else { continue }
            let isCovered = !covered.isDisjoint(with: line)
            #expect(isCovered, "seed \(seed): \(String(String.UnicodeScalarView(scalars[line])))")
        }
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func `every field that was found is explained`(seed: UInt64) throws {
        for draft in try Self.drafts(Self.text(seed: seed)) {
            let fields = draft.fields
            let found: [(FieldName, Bool)] = [
                (.headline, fields.headline != nil), (.kicker, fields.kicker != nil),
                (.standfirst, fields.standfirst != nil), (.byline, fields.byline != nil),
                (.authors, !fields.authors.isEmpty), (.dateline, fields.dateline != nil),
                (.published, fields.published != nil), (.updated, fields.updated != nil),
                (.credit, fields.credit != nil), (.source, fields.source != nil),
                (.language, fields.language != nil), (.section, fields.section != nil),
                (.url, fields.url != nil), (.tags, !fields.tags.isEmpty),
                (.text, !fields.paragraphs.isEmpty), (.corrections, !fields.corrections.isEmpty),
            ]
            for (field, isThere) in found where isThere {
                let note = draft.explanation.fields.first { $0.field == field }
                #expect(
                    note?.rule != nil && note?.span != nil && note?.confidence != nil,
                    "seed \(seed): \(field)"
                )
            }
        }
    }

    @Test(arguments: 1...100 as ClosedRange<UInt64>)
    func `the same text gives the same articles`(seed: UInt64) throws {
        let text = Self.text(seed: seed)
        #expect(try Self.drafts(text) == Self.drafts(text), "seed \(seed)")
    }

    @Test(arguments: 1...100 as ClosedRange<UInt64>)
    func `an upload that is not to be split is at most one article`(seed: UInt64) throws {
        #expect(try Self.drafts(Self.text(seed: seed), split: .none).count <= 1, "seed \(seed)")
    }

    @Test(arguments: [
        String(repeating: "a\n", count: 20_000), String(repeating: "x", count: 200_000),
        String(repeating: "(", count: 50_000), String(repeating: "-\n", count: 20_000),
        "a" + String(repeating: "\u{301}", count: 10_000),
        String(repeating: "\u{202E}\u{2066}", count: 20_000),
        String(repeating: ".,;:!?", count: 20_000), String(repeating: "By A\n", count: 10_000),
        String(repeating: "[", count: 50_000) + String(repeating: "]", count: 50_000),
        "\u{0}\u{1}\u{FEFF}\u{FFFF}\u{10FFFF}", "\n", " ", "",
        String(repeating: ">", count: 100_000), String(repeating: "> ", count: 50_000),
        String(repeating: "“a b c d e”\n", count: 5_000),
        String(repeating: "— A B (@a) May 1\n", count: 5_000),
    ])
    func `hostile text does no harm`(text: String) throws {
        for draft in try Self.drafts(text) {
            #expect(draft.fields.headline != nil || !draft.fields.paragraphs.isEmpty)
        }
    }

    /// A text of so many lines that a step for each pair of them would be seen.
    private static func lines(_ kind: String, _ count: Int) -> String {
        let report =
            "Harbour pool stays open\n\nA council voted on Tuesday to keep the old harbour pool open"
            + " until autumn, said the mayor of the town, who swims there.\n\n"
        guard kind != "short sentences" else {
            return report + String(repeating: "He ran fast today.\n\n", count: count)
        }
        // Names in the letters of a number to the base 26, each in a line of its own.
        let letters = Array("abcdefghijklmnopqrstuvwxyz")
        let names = (0..<count).map { number in
            let word = [number, number / 26, number / 676].map { String(letters[$0 % 26]) }.joined()
            return "By Jane Ro\(word)\n"
        }
        return kind == "bylines above" ? names.joined() + report : report + names.joined()
    }

    @Test(arguments: [
        ("short sentences", 20_000), ("bylines above", 4_000), ("bylines below", 4_000),
    ])
    func `four times the lines take little more than four times the work`(
        kind: String,
        count: Int
    ) throws {
        func work(_ count: Int) throws -> Duration {
            let text = Self.lines(kind, count)
            let start = processorTime()
            let fields = try #require(try Self.drafts(text).first).fields
            let time = processorTime() - start
            #expect(fields.text.contains("who swims there"))
            return time
        }
        let few = try min(work(count), work(count))
        let many = try work(count * 4)
        #expect(many < few * 8, "\(count) lines take \(few), \(count * 4) take \(many)")
    }

    @Test func `a separator line cuts where it stands`() throws {
        let text =
            "One headline\nA sentence that is long enough to count as text here.\n=====\nTwo headline\nAnother sentence that is long enough to count as text.\n"
        #expect(try Self.drafts(text, split: .separator("=====")).count == 2)
    }

    @Test func `what the client gives overrides what is found`() throws {
        let receivedOn = try #require(CalendarDay(year: 2_026, month: 11, day: 24))
        var upload = Upload(
            bytes: Array("Oct 15: The council met on Saturday to talk about the pool.".utf8),
            receivedOn: receivedOn
        )
        upload.given.headline = "Given"
        upload.given.authors = ["Jane Roe"]
        upload.given.source = "Example"
        upload.given.published = PublicationDate(year: 2_020, month: 5, day: 1, basis: .given)
        let draft = try #require(try ArticleParser().parse(upload).first)
        #expect(draft.fields.headline == "Given" && draft.fields.source == "Example")
        #expect(draft.fields.authors.map(\.name) == ["Jane Roe"])
        #expect(draft.fields.published?.description == "2020-05-01")
        let notes = draft.explanation.fields.filter { $0.rule == "given" }
        #expect(Set(notes.map(\.field)) == [.headline, .authors, .source, .published])
        #expect(notes.allSatisfy { $0.confidence == 1 })
    }
}
