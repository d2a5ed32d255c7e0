/// Numbers in as few bytes as they need: seven bits each, the lowest first (DWARF 5, §7.6).
enum LEB128 {
    /// Adds a number's bytes.
    static func append(_ number: UInt64, to bytes: inout [UInt8]) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Takes a number off the front; `nil` where the bytes end within it or it exceeds 64 bits.
    static func next(_ bytes: inout Slice<UnsafeRawBufferPointer>) -> UInt64? {
        var number: UInt64 = 0
        var shift: UInt64 = 0
        while shift < 64, let byte = bytes.popFirst() {
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
        return nil
    }

    /// A number of either sign as one without, the small ones small: 0, -1, 1, -2 ...
    static func zigzag(_ number: Int64) -> UInt64 {
        UInt64(bitPattern: (number << 1) ^ (number >> 63))
    }

    /// The number that `zigzag` was given.
    static func unzigzag(_ number: UInt64) -> Int64 {
        Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
    }
}
