import Articles
import Testing

@testable import ArticleParsing

/// What writers of Markdown do beyond CommonMark, and what they put before it.
@Suite struct MarkdownHabitTests {
    private func fields(_ text: String) throws -> ArticleFields {
        let upload = Upload(bytes: Array(text.utf8), receivedOn: IntakeCurlTests.day)
        return try #require(try ArticleParser().parse(upload).first).fields
    }

    @Test(
        arguments: [
            "---\ntitle: Ferry stops\n  for winter\nauthor: {name: Jane Roe, mail: x}\n---\n",
            "---\ntitle: \"Ferry stops\n  for winter\"\nauthor: Jane Roe\n---\n",
            "---\n# by hand\n\n'title':\t'Ferry stops for winter'\nauthors: [\n  Jane Roe\n]\n---\n",
            "---\ntitle: &t Ferry stops for winter\nseo: *t\nauthor: !!str Jane Roe\n---\n",
            "---\ntitle: >-\n  Ferry stops\n  for winter\nauthor:\n  - '[[Jane Roe]]'\n---\n",
            "+++\ntitle = \"Ferry stops for winter\"\nauthors = [\n  \"Jane Roe\",\n]\n"
                + "note = \"\"\"\nOne.\nTwo.\"\"\"\n+++\n",
            "+++\ntitle = 'Ferry stops for winter'\nauthor = { name = \"Jane Roe\" }\n+++\n",
            "{\n \"title\": \"Ferry stops for winter\",\n \"author\": \"Jane Roe\"\n}\n\n",
            "# Ferry stops for winter\n\nBy **Jane Roe**\n\n_15 October 2023_\n\n",
        ]
    )
    func `reads what stands before the text`(start: String) throws {
        let fields = try fields(
            start + "The ferry stops for the winter, the board said on Sunday.\n"
        )
        #expect(fields.headline == "Ferry stops for winter")
        #expect(fields.authors.map(\.name) == ["Jane Roe"])
        #expect(
            fields.paragraphs.map(\.text)
                == ["The ferry stops for the winter, the board said on Sunday."]
        )
    }

    @Test(
        arguments: [
            ("See [[the note|our note]] and ![[x.png]]more.", ["See our note and more."]),
            ("As it says [[1]](https://x.example).", ["As it says [1]."]),
            ("It has `if [[ -f x ]]` in it.", ["It has if [[ -f x ]] in it."]),
            ("It has `[[a]] and [[b]]` and [[c]].", ["It has [[a]] and [[b]] and c."]),
            ("- [ ] First\n- [x] Second", ["First", "Second"]),
            ("| Day | Boats |\n|---|--:|\n| Mon | 2 |\n", ["Day Boats", "Mon 2"]),
            ("The ~~old~~ boat.[^1]\n\n[^1]: A note.", ["The old boat.", "A note."]),
            ("{{< figure src=\"x\" >}}\n\nIt sails.\n{: .lead}\n\n{% include x %}", ["It sails."]),
            (
                "import Map from \"map\";\n\nWe import fish from Iceland.",
                ["We import fish from Iceland."]
            ),
            (
                "The firms which\nimport steel from \"friendly states\"\nwould pay.",
                ["The firms which import steel from \"friendly states\" would pay."]
            ),
            ("> [!quote] The board\n> We are sorry.", ["The board", "We are sorry."]),
            ("```\n{% code %}\n~~x~~ y\n```", ["{% code %} ~~x~~ y"]),
            ("One | two, and no table.", ["One | two, and no table."]),
        ] as [(String, [String])]
    )
    func `shows what is meant`(markdown: String, wanted: [String]) throws {
        let fields = try fields("# Ferry stops\n\nIt was said on Sunday.\n\n\(markdown)\n")
        let found = fields.paragraphs.map(\.text).dropFirst()
        #expect(
            found.joined(separator: "\n").replacing("\n", with: " ")
                == wanted.joined(separator: " ")
        )
    }

    @Test(arguments: [
        ("---\ntitle: [a, b\n---\nText.\n", 2), ("---\ntitle: \"a\nb: c\n---\nText.\n", 2),
    ])
    func `what does not end says where it begins`(text: String, line: Int) {
        #expect {
            try fields(text)
        } throws: { error in
            guard case .malformed(.markdown, _, line, _) = error as? ParsingError else {
                return false
            }
            return true
        }
    }

    @Test(arguments: [
        "[a, [b, \"c ] d\"], {e: f}]", "{a: 'it''s', b: [1]}", "['x, y', z]", "\"a \\\" b\"",
    ])
    func `a value is whole when all of it is closed`(text: String) {
        #expect(FlowReader.isWhole(text))
        for length in 1..<text.count { #expect(!FlowReader.isWhole(String(text.prefix(length)))) }
    }
}
