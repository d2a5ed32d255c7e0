/// Writes UTF-8 into memory that is known to be enough.
struct UTF8Output {
    private let buffer: UnsafeMutableBufferPointer<UInt8>
    /// How many bytes were written.
    private(set) var count = 0

    /// Makes an output at the start of `buffer`, which outlives it.
    init(_ buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

    /// Writes a byte.
    @inline(__always)
    mutating func put(_ byte: UInt8) {
        precondition(count < buffer.count, "more text than was counted")
        buffer.initializeElement(at: count, to: byte)
        count += 1
    }

    /// Writes a scalar.
    @inline(__always)
    mutating func put(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        switch value {
        case ..<0x80: put(UInt8(truncatingIfNeeded: value))
        case ..<0x800:
            put(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
            put(tail: value)
        case ..<0x1_0000:
            put(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
            put(tail: value >> 6)
            put(tail: value)
        default:
            put(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
            put(tail: value >> 12)
            put(tail: value >> 6)
            put(tail: value)
        }
    }

    private mutating func put(tail value: UInt32) {
        put(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    }
}
