import Testing

@testable import Articles

@Suite struct ExplanationReadingTests {
    @Test func `what was written comes back`() throws {
        let explanation = Explanation(
            input: InputDescription(
                bytes: 7,
                charset: "utf-8",
                declaredType: nil,
                treatedAs: "text/plain",
                why: "no other form"
            ),
            fields: [
                FieldExplanation(
                    .published,
                    value: "2023",
                    rule: "x",
                    span: Span(1, 4),
                    confidence: 0.5,
                    evidence: [Evidence(text: "on Saturday", span: Span(9, 20))],
                    alternatives: ["2022"]
                ), FieldExplanation(.byline, tried: ["by_line"]),
            ],
            removed: [RemovedText(text: "Share", line: 3, span: Span(30, 35), rule: "furniture")]
        )
        var writer = JSONWriter()
        explanation.write(to: &writer)
        #expect(JSONValue(writer.bytes).flatMap(Explanation.init) == explanation)
        #expect(JSONValue(Array("[]".utf8)).flatMap(Explanation.init) == nil)
    }

    @Test func `fields that a person set are remembered and taken over`() {
        var explanation = Explanation(
            input: InputDescription(
                bytes: 0,
                charset: "",
                declaredType: nil,
                treatedAs: "",
                why: ""
            ),
            fields: [FieldExplanation(.headline, value: "Old", rule: "first_line")]
        )
        var fields = ArticleFields()
        fields.headline = "New"
        fields.tags = ["a", "b"]
        explanation.setByHand([.headline, .tags], in: fields)
        #expect(explanation.manualFields == [.headline, .tags])
        #expect(explanation.fields.map(\.value) == ["New", "a, b"])
        var found = ArticleFields()
        found.headline = "Old"
        found.source = "AP"
        found.take(explanation.manualFields, from: fields)
        #expect(found.headline == "New" && found.tags == ["a", "b"] && found.source == "AP")
    }
}
