import Articles

/// Writing a line.
extension ExportedArticle {
    /// The line, with its line end.
    package var line: [UInt8] {
        var writer = JSONWriter(reservingCapacity: 8_192)
        writer.beginObject()
        writer.member(Self.mark, Self.formVersion)
        writer.member("id", id)
        writer.member("version", version)
        if let removal {
            writer.member("name", name)
            write(removal, to: &writer)
        } else {
            write(to: &writer)
        }
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }

    private func write(_ removal: Removal, to writer: inout JSONWriter) {
        writer.key("removed")
        writer.beginObject()
        writer.member("at", removal.at.rfc3339)
        writer.member("reason", removal.reason)
        writer.endObject()
    }

    private func write(to writer: inout JSONWriter) {
        if isEarlier {
            writer.key("earlier")
            writer.value(true)
        }
        if copy > 0 { writer.member("copy", copy) }
        writer.member("name", name)
        writer.member("received_at", receivedAt.rfc3339)
        for (name, path) in Self.texts { writer.member(name, fields[keyPath: path]) }
        write(fields.published, as: "published_at", to: &writer)
        write(fields.updated, as: "updated_at", to: &writer)
        if let dateline = fields.dateline {
            writer.key("dateline")
            writer.beginObject()
            writer.member("raw", dateline.raw)
            writer.member("place", dateline.place)
            writer.member("date", dateline.date)
            writer.member("agency", dateline.agency)
            writer.endObject()
        }
        writer.key("authors")
        writer.beginArray()
        for author in fields.authors {
            writer.beginObject()
            writer.member("name", author.name)
            writer.member("role", author.role)
            writer.member("organisation", author.organisation)
            writer.endObject()
        }
        writer.endArray()
        writer.key("tags")
        writer.value(fields.tags)
        writer.key("corrections")
        writer.value(fields.corrections)
        writer.key("paragraphs")
        writer.beginArray()
        for paragraph in fields.paragraphs {
            writer.beginObject()
            writer.member("kind", paragraph.kind.rawValue)
            writer.member("text", paragraph.text)
            writer.key("span")
            paragraph.span.write(to: &writer)
            writer.endObject()
        }
        writer.endArray()
        if let original {
            writer.key("original")
            writer.beginObject()
            writer.member("sha256", original.sha256)
            writer.member("declared_type", original.declaredType)
            if let bytes = original.bytes {
                if let text = String(validating: bytes, as: UTF8.self) {
                    writer.member("text", text)
                } else {
                    writer.member("base64", Base64.encode(bytes))
                }
            }
            writer.endObject()
        }
        if item > 0 { writer.member("item", item) }
        writer.member("given", given)
        writer.key("explanation")
        writer.raw(explanation)
    }

    private func write(_ date: PublicationDate?, as name: String, to writer: inout JSONWriter) {
        guard let date else { return }
        writer.key(name)
        writer.beginObject()
        writer.member("date", date.description)
        writer.member("basis", date.basis.rawValue)
        writer.endObject()
    }
}

extension JSONWriter {
    fileprivate mutating func member(_ name: String, _ text: String?) {
        guard let text else { return }
        key(name)
        value(text)
    }

    fileprivate mutating func member(_ name: String, _ number: some BinaryInteger) {
        key(name)
        value(number)
    }
}
