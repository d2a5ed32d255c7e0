import Glibc

/// A message's fields in order; names are compared without regard to case.
///
/// They are kept as the bytes of the field section, `name: value` and CRLF a line, and are looked
/// for when they are asked for: a head has few lines, and most are never read.
public struct Fields: Sendable {
    private var bytes: [UInt8] = []

    /// Makes no fields.
    public init() {}

    /// Takes field lines that are well-formed, each with its CRLF.
    init(wellFormed bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The values of a field's lines joined by `, ` (RFC 9110 §5.3); `nil` where there is none.
    public subscript(name: String) -> String? {
        var joined: String?
        scan(for: name) { value in
            joined = joined.map { $0 + ", " + value.text } ?? value.text
            return true
        }
        return joined
    }

    /// The value of a field's first line; `nil` where there is none.
    public func first(_ name: String) -> String? {
        var found: String?
        scan(for: name) { value in
            found = value.text
            return false
        }
        return found
    }

    /// Whether there is a line of this name.
    public func contains(_ name: String) -> Bool {
        var found = false
        scan(for: name) { _ in
            found = true
            return false
        }
        return found
    }

    /// The value of each of a field's lines, in order.
    public func values(of name: String) -> [String] {
        var values: [String] = []
        scan(for: name) { value in
            values.append(value.text)
            return true
        }
        return values
    }

    /// Adds a field line at the end.
    ///
    /// Control characters become spaces.
    public mutating func append(_ name: String, _ value: String) {
        for part in [name, ":", value] {
            bytes.append(contentsOf: part.utf8.lazy.map { Grammar.isFieldValue($0) ? $0 : 0x20 })
        }
        bytes += [Grammar.cr, Grammar.lf]
    }

    /// All field lines, in order.
    public var lines: [(name: String, value: String)] {
        var lines: [(name: String, value: String)] = []
        bytes.withUnsafeBufferPointer { buffer in
            var rest = buffer[...]
            while let line = FieldLine(first: &rest) {
                lines.append((String(decoding: line.name, as: UTF8.self), line.text))
            }
        }
        return lines
    }

    /// Calls `body` with each line of the name, as long as it returns `true`.
    private func scan(for name: String, _ body: (FieldLine) -> Bool) {
        var name = name
        name.withUTF8 { name in
            bytes.withUnsafeBufferPointer { buffer in
                var rest = buffer[...]
                while let line = FieldLine(first: &rest) {
                    if line.isNamed(name), !body(line) { return }
                }
            }
        }
    }
}

/// One line of a field section in memory.
private struct FieldLine {
    let name: Slice<UnsafeBufferPointer<UInt8>>
    private let value: Slice<UnsafeBufferPointer<UInt8>>

    /// Takes the first line off `rest`; `nil` at the end.
    init?(first rest: inout Slice<UnsafeBufferPointer<UInt8>>) {
        guard let base = rest.base.baseAddress, !rest.isEmpty,
            let lf = memchr(base + rest.startIndex, Int32(Grammar.lf), rest.count),
            let colon = memchr(base + rest.startIndex, Int32(Grammar.colon), rest.count)
        else { return nil }
        let end = UnsafeRawPointer(lf) - UnsafeRawPointer(base)
        let nameEnd = UnsafeRawPointer(colon) - UnsafeRawPointer(base)
        guard nameEnd < end else { return nil }
        name = rest[rest.startIndex..<nameEnd]
        value = rest[(nameEnd + 1)..<(end - 1)]
        rest = rest[(end + 1)...]
    }

    func isNamed(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
        guard name.count == other.count else { return false }
        var index = name.startIndex
        for byte in other {
            if Grammar.lowercased(byte) != Grammar.lowercased(name[index]) { return false }
            index += 1
        }
        return true
    }

    var text: String {
        var value = value
        while let byte = value.first, byte == 0x20 || byte == 0x09 { value.removeFirst() }
        while let byte = value.last, byte == 0x20 || byte == 0x09 { value.removeLast() }
        return String(decoding: value, as: UTF8.self)
    }
}
