/// The bytes of U+FEFF at the start of a text, which tell its form of Unicode.
struct ByteOrderMark {
    /// The bytes.
    let bytes: [UInt8]
    /// What they tell.
    let charset: Charset

    /// The mark that bytes begin with.
    static func of(_ bytes: [UInt8]) -> ByteOrderMark? {
        all.first { bytes.starts(with: $0.bytes) }
    }

    /// UTF-32 first, whose mark in one order begins as that of UTF-16 does.
    private static let all = [
        ByteOrderMark(bytes: [0xFF, 0xFE, 0x00, 0x00], charset: .utf32LE),
        ByteOrderMark(bytes: [0x00, 0x00, 0xFE, 0xFF], charset: .utf32BE),
        ByteOrderMark(bytes: [0xEF, 0xBB, 0xBF], charset: .utf8),
        ByteOrderMark(bytes: [0xFF, 0xFE], charset: .utf16LE),
        ByteOrderMark(bytes: [0xFE, 0xFF], charset: .utf16BE),
    ]
}
