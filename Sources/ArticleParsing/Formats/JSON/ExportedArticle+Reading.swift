import Articles

/// Reading a line.
extension ExportedArticle {
    /// Reads a line; `nil` for what is no such line.
    ///
    /// - Throws: `.noArticle` with what is missing in one.
    init?(_ object: JSON) throws(ParsingError) {
        guard object.kind == .object, let form = object[Self.mark] else { return nil }
        guard let form = form.int, (1...Self.formVersion).contains(form) else {
            throw .noArticle(reason: "The line was exported by a newer version.")
        }
        id = Int64(object["id"]?.int ?? 0)
        version = max(1, min(object["version"]?.int ?? 1, 1 << 31))
        isEarlier = object["earlier"]?.bool ?? false
        copy = max(0, min(object["copy"]?.int ?? 0, 1 << 31))
        item = max(0, min(object["item"]?.int ?? 0, 1 << 31))
        given = object["given"]?.string
        name = object["name"]?.string
        if let removed = object["removed"] {
            guard id > 0, let at = Self.moment(removed["at"]) else {
                throw .noArticle(
                    reason: "The exported line lacks its number, or when it was removed."
                )
            }
            receivedAt = at
            removal = Removal(at: at, reason: removed["reason"]?.string)
            fields = ArticleFields()
            explanation = []
            return
        }
        guard let receivedAt = Self.moment(object["received_at"]),
            let explanation = object["explanation"].map({ Array($0.source) }),
            let understood = JSONValue(explanation).flatMap(Explanation.init)
        else {
            throw .noArticle(reason: "The exported line lacks received_at or its explanation.")
        }
        self.receivedAt = receivedAt
        self.explanation = explanation
        self.understood = understood
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
        original = try Self.original(object["original"], form: form)
        guard fields.headline != nil || !fields.paragraphs.isEmpty else {
            throw .noArticle(reason: "The exported line has neither headline nor paragraphs.")
        }
    }

    /// The article as the store takes it.
    var draft: ArticleDraft {
        let nothing = InputDescription(
            bytes: 0,
            charset: "utf-8",
            declaredType: nil,
            treatedAs: InputFormat.ndjson.mediaType,
            why: "it was removed"
        )
        return ArticleDraft(
            fields: fields,
            explanation: understood ?? Explanation(input: nothing)
        )
    }

    /// The bytes that an article came from; in the form's version 1 a line without them shares those
    /// of the line before.
    private static func original(_ value: JSON?, form: Int) throws(ParsingError) -> Original {
        let sha256 = value?["sha256"]?.string
        guard let value, form == 1 || sha256 != nil else {
            guard form == 1 else {
                throw .noArticle(reason: "The exported line lacks its original.")
            }
            return Original(sha256: nil, bytes: nil, declaredType: nil)
        }
        let text = value["text"]?.string.map { Array($0.utf8) }
        let base64 = value["base64"]?.string
        let bytes = text ?? base64.flatMap(Base64.decode)
        if bytes == nil, base64 != nil || form == 1 {
            throw .noArticle(reason: "The exported original is no base64.")
        }
        return Original(
            sha256: sha256,
            bytes: bytes,
            declaredType: value["declared_type"]?.string
        )
    }

    private static func moment(_ value: JSON?) -> Timestamp? {
        value?.string.flatMap { ISO8601.publicationDate($0, basis: .given) }?.start
    }

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
