/// Packs an article's text by the bytes that it was read from.
///
/// Nearly every word of a text stands in its original, so that little is left of it: some 40 bytes of
/// 2,000. Reading it (`TextUnpacker`) takes some 10 µs more, most of it for unpacking the
/// original.
struct TextPacker: Sendable {
    private let compressor = Compressor()

    /// Shorter texts gain nothing.
    private static let shortest = 200
    /// What zlib sees of a dictionary: all but the last 262 bytes of its window (`MIN_LOOKAHEAD`).
    static let longestOriginal = 32_768 - 262

    /// A text as it is stored; `nil` where it is kept as it is, as too little would be saved.
    func pack(_ text: String, by original: [UInt8]) -> [UInt8]? {
        guard original.count <= Self.longestOriginal, text.utf8.count >= Self.shortest else {
            return nil
        }
        let bytes = Array(text.utf8)
        var packed: [UInt8] = []
        LEB128.append(UInt64(bytes.count), to: &packed)
        packed += compressor.pack(bytes, by: original)
        return packed.count <= bytes.count / 2 ? packed : nil
    }

    /// More no stream of a possible length unpacks to; a damaged length takes no memory.
    static let longestText = 64 << 20
}
