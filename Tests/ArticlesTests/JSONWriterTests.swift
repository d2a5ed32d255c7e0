import Foundation
import Testing

@testable import Articles

@Suite struct JSONWriterTests {
    private func sample(isPretty: Bool) -> String {
        var json = JSONWriter(isPretty: isPretty)
        json.beginObject()
        json.key("a")
        json.value(1)
        json.key("b")
        json.beginArray()
        json.value("x")
        json.value(nil as String?)
        json.beginObject()
        json.endObject()
        json.endArray()
        json.key("c")
        json.raw("[true]".utf8)
        json.key("d")
        json.value([])
        json.endObject()
        json.endLine()
        return String(decoding: json.bytes, as: UTF8.self)
    }

    @Test func `puts commas where they belong`() {
        #expect(sample(isPretty: false) == #"{"a":1,"b":["x",null,{}],"c":[true],"d":[]}"# + "\n")
    }

    @Test func `indents by two spaces a level`() {
        #expect(
            sample(isPretty: true) == """
                {
                  "a": 1,
                  "b": [
                    "x",
                    null,
                    {}
                  ],
                  "c": [true],
                  "d": []
                }

                """
        )
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func `says null for numbers that JSON has not`(number: Double) {
        var json = JSONWriter()
        json.value(number)
        #expect(json.bytes == Array("null".utf8))
    }

    @Test func `finds what to escape wherever it stands`() {
        for length in 0..<40 {
            for position in 0..<length {
                for byte in [0x00, 0x1F, 0x22, 0x5C, 0x20, 0x21, 0x23, 0x5B, 0x5D, 0x7F] as [UInt8]
                {
                    var text = [UInt8](repeating: 0x61, count: length)
                    text[position] = byte
                    var json = JSONWriter()
                    json.value(String(decoding: text, as: UTF8.self))
                    let isEscaped = byte < 0x20 || byte == 0x22 || byte == 0x5C
                    let grown = isEscaped ? (byte < 0x20 ? 5 : 1) : 0
                    #expect(json.bytes.count == length + 2 + grown, "\(byte) at \(position)")
                }
            }
        }
    }

    @Test func `any string comes back from another reader`() throws {
        var random = SystemRandomNumberGenerator()
        let seed = UInt64.random(in: 0...UInt64.max, using: &random)
        var generator = SplitMix(state: seed)
        for _ in 0..<2_000 {
            let scalars = (0..<Int.random(in: 0..<40, using: &generator)).compactMap { _ in
                let limit: UInt32 = Bool.random(using: &generator) ? 0x80 : 0x11_0000
                return Unicode.Scalar(UInt32.random(in: 0..<limit, using: &generator))
            }
            let text = String(String.UnicodeScalarView(scalars))
            var json = JSONWriter()
            json.beginArray()
            json.value(text)
            json.endArray()
            let read = try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String]
            #expect(
                read?.first.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars),
                "seed \(seed)"
            )
        }
    }
}

/// A small seeded generator (Steele, Lea, Flood: "Fast Splittable Pseudorandom Number Generators").
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
