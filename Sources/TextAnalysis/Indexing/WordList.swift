import Articles

/// Different words, none of which has a blank in it, in the order in which they came.
public struct WordList: Sendable, Equatable {
    /// The words in UTF-8, a blank before each and one at the end; nothing where there are none.
    public let bytes: [UInt8]

    init(_ words: NumberedWords) {
        bytes = words.count == 0 ? [] : words.bytes + [Self.separator]
    }

    /// The words one by one.
    public var strings: [String] {
        bytes.split(separator: Self.separator).map { String(decoding: $0, as: UTF8.self) }
    }

    /// What stands between words.
    private static let separator: UInt8 = 0x20
}
