import Articles
import Testing

@testable import ArticleParsing

/// What must hold whatever is sent.
///
/// Each failure prints the seed that makes it again.
@Suite struct IntakePropertyTests {
    private static let types: [String?] = [
        nil, IntakeCurlTests.form, "text/plain", "text/plain; charset=iso-8859-1", "text/html",
        "text/plain; charset=utf-16", "application/json", "application/octet-stream",
        "multipart/form-data; boundary=b", ";;;", "",
    ]

    /// Pieces that lead into every corner of intake.
    private static let pieces: [[UInt8]] =
        [
            "The boats sail again. ", "said.Then ", "“We’re back,” ", "Größe ", "Привет ", "市长说。",
            "text=", "title=", "&", "%20", "%", "+", "=", "--b\r\n", "--b--",
            "Content-Disposition: form-data; name=\"text\"\r\n\r\n", "\r\n", "\n", "\r", "\t",
            "\u{0C}",
            "<p>", "<?xml", "{\"a\":1}", "[", "---\n", "# ", "Ã¼", "â€™", "\u{FEFF}", "\u{85}",
            "<meta charset=koi8-r>", "charset=",
        ].map { Array($0.utf8) } + [
            [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [0x1F, 0x8B, 0x08], [0x00], [0xE9],
            [0x92], [0xC3], [0x1B, 0x24, 0x42], [0x82, 0xA0], [0x78, 0x9C],
            [0xF0, 0x9F, 0x98, 0x80],
        ]

    private func randomBody(_ generator: inout SeededGenerator) -> [UInt8] {
        var body: [UInt8] = []
        for _ in 0..<Int.random(in: 0...40, using: &generator) {
            if Int.random(in: 0..<8, using: &generator) == 0 {
                body += (0..<8).map { _ in UInt8.random(in: 0...255, using: &generator) }
            } else {
                body += Self.pieces.randomElement(using: &generator) ?? []
            }
        }
        return body
    }

    @Test func `gives text or an error for any bytes, and the same each time`() {
        for seed in UInt64(1)...800 {
            var generator = SeededGenerator(seed: seed)
            let upload = Upload(
                bytes: randomBody(&generator),
                declaredType: Self.types.randomElement(using: &generator) ?? nil,
                contentEncoding: [nil, nil, nil, "gzip", "deflate"].randomElement(using: &generator)
                    ?? nil,
                receivedOn: IntakeCurlTests.day
            )
            let first = Result { try Intake.read(upload) }
            guard case .success(let texts) = first else { continue }
            #expect(!texts.isEmpty, "seed \(seed)")
            for text in texts {
                #expect(
                    text.text.unicodeScalars.contains { !$0.properties.isWhitespace },
                    "seed \(seed)"
                )
                let controls = text.text.unicodeScalars.filter { scalar in
                    scalar.properties.generalCategory == .control
                        && !"\t\n\r\u{0C}".unicodeScalars.contains(scalar)
                }
                #expect(controls.isEmpty, "seed \(seed)")
                #expect(Charset(label: text.description.charset) != nil, "seed \(seed)")
                #expect(!text.description.why.isEmpty, "seed \(seed)")
            }
            let second = try? Intake.read(upload)
            #expect(second?.map(\.text) == texts.map(\.text), "seed \(seed)")
        }
    }

    @Test func `reads any Unicode text as it is`() throws {
        for seed in UInt64(1)...300 {
            var generator = SeededGenerator(seed: seed)
            let letters = Array("aeiou nrst. ÄÖÜ äöüß привет ゆき 한국 مرحبا 😀\n".unicodeScalars)
            var scalars = String.UnicodeScalarView("Boats.\n".unicodeScalars)
            for _ in 0..<200 { scalars.append(letters.randomElement(using: &generator) ?? "x") }
            let text = String(scalars)
            let encodings: [([UInt8], String?)] = [
                (Array(text.utf8), nil),
                (Array(text.utf8), "text/plain; charset=UTF-8"),
                ([0xEF, 0xBB, 0xBF] + Array(text.utf8), nil),
                ([0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, nil),
                ([0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }, nil),
            ]
            for (bytes, type) in encodings {
                let upload = Upload(
                    bytes: bytes,
                    declaredType: type,
                    receivedOn: IntakeCurlTests.day
                )
                #expect(try Intake.read(upload).map(\.text) == [text], "seed \(seed)")
            }
        }
    }

    /// Linear work takes well under a second of the processor here, also with a sanitizer; a step
    /// that looks back to the start at every byte would take minutes on any machine.
    @Test(
        arguments: pieces + [Array("&text=a".utf8), Array("--b\n".utf8), Array("\n--".utf8)]
    )
    func `takes time in proportion to the size`(_ piece: [UInt8]) {
        let body = [[UInt8]](repeating: piece, count: 50_000 / piece.count).flatMap { $0 }
        let isPart = body.starts(with: Array("--b".utf8)) || piece.last == UInt8(ascii: "-")
        let type = isPart ? "multipart/form-data; boundary=b" : IntakeCurlTests.form
        let upload = Upload(bytes: body, declaredType: type, receivedOn: IntakeCurlTests.day)
        #expect(processorTime(of: { _ = try? Intake.read(upload) }) < .seconds(20))
    }
}
