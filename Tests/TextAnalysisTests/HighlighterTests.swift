import Articles
import Testing

@testable import TextAnalysis

@Suite struct HighlighterTests {
    private func highlighter(_ q: String, marks: Highlight = .mark) throws -> Highlighter? {
        let plan = QueryCompiler([]).plan(SearchParser.parse(q), matchesAll: true)
        guard plan.isRanked else { return nil }
        return Highlighter(
            HighlightTerms(plan),
            language: TextLanguage(nil),
            analyzer: Analyzer(),
            marks: marks
        )
    }

    @Test(
        arguments: [
            ("ferry", "The Ferry sails", "The <mark>Ferry</mark> sails"),
            ("FERRY", "ferry, ferry", "<mark>ferry</mark>, <mark>ferry</mark>"),
            ("resume", "Their Résumé", "Their <mark>Résumé</mark>"),
            (
                "résumé", "re\u{301}sume\u{301}s resume\u{301}",
                "<mark>re\u{301}sume\u{301}s</mark> <mark>resume\u{301}</mark>"
            ),
            ("\"a storm\"", "a storm, storm a", "<mark>a storm</mark>, storm a"),
            (
                "Al-Shaab", "al shaab, AlShaab, Al-Shaab",
                """
                <mark>al shaab</mark>, <mark>AlShaab</mark>, <mark>Al-Shaab</mark>
                """
            ),
            ("minis*", "ministers in mini", "<mark>ministers</mark> in mini"),
            ("a -b", "a b", "<mark>a</mark> b"),
            (
                "x", "<b>x</b> & \"x\"",
                """
                &lt;b&gt;<mark>x</mark>&lt;/b&gt; &amp; &quot;<mark>x</mark>&quot;
                """
            ),
            ("ferry", "nothing here", nil), ("ferry", "", nil), ("-ferry", "ferry", nil),
            ("storm \"a storm\"", "a storm", "<mark>a storm</mark>"),
            ("漢字", "漢字", "<mark>漢字</mark>"),
            ("a\"b", "a b", "<mark>a</mark> <mark>b</mark>"),
        ] as [(String, String, String?)]
    )
    func `marks the words that matched`(q: String, text: String, wanted: String?) throws {
        #expect(try highlighter(q)?.whole(text) == wanted)
    }

    @Test func `escapes for HTML only with mark`() throws {
        let stars = Highlight(start: "*", end: "*")
        #expect(try highlighter("x", marks: stars)?.whole("<x> & y") == "<*x*> & y")
    }

    private func passages(_ q: String, _ paragraphs: [String]) throws -> [String] {
        var text = paragraphs.joined(separator: "\n\n")
        var ranges: [Range<Int>] = []
        var start = 0
        for paragraph in paragraphs {
            ranges.append(start..<(start + paragraph.utf8.count))
            start += paragraph.utf8.count + 2
        }
        let highlighter = try #require(try highlighter(q))
        return text.withUTF8 {
            highlighter.passages(UnsafeRawBufferPointer($0), paragraphs: ranges)
        }
    }

