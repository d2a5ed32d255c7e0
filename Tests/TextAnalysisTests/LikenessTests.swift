import Articles
import Testing
import TextAnalysis

@Suite struct LikenessTests {
    /// Words of which every one is as rare as the others; counts what it is asked.
    private final class Words: Lexicon {
        private(set) var asked = 0

        func has(_ group: SearchPlan.Group) -> Bool { true }
        func frequency(of group: SearchPlan.Group) -> Int64 {
            asked += 1
            return 1
        }
        func level(of word: String) -> Int? {
            asked += 1
            return word == "unheard" ? nil : 1
        }
        func words(beginningWith prefix: String, limit: Int) -> [String] { [] }
        func forEachWord(
            beginningWith prefix: String,
            _ visit: (_ word: UnsafeRawBufferPointer, _ level: Int) -> Void
        ) {}
    }

    private static func fields(_ text: String, language: String = "en") -> ArticleFields {
        var fields = ArticleFields()
        fields.language = language
        fields.paragraphs = [Paragraph(text: text, span: Span(0, 0))]
        return fields
    }

    @Test func `a text is asked for by the words that it has most of`() {
        let text = "The ferry, the ferry and the pier; an unheard word."
        let plan = Likeness(Self.fields(text), articleCount: 100, by: Words()).plan
        let weights = plan.groups.compactMap(\.weight)
        #expect(weights.count == 3 && weights[0] == 0.5)
        #expect(!plan.matchesAll)
    }

    // Latin words are looked up, pairs of ideographs counted.
    @Test(arguments: ["en", "zh"])
    func `a text of very many words costs no more than so many look-ups`(language: String) {
        let words = (0..<20_000).map { number in
            guard language == "en" else {
                return String(Character(Unicode.Scalar(0x4E00 + number) ?? "雨"))
            }
            let letters = [number / 676, number / 26, number].map { UInt8(0x61 + $0 % 26) }
            return "word" + String(decoding: letters, as: UTF8.self)
        }
        let lexicon = Words()
        let text = words.joined(separator: language == "en" ? " " : "")
        let plan = Likeness(
            Self.fields(text, language: language),
            articleCount: 1_000_000,
            by: lexicon
        ).plan
        #expect(lexicon.asked <= 2_000)
        #expect(plan.groups.count == 25)
    }
}
