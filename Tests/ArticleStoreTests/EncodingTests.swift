import Articles
import Testing

@testable import ArticleStore

@Suite struct EncodingTests {
    @Test func `numbers come back from seven bits at a time`() {
        let numbers: [Int64] = [0, 1, -1, 63, -64, 64, 127, 128, 16_384, .max, .min]
        var bytes: [UInt8] = []
        for number in numbers { LEB128.append(LEB128.zigzag(number), to: &bytes) }
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            for number in numbers { #expect(LEB128.next(&rest).map(LEB128.unzigzag) == number) }
            #expect(LEB128.next(&rest) == nil)
        }
        [UInt8](repeating: 0x80, count: 20).withUnsafeBytes { buffer in
            var endless = buffer[...]
            #expect(LEB128.next(&endless) == nil)
        }
    }

    @Test func `a text comes back from what its original leaves of it`() throws {
        let seed = UInt64.random(in: 0 ... .max)
        var generator = SeededGenerator(seed: seed)
        let packer = TextPacker()
        let compressor = Compressor()
        let unpacker = TextUnpacker()
        func unpack(_ packed: UnsafeRawBufferPointer, by original: [UInt8]) -> [UInt8]? {
            let stored = Bool.random(using: &generator) ? original : compressor.pack(original)
            return stored.withUnsafeBytes { stored in
                unpacker.withText(packed, by: stored, size: original.count) { Array($0) }
            }
        }
        let words = (0..<5_000).map { _ in
            String((0..<7).map { _ in "abcdéfg漢🦉".randomElement(using: &generator) ?? "a" })
        }
        var sizes: [Int] = []
        for _ in 0..<100 {
            let length = Int.random(in: 1...600, using: &generator)
            let start = Int.random(in: 0..<words.count - length, using: &generator)
            let text = words[start..<start + length].joined(separator: " ")
            let frame = words[0..<Int.random(in: 0...900, using: &generator)].joined(
                separator: "\n"
            )
            let original = Array((frame + text + "\n\nEnd").utf8)
            guard let packed = packer.pack(text, by: original) else {
                #expect(text.utf8.count < 200 || original.count > 30_000, "seed \(seed)")
                continue
            }
            sizes.append(packed.count * 100 / text.utf8.count)
            packed.withUnsafeBytes { bytes in
                #expect(unpack(bytes, by: original) == Array(text.utf8), "seed \(seed)")
                #expect(
                    unpack(bytes, by: original.dropLast() + [0]) == nil,
                    "seed \(seed)"
                )
                let short = UnsafeRawBufferPointer(rebasing: bytes.dropLast())
                #expect(unpack(short, by: original) == nil, "seed \(seed)")
            }
            // What has nothing in common with its original is kept as it is, or can be read too.
            let other = packer.pack(text, by: [0x1F, 0x8B, 0])
            let back = other?.withUnsafeBytes { unpack($0, by: [0x1F, 0x8B, 0]) }
            #expect(back ?? Array(text.utf8) == Array(text.utf8), "seed \(seed)")
        }
        #expect(sizes.count > 50 && sizes.sorted()[sizes.count / 2] < 6, "\(sizes), seed \(seed)")
    }

    @Test func `paragraphs come back from text and layout`() {
        let seed = UInt64.random(in: 0 ... .max)
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let paragraphs = (0..<Int.random(in: 0...9, using: &generator)).map { _ in
                let length = Int.random(in: 0...300, using: &generator)
                let letters = (0..<length).map { _ in
                    "aé漢\n🦉".randomElement(using: &generator) ?? "a"
                }
                let start = Int.random(in: 0...100_000, using: &generator)
                return Paragraph(
                    kind: Paragraph.Kind.allCases.randomElement(using: &generator) ?? .paragraph,
                    text: String(letters),
                    span: Span(start, start + Int.random(in: 0...999, using: &generator))
                )
            }
            var fields = ArticleFields()
            fields.paragraphs = paragraphs
            let layout = ParagraphLayout.encode(paragraphs)
            var text = fields.text
            layout.withUnsafeBytes { layout in
                text.withUTF8 { utf8 in
                    let bytes = UnsafeRawBufferPointer(utf8)
                    #expect(
                        ParagraphLayout.decode(layout, text: bytes) == paragraphs,
                        "seed \(seed)"
                    )
                    let summary = ParagraphLayout.summaryRange(layout).map {
                        String(decoding: bytes[$0], as: UTF8.self)
                    }
                    #expect(summary == fields.summary, "seed \(seed)")
                }
                // A damaged layout is noticed or harmless, never a crash.
                let short = UnsafeRawBufferPointer(rebasing: layout.dropLast())
                _ = ParagraphLayout.decode(
                    short,
                    text: UnsafeRawBufferPointer(start: nil, count: 0)
                )
            }
        }
    }

    @Test func `bytes come back from a compressor, damaged ones do not`() {
        let compressor = Compressor(dictionary: Array("the harbour and the ferry".utf8))
        let texts = [
            "", "x", String(repeating: "the ferry ", count: 1_000),
            "the harbour and the ferry, again",
        ]
        for text in texts {
            let bytes = Array(text.utf8)
            let packed = compressor.pack(bytes)
            #expect(packed.count <= bytes.count)
            packed.withUnsafeBytes { packed in
                #expect(compressor.unpack(packed, size: bytes.count) == bytes)
                guard packed.count > 8, packed.count < bytes.count else { return }
                #expect(compressor.unpack(packed, size: bytes.count + 1) == nil)
                let cut = UnsafeRawBufferPointer(rebasing: packed.dropLast(3))
                #expect(compressor.unpack(cut, size: bytes.count) == nil)
            }
        }
    }

    @Test(
        arguments: [
            ([], ""), ([0], "AA"), ([255, 254], "__4"), ([1, 2, 3], "AQID"),
            (Array("fo".utf8), "Zm8"),
        ] as [([UInt8], String)]
    )
    func `base64url`(bytes: [UInt8], text: String) {
        #expect(Base64URL.encode(bytes) == text && Base64URL.decode(text) == bytes)
    }
}
