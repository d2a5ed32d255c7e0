/// The charset that Western text is in when nothing speaks for another.
///
/// Table of the WHATWG's Encoding Standard (`index-windows-1252.txt`), without its five C1
/// controls: no text holds those.
enum Windows1252 {
    /// The bytes from 0x80 to 0x9F; U+FFFD where there is no character.
    private static let specials: [Unicode.Scalar] = Array(
        "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars
    )

    private static let bytes: [Unicode.Scalar: UInt8] = Dictionary(
        uniqueKeysWithValues: specials.enumerated()
            .filter { $0.element != "\u{FFFD}" }
            .map { ($0.element, UInt8(0x80 + $0.offset)) }
    )

    /// The character of a byte.
    static func scalar(of byte: UInt8) -> Unicode.Scalar {
        (0x80...0x9F).contains(byte) ? specials[Int(byte) - 0x80] : Unicode.Scalar(byte)
    }

    /// The byte of a character, which for the C1 controls is their own number, as in ISO 8859-1;
    /// `nil` where it has none.
    static func byte(of scalar: Unicode.Scalar) -> UInt8? {
        scalar.value <= 0xFF ? UInt8(scalar.value) : bytes[scalar]
    }
}
