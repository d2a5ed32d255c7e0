import CLibXML2

/// Reads references to characters (HTML 4.01 §5.3).
enum Entity {
    /// The text of a reference at the start of bytes, and how many of them it has; `nil` for what
    /// is none.
    static func text(at bytes: ArraySlice<UInt8>) -> (String, length: Int)? {
        guard bytes.first == UInt8(ascii: "&"),
            let end = bytes.prefix(12).firstIndex(of: UInt8(ascii: ";"))
        else { return nil }
        let name = String(decoding: bytes[(bytes.startIndex + 1)..<end], as: UTF8.self)
        return text(named: name).map { ($0, end - bytes.startIndex + 1) }
    }

    /// A text with its references read.
    static func decoded(_ text: String) -> String {
        var rest = Array(text.utf8)[...]
        var decoded: [UInt8] = []
        decoded.reserveCapacity(rest.count)
        while let place = rest.firstIndex(of: UInt8(ascii: "&")) {
            decoded += rest[..<place]
            rest = rest[place...]
            if let (text, length) = Self.text(at: rest) {
                decoded += text.utf8
                rest = rest.dropFirst(length)
            } else {
                decoded.append(UInt8(ascii: "&"))
                rest = rest.dropFirst()
            }
        }
        return String(decoding: decoded + rest, as: UTF8.self)
    }

    /// The text of a reference's name, without its ampersand and semicolon: `eacute`, `#233`.
    static func text(named name: String) -> String? {
        if name.hasPrefix("#") {
            let digits = name.dropFirst()
            let isHexadecimal = digits.first == "x" || digits.first == "X"
            let value = UInt32(
                isHexadecimal ? digits.dropFirst() : digits,
                radix: isHexadecimal ? 16 : 10
            )
            guard let value, let scalar = scalar(value) else { return nil }
            return String(Character(scalar))
        }
        if name == "apos" { return "'" }
        let found = name.withCString { pointer in
            pointer.withMemoryRebound(to: UInt8.self, capacity: name.utf8.count + 1) {
                htmlEntityLookup($0)?.pointee.value
            }
        }
        return found.flatMap { Unicode.Scalar($0) }.map { String(Character($0)) }
    }

    /// The scalar of a number; those of Windows-1252's punctuation stand for it (HTML §13.2.5.80).
    private static func scalar(_ value: UInt32) -> Unicode.Scalar? {
        if (0x80...0x9F).contains(value) {
            return Windows1252.scalar(of: UInt8(value))
        }
        guard value >= 0x20 || value == 0x0A || value == 0x09 else { return nil }
        return Unicode.Scalar(value)
    }
}
