/// Text that was UTF-8, was read as windows-1252 or ISO 8859-1, and was then sent as such:
/// `MÃ¼ller`, `donâ€™t`.
enum Mojibake {
    /// The text as it was before; `nil` where there is nothing to repair.
    ///
    /// Where all of a text goes back to bytes that are UTF-8, which no language does by chance,
    /// all of it is repaired. Else only what becomes a letter of Latin-1 or a common punctuation
    /// mark is, and only where that happens more than once. Text that was misread twice is
    /// repaired twice.
    static func repaired(_ text: String) -> String? {
        guard mayHold(text), holdsSequence(text), let once = repairedOnce(text) else { return nil }
        return repairedOnce(once) ?? once
    }

    /// Whether a lead byte's character is followed by one beyond ASCII: what a fast look can say.
    private static func mayHold(_ text: String) -> Bool {
        // As UTF-8, U+00C2 to U+00F4 are C3 82 to C3 B4; what follows them here is not ASCII.
        var text = text
        return text.withUTF8 { bytes in
            var index = 0
            while index + 2 < bytes.count {
                let isLead = bytes[index] == 0xC3 && (0x82...0xB4).contains(bytes[index + 1])
                if isLead, bytes[index + 2] >= 0x80 { return true }
                index += 1
            }
            return false
        }
    }

    /// Whether somewhere the characters of a whole sequence follow each other.
    private static func holdsSequence(_ text: String) -> Bool {
        var missing = 0
        for scalar in text.unicodeScalars {
            if missing > 0, let byte = Windows1252.byte(of: scalar), (0x80...0xBF).contains(byte) {
                missing -= 1
                if missing == 0 { return true }
                continue
            }
            // The lead bytes of sequences of two, three and four (RFC 3629 §3).
            switch scalar.value {
            case 0xC2...0xDF: missing = 1
            case 0xE0...0xEF: missing = 2
            case 0xF0...0xF4: missing = 3
            default: missing = 0
            }
        }
        return false
    }

    private static func repairedOnce(_ text: String) -> String? {
        if let whole = wholly(text) { return whole }
        return partly(text)
    }

    /// The text whose UTF-8 the characters are, if all of them are.
    private static func wholly(_ text: String) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            guard let byte = Windows1252.byte(of: scalar) else { return nil }
            bytes.append(byte)
        }
        guard let repaired = String(validating: bytes, as: UTF8.self) else { return nil }
        let sequences = repaired.unicodeScalars.lazy.filter { !$0.isASCII }
        // A lone pair may be meant; three bytes that fit are no accident.
        let isEvident = sequences.prefix(2).count == 2 || sequences.contains { $0.value >= 0x800 }
        return isEvident ? repaired : nil
    }

    /// The text with the sequences repaired that nobody writes on purpose.
    private static func partly(_ text: String) -> String? {
        let scalars = text.unicodeScalars
        var repaired = String.UnicodeScalarView()
        var count = 0
        var index = scalars.startIndex
        while index < scalars.endIndex {
            if let (scalar, next) = sequence(at: index, of: scalars) {
                repaired.append(scalar)
                index = next
                count += 1
            } else {
                repaired.append(scalars[index])
                index = scalars.index(after: index)
            }
        }
        return count > 1 ? String(repaired) : nil
    }

    /// What stands at a place, where that is a misread letter or mark, and where it ends.
    private static func sequence(
        at start: String.Index,
        of scalars: String.UnicodeScalarView
    ) -> (Unicode.Scalar, end: String.Index)? {
        let lead = scalars[start]
        guard lead == "Â" || lead == "Ã" || lead == "â" else { return nil }
        var index = scalars.index(after: start)
        var value = lead == "â" ? 0x2 : lead.value & 0x1F
        for _ in 0..<(lead == "â" ? 2 : 1) {
            guard index < scalars.endIndex, let byte = Windows1252.byte(of: scalars[index]),
                (0x80...0xBF).contains(byte)
            else { return nil }
            value = value << 6 | UInt32(byte & 0x3F)
            index = scalars.index(after: index)
        }
        guard let scalar = Unicode.Scalar(value) else { return nil }
        // Letters and marks of Latin-1, or U+2000 to U+206F: general punctuation.
        let isCommon =
            lead == "â"
            ? (0x2000...0x206F).contains(value) || scalar == "€" || scalar == "™"
            : value >= 0xA0
        return isCommon ? (scalar, index) : nil
    }
}
