import Articles
import Testing

@testable import TextAnalysis

@Suite struct SearchParserTests {
    private static func plan(_ q: String, _ matchesAll: Bool?) -> SearchPlan {
        QueryCompiler([]).plan(SearchParser.parse(q), matchesAll: matchesAll)
    }

    @Test(
        arguments: [
            // Words and phrases
            ("Ferry", "ferry", "ferry"), ("Ferry storm", "ferry AND storm", "ferry OR storm"),
            (#""two Words""#, #""two words""#, #""two words""#),
            ("“two words” x", #""two words" AND x"#, #""two words" OR x"#),
            ("«deux mots»", #""deux mots""#, #""deux mots""#),
            (#"x "not closed"#, #"x AND "not closed""#, #"x OR "not closed""#),
            (#"z"b c"d"#, #"z AND "b c" AND d"#, #"z OR "b c" OR d"#),
            // Operators
            ("x -b", "x NOT b", "x NOT b"), ("x NOT b", "x NOT b", "x NOT b"),
            (#"x -"b c" -d"#, #"x NOT ("b c" OR d)"#, #"x NOT ("b c" OR d)"#),
            ("x OR b c", "(x OR b) AND c", "(x OR b) OR c"),
            ("+x b", "x AND b", "+x OR b"), ("x AND b c", "x AND b AND c", "+(x AND b) OR c"),
            ("(x b) OR c", "(x AND b) OR c", "(x OR b) OR c"),
            ("x -(b OR c)", "x NOT (b OR c)", "x NOT (b OR c)"),
            ("ferr*", "ferr*", "ferr*"), ("fe*", "fe", "fe"),
            ("-x", "NOT x", "NOT x"), ("-x -y", "NOT (x OR y)", "NOT (x OR y)"),
            // Fields and facts
            ("headline:storm sea", "headline:storm AND sea", "headline:storm OR sea"),
            (#"by:"Ines Carrow""#, #"byline:"ines carrow""#, #"byline:"ines carrow""#),
            ("body:(x y)", "body:x AND body:y", "body:x OR body:y"),
            (
                "storm source:\"Coast News\"", "source:coast news AND storm",
                "+source:coast news OR storm"
            ),
            ("storm -language:fr", "storm NOT language:fr", "storm NOT language:fr"),
            ("storm before:2023-10 after:2022", "storm", "storm"),
            ("12:30 quote:x", "12:30 AND quote:x", "12:30 OR quote:x"),
            ("before:noon storm", "noon AND storm", "noon OR storm"),
            // What is no operator is a word, or nothing
            ("OR x AND", "x", "x"), ("NOT", "", ""), ("- + * () \"\" …", "", ""), ("", "", ""),
            (" \u{0}\n", "", ""), ("x) y (", "x AND y", "x OR y"), ("x - b", "x AND b", "x OR b"),
            ("x NOT !!! y", "x AND y", "x OR y"), ("z\u{0}b", "z AND b", "z OR b"),
            // Stop words count where nothing else does
            ("the storm of the year", "storm AND year", "storm OR year"),
            (
                "to be or not to be", "to AND be AND or AND not AND to AND be",
                "to OR be OR or OR not OR to OR be"
            ),
            ("the WHO report", "who AND report", "who OR report"),
            ("\"the storm\" of x", "\"the storm\" AND x", "\"the storm\" OR x"),
        ] as [(String, String, String)]
    )
    func `reads`(q: String, all: String, any: String) {
        let expression = SearchParser.parse(q)
        #expect(Self.plan(q, true).reading == all)
        #expect(Self.plan(q, false).reading == any)
        #expect(!expression.isCut)
    }

    @Test(
        arguments: [
            ("x y z", true), ("w x y z", false), ("the x of y and z", true), ("w x \"y z\"", true),
        ] as [(String, Bool)]
    )
    func `asks for all of up to three words`(q: String, isAll: Bool) {
        #expect(Self.plan(q, nil).matchesAll == isAll)
    }

    @Test func `dates narrow the whole query`() {
        let expression = SearchParser.parse("storm after:2022-03-01 before:2023-10")
        #expect(expression.from?.rfc3339 == "2022-03-01T00:00:00Z")
        #expect(expression.until?.rfc3339 == "2023-10-01T00:00:00Z")
        let negated = SearchParser.parse("storm -before:2023")
        #expect(negated.from?.rfc3339 == "2023-01-01T00:00:00Z" && negated.until == nil)
    }

    @Test(
        arguments: [
            ("Amir-Abdollahian", [["amir", "abdollahian"], ["amirabdollahian"]]),
            ("U.N.", [["un"]]), ("Iran’s", [["iran"]]), ("hospitals", [["hospit"]]),
            (
                "\"Hossein Amir-Abdollahian praised\"",
                [
                    ["hossein", "amir", "abdollahian", "prais"],
                    ["hossein", "amirabdollahian", "prais"],
                ]
            ),
            ("résumé", [["resum"], ["resume"]]), ("東京", [["東京"]]),
        ] as [(String, [[String]])]
    )
    func `looks for all forms of a word`(q: String, forms: [[String]]) {
        let plan = Self.plan(q, true)
        #expect(plan.groups.map { $0.phrases.map(\.terms) } == [forms])
    }

    @Test func `looks for a word by the languages of the archive`() {
        let compiler = QueryCompiler([
            .init(name: "en", count: 60), .init(name: "de", count: 40),
            .init(name: "fi", count: 0),
        ])
        let plan = compiler.plan(SearchParser.parse("Regierungen"), matchesAll: nil)
        #expect(Set(plan.groups[0].phrases.map(\.terms)) == [["regierungen"], ["regier"]])
    }

    @Test func `a word typed twice counts twice`() {
        let plan = Self.plan("storm sea storm", false)
        #expect(plan.groups.map(\.weight) == [2, 1])
    }

    @Test func `looks for 64 different words beside stop words, and says where there are more`() {
        let words = (0..<65).map { "w\($0)" }
        let cut = Self.plan(words.joined(separator: " "), nil)
        #expect(cut.groups.count == 64 && cut.isCut)
        #expect(cut.groups.last?.word == "w63")
        let repeated = Self.plan(
            (words.dropLast() + words).dropLast().joined(separator: " of "),
            nil
        )
        #expect(repeated.groups.map(\.weight) == Array(repeating: 2, count: 64) && !repeated.isCut)
    }

    @Test func `looks at 1,024 characters, and says where there are more`() {
        #expect(SearchParser.parse(String(repeating: "x", count: 1_025)).isCut)
        #expect(!SearchParser.parse(String(repeating: "x", count: 1_024) + "   ").isCut)
    }

    @Test(
        arguments: [
            // In a sentence in capitals, or in one with as many stop words, they are words.
            (
                "THE FERRY AND THE STORM THAT DID NOT COME",
                "ferry OR storm OR come"
            ),
            (
                "the ferry did NOT sail in the storm AND the crew came home",
                "ferry OR sail OR storm OR crew OR came OR home"
            ),
            // Among a few words they are operators, in capitals as well.
            (
                "WHAT IS KNOWN OF THE FERRY (AND THE TUG) IN A STORM OR OF A PILOT",
                "known OR ferry OR tug OR storm OR pilot"
            ),
            ("FERRY NOT STORM", "ferry NOT storm"),
            (
                "(FERRY OR TUG) AND (STORM OR GALE) NOT FOG",
                "((ferry OR tug) AND (storm OR gale)) NOT fog"
            ),
            (#""THE FERRY" AND "A STORM" NOT FOG"#, #"("the ferry" AND "a storm") NOT fog"#),
            (
                "ferry storm harbour quay pilot tug island mainland crew captain NOT fog",
                "(ferry OR storm OR harbour OR quay OR pilot OR tug OR island OR mainland OR crew"
                    + " OR captain) NOT fog"
            ),
            ("UN WHO", "un OR who"),
            (
                #"("bank of x" OR "bank of y" OR "bank of z") AND "rate of w" NOT "cost of v""#,
                #"(("bank of x" OR "bank of y" OR "bank of z") AND "rate of w") NOT "cost of v""#
            ),
            (
                "the ferry that did not sail in the storm of the year -crew NOT fog",
                "(ferry OR sail OR storm OR year) NOT (crew OR fog)"
            ),
            (
                "the ferry and the storm of the year OR the quay and the tug AND the fog OR the ice",
                "+(tug AND the) OR ferry OR storm OR (year OR the) OR quay OR (fog OR the) OR ice"
            ),
        ] as [(String, String)]
    )
    func `tells a sentence from a query`(q: String, reading: String) {
        #expect(Self.plan(q, false).reading == reading)
        let hasOperators = [" AND ", " OR ", " NOT "].contains { q.contains($0) }
        let isSentence = !reading.contains("NOT") && !reading.contains("AND")
        #expect(SearchParser.parse(q).hasOperatorsAsWords == (hasOperators && isSentence))
    }

    @Test(
        arguments: [
            ("mayor told them that \"the boats run\" tonight in harbour", [1, 1, 1, 1, 1, 1, 1]),
            ("\"the boats run\" tonight \"in harbour\" soon", [1, 1, 1, 1]),
        ] as [(String, [Double])]
    )
    func `what a sentence quotes counts word for word as well`(q: String, weights: [Double]) {
        #expect(Self.plan(q, nil).groups.map(\.weight) == weights)
    }

    @Test func `deep parentheses are read to a depth and then passed over`() {
        let deep = String(repeating: "(", count: 500) + "x" + String(repeating: ")", count: 500)
        #expect(Self.plan(deep, true).reading == "x")
    }
}
