import Testing

@testable import Articles

@Suite struct ExplanationTests {
    @Test func `is written as the API shows it`() {
        let explanation = Explanation(
            input: InputDescription(
                bytes: 12,
                charset: "utf-8",
                declaredType: nil,
                treatedAs: "text/plain",
                why: "it is \"printable\""
            ),
            fields: [
                FieldExplanation(
                    .headline,
                    value: "Ferry",
                    rule: "first_line",
                    span: Span(0, 5),
                    confidence: 0.95
                ),
                FieldExplanation(
                    .published,
                    value: "2024-05-03",
                    rule: "month_day",
                    confidence: 0.7,
                    evidence: [Evidence(text: "on Friday", span: Span(8, 17))],
                    alternatives: ["2019-05-03"]
                ),
                FieldExplanation(.byline, tried: ["by_line"]),
                FieldExplanation(.url),
            ],
            removed: [RemovedText(text: "Share", line: 3, span: Span(20, 25), rule: "furniture")]
        )
        var writer = JSONWriter()
        explanation.write(to: &writer)
        #expect(
            String(decoding: writer.bytes, as: UTF8.self) == """
                {"input":{"bytes":12,"charset":"utf-8","declared_type":null,\
                "treated_as":"text/plain","why":"it is \\"printable\\""},\
                "fields":{\
                "headline":{"value":"Ferry","rule":"first_line","span":[0,5],"confidence":0.95},\
                "published_at":{"value":"2024-05-03","rule":"month_day","confidence":0.7,\
                "evidence":[{"text":"on Friday","span":[8,17]}],"alternatives":["2019-05-03"]},\
                "byline":{"value":null,"rule":null,"tried":["by_line"]},\
                "url":{"value":null,"rule":null}},\
                "removed":[{"text":"Share","line":3,"span":[20,25],"rule":"furniture"}]}
                """
        )
    }
}
