/// The characters of a charset of one byte a character.
struct SingleByteTable: Sendable {
    /// The UTF-8 of each byte from 0x80; empty where the byte has no character.
    private let encodings: [[UInt8]]

    /// Takes the characters of the bytes from 0x80 to 0xFF; U+FFFD stands for none.
    init(_ characters: [Unicode.Scalar]) {
        encodings = characters.map { character in
            character == "\u{FFFD}" ? [] : Array(String(character).utf8)
        }
    }

    /// The text that bytes stand for.
    func convert(_ bytes: ArraySlice<UInt8>) -> Converter.Conversion {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        var misfits = 0
        for byte in bytes {
            guard byte >= 0x80 else {
                text.append(byte)
                continue
            }
            let encoding = encodings[Int(byte) - 0x80]
            if encoding.isEmpty {
                misfits += 1
                text.append(contentsOf: UTF8.encodedReplacementCharacter)
            } else {
                text.append(contentsOf: encoding)
            }
        }
        return Converter.Conversion(text: String(decoding: text, as: UTF8.self), misfits: misfits)
    }
}
