import Articles

/// A stored article as a line of NDJSON that says all of it, so that it can be stored again as it
/// was: no field is found anew, and exporting it again gives the same bytes.
package struct ExportedArticle: Sendable {
    /// The bytes that it came from.
    package struct Original: Sendable {
        /// The bytes as received.
        package var bytes: [UInt8]
        /// The media type as declared.
        package var declaredType: String?

        /// Makes an original.
        package init(bytes: [UInt8], declaredType: String?) {
            self.bytes = bytes
            self.declaredType = declaredType
        }
    }

    /// The client's own name for it.
    package var name: String?
    /// When it was received.
    package var receivedAt: Timestamp
    /// What it says.
    package var fields: ArticleFields
    /// The bytes that it came from; `nil` where they are those of the line before.
    package var original: Original?
    /// How it was found, as JSON.
    package var explanation: [UInt8]

    /// The member by which such a line is known; its value is the version of the form.
    static let mark = "dateline_export"

    /// Makes an article to be exported.
    package init(
        name: String?,
        receivedAt: Timestamp,
        fields: ArticleFields,
        original: Original?,
        explanation: [UInt8]
    ) {
        self.name = name
        self.receivedAt = receivedAt
        self.fields = fields
        self.original = original
        self.explanation = explanation
    }

    // MARK: Writing

    /// The line, with its line end.
    package var line: [UInt8] {
        var writer = JSONWriter(reservingCapacity: 8_192)
        writer.beginObject()
        writer.key(Self.mark)
        writer.value(1)
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
            writer.member("declared_type", original.declaredType)
            if let text = String(validating: original.bytes, as: UTF8.self) {
                writer.member("text", text)
            } else {
                writer.member("base64", Base64.encode(original.bytes))
            }
            writer.endObject()
        }
        writer.key("explanation")
        writer.raw(explanation)
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }

    private func write(_ date: PublicationDate?, as name: String, to writer: inout JSONWriter) {
        guard let date else { return }
        writer.key(name)
        writer.beginObject()
        writer.member("date", date.description)
        writer.member("basis", date.basis.rawValue)
        writer.endObject()
    }

    private static let texts: [(String, WritableKeyPath<ArticleFields, String?> & Sendable)] = [
        ("headline", \.headline), ("kicker", \.kicker), ("standfirst", \.standfirst),
        ("byline", \.byline), ("credit", \.credit), ("source", \.source),
        ("language", \.language), ("section", \.section), ("source_url", \.url),
    ]

    // MARK: Reading

    /// Reads a line; `nil` for what is no such line.
    ///
    /// - Throws: `.noArticle` with what is missing in one.
    init?(_ object: JSON) throws(ParsingError) {
        guard object.kind == .object, let version = object[Self.mark] else { return nil }
        guard version.int == 1 else {
            throw .noArticle(reason: "The line was exported by a newer version.")
        }
        name = object["name"]?.string
        let received = object["received_at"]?.string.flatMap {
            ISO8601.publicationDate($0, basis: .given)
        }
        guard let received, let explanation = object["explanation"],
            let read = Explanation(explanation)
        else {
            throw .noArticle(reason: "The exported line lacks received_at or its explanation.")
        }
        receivedAt = received.start
        self.explanation = Array(explanation.source)
        self.read = read
        fields = ArticleFields()
        for (name, path) in Self.texts { fields[keyPath: path] = object[name]?.string }
        fields.published = Self.date(object["published_at"])
        fields.updated = Self.date(object["updated_at"])
        if let dateline = object["dateline"], let raw = dateline["raw"]?.string {
            fields.dateline = Dateline(
                raw: raw,
                place: dateline["place"]?.string,
                date: dateline["date"]?.string,
                agency: dateline["agency"]?.string
            )
        }
        fields.authors = object.list("authors").compactMap { author in
            author["name"]?.string.map {
                Author(
                    name: $0,
                    role: author["role"]?.string,
                    organisation: author["organisation"]?.string
                )
            }
        }
        fields.tags = object.list("tags").compactMap(\.string)
        fields.corrections = object.list("corrections").compactMap(\.string)
        fields.paragraphs = object.list("paragraphs").compactMap { paragraph in
            guard let text = paragraph["text"]?.string,
                let kind = paragraph["kind"]?.string.flatMap(Paragraph.Kind.init),
                let span = paragraph["span"].flatMap(Span.init)
            else { return nil }
            return Paragraph(kind: kind, text: text, span: span)
        }
        if let original = object["original"] {
            let bytes =
                original["text"]?.string.map { Array($0.utf8) }
                ?? original["base64"]?.string.flatMap(Base64.decode)
            guard let bytes else { throw .noArticle(reason: "The exported original is no base64.") }
            self.original = Original(bytes: bytes, declaredType: original["declared_type"]?.string)
        }
        guard fields.headline != nil || !fields.paragraphs.isEmpty else {
            throw .noArticle(reason: "The exported line has neither headline nor paragraphs.")
        }
    }

    /// The explanation as read from a line.
    private var read: Explanation?

    /// The article as the store takes it; `nil` for one that was not read from a line.
    var draft: ArticleDraft? { read.map { ArticleDraft(fields: fields, explanation: $0) } }

    private static func date(_ value: JSON?) -> PublicationDate? {
        guard let text = value?["date"]?.string,
            let basis = value?["basis"]?.string.flatMap(PublicationDate.Basis.init)
        else { return nil }
        return ISO8601.publicationDate(text, basis: basis)
    }
}

