/// Percent-encoding (RFC 3986 §2.1).
enum PercentEncoding {
    /// Decodes text; `plusIsSpace` where `+` stands for a space, as in queries that forms write.
    ///
    /// `nil` where a `%` is not followed by two hexadecimal digits, or where the bytes
    ///   are not UTF-8.
    static func decode(_ text: some StringProtocol, plusIsSpace: Bool = false) -> String? {
        let isPlain = text.utf8.allSatisfy {
            $0 != UInt8(ascii: "%") && (!plusIsSpace || $0 != UInt8(ascii: "+"))
        }
        if isPlain { return String(text) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var rest = text.utf8.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = rest.next().flatMap(hexadecimalValue),
                    let low = rest.next().flatMap(hexadecimalValue)
                else { return nil }
                bytes.append(high << 4 | low)
            case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
            default: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    /// Encodes text for a query's name or value: all but letters, digits and what reads well and
    /// means nothing in a query or a shell's single quotes.
    static func encode(_ text: String) -> String {
        encode(text, keeping: "-._~,:*/@")
    }

    /// Encodes text for a segment of a path.
    static func encodeSegment(_ text: String) -> String {
        encode(text, keeping: "-._~,:@")
    }

    /// Encodes what a URI cannot hold, and leaves the rest of a request's target as it is.
    static func encodeTarget(_ target: some Sequence<UInt8>) -> String {
        encode(target, keeping: "-._~,:*/@!$&'()+;=?%[]")
    }

    private static func encode(_ text: String, keeping kept: String) -> String {
        encode(text.utf8, keeping: kept)
    }

    private static func encode(_ text: some Sequence<UInt8>, keeping kept: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text {
            if byte.isASCIILetterOrDigit || kept.utf8.contains(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func hexadecimalValue(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

extension UInt8 {
    /// Whether the byte is one of `0-9`, `A-Z` and `a-z`.
    var isASCIILetterOrDigit: Bool { isASCIIDigit || isASCIILetter }

    /// Whether the byte is one of `0-9`.
    var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    /// Whether the byte is one of `A-Z` and `a-z`.
    var isASCIILetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
}
