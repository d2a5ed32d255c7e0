import Articles

/// Unpacks an upload, decodes it and recognises its form: stages 1 to 3.
///
/// The work is linear in what comes out of unpacking, and `IntakeLimits` bounds that.
enum Intake {
    /// Reads an upload as texts: one, but for a multipart body, where each file is a text of its
    /// own.
    ///
    /// - Returns: At least one text, none of them only white space.
    /// - Throws: Why there is none. A multipart body is refused as a whole if one of its files is.
    static func read(
        _ upload: Upload,
        limits: IntakeLimits = .standard
    ) throws(ParsingError) -> [DecodedText] {
        var texts: [DecodedText] = []
        for part in try parts(of: upload, limits: limits) { texts.append(try part.get()) }
        return texts
    }

    /// Reads an upload as texts, of which each may fail alone.
    ///
    /// - Returns: At least one text, or why a part holds none.
    /// - Throws: Why nothing can be read.
    static func parts(
        of upload: Upload,
        limits: IntakeLimits = .standard
    ) throws(ParsingError) -> [Result<DecodedText, ParsingError>] {
        guard !upload.bytes.isEmpty else { throw .empty }
        let content = try ContentCoding.unpack(
            upload.bytes,
            declared: upload.contentEncoding,
            limits: limits
        )
        let type = upload.declaredType.map { FieldValue($0) }
        let whole = Source(content: content, size: upload.bytes.count, type: type)
        var reading = Reading(upload: upload, limits: limits)
        switch type?.name {
        case "multipart/form-data":
            let parts = try MultipartBody.parts(
                of: content,
                boundary: type?["boundary"],
                limits: limits
            )
            return try reading.read(parts)
        case "application/x-www-form-urlencoded":
            return try reading.read(form: whole)
        default:
            return [.success(try reading.text(of: whole))]
        }
    }

    /// Bytes that hold one text.
    struct Source {
        /// The bytes, unpacked.
        var content: [UInt8]
        /// How many bytes were received.
        var size: Int
        /// What they are declared to be.
        var type: FieldValue?
        /// The form they are in, if a form field's name says so.
        var format: InputFormat?
        /// Why they are taken for text, where that was decided before; a phrase for a person.
        var why: String?
    }
}