extension JSON {
    /// The elements of an array by its name; none where it is not there.
    fileprivate func list(_ name: String) -> [JSON] {
        self[name].map { Array($0.elements) } ?? []
    }
}

extension Span {
    /// Reads `[start, end]`.
    fileprivate init?(_ value: JSON) {
        let bounds = value.elements.compactMap(\.int)
        guard bounds.count == 2, bounds[0] >= 0, bounds[0] <= bounds[1], bounds[1] <= 1 << 31 else {
            return nil
        }
        self.init(bounds[0], bounds[1])
    }
}

extension Explanation {
    /// Reads what `write(to:)` has written; `nil` for what is no explanation.
    fileprivate init?(_ value: JSON) {
        guard let input = value["input"], let bytes = input["bytes"]?.int,
            let charset = input["charset"]?.string, let treatedAs = input["treated_as"]?.string,
            let fields = value["fields"]
        else { return nil }
        self.init(
            input: InputDescription(
                bytes: bytes,
                charset: charset,
                declaredType: input["declared_type"]?.string,
                treatedAs: treatedAs,
                why: input["why"]?.string ?? ""
            )
        )
        for (name, field) in fields.members {
            guard let name = FieldName(rawValue: name) else { continue }
            self.fields.append(
                FieldExplanation(
                    name,
                    value: field["value"]?.string,
                    rule: field["rule"]?.string,
                    span: field["span"].flatMap(Span.init),
                    confidence: field["confidence"]?.number.flatMap(Double.init),
                    evidence: field.list("evidence").compactMap { piece in
                        guard let text = piece["text"]?.string,
                            let span = piece["span"].flatMap(Span.init)
                        else { return nil }
                        return Evidence(text: text, span: span)
                    },
                    alternatives: field.list("alternatives").compactMap(\.string),
                    tried: field.list("tried").compactMap(\.string)
                )
            )
        }
        removed = value.list("removed").compactMap { part in
            guard let text = part["text"]?.string, let line = part["line"]?.int,
                let span = part["span"].flatMap(Span.init), let rule = part["rule"]?.string
            else { return nil }
            return RemovedText(text: text, line: line, span: span, rule: rule)
        }
    }
}

extension JSONWriter {
    fileprivate mutating func member(_ name: String, _ text: String?) {
        guard let text else { return }
        key(name)
        value(text)
    }
}

/// Bytes as text (RFC 4648 §4).
enum Base64 {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
    )

    /// The text of bytes, with its padding.
    static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var bits: UInt32 = 0
            for offset in 0..<3 {
                bits = bits << 8 | UInt32(offset < group.count ? group[start + offset] : 0)
            }
            for offset in 0..<4 {
                let isUsed = offset <= group.count
                text.append(isUsed ? alphabet[Int(bits >> (18 - 6 * UInt32(offset)) & 0x3F)] : 0x3D)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes of a text; `nil` where it is none of ours.
    static func decode(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count / 4 * 3)
        var bits: UInt32 = 0
        var count = 0
        for sign in text.utf8 where sign != 0x3D {
            guard let value = values[sign] else { return nil }
            bits = bits << 6 | value
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return bytes
    }

    private static let values: [UInt8: UInt32] = Dictionary(
        uniqueKeysWithValues: alphabet.enumerated().map { ($1, UInt32($0)) }
    )
}
