#if canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Converts bytes of a charset to Unicode.
enum Converter {
    /// A text with how much of the bytes did not fit.
    struct Conversion {
        /// The text, U+FFFD where bytes did not fit.
        var text: String
        /// How many times bytes did not fit.
        var misfits: Int
    }

    /// The text that bytes stand for.
    ///
    /// - Returns: `nil` where the system's iconv does not have the charset.
    static func convert(_ bytes: ArraySlice<UInt8>, from charset: Charset) -> Conversion? {
        switch charset {
        case .utf8: utf8(bytes)
        case .utf16LE, .utf16: utf16(bytes, lowFirst: true)
        case .utf16BE: utf16(bytes, lowFirst: false)
        case .utf32LE: utf32(bytes, lowFirst: true)
        case .utf32BE: utf32(bytes, lowFirst: false)
        case .windows1252: windows1252.convert(bytes)
        default: tables[charset]?.convert(bytes) ?? withIconv(bytes, from: charset)
        }
    }

    private static func utf8(_ bytes: ArraySlice<UInt8>) -> Conversion {
        if let text = String(validating: bytes, as: UTF8.self) {
            return Conversion(text: text, misfits: 0)
        }
        let text = String(decoding: bytes, as: UTF8.self)
        return Conversion(text: text, misfits: replacements(in: text))
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, lowFirst: Bool) -> Conversion {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        for index in stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2) {
            let first = UInt16(bytes[index])
            let second = UInt16(bytes[index + 1])
            units.append(lowFirst ? second << 8 | first : first << 8 | second)
        }
        if let text = String(validating: units, as: UTF16.self) {
            return Conversion(text: text, misfits: bytes.count % 2)
        }
        let text = String(decoding: units, as: UTF16.self)
        return Conversion(text: text, misfits: replacements(in: text) + bytes.count % 2)
    }

    private static func utf32(_ bytes: ArraySlice<UInt8>, lowFirst: Bool) -> Conversion {
        var text = String.UnicodeScalarView()
        var misfits = bytes.count % 4 == 0 ? 0 : 1
        for index in stride(from: bytes.startIndex, to: bytes.endIndex - 3, by: 4) {
            let unit = bytes[index..<(index + 4)]
            let value = (lowFirst ? Array(unit.reversed()) : Array(unit))
                .reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            let scalar = Unicode.Scalar(value)
            text.append(scalar ?? "\u{FFFD}")
            if scalar == nil { misfits += 1 }
        }
        return Conversion(text: String(text), misfits: misfits)
    }

    /// The table of windows-1252, made without iconv: this is what all else falls back to, so it
    /// must always be there.
    private static let windows1252 = SingleByteTable(
        (0x80...0xFF).map { Windows1252.scalar(of: $0) }
    )

    /// The tables of the charsets of one byte a character, made when the first is needed: opening
    /// one in iconv takes longer than converting an article by a table.
    private static let tables: [Charset: SingleByteTable] = {
        var tables = [Charset.windows1252: windows1252]
        for charset in Charset.singleByte where charset != .windows1252 {
            let characters = (UInt8(0x80)...0xFF).map { byte in
                withIconv([byte], from: charset)?.text.unicodeScalars.first
            }
            // Where iconv lacks the charset, it lacks each of its bytes.
            guard characters.contains(where: { $0 != nil }) else { continue }
            tables[charset] = SingleByteTable(characters.map { $0 ?? "\u{FFFD}" })
        }
        return tables
    }()

    private static func withIconv(
        _ bytes: ArraySlice<UInt8>,
        from charset: Charset
    ) -> Conversion? {
        let descriptor = iconv_open("UTF-8", charset.iconvName)
        guard descriptor != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(descriptor) }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count * 2)
        var misfits = 0
        var room = [CChar](repeating: 0, count: 16 << 10)
        var input = bytes.map { CChar(bitPattern: $0) }
        input.withUnsafeMutableBufferPointer { input in
            var next = input.baseAddress
            var left = input.count
            var isFlushed = false
            while !isFlushed {
                let isAtEnd = left == 0
                let (status, reason) = room.withUnsafeMutableBufferPointer { room in
                    var end = room.baseAddress
                    var free = room.count
                    // Without input, what a charset with combining characters held back comes.
                    let status =
                        isAtEnd
                        ? iconv(descriptor, nil, nil, &end, &free)
                        : iconv(descriptor, &next, &left, &end, &free)
                    let reason = errno
                    let made = room.prefix(room.count - free)
                    output.append(contentsOf: made.lazy.map { UInt8(bitPattern: $0) })
                    return (status, reason)
                }
                isFlushed = isAtEnd
                // The room was too small: there is more to come from the same place.
                guard status == -1, reason != E2BIG, !isAtEnd else { continue }
                // A byte that fits nowhere, or the first of a character that breaks off.
                misfits += 1
                output.append(contentsOf: UTF8.encodedReplacementCharacter)
                next = next?.advanced(by: 1)
                left -= 1
            }
        }
        return Conversion(text: String(decoding: output, as: UTF8.self), misfits: misfits)
    }

    private static func replacements(in text: String) -> Int {
        text.unicodeScalars.lazy.count { $0 == "\u{FFFD}" }
    }
}
