/// The value of a header field that has parameters, read forgivingly: `text/plain; charset=utf-8`
/// (RFC 9110 §5.6.6), `form-data; name="text"` (RFC 7578 §4.2).
struct FieldValue: Equatable {
    /// What stands before the first parameter, in lower case: `text/plain`.
    let name: String
    private var parameters: [Parameter] = []

    private struct Parameter: Equatable {
        var name: String
        var value: String
    }

    /// Reads a field's value.
    init(_ field: some StringProtocol) {
        var rest = Array(field.utf8)[...]
        let first = rest.prefix { $0 != UInt8(ascii: ";") }
        name = ASCII.lowercased(String(decoding: ASCII.trimmed(first), as: UTF8.self))
        rest = rest.dropFirst(first.count)
        while rest.popFirst() != nil {
            let name = rest.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ";") }
            rest = rest.dropFirst(name.count)
            guard rest.first == UInt8(ascii: "=") else { continue }
            rest = rest.dropFirst()
            let trimmed = ASCII.trimmed(String(decoding: name, as: UTF8.self))
            parameters.append(
                Parameter(name: ASCII.lowercased(trimmed), value: Self.takeValue(from: &rest))
            )
        }
    }

    /// The value of a parameter, the first of that name; the name is in lower case.
    subscript(parameter: String) -> String? {
        parameters.first { $0.name == parameter }?.value
    }

    /// Takes a token or a quoted string (RFC 9110 §5.6.4) and all up to the next semicolon.
    private static func takeValue(from rest: inout ArraySlice<UInt8>) -> String {
        rest = rest.drop(while: ASCII.isSpace)
        guard rest.first == UInt8(ascii: "\"") else {
            let token = rest.prefix { $0 != UInt8(ascii: ";") }
            rest = rest.dropFirst(token.count)
            return String(decoding: ASCII.trimmed(token), as: UTF8.self)
        }
        rest = rest.dropFirst()
        var value: [UInt8] = []
        while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
            if byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() {
                value.append(escaped)
            } else {
                value.append(byte)
            }
        }
        rest = rest.drop { $0 != UInt8(ascii: ";") }
        return String(decoding: value, as: UTF8.self)
    }
}
