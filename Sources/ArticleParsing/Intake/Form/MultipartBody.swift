/// The parts of a `multipart/form-data` body (RFC 7578, RFC 2046 §5.1).
enum MultipartBody {
    /// One part.
    struct Part: Equatable {
        /// The field's name.
        var name: String
        /// The file's name; `nil` where the part is no file.
        var fileName: String?
        /// The declared media type.
        var type: String?
        /// The content.
        var content: [UInt8]
    }

    /// The parts in order.
    ///
    /// What stands before the first delimiter and after the last is not looked at. A body that
    /// breaks off inside a part keeps what there is of it.
    ///
    /// - Parameters:
    ///   - bytes: The body.
    ///   - boundary: The parameter of the declared type, 1 to 70 bytes (RFC 2046 §5.1.1); up to
    ///     256 are taken.
    ///   - limits: What bounds the work.
    /// - Returns: At least one part.
    /// - Throws: `.noArticle` where there is no part, or more than the limits allow.
    static func parts(
        of bytes: [UInt8],
        boundary: String?,
        limits: IntakeLimits
    ) throws(ParsingError) -> [Part] {
        guard let boundary, (1...256).contains(boundary.utf8.count) else {
            throw .noArticle(reason: "It is declared as multipart without a usable boundary.")
        }
        let delimiter = Array("--\(boundary)".utf8)
        var parts: [Part] = []
        var next = start(of: delimiter, in: bytes, from: 0)
        while let delimiterStart = next {
            let afterDelimiter = delimiterStart + delimiter.count
            if bytes[afterDelimiter...].starts(with: Array("--".utf8)) { break }
            guard let contentStart = endOfLine(in: bytes, from: afterDelimiter) else { break }
            next = start(of: delimiter, in: bytes, from: contentStart)
            guard parts.count < limits.parts else {
                throw .noArticle(reason: "It has more than \(limits.parts) parts.")
            }
            let end = next.map { endOfContent(in: bytes, beforeDelimiterAt: $0) } ?? bytes.count
            parts.append(part(bytes[contentStart..<max(contentStart, end)], limits: limits))
        }
        guard !parts.isEmpty else {
            throw .noArticle(
                reason: "It is declared as multipart, but its boundary does not stand in it."
            )
        }
        return parts
    }

    /// Where a delimiter stands at the start of a line, at or after a place.
    ///
    /// Only the starts of lines are compared: a search for the delimiter anywhere would compare
    /// all of it at each byte of a body of hyphens.
    private static func start(of delimiter: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        var place: Int? = start
        if start > 0, bytes[start - 1] != ASCII.lineFeed {
            place = endOfLine(in: bytes, from: start)
        }
        while let line = place {
            if bytes[line...].starts(with: delimiter) { return line }
            place = endOfLine(in: bytes, from: line)
        }
        return nil
    }

    /// Where the line after the one at a place begins.
    private static func endOfLine(in bytes: [UInt8], from place: Int) -> Int? {
        bytes[place...].firstIndex(of: ASCII.lineFeed).map { $0 + 1 }
    }

    /// The line end before a delimiter belongs to the delimiter (RFC 2046 §5.1.1).
    private static func endOfContent(in bytes: [UInt8], beforeDelimiterAt place: Int) -> Int {
        var end = place
        if end > 0, bytes[end - 1] == ASCII.lineFeed { end -= 1 }
        if end > 0, bytes[end - 1] == ASCII.carriageReturn { end -= 1 }
        return end
    }

    /// Takes header and content apart; a part without a blank line is all header.
    private static func part(_ bytes: ArraySlice<UInt8>, limits: IntakeLimits) -> Part {
        var part = Part(name: "", content: [])
        var place = bytes.startIndex
        let headerEnd = min(bytes.endIndex, place + limits.partHeaderBytes)
        while place < bytes.endIndex {
            let line = bytes[place...].prefix { $0 != ASCII.lineFeed }
            place = min(line.endIndex + 1, bytes.endIndex)
            let field = ASCII.trimmed(line)
            if field.isEmpty || place > headerEnd { break }
            guard let colon = field.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let value = String(decoding: ASCII.trimmed(field[(colon + 1)...]), as: UTF8.self)
            if ASCII.begins(field, with: "content-disposition:") {
                let disposition = FieldValue(value)
                part.name = disposition["name"] ?? ""
                part.fileName = disposition["filename"]
            } else if ASCII.begins(field, with: "content-type:") {
                part.type = value
            }
        }
        part.content = Array(bytes[place...])
        return part
    }
}
