extension Explanation {
    /// Writes the explanation as the JSON object that the API answers with, less the article's `id`.
    ///
    /// `input`, `fields` by their names and `removed`. A field that was found has its value, rule,
    /// span and confidence, one that was not has `null` twice and the rules that were tried; what
    /// is empty is left out.
    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("input")
        input.write(to: &writer)
        writer.key("fields")
        writer.beginObject()
        for field in fields {
            writer.key(field.field.rawValue)
            field.write(to: &writer)
        }
        writer.endObject()
        writer.key("removed")
        writer.beginArray()
        for part in removed { part.write(to: &writer) }
        writer.endArray()
        writer.endObject()
    }
}

extension InputDescription {
    /// Writes the description as a JSON object.
    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("bytes")
        writer.value(bytes)
        writer.key("charset")
        writer.value(charset)
        writer.key("declared_type")
        writer.value(declaredType)
        writer.key("treated_as")
        writer.value(treatedAs)
        writer.key("why")
        writer.value(why)
        writer.endObject()
    }
}

extension FieldExplanation {
    /// Writes how the field was found as a JSON object.
    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("value")
        writer.value(value)
        writer.key("rule")
        writer.value(rule)
        if let span {
            writer.key("span")
            span.write(to: &writer)
        }
        if let confidence {
            writer.key("confidence")
            writer.value(confidence)
        }
        if !evidence.isEmpty {
            writer.key("evidence")
            writer.beginArray()
            for piece in evidence {
                writer.beginObject()
                writer.key("text")
                writer.value(piece.text)
                writer.key("span")
                piece.span.write(to: &writer)
                writer.endObject()
            }
            writer.endArray()
        }
        if !alternatives.isEmpty {
            writer.key("alternatives")
            writer.value(alternatives)
        }
        if !tried.isEmpty {
            writer.key("tried")
            writer.value(tried)
        }
        writer.endObject()
    }
}

extension RemovedText {
    /// Writes the removed part as a JSON object.
    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("text")
        writer.value(text)
        writer.key("line")
        writer.value(line)
        writer.key("span")
        span.write(to: &writer)
        writer.key("rule")
        writer.value(rule)
        writer.endObject()
    }
}

extension Span {
    /// Writes the span as a JSON array of start and end.
    public func write(to writer: inout JSONWriter) {
        writer.beginArray()
        writer.value(start)
        writer.value(end)
        writer.endArray()
    }
}
