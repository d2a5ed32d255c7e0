import Articles

/// Unpacks an upload, decodes it and recognises its form: stages 1 to 3.
enum Intake {
    /// Reads an upload as text.
    static func read(_ upload: Upload) throws(ParsingError) -> DecodedText {
        guard !upload.bytes.isEmpty else { throw .empty }
        return DecodedText(
            text: String(decoding: upload.bytes, as: UTF8.self),
            description: InputDescription(
                bytes: upload.bytes.count,
                charset: "utf-8",
                declaredType: upload.declaredType,
                treatedAs: InputFormat.text.mediaType,
                why: "no other form was recognised"
            ),
            given: upload.given,
            receivedOn: upload.receivedOn,
            warnings: []
        )
    }
}
