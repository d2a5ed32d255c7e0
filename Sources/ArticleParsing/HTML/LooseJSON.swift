/// A JSON value as machines put it into pages.
enum LooseJSON: Sendable {
    case string(String)
    /// A number, `true`, `false` or `null`, as written.
    case word(String)
    case array([LooseJSON])
    case object([(name: String, value: LooseJSON)])

    /// The member of an object by its name; of an array of objects, that of the first.
    subscript(name: String) -> LooseJSON? {
        switch self {
        case .object(let members): members.first { $0.name == name }?.value
        case .array(let values): values.first?[name]
        default: nil
        }
    }

    /// The string, or the first of an array's.
    var string: String? {
        switch self {
        case .string(let string): string
        case .array(let values): values.first?.string
        default: nil
        }
    }

    /// The strings of an array, or the only one.
    var strings: [String] {
        switch self {
        case .string(let string): [string]
        case .array(let values):
            values.compactMap { if case .string(let string) = $0 { string } else { nil } }
        default: []
        }
    }

    /// The values of an array; of anything else, that alone.
    var values: [LooseJSON] {
        if case .array(let values) = self { values } else { [self] }
    }
}

/// Reads JSON as it stands in pages: raw line ends in strings, commas too many, comments around.
///
/// What cannot be read ends the reading; what was read until then counts. Depth and the number of
/// values are bounded.
struct LooseJSONReader {
    /// How deep values may stand in each other; what is deeper is left out.
    static let depthLimit = 40
    /// How many values are read.
    static let valueLimit = 60_000

    private let bytes: ArraySlice<UInt8>
    private var index: Int
    private var count = 0

    /// The values in a text, one after another.
    static func values(in bytes: ArraySlice<UInt8>) -> [LooseJSON] {
        var reader = LooseJSONReader(bytes: bytes, index: bytes.startIndex)
        var values: [LooseJSON] = []
        while reader.skipToValue(), values.count < 50 {
            guard let value = reader.value(depth: 0) else { break }
            values.append(value)
        }
        return values
    }

    private init(bytes: ArraySlice<UInt8>, index: Int) {
        self.bytes = bytes
        self.index = index
    }

    private var next: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

    private mutating func skipToValue() -> Bool {
        while let byte = next {
            if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") { return true }
            index += 1
        }
        return false
    }

    private mutating func skipSpace() {
        while let byte = next, ASCII.isSpace(byte) || byte == UInt8(ascii: ",") { index += 1 }
    }

    private mutating func value(depth: Int) -> LooseJSON? {
        count += 1
        guard count < Self.valueLimit, let byte = next else { return nil }
        switch byte {
        case UInt8(ascii: "\""): return string().map { .string($0) }
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            guard depth < Self.depthLimit else {
                skipContainer()
                return .word("null")
            }
            return byte == UInt8(ascii: "{") ? object(depth) : array(depth)
        default:
            let start = index
            while let byte = next, !ASCII.isSpace(byte), !",]}{[\":".utf8.contains(byte) {
                index += 1
            }
            guard index > start else { return nil }
            return .word(String(decoding: bytes[start..<index], as: UTF8.self))
        }
    }

    private mutating func object(_ depth: Int) -> LooseJSON {
        var members: [(name: String, value: LooseJSON)] = []
        index += 1
        while true {
            skipSpace()
            guard let byte = next else { break }
            if byte == UInt8(ascii: "}") {
                index += 1
                break
            }
            guard byte == UInt8(ascii: "\""), let name = string() else { break }
            skipSpace()
            guard next == UInt8(ascii: ":") else { break }
            index += 1
            skipSpace()
            guard let value = value(depth: depth + 1) else { break }
            members.append((name, value))
        }
        return .object(members)
    }

    private mutating func array(_ depth: Int) -> LooseJSON {
        var values: [LooseJSON] = []
        index += 1
        while true {
            skipSpace()
            guard let byte = next else { break }
            if byte == UInt8(ascii: "]") {
                index += 1
                break
            }
            guard let value = value(depth: depth + 1) else { break }
            values.append(value)
        }
        return .array(values)
    }

    /// Leaves out a container and all in it.
    private mutating func skipContainer() {
        var depth = 0
        while let byte = next {
            if byte == UInt8(ascii: "\"") {
                _ = string()
                continue
            }
            if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") { depth += 1 }
            if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") { depth -= 1 }
            index += 1
            if depth == 0 { return }
        }
    }

    private mutating func string() -> String? {
        index += 1
        var text: [UInt8] = []
        while let byte = next {
            index += 1
            if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
            guard byte == UInt8(ascii: "\\") else {
                text.append(byte)
                continue
            }
            guard let escaped = next else { return nil }
            index += 1
            switch escaped {
            case UInt8(ascii: "n"): text.append(0x0A)
            case UInt8(ascii: "t"): text.append(0x09)
            case UInt8(ascii: "r"): text.append(0x0D)
            case UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(ASCII.space)
            case UInt8(ascii: "u"): appendEscape(to: &text)
            default: text.append(escaped)
            }
        }
        return nil
    }

    private mutating func appendEscape(to text: inout [UInt8]) {
        guard var code = hex() else { return }
        if (0xD800..<0xDC00).contains(code), index + 1 < bytes.endIndex,
            bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u")
        {
            index += 2
            guard let low = hex(), (0xDC00..<0xE000).contains(low) else { return }
            code = 0x1_0000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { return }
        text.append(contentsOf: String(Character(scalar)).utf8)
    }

    private mutating func hex() -> UInt32? {
        var code: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = ASCII.hexValue(byte) else { return nil }
            code = code << 4 | UInt32(digit)
            index += 1
        }
        return code
    }
}
