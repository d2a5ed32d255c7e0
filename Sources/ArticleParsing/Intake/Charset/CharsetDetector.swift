/// Tells the charset of text that nobody has named one for and that is not UTF-8.
enum CharsetDetector {
    /// The likeliest charset of a sample; windows-1252 where nothing speaks for another.
    static func charset(of bytes: ArraySlice<UInt8>) -> Charset {
        EastAsianCharsets.likeliest(of: bytes) ?? SingleByteCharsets.likeliest(of: bytes)
    }

    /// UTF-16 without a byte order mark, told by where its zero bytes stand.
    ///
    /// In text, white space, digits and all of Latin-1 have a zero as their high byte, so zeros
    /// stand at places of one parity: the odd ones where the low byte comes first. Where the other
    /// bytes are ASCII, there must be many of them: a stray zero makes no UTF-16. Where they are not,
    /// white space tells: U+4E00, the commonest ideograph, has a zero as its low byte.
    static func utf16(_ bytes: [UInt8]) -> Charset? {
        guard bytes.count >= 4, bytes.count % 2 == 0 else { return nil }
        var zeros = [0, 0]
        var spaces = [0, 0]
        var readable = 0
        var hasNull = false
        for index in stride(from: 0, to: bytes.count, by: 2) {
            for place in 0...1 {
                let (byte, other) = (bytes[index + place], bytes[index + 1 - place])
                if byte == 0 {
                    zeros[place] += 1
                    if ASCII.isSpace(other) { spaces[place] += 1 }
                }
                if byte >= ASCII.space && byte < 0x7F || ASCII.isSpace(byte) { readable += 1 }
            }
            hasNull = hasNull || bytes[index] == 0 && bytes[index + 1] == 0
        }
        let most = max(zeros[0], zeros[1])
        let all = zeros[0] + zeros[1]
        let isASCII = readable * 100 >= (bytes.count - all) * 85
        let isToldByZeros = most > 0 && (all - most) * 20 <= most
        let isToldBySpaces = !isASCII && !hasNull && spaces[0] != spaces[1]
        guard isToldBySpaces || isToldByZeros, !isASCII || most * 10 >= bytes.count * 3 else {
            return nil
        }
        let told = isToldBySpaces ? spaces : zeros
        let charset: Charset = told[1] > told[0] ? .utf16LE : .utf16BE
        return isPlausible(bytes, in: charset) ? charset : nil
    }

    /// Whether the start of a text in UTF-16 is made of characters that texts are made of.
    static func isPlausible(_ bytes: [UInt8], in charset: Charset) -> Bool {
        guard let sample = Converter.convert(bytes.prefix(4_096), from: charset) else {
            return false
        }
        let strange = sample.text.unicodeScalars.count { scalar in
            switch scalar.properties.generalCategory {
            case .control: !ASCII.isSpace(UInt8(truncatingIfNeeded: scalar.value))
            case .unassigned, .privateUse: true
            default: scalar == "\u{FFFD}"
            }
        }
        // A sample may cut a pair of surrogates, and a text may hold a stray control.
        return strange * 50 <= sample.text.unicodeScalars.count + 49
    }

    /// The charset that markup or an XML declaration names in the first bytes.
    static func declaredInside(_ bytes: [UInt8]) -> Charset? {
        let head = Array(bytes.prefix(1_024))
        guard head.contains(UInt8(ascii: "<")) else { return nil }
        for key in ["charset=", "encoding="] {
            guard let place = head.firstIndex(of: Array(key.utf8)) else { continue }
            let value = head[(place + key.utf8.count)...].drop { $0 == 0x22 || $0 == 0x27 }
            let label = value.prefix {
                ASCII.isLetter($0) || ASCII.isDigit($0) || "-_:.".utf8.contains($0)
            }
            if let charset = Charset(label: String(decoding: label, as: UTF8.self)) {
                return charset
            }
        }
        return nil
    }

    /// Whether bytes switch to Japanese as ISO-2022-JP does (RFC 1468): `ESC $ B` or `ESC $ @`.
    static func isISO2022JP(_ bytes: [UInt8]) -> Bool {
        guard let start = bytes.firstIndex(of: ASCII.escape) else { return false }
        let sequence = bytes[start...].prefix(3)
        return sequence.elementsEqual([ASCII.escape, 0x24, 0x42])
            || sequence.elementsEqual([ASCII.escape, 0x24, 0x40])
            || bytes.contains(sequence: [ASCII.escape, 0x24, 0x42])
    }
}
