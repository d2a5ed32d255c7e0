import Articles

/// Decodes bytes to Unicode: stage 2.
///
/// What speaks for a charset, the strongest first: a byte order mark, the client's parameter, zero
/// bytes as UTF-16 has them, the declared type, UTF-8 that is valid, what markup names, UTF-8 with
/// a few broken bytes, statistics. A declared charset that the bytes do not bear out is not used.
struct TextDecoder {
    /// A decoded text.
    struct Decoded {
        /// The text, in which spans count scalars.
        ///
        /// A byte order mark is gone. CR, LF, CRLF and form feeds stand as they came; each other
        /// line end (VT; NEL, U+2028, U+2029 but in JSON) has become LF, and each other control a space or, if
        /// it is a byte of windows-1252 that was taken for ISO 8859-1, that byte's character: one
        /// scalar for one. The text is not normalised, which would move spans for no gain: what
        /// is searched is folded anyway.
        var text: String
        /// What it was decoded from.
        var charset: Charset
        /// What the client should know.
        var warnings: [ArticleWarning] = []
    }

    /// The bytes.
    let bytes: [UInt8]
    /// The charset that the client says it is, whatever it looks like.
    let given: String?
    /// The charset that the declared type names.
    let declared: String?
    /// What bounds the work.
    let limits: IntakeLimits

    /// Decodes the bytes.
    ///
    /// - Throws: `.unknownCharset` where the client names one that is not known, `.notText`,
    ///   `.damagedEncoding`.
    func decode() throws(ParsingError) -> Decoded {
        var decoded = try decodeRaw()
        let controls = ControlCharacters.count(in: decoded.text)
        guard controls < 4 || controls * 50 <= decoded.text.utf8.count else { throw Self.binary }
        if let repaired = Mojibake.repaired(decoded.text) {
            decoded.text = repaired
            decoded.warnings.append(
                ArticleWarning(
                    .mojibakeRepaired,
                    detail: "The text had been UTF-8 and was read as windows-1252 before it came;"
                        + " its letters have been put right.",
                    remedy: .sendBinary
                )
            )
        }
        decoded.text = ControlCharacters.replaced(in: decoded.text)
        return decoded
    }

    private static let binary = ParsingError.notText(
        kind: "binary data",
        hint: "Send text, HTML, Markdown, JSON or a feed; packed with gzip if you like."
    )

    private func decodeRaw() throws(ParsingError) -> Decoded {
        if let mark = ByteOrderMark.of(bytes) {
            let content = bytes.dropFirst(mark.bytes.count)
            if mark.charset.isUTF16, let damage = UTF16Damage.find(in: content) {
                throw .damagedEncoding(detail: damage)
            }
            return try decode(content, as: mark.charset, saying: "its byte order mark")
        }
        if let given {
            guard var charset = Charset(label: given) else { throw .unknownCharset(given) }
            if charset == .utf16 { charset = CharsetDetector.utf16(bytes) ?? charset }
            return try decode(bytes[...], as: charset, saying: "the parameter charset")
        }
        if bytes.contains(0) {
            if let charset = CharsetDetector.utf16(bytes) {
                return try decode(bytes[...], as: charset)
            }
            let zeros = bytes.lazy.count { $0 == 0 }
            guard zeros * 500 <= bytes.count else { throw Self.binary }
        }
        if let declared {
            if let decoded = try decode(asDeclared: declared) { return decoded }
            var decoded = try decodeUndeclared()
            decoded.warnings.insert(
                guess(
                    "It was declared as \(shown(declared)), which its bytes are not.",
                    decoded.charset
                ),
                at: 0
            )
            return decoded
        }
        return try decodeUndeclared()
    }

    /// The text in the declared charset; `nil` where the bytes are not in that.
    private func decode(asDeclared label: String) throws(ParsingError) -> Decoded? {
        guard let charset = Charset(label: label) else { return nil }
        if charset.isUTF16 {
            guard UTF16Damage.find(in: bytes[...]) == nil,
                CharsetDetector.isPlausible(bytes, in: charset)
            else { return nil }
            return try decode(bytes[...], as: charset)
        }
        guard
            // Two bytes in UTF-8 that are meant to be two letters are rarer than wrong labels.
            charset == .utf8 || !isUTF8 || isASCII || charset == .iso2022JP,
            charset == .iso2022JP || !CharsetDetector.isISO2022JP(bytes),
            let conversion = Converter.convert(bytes[...], from: charset), conversion.misfits == 0
        else { return nil }
        return Decoded(text: conversion.text, charset: charset)
    }

    private func decodeUndeclared() throws(ParsingError) -> Decoded {
        if CharsetDetector.isISO2022JP(bytes) { return try decode(bytes[...], as: .iso2022JP) }
        if let text = String(validating: bytes, as: UTF8.self) {
            return Decoded(text: text, charset: .utf8)
        }
        if let charset = CharsetDetector.declaredInside(bytes), charset != .utf8, !charset.isUTF16 {
            return try decode(bytes[...], as: charset, saying: "the page's own declaration")
        }
        let broken = Converter.convert(bytes[...], from: .utf8)
        if let broken, isMostlyUTF8(broken) {
            return Decoded(
                text: broken.text,
                charset: .utf8,
                warnings: [misfit(broken.misfits, .utf8, "most of its bytes")]
            )
        }
        let charset = CharsetDetector.charset(of: bytes.prefix(limits.detectionBytes))
        var decoded = try decode(bytes[...], as: charset)
        decoded.warnings.insert(
            guess("No charset was declared and it is not UTF-8.", decoded.charset),
            at: 0
        )
        return decoded
    }

    private var isUTF8: Bool { String(validating: bytes, as: UTF8.self) != nil }

    private var isASCII: Bool { bytes.allSatisfy { $0 < 0x80 } }

    /// Whether characters of several bytes outnumber the broken ones by far.
    private func isMostlyUTF8(_ conversion: Converter.Conversion) -> Bool {
        var characters = 0
        for scalar in conversion.text.unicodeScalars where scalar.value >= 0x80 { characters += 1 }
        return characters - conversion.misfits >= 4 * conversion.misfits
    }

    /// Decodes as a charset that is settled, whether or not all bytes fit.
    private func decode(
        _ content: ArraySlice<UInt8>,
        as charset: Charset,
        saying reason: String? = nil
    ) throws(ParsingError) -> Decoded {
        guard let conversion = Converter.convert(content, from: charset) else {
            throw .unknownCharset(charset.name)
        }
        let warnings =
            conversion.misfits == 0
            ? [] : [misfit(conversion.misfits, charset, reason ?? "what its bytes look like")]
        return Decoded(text: conversion.text, charset: charset, warnings: warnings)
    }

    private func misfit(_ count: Int, _ charset: Charset, _ reason: String) -> ArticleWarning {
        ArticleWarning(
            .charsetGuessed,
            detail: "It was read as \(charset.name) because of \(reason), but in \(count)"
                + " \(count == 1 ? "place" : "places") its bytes did not fit; U+FFFD stands there."
        )
    }

    private func guess(_ reason: String, _ charset: Charset) -> ArticleWarning {
        ArticleWarning(
            .charsetGuessed,
            detail: "\(reason) It was read as \(charset.name).",
            remedy: .parameter(name: "charset", value: charset.name)
        )
    }

    /// A client's label, short enough for a sentence.
    private func shown(_ label: String) -> String { String(label.prefix(40)) }
}

extension Charset {
    /// Whether it is a form of UTF-16.
    var isUTF16: Bool { self == .utf16 || self == .utf16LE || self == .utf16BE }
}
