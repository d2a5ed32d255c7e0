import Articles
import Testing

@testable import ArticleStore

@Suite struct SearchParserTests {
    @Test(
        arguments: [
            // Words and phrases
            ("ferry", #""ferry""#, #""ferry""#),
            ("Ferry storm", #"("Ferry" AND "storm")"#, #"("Ferry" OR "storm")"#),
            (#""two words""#, #""two words""#, #""two words""#),
            ("“two words” x", #"("two words" AND "x")"#, #"("two words" OR "x")"#),
            ("«deux mots»", #""deux mots""#, #""deux mots""#),
            ("„zwei Wörter“", #""zwei Wörter""#, #""zwei Wörter""#),
            (#"x "not closed"#, #"("x" AND "not closed")"#, #"("x" OR "not closed")"#),
            (#"a"b c"d"#, #"("a" AND "b c" AND "d")"#, #"("a" OR "b c" OR "d")"#),
            // Operators
            ("a -b", #"("a" NOT "b")"#, #"("a" NOT "b")"#),
            ("a NOT b", #"("a" NOT "b")"#, #"("a" NOT "b")"#),
            (#"a -"b c" -d"#, #"("a" NOT ("b c" OR "d"))"#, #"("a" NOT ("b c" OR "d"))"#),
            ("a OR b c", #"(("a" OR "b") AND "c")"#, #"(("a" OR "b") OR "c")"#),
            (
                "a AND b c", #"("a" AND "b" AND "c")"#,
                #"(("a" AND "b") AND (("a" AND "b") OR "c"))"#
            ),
            ("+a b", #"("a" AND "b")"#, #"("a" AND ("a" OR "b"))"#),
            ("(a b) OR c", #"(("a" AND "b") OR "c")"#, #"(("a" OR "b") OR "c")"#),
            ("a -(b OR c)", #"("a" NOT ("b" OR "c"))"#, #"("a" NOT ("b" OR "c"))"#),
            ("ferr*", #""ferr" *"#, #""ferr" *"#),
            ("fe*", #""fe""#, #""fe""#),
            // Hyphens
            ("Al-Shaab", #"("Al-Shaab" OR "AlShaab")"#, #"("Al-Shaab" OR "AlShaab")"#),
            (
                "-Al-Shaab x", #"("x" NOT ("Al-Shaab" OR "AlShaab"))"#,
                #"("x" NOT ("Al-Shaab" OR "AlShaab"))"#
            ),
            // What is no operator is a word, or nothing
            ("or and not", #"("or" AND "and" AND "not")"#, #"("or" OR "and" OR "not")"#),
            ("OR x AND", #""x""#, #""x""#),
            ("NOT", nil, nil), ("- + * () \"\" …", nil, nil), ("", nil, nil),
            (" \u{0}\n", nil, nil),
            ("x) y (", #"("x" AND "y")"#, #"("x" OR "y")"#),
            ("a - b", #"("a" AND "b")"#, #"("a" OR "b")"#),
            ("x NOT !!! y", #"("x" AND "y")"#, #"("x" OR "y")"#),
            ("12:30 c++ @me", #"("12:30" AND "c++" AND "@me")"#, #"("12:30" OR "c++" OR "@me")"#),
            ("a\u{0}b", #"("a" AND "b")"#, #"("a" OR "b")"#),
            ("«a\"b»", #""a""b""#, #""a""b""#),
            ("«a\"\u{301}b»", "\"a\"\"\u{301}b\"", "\"a\"\"\u{301}b\""),
            ("-a", #""a""#, #""a""#), ("-a NOT b", #"("a" OR "b")"#, #"("a" OR "b")"#),
        ] as [(String, String?, String?)]
    )
    func `reads`(q: String, all: String?, any: String?) {
        let expression = SearchParser.parse(q)
        #expect(MatchExpression(expression, matchesAll: true)?.text == all)
        #expect(MatchExpression(expression, matchesAll: false)?.text == any)
        #expect(!expression.isCut)
    }

    @Test(
        arguments: [
            ("Ferry storm", true, "ferry AND storm"), ("Ferry storm", false, "ferry OR storm"),
            (#"a OR "b C" -d"#, true, #"(a OR "b c") NOT d"#), ("-a", true, "NOT a"),
            ("-a -b", true, "NOT (a OR b)"), ("+a b c", false, "+a OR b OR c"),
            ("ferr* Al-Shaab", true, "ferr* AND al-shaab"),
        ] as [(String, Bool, String)]
    )
    func `says how it reads a query`(q: String, matchesAll: Bool, wanted: String) {
        let expression = SearchParser.parse(q)
        #expect(MatchExpression(expression, matchesAll: matchesAll)?.description == wanted)
    }

    @Test func `looks at 64 terms and 1,024 characters, and says so`() {
        let terms = SearchParser.parse(Array(repeating: "a", count: 65).joined(separator: " "))
        #expect(terms.termCount == 64 && terms.isCut)
        let fitting = SearchParser.parse(Array(repeating: "a", count: 64).joined(separator: " "))
        #expect(fitting.termCount == 64 && !fitting.isCut)
        let long = SearchParser.parse(String(repeating: "x", count: 1_025))
        #expect(long.isCut && long.termCount == 1)
        #expect(!SearchParser.parse(String(repeating: "x", count: 1_024) + "   ").isCut)
    }

    @Test func `deep parentheses are read to a depth and then passed over`() {
        let deep = String(repeating: "(", count: 500) + "a" + String(repeating: ")", count: 500)
        #expect(MatchExpression(SearchParser.parse(deep), matchesAll: true)?.text == #""a""#)
    }

    @Test func `required groups within groups grow with their length, not with their depth`() {
        let depth = 16
        let q =
            String(repeating: "+(", count: depth) + "a" + String(repeating: ") b", count: depth)
        let match = MatchExpression(SearchParser.parse(q), matchesAll: false)
        #expect((match?.phrases.count ?? 0) <= depth * depth)
        let nested = MatchExpression(SearchParser.parse("+(+a b) c"), matchesAll: false)
        #expect(nested?.text == #"(("a" AND ("a" OR "b")) AND ("a" OR "c"))"#)
    }

    @Test func `whatever is typed has an answer`() throws {
        let fixture = try StoreFixture()
        try fixture.add("Ferry sails", "The harbour opened \"again\" — a storm* (OR) NOT near.") {
            $0.source = "Coast"
        }
        let reader = try fixture.reader()
        let pieces = [
            "\"", "“", "”", "«", "»", "'", "-", "+", "*", "(", ")", "^", ":", "{", "}", "NEAR(",
            "OR", "AND", "NOT", "\u{0}", "\u{1}", " ", "  ", "\n", "ferry", "storm", "a", "é",
            "🦉", "e\u{301}", "\u{301}", "\u{200D}", "\u{FEFF}", "漢字", "ไทย", "ا", "१", "\u{E000}",
            "\u{10FFFF}", "--", "\\", ";", "%", "_", "headline:", "\u{2011}", "x-y", "ſ", "K",
        ]
        let seed = UInt64.random(in: 0 ... .max)
        var generator = SeededGenerator(seed: seed)
        for round in 0..<3_000 {
            var query = ArticleQuery()
            let count = Int.random(in: 0...14, using: &generator)
            let q = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            query.q = q
            query.match = ArticleQuery.Match.allCases.randomElement(using: &generator) ?? .auto
            query.sort = ArticleQuery.Sort.allCases.randomElement(using: &generator)
            query.highlight = .mark
            if round % 3 == 0 { query.sources = [.init(values: ["coast"])] }
            #expect(throws: Never.self, "seed \(seed), q \(q.debugDescription)") {
                let page = try reader.page(query)
                #expect(page.total == page.hits.count)
                #expect((page.parsedQuery == nil) == (page.matchedAll == nil))
                for hit in page.hits { #expect(hit.score.map { $0 > 0 && $0 <= 1 } ?? true) }
            }
        }
    }
}
