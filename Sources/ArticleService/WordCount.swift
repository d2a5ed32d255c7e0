import Articles

/// Counts words as `wc -w` does, and letters where a script has no spaces.
///
/// A word is what stands between white space: `Amir-Abdollahian`, `don’t`, `1,200` and a lone `&`
/// are one each. In scripts that are written without spaces between words each letter counts: that
/// is how the length of a Chinese or Japanese text is given. Thai, Lao, Khmer and Burmese are
/// counted the same way, their vowel signs and tones left out, for want of a dictionary; their
/// figures compare among themselves only.
package enum WordCount {
    /// The number of words in some texts.
    package static func of(_ texts: some Sequence<String>) -> Int {
        texts.reduce(0) { $0 + count(in: $1) }
    }

    private static func count(in text: String) -> Int {
        var text = text
        return text.withUTF8(count)
    }

    private static func count(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var count = 0
        var isInWord = false
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            guard byte >= 0x80 else {
                let isSign = byte > 0x20
                if isSign, !isInWord { count += 1 }
                isInWord = isSign
                index += 1
                continue
            }
            let (scalar, length) = bytes.scalar(at: index)
            index += length
            if scalar.properties.isWhitespace {
                isInWord = false
            } else if isUnspaced(scalar.value) {
                if scalar.properties.isAlphabetic && !isMark(scalar) { count += 1 }
                isInWord = false
            } else if !isInWord, !isUnspacedPunctuation(scalar.value) {
                count += 1
                isInWord = true
            }
        }
        return count
    }

    /// Whether a scalar is a mark of Chinese and Japanese texts, which never stands for a word.
    private static func isUnspacedPunctuation(_ value: UInt32) -> Bool {
        (0x3000...0x303F).contains(value) || (0xFF00...0xFF0F).contains(value)
            || (0xFF1A...0xFF20).contains(value) || (0xFF3B...0xFF40).contains(value)
            || (0xFF5B...0xFF65).contains(value)
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }

    /// Whether a scalar belongs to a script without spaces between words: Thai, Lao, Burmese,
    /// Khmer, kana, Han (Unicode's Blocks.txt).
    private static func isUnspaced(_ value: UInt32) -> Bool {
        switch value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005...0x3007,
            0x3040...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xF900...0xFAFF, 0xFF66...0xFF9F, 0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
