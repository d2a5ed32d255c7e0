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
        let deep = String(repeating: "(", count: 500) + "x" + String(repeating: ")", count: 500)
        #expect(Self.plan(deep, true).reading == "x")
    }
}
