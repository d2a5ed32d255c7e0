import Articles
import Testing

@Suite struct UTF8BytesTests {
    @Test func `every scalar is read from its bytes`() {
        for value: UInt32 in 0x80...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            // A closure for each of a million would take longer than the reading.
            if value > 0x3000, value % 17 != 0 { continue }
            var text = "a" + String(Character(scalar)) + "b"
            let (found, length) = text.withUTF8 { $0.scalar(at: 1) }
            guard found == scalar, length == text.utf8.count - 2 else {
                Issue.record("U+\(String(value, radix: 16)) was read as \(found), \(length) bytes")
                return
            }
        }
    }
}
