/// Terms as an index takes them in: text in which terms stand between blanks, those at the position of
/// the one before with U+0001 in front.
///
/// So a store analyses nothing: it cuts at blanks.
public struct TermText: Sendable, Hashable {
    /// What stands between terms.
    public static let separator: UInt8 = 0x20
    /// What stands in front of a term at the position of the one before.
    public static let colocation: UInt8 = 0x01

    /// The text in UTF-8.
    public private(set) var bytes: [UInt8] = []

    /// Makes a text without terms.
    public init() {}

    /// Takes memory for terms of so many bytes of text.
    mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

    mutating func append(_ term: UnsafeBufferPointer<UInt8>, isColocated: Bool = false) {
        if !bytes.isEmpty { bytes.append(Self.separator) }
        if isColocated { bytes.append(Self.colocation) }
        bytes.append(contentsOf: term)
    }

    mutating func append(_ term: String) {
        var term = term
        term.withUTF8 { append($0) }
    }

    /// Calls `body` with each term in order, and whether it is at the position of the one before.
    package func forEach(
        _ body: (_ term: Slice<UnsafeBufferPointer<UInt8>>, _ isColocated: Bool) -> Void
    ) {
        bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            while start < bytes.count {
                let end = bytes[start...].firstIndex(of: Self.separator) ?? bytes.count
                let isColocated = bytes[start] == Self.colocation
                body(bytes[(isColocated ? start + 1 : start)..<end], isColocated)
                start = end + 1
            }
        }
    }

    /// The text as a string.
    public var string: String { String(decoding: bytes, as: UTF8.self) }
}
