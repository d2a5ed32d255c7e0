/// Reading the bytes of a `String`, which are valid UTF-8: a `String`'s own scalars cost ten times as much.
extension UnsafeBufferPointer<UInt8> {
    /// The scalar that begins at a byte of 0x80 or more, and how many bytes it has.
    ///
    /// - Parameter position: Where its first byte is; the others are there too.
    /// - Returns: The scalar and its length, 2 to 4.
    @inlinable
    package func scalar(at position: Int) -> (scalar: Unicode.Scalar, length: Int) {
        let first = UInt32(self[position])
        var value: UInt32
        let length: Int
        if first >= 0xF0 {
            (value, length) = (first & 0x07, 4)
        } else if first >= 0xE0 {
            (value, length) = (first & 0x0F, 3)
        } else {
            (value, length) = (first & 0x1F, 2)
        }
        for offset in 1..<length { value = value << 6 | UInt32(self[position + offset] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }
}
