import Foundation
import Testing

/// A case of one of the files in `Vectors`.
struct Vector: CustomTestStringConvertible, Sendable {
    var name: String
    var bytes: [UInt8] = []
    var expected = ""

    var testDescription: String { name }

    /// The cases of a file, in order.
    static func all(_ file: String) -> [Vector] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Vectors")
        guard let text = try? String(contentsOf: folder.appending(path: file), encoding: .utf8)
        else { return [] }
        var vectors: [Vector] = []
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let word = line.prefix { $0 != " " }
            let rest = line.dropFirst(word.count).drop { $0 == " " }
            switch word {
            case "case": vectors.append(Vector(name: String(rest)))
            case "send": vectors[vectors.count - 1].bytes += unescape(rest)
            case "expect":
                vectors[vectors.count - 1].expected = String(
                    decoding: unescape(rest),
                    as: UTF8.self
                )
            default: preconditionFailure("\(file): \(line)")
            }
        }
        return vectors
    }

    /// The bytes that text with `\r`, `\n`, `\t`, `\0`, `\\`, `\"` and `\xHH` stands for.
    private static func unescape(_ text: Substring) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let next = rest.popFirst() else {
                bytes.append(byte)
                continue
            }
            switch next {
            case UInt8(ascii: "r"): bytes.append(0x0D)
            case UInt8(ascii: "n"): bytes.append(0x0A)
            case UInt8(ascii: "t"): bytes.append(0x09)
            case UInt8(ascii: "0"): bytes.append(0x00)
            case UInt8(ascii: "x"):
                let digits = String(decoding: rest.prefix(2), as: UTF8.self)
                guard let value = UInt8(digits, radix: 16) else {
                    preconditionFailure("\\x\(digits)")
                }
                bytes.append(value)
                rest = rest.dropFirst(2)
            default: bytes.append(next)
            }
        }
        return bytes
    }
}
