/// Writes JSON text (RFC 8259) into a byte buffer, in one pass and without building a tree.
///
/// The caller keeps the structure: `beginObject`, `key`, a value, `endObject`. Commas, escapes and
/// indentation are the writer's.
public struct JSONWriter: Sendable {
    /// The text so far.
    public private(set) var bytes: [UInt8] = []
    private let isPretty: Bool
    private var depth = 0
    /// Whether a value stands before the next one on this level, so that a comma is due.
    private var needsComma = false
    /// Whether a key was just written, so that the next value follows on its line.
    private var followsKey = false

    /// Makes a writer.
    ///
    /// - Parameters:
    ///   - isPretty: Whether the text is indented by two spaces a level.
    ///   - capacity: How many bytes there is room for at first.
    public init(isPretty: Bool = false, reservingCapacity capacity: Int = 512) {
        self.isPretty = isPretty
        bytes.reserveCapacity(capacity)
    }

    /// Opens an object.
    public mutating func beginObject() { open(UInt8(ascii: "{")) }

    /// Closes the object opened last.
    public mutating func endObject() { close(UInt8(ascii: "}")) }

    /// Opens an array.
    public mutating func beginArray() { open(UInt8(ascii: "[")) }

    /// Closes the array opened last.
    public mutating func endArray() { close(UInt8(ascii: "]")) }

    /// Writes a member's name; its value has to follow.
    public mutating func key(_ name: String) {
        separate()
        quote(name)
        bytes.append(UInt8(ascii: ":"))
        if isPretty { bytes.append(UInt8(ascii: " ")) }
        followsKey = true
    }

    /// Writes a string, or `null`.
    public mutating func value(_ text: String?) {
        separate()
        if let text { quote(text) } else { bytes.append(contentsOf: "null".utf8) }
    }

    /// Writes texts with a separator between them as one string.
    public mutating func value(joining texts: some Sequence<String>, by separator: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        var isFirst = true
        for text in texts {
            if !isFirst { escaped(separator) }
            isFirst = false
            escaped(text)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes a whole number, or `null`.
    public mutating func value(_ number: (some BinaryInteger)?) {
        separate()
        guard let number else { return bytes.append(contentsOf: "null".utf8) }
        guard let small = Int(exactly: number), small >= 0 else {
            return bytes.append(contentsOf: String(number).utf8)
        }
        let start = bytes.count
        var rest = small
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }

    /// Writes a number, or `null`; what JSON cannot say (infinities, NaN) is `null` too.
    public mutating func value(_ number: Double?) {
        separate()
        let text = number.flatMap { $0.isFinite ? "\($0)" : nil }
        bytes.append(contentsOf: (text ?? "null").utf8)
    }

    /// Writes a truth value, or `null`.
    public mutating func value(_ truth: Bool?) {
        separate()
        bytes.append(contentsOf: (truth.map { $0 ? "true" : "false" } ?? "null").utf8)
    }

    /// Writes an array of strings.
    public mutating func value(_ texts: [String]) {
        beginArray()
        for text in texts { value(text) }
        endArray()
    }

    /// Writes text that is JSON already, as it is.
    public mutating func raw(_ json: some Sequence<UInt8>) {
        separate()
        bytes.append(contentsOf: json)
    }

    /// Ends the text with a newline, so that a terminal's prompt starts on a line of its own.
    public mutating func endLine() {
        bytes.append(UInt8(ascii: "\n"))
        needsComma = false
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        depth += 1
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        depth -= 1
        if isPretty && needsComma { indent() }
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func separate() {
        if followsKey {
            followsKey = false
            needsComma = true
            return
        }
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        if isPretty && depth > 0 { indent() }
        needsComma = true
    }

    private mutating func indent() {
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }

    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        escaped(text)
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes a string's characters, less its quotes.
    private mutating func escaped(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            var written = 0
            while true {
                let end = Self.endOfPlain(utf8, from: written)
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[written..<end]))
                guard end < utf8.count else { break }
                escape(utf8[end])
                written = end + 1
            }
        }
    }

    /// The position of the first byte from `start` that has to be escaped; the end where none has.
    ///
    /// Eight bytes at a time: a byte is below another where subtracting that borrows into its
    /// highest bit, and equal to it where their difference is below 1 (Warren, "Hacker's Delight",
    /// 6-1). A borrow may blame the byte above as well; which one it is, is looked up one by one.
    private static func endOfPlain(_ utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highBits: UInt64 = 0x8080_8080_8080_8080
        let raw = UnsafeRawBufferPointer(utf8)
        var position = start
        while position + 8 <= utf8.count {
            let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
            let quote = word ^ ones &* 0x22
            let backslash = word ^ ones &* 0x5C
            let found =
                (word &- ones &* 0x20) & ~word | (quote &- ones) & ~quote
                | (backslash &- ones) & ~backslash
            if found & highBits != 0 { break }
            position += 8
        }
        while position < utf8.count, !needsEscape(utf8[position]) { position += 1 }
        return position
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func escape(_ byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        case UInt8(ascii: "\n"): bytes.append(UInt8(ascii: "n"))
        case UInt8(ascii: "\r"): bytes.append(UInt8(ascii: "r"))
        case UInt8(ascii: "\t"): bytes.append(UInt8(ascii: "t"))
        default:
            let digits = Array("0123456789abcdef".utf8)
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(digits[Int(byte >> 4)])
            bytes.append(digits[Int(byte & 0xF)])
        }
    }
}
