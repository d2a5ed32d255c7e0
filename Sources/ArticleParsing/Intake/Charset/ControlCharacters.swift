/// The characters that text has no use for, and the line ends that few programs know.
enum ControlCharacters {
    /// How many controls a text has that are neither white space nor bytes of windows-1252.
    static func count(in text: String) -> Int {
        var text = text
        return text.withUTF8 { bytes in
            var count = 0
            for byte in bytes where byte < ASCII.space || byte == 0x7F {
                if !ASCII.isSpace(byte), byte != ASCII.escape { count += 1 }
            }
            return count
        }
    }

    /// The text with each control replaced by one scalar: see `TextDecoder.Decoded.text`.
    static func replaced(in text: String) -> String {
        var text = text
        let replaced = text.withUTF8 { bytes -> [UInt8]? in
            let first = bytes.first { !ASCII.isSpace($0) }
            let isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
            var replaced: [UInt8] = []
            var kept = 0
            var index = 0
            while index < bytes.count {
                let length = lengthIfReplaced(at: index, of: bytes)
                if length > 0 {
                    if replaced.isEmpty { replaced.reserveCapacity(bytes.count + 64) }
                    replaced += bytes[kept..<index]
                    let scalar = String(decoding: bytes[index..<index + length], as: UTF8.self)
                    for scalar in scalar.unicodeScalars {
                        let isKept = isJSON && isRareLineEnd(scalar)
                        let shown = isKept ? scalar : replacement(of: scalar)
                        replaced += String(Character(shown)).utf8
                    }
                    kept = index + length
                }
                index += max(1, length)
            }
            guard kept > 0 else { return nil }
            replaced += bytes[kept...]
            return replaced
        }
        return replaced.map { String(decoding: $0, as: UTF8.self) } ?? text
    }

    /// How many bytes the scalar has that begins at a byte, where it may have to be replaced; else 0.
    @inline(__always)
    private static func lengthIfReplaced(
        at index: Int,
        of bytes: UnsafeBufferPointer<UInt8>
    ) -> Int {
        let byte = bytes[index]
        if byte >= ASCII.space, byte < 0x7F { return 0 }
        return switch byte {
        case ASCII.tab, ASCII.lineFeed, ASCII.formFeed, ASCII.carriageReturn: 0
        case 0..<ASCII.space, 0x7F: 1
        case 0xC2: bytes[index + 1] < 0xA0 ? 2 : 0
        // U+2028 and U+2029; U+FFFE and U+FFFF, which are no characters.
        case 0xE2: bytes[index + 1] == 0x80 && (0xA8...0xA9).contains(bytes[index + 2]) ? 3 : 0
        case 0xEF: bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE ? 3 : 0
        default: 0
        }
    }

    /// Whether a scalar ends a line in text, but may stand in a string of JSON (RFC 8259 §7), of which a
    /// line of NDJSON has just one.
    private static func isRareLineEnd(_ scalar: Unicode.Scalar) -> Bool {
        [0x85, 0x2028, 0x2029].contains(scalar.value)
    }

    private static func replacement(of scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x09, 0x0A, 0x0C, 0x0D: scalar
        case 0x0B: "\n"
        case _ where isRareLineEnd(scalar): "\n"
        case 0..<0x20, 0x7F: " "
        case 0x80...0x9F:
            Windows1252.scalar(of: UInt8(scalar.value)) == "\u{FFFD}"
                ? " " : Windows1252.scalar(of: UInt8(scalar.value))
        case 0xFFFE, 0xFFFF: "\u{FFFD}"
        default: scalar
        }
    }
}
