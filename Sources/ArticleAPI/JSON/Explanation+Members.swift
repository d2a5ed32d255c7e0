import Articles

extension JSONWriter {
    /// Writes how an article was found, as an object without the article's number.
    mutating func explanation(_ explanation: Explanation) {
        beginObject()
        key("input")
        beginObject()
        member("bytes", explanation.input.bytes)
        member("charset", explanation.input.charset)
        member("declared_type", explanation.input.declaredType)
        member("treated_as", explanation.input.treatedAs)
        member("why", explanation.input.why)
        endObject()
        key("fields")
        beginObject()
        for field in explanation.fields { write(field) }
        endObject()
        key("removed")
        beginArray()
        for removed in explanation.removed {
            beginObject()
            member("text", removed.text)
            member("line", removed.line)
            key("span")
            value(removed.span)
            member("rule", removed.rule)
            endObject()
        }
        endArray()
        endObject()
    }

    private mutating func write(_ field: FieldExplanation) {
        key(field.field.rawValue)
        beginObject()
        member("value", field.value)
        member("rule", field.rule)
        if let span = field.span {
            key("span")
            value(span)
        }
        if let confidence = field.confidence {
            key("confidence")
            value(confidence)
        }
        if !field.evidence.isEmpty {
            key("evidence")
            beginArray()
            for evidence in field.evidence {
                beginObject()
                member("text", evidence.text)
                key("span")
                value(evidence.span)
                endObject()
            }
            endArray()
        }
        if !field.alternatives.isEmpty { member("alternatives", field.alternatives) }
        if !field.tried.isEmpty { member("tried", field.tried) }
        endObject()
    }
}
