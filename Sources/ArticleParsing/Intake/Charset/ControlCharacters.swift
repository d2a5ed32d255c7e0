/// The characters that text has no use for, and the line ends that few programs know.
enum ControlCharacters {
    /// How many controls a text has that are neither white space nor bytes of windows-1252.
    static func count(in text: String) -> Int {
        var count = 0
        for byte in text.utf8 where byte < ASCII.space || byte == 0x7F {
            if !ASCII.isSpace(byte), byte != ASCII.escape { count += 1 }
        }
        return count
    }

    /// The text with each control replaced by one scalar: see `TextDecoder.Decoded.text`.
    static func replaced(in text: String) -> String {
        var text = text
        guard text.withUTF8({ bytes in bytes.indices.contains { isReplaced(at: $0, of: bytes) } })
        else {
            return text
        }
        var replaced = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { replaced.append(replacement(of: scalar)) }
        return String(replaced)
    }

    /// Whether a scalar that may have to be replaced begins at a byte.
    private static func isReplaced(at index: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        switch bytes[index] {
        case ASCII.tab, ASCII.lineFeed, ASCII.formFeed, ASCII.carriageReturn: false
        case 0..<ASCII.space, 0x7F: true
        case 0xC2: bytes[index + 1] < 0xA0
        // U+2028 and U+2029; U+FFFE and U+FFFF, which are no characters.
        case 0xE2: bytes[index + 1] == 0x80 && (0xA8...0xA9).contains(bytes[index + 2])
        case 0xEF: bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
        default: false
        }
    }

    private static func replacement(of scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x09, 0x0A, 0x0C, 0x0D: scalar
        case 0x0B, 0x85, 0x2028, 0x2029: "\n"
        case 0..<0x20, 0x7F: " "
        case 0x80...0x9F:
            Windows1252.scalar(of: UInt8(scalar.value)) == "\u{FFFD}"
                ? " " : Windows1252.scalar(of: UInt8(scalar.value))
        case 0xFFFE, 0xFFFF: "\u{FFFD}"
        default: scalar
        }
    }
}
