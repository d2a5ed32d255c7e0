/// Decides what a body declared as `application/x-www-form-urlencoded` is.
///
/// `curl -d` and `--data-binary` declare every body to be a form, so nearly all that are declared
/// so are plain text, which holds `&`, `=`, `%` and `+` as it pleases. A body is a form only where
/// it could not well be anything else.
enum FormBody {
    /// What a body turned out to be; `why` is a phrase for the explanation.
    enum Reading: Equatable {
        /// It is the text itself.
        case text(why: String)
        /// The whole body is one percent-encoded text: `curl --data-urlencode @article.txt`.
        case encodedText([UInt8], why: String)
        /// It has fields, in the order of the body, their values decoded.
        case fields([FormField], why: String)
    }

    /// Reads a body.
    static func read(_ bytes: [UInt8], limits: IntakeLimits) -> Reading {
        let shape = Shape(bytes)
        if fieldName(at: 0, of: bytes) != nil {
            let pieces = pieces(of: bytes, isEncoded: shape.isEncoded, limits: limits)
            return .fields(pieces, why: "the body begins with the name of a form field")
        }
        guard shape.isEncoded else {
            return .text(why: shape.whyNotForm)
        }
        if shape.isWhollyEncoded {
            return .encodedText(
                percentDecoded(bytes[...]),
                why: "the whole body is percent-encoded"
            )
        }
        let pieces = split(bytes, atEvery: { _ in true }, limits: limits)
        if pieces.allSatisfy(\.hasIdentifier), pieces.contains(where: { $0.textFormat != nil }) {
            return .fields(
                pieces,
                why: "the body is encoded as a form and has fields that are known"
            )
        }
        return .text(why: "the body has no form field that is known")
    }

    /// The value of a form's percent-encoding (WHATWG URL §5.1): `+` is a space, and a `%` that
    /// two hexadecimal digits do not follow is itself.
    static func percentDecoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == UInt8(ascii: "%"), index + 2 < bytes.endIndex,
                let high = ASCII.hexValue(bytes[index + 1]),
                let low = ASCII.hexValue(bytes[index + 2])
            {
                decoded.append(high << 4 | low)
                index += 3
            } else {
                decoded.append(byte == UInt8(ascii: "+") ? ASCII.space : byte)
                index += 1
            }
        }
        return decoded
    }

    /// What a body is made of.
    private struct Shape {
        var hasWhitespace = false
        var hasNonASCII = false
        /// How many of the bytes stand for themselves although a form would have encoded them.
        var reserved = 0
        var escapes = 0
        var pluses = 0
        var count: Int

        init(_ bytes: [UInt8]) {
            count = bytes.count
            for (index, byte) in bytes.enumerated() {
                switch byte {
                case 0x80...:
                    hasNonASCII = true
                case 0...0x20, 0x7F:
                    hasWhitespace = true
                case UInt8(ascii: "%"):
                    let digits = bytes[(index + 1)...].prefix(2)
                    let isEscape =
                        digits.count == 2 && digits.allSatisfy { ASCII.hexValue($0) != nil }
                    if isEscape { escapes += 1 } else { reserved += 1 }
                case UInt8(ascii: "+"):
                    // A space stands between words, not at the end and not beside another.
                    let isSpace = index + 1 < bytes.count && bytes[index + 1] != byte
                    if isSpace { pluses += 1 } else { reserved += 1 }
                default:
                    // RFC 3986 §2.3 and what encodeURIComponent leaves as it is beyond that.
                    let isLiteral =
                        ASCII.isLetter(byte) || ASCII.isDigit(byte)
                        || "-._~!'()*".utf8.contains(byte)
                    reserved += isLiteral ? 0 : 1
                }
            }
        }

        /// Whether nothing stands in it that a form must encode.
        var isEncoded: Bool { !hasWhitespace && !hasNonASCII }

        /// Whether it is one long encoded value, with an escape in twenty bytes or more.
        var isWhollyEncoded: Bool {
            isEncoded && reserved == 0 && (escapes > 0 || pluses > 1)
                && (escapes + pluses) * 20 >= count
        }

        var whyNotForm: String {
            switch (hasWhitespace, hasNonASCII) {
            case (true, true): "body holds raw white space and non-ASCII bytes, so it is not a form"
            case (true, false): "body holds raw white space, so it is not a form"
            case (false, _): "body holds raw non-ASCII bytes, so it is not a form"
            }
        }
    }

    /// The fields of a body that begins with one.
    ///
    /// Where it is encoded and each piece has a name, every `&` separates. Else a person has typed
    /// `-d "text=…"`, whose text may hold `&`, so that only the `&` before a known name does.
    private static func pieces(
        of bytes: [UInt8],
        isEncoded: Bool,
        limits: IntakeLimits
    ) -> [FormField] {
        if isEncoded {
            let all = split(bytes, atEvery: { _ in true }, limits: limits)
            if all.allSatisfy(\.hasName) { return all }
        }
        return split(bytes, atEvery: { fieldName(at: $0, of: bytes) != nil }, limits: limits)
    }

    /// Cuts at each `&` after which `isStart` holds; the last field takes what is over the limit.
    private static func split(
        _ bytes: [UInt8],
        atEvery isStart: (Int) -> Bool,
        limits: IntakeLimits
    ) -> [FormField] {
        var fields: [FormField] = []
        var start = 0
        for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "&") {
            guard fields.count < limits.formFields - 1 else { break }
            if isStart(index + 1) {
                fields.append(FormField(encoded: bytes[start..<index]))
                start = index + 1
            }
        }
        fields.append(FormField(encoded: bytes[start...]))
        return fields
    }

    /// The known name that stands with its `=` at a place.
    private static func fieldName(at start: Int, of bytes: [UInt8]) -> String? {
        let head = bytes[start...].prefix(FormField.longestName + 1)
        guard let end = head.firstIndex(of: UInt8(ascii: "=")) else { return nil }
        let name = String(decoding: head[..<end], as: UTF8.self)
        return FormField.isKnown(name) ? name : nil
    }
}
