import Articles

/// A digest by which the same text is recognised however it was typed or sent.
///
/// It is the SHA-256 of headline and paragraphs with letters in lower case; every run of white
/// space, a paragraph's end among them, as one space; curly, angled and low quotation marks as
/// straight ones; all dashes and hyphens as `-`, an ellipsis as `...`; and invisible characters
/// (soft hyphens, zero-width spaces and joiners, marks of direction) left out. So a copy from a
/// word processor is the same text as one from a terminal, and so is one whose headline was taken
/// for a paragraph. Where it was published, when and by whom does not count.
enum TextDigest {
    /// The digest of an article's text, 32 bytes.
    static func of(_ fields: ArticleFields) -> [UInt8] {
        SHA256.digest(of: normalised(fields))
    }

    /// The text as it is digested, as UTF-8.
    static func normalised(_ fields: ArticleFields) -> [UInt8] {
        var folded = FoldedText()
        folded.reserve(
            fields.paragraphs.reduce(fields.headline?.utf8.count ?? 0) {
                $0 + $1.text.utf8.count + 1
            }
        )
        if let headline = fields.headline { folded.append(headline) }
        for paragraph in fields.paragraphs { folded.append(paragraph.text) }
        return folded.bytes
    }
}

private struct FoldedText {
    private(set) var bytes: [UInt8] = []
    private var isSpaceDue = false

    mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    /// Adds a text, with a space before it.
    mutating func append(_ text: String) {
        isSpaceDue = true
        var text = text
        text.withUTF8 { utf8 in
            var index = 0
            while index < utf8.count {
                let byte = utf8[index]
                if byte < 0x80 {
                    fold(byte)
                    index += 1
                } else {
                    let (scalar, length) = utf8.scalar(at: index)
                    fold(scalar)
                    index += length
                }
            }
        }
    }

    private mutating func fold(_ ascii: UInt8) {
        switch ascii {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): put(ascii)
        case 0...0x20, 0x7F: isSpaceDue = true
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): put(ascii | 0x20)
        case UInt8(ascii: "`"): put(UInt8(ascii: "'"))
        default: put(ascii)
        }
    }

    private mutating func fold(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x2018...0x201B, 0x2032, 0x00B4, 0x2039, 0x203A: put(UInt8(ascii: "'"))
        case 0x201C...0x201F, 0x2033, 0x00AB, 0x00BB: put(UInt8(ascii: "\""))
        case 0x2010...0x2015, 0x2212: put(UInt8(ascii: "-"))
        case 0x2026: for _ in 0..<3 { put(UInt8(ascii: ".")) }
        case 0x00AD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF:
            break
        default:
            if scalar.properties.isWhitespace {
                isSpaceDue = true
            } else {
                for byte in scalar.properties.lowercaseMapping.utf8 { put(byte) }
            }
        }
    }

    private mutating func put(_ byte: UInt8) {
        if isSpaceDue {
            if !bytes.isEmpty { bytes.append(0x20) }
            isSpaceDue = false
        }
        bytes.append(byte)
    }
}
