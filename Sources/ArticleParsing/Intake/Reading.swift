import Articles

extension Intake {
    /// One upload on its way through intake.
    struct Reading {
        /// The texts in an upload, or why one is none.
        typealias Parts = [Result<DecodedText, ParsingError>]

        private let upload: Upload
        private let limits: IntakeLimits
        private var given: GivenFields
        private var receivedOn: CalendarDay
        private var warnings: [ArticleWarning] = []
        private var unpackedBytes = 0

        init(upload: Upload, limits: IntakeLimits) {
            self.upload = upload
            self.limits = limits
            given = upload.given
            receivedOn = upload.receivedOn
        }

        /// Reads what is declared as a form but mostly is not one: see `FormBody`.
        mutating func read(form whole: Source) throws(ParsingError) -> Parts {
            if let signature = BinarySignature.match(whole.content) { throw signature.error }
            var source = whole
            switch FormBody.read(whole.content, limits: limits) {
            case .text(let why):
                source.why = why
            case .encodedText(let content, let why):
                source.content = content
                source.why = why
            case .fields(let fields, let why):
                return try read(
                    fields: fields,
                    texts: fields.filter { $0.textFormat != nil }.map { field in
                        Source(
                            content: field.value,
                            size: whole.size,
                            format: field.format,
                            why: why
                        )
                    }
                )
            }
            return [.success(try text(of: source))]
        }

        /// Reads the parts of a multipart body.
        ///
        /// Files and the fields that hold text are texts. Where there are none, a single field of
        /// another name is taken for the text: `curl -F 'story=<article.txt'`.
        mutating func read(_ parts: [MultipartBody.Part]) throws(ParsingError) -> Parts {
            var texts: [Source] = []
            var fields: [FormField] = []
            var others: [MultipartBody.Part] = []
            for part in parts {
                let field = FormField(name: part.name, value: part.content)
                if part.fileName != nil || field.textFormat != nil {
                    texts.append(try source(of: part))
                } else if FormField.isKnown(part.name) {
                    fields.append(field)
                } else {
                    others.append(part)
                }
            }
            if texts.isEmpty, others.count == 1 {
                texts.append(try source(of: others.removeFirst()))
            }
            fields += others.map { FormField(name: $0.name, value: $0.content) }
            return try read(fields: fields, texts: texts)
        }

        /// The content of a part; all parts together are bounded as one content is.
        private mutating func source(of part: MultipartBody.Part) throws(ParsingError) -> Source {
            let content = try ContentCoding.unpack(part.content, declared: nil, limits: limits)
            unpackedBytes += content.count
            guard unpackedBytes <= limits.unpackedBytes else {
                throw .tooLarge(limit: limits.unpackedBytes)
            }
            return Source(
                content: content,
                size: part.content.count,
                type: part.type.map { FieldValue($0) },
                format: FormField(name: part.name, value: []).format,
                why: part.fileName == nil ? "it is the form field \(part.name.prefix(40))" : nil
            )
        }

        /// Takes what fields say, then reads the texts.
        private mutating func read(
            fields: [FormField],
            texts: [Source]
        ) throws(ParsingError) -> Parts {
            var form = GivenFields()
            for field in fields where field.textFormat == nil {
                try take(field, into: &form)
            }
            given.fill(from: form)
            guard !texts.isEmpty else {
                throw .noArticle(reason: "The form has no field with the text: name one text.")
            }
            if texts.count > 1, given.headline != nil || given.url != nil {
                given.headline = nil
                given.url = nil
                ignore("title and url", because: "there are several texts")
            }
            return texts.map { source in
                Result { () throws(ParsingError) in try text(of: source) }
            }
        }

        private mutating func take(
            _ field: FormField,
            into form: inout GivenFields
        ) throws(ParsingError) {
            let name = String(field.name.prefix(40))
            let value = try decoder(field.value, declared: nil).decode().text
            if FormField.queryOnly.contains(field.name) {
                return ignore(name, because: "it is read from the query of the address only")
            }
            if field.name == "received" {
                guard let day = ISO8601.publicationDate(value, basis: .given)?.calendarDay else {
                    return ignore(name, because: "it is not a day as 2023-10-15")
                }
                receivedOn = day
                return
            }
            switch form.assign(value, to: field.name) {
            case .taken:
                break
            case .replaced:
                warnings.append(
                    ArticleWarning(
                        .repeatedParameter,
                        detail: "The form has \(name) more than once; the last one counts."
                    )
                )
            case .unreadable(let expected):
                ignore(name, because: "it is not \(expected)")
            case .unknownName:
                ignore(name, because: "there is no field of that name")
            }
        }

        private mutating func ignore(_ name: String, because reason: String) {
            warnings.append(
                ArticleWarning(
                    .fieldIgnored,
                    detail: "The form's \(name) was not taken: \(reason)."
                )
            )
        }

        private func decoder(_ bytes: [UInt8], declared: String?) -> TextDecoder {
            TextDecoder(bytes: bytes, given: given.charset, declared: declared, limits: limits)
        }

        /// Decodes and recognises one text.
        func text(of source: Source) throws(ParsingError) -> DecodedText {
            if let signature = BinarySignature.match(source.content) { throw signature.error }
            var decoded = try decoder(source.content, declared: source.type?["charset"]).decode()
            guard decoded.text.unicodeScalars.contains(where: { !$0.properties.isWhitespace })
            else {
                throw .empty
            }
            let recogniser = FormatRecogniser(
                given: source.format ?? given.format,
                declared: source.type?.name
            )
            let found = recogniser.recognise(decoded.text)
            if let mismatch = found.mismatch {
                decoded.warnings.append(ArticleWarning(.typeMismatch, detail: mismatch))
            }
            if found.format == .text, let restored = LostLineEnds.restored(in: decoded.text) {
                decoded.text = restored.text
                decoded.warnings.append(restored.warning)
            }
            return DecodedText(
                text: decoded.text,
                format: found.format,
                description: InputDescription(
                    bytes: source.size,
                    charset: decoded.charset.name,
                    declaredType: upload.declaredType,
                    treatedAs: found.format.mediaType,
                    why: found.format == .text && given.format == nil
                        ? source.why ?? found.why : found.why
                ),
                given: given,
                receivedOn: receivedOn,
                firstLine: upload.firstLine,
                warnings: warnings + decoded.warnings
            )
        }
    }
}

extension BinarySignature {
    /// What is thrown when an upload is of this kind.
    fileprivate var error: ParsingError { .notText(kind: kind, hint: hint) }
}