    @Test func `a short paragraph is shown whole, the one with most words first`() throws {
        #expect(
            try passages("ferry storm", ["A ferry.", "Nothing.", "Storm and ferry.", "A storm."])
                == ["<mark>Storm</mark> and <mark>ferry</mark>."]
        )
        #expect(
            try passages("ferry storm", ["A ferry.", "Nothing.", "A storm."])
                == ["A <mark>ferry</mark>.", "A <mark>storm</mark>."]
        )
        #expect(try passages("ferry", ["Nothing."]) == [])
    }

    @Test func `a long paragraph is cut between words, near its sentence`() throws {
        let filler = Array(repeating: "Words go on and on here.", count: 30).joined(separator: " ")
        let found = try passages("ferry", [filler + " Then the ferry came. " + filler])
        let passage = try #require(found.first)
        #expect(found.count == 1)
        #expect(passage.hasPrefix("… ") && passage.hasSuffix(" …"))
        #expect(passage.contains("Then the <mark>ferry</mark> came."))
        let bare = passage.dropFirst(2).dropLast(2)
        #expect(bare.hasPrefix("Words go") || bare.hasPrefix("Then"))
        #expect((150...260).contains(bare.unicodeScalars.count))
    }

    @Test(
        arguments: [
            ("It sails at noon.", true), ("It does!", true), ("In 1987.", true),
            ("He says so.", true), ("the U.S.", false), ("with Mr.", false), ("at 5 p.m.", false),
            ("Initial J.", false), ("Nobody knows", false),
        ]
    )
    func `tells where a sentence ends`(text: String, isEnd: Bool) throws {
        let highlighter = try #require(try highlighter("ferry"))
        var text = text
        let found = text.withUTF8 {
            highlighter.endsSentence(UnsafeRawBufferPointer($0), $0.count - 1)
        }
        #expect(found == isEnd)
    }

    @Test func `a passage ends with a sentence where one ends near`() throws {
        let filler = Array(repeating: "words go on and on here", count: 20).joined(separator: " ")
        let text = "\(filler). The ferry came and then there was silence on the water for a long "
        let found = try passages(
            "ferry",
            [
                text
                    + "and rather tedious while, as everybody who stood on it knew by the evening. "
                    + filler
            ]
        )
        #expect(try #require(found.first).hasSuffix("by the evening. …"))
    }

    @Test func `passages of any text are cut from it, between scalars and within bounds`() throws {
        let words = [
            "ferry", "storm", "naïve", "漢字仮名交じり文", "🦉🦉", "a", "x-y", "—", "e\u{301}", "ไทยภาษา",
        ]
        let seed = UInt64.random(in: 0 ... .max)
        var generator = SeededGenerator(seed: seed)
        let plain = Highlight(start: "[", end: "]")
        let highlighter = try #require(
            try highlighter("ferry storm \"a x\" naive 漢字* 🦉", marks: plain)
        )
        for _ in 0..<300 {
            let paragraphs = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
                (0..<Int.random(in: 1...200, using: &generator)).map { _ in
                    words.randomElement(using: &generator) ?? ""
                }.joined(separator: Bool.random(using: &generator) ? " " : "")
            }
            var text = paragraphs.joined(separator: "\n\n")
            var ranges: [Range<Int>] = []
            var start = 0
            for paragraph in paragraphs {
                ranges.append(start..<(start + paragraph.utf8.count))
                start += paragraph.utf8.count + 2
            }
            let copy = text
            let found = text.withUTF8 {
                highlighter.passages(UnsafeRawBufferPointer($0), paragraphs: ranges)
            }
            #expect(found.count <= 2, "seed \(seed)")
            for passage in found {
                var bare = String.UnicodeScalarView()
                bare.append(
                    contentsOf: passage.unicodeScalars.filter { $0 != "[" && $0 != "]" }
                )
                var cut = String(bare)
                if cut.hasPrefix("… ") { cut.removeFirst(2) }
                if cut.hasSuffix(" …") { cut.removeLast(2) }
                #expect(!cut.unicodeScalars.contains("\u{FFFD}"), "seed \(seed)")
                #expect(
                    paragraphs.contains { $0.utf8.contains(subsequence: Array(cut.utf8)) },
                    "seed \(seed): \(cut) of \(copy)"
                )
                #expect(cut.unicodeScalars.count <= 520, "seed \(seed)")
            }
        }
    }
}

extension String.UTF8View {
    fileprivate func contains(subsequence wanted: [UInt8]) -> Bool {
        let bytes = Array(self)
        guard wanted.count <= bytes.count else { return false }
        return (0...(bytes.count - wanted.count)).contains { start in
            bytes[start..<(start + wanted.count)].elementsEqual(wanted)
        }
    }
}

/// Random numbers that a seed repeats (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
