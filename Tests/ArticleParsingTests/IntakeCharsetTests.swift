import Articles
import Testing

@testable import ArticleParsing

@Suite struct IntakeCharsetTests {
    private func decode(
        _ bytes: [UInt8],
        given: String? = nil,
        declared: String? = nil
    ) throws -> TextDecoder.Decoded {
        try TextDecoder(bytes: bytes, given: given, declared: declared, limits: .standard).decode()
    }

    @Test func `tells the charset of a sentence`() throws {
        for vector in try vectors("charsets.txt") {
            let decoded = try decode(bytes(hex: vector[2]))
            #expect(decoded.charset.name == vector[0])
            #expect(decoded.text == vector[1])
            let isCertain = vector[0].hasPrefix("utf-") || vector[0] == "iso-2022-jp"
            #expect(decoded.warnings.map(\.code) == (isCertain ? [] : [.charsetGuessed]))
        }
    }

    @Test func `believes a declared charset that fits`() throws {
        for vector in try vectors("charsets.txt") {
            let decoded = try decode(bytes(hex: vector[2]), declared: vector[0].uppercased())
            #expect(decoded.text == vector[1])
            #expect(decoded.warnings.isEmpty)
        }
    }

    @Test func `believes the client's charset in any case`() throws {
        for vector in try vectors("charsets.txt") {
            let decoded = try decode(bytes(hex: vector[2]), given: vector[0], declared: "us-ascii")
            #expect(decoded.text == vector[1])
        }
    }

    @Test(
        arguments: [
            ("EF BB BF 48 69", "utf-8", "Hi"),
            ("FF FE 48 00 69 00", "utf-16le", "Hi"),
            ("FE FF 00 48 00 69", "utf-16be", "Hi"),
            ("FF FE 00 00 48 00 00 00", "utf-32le", "H"),
            ("00 00 FE FF 00 00 00 48", "utf-32be", "H"),
            ("FF FE 3D D8 00 DE", "utf-16le", "😀"),
            ("FF FE 09 67 0F 61 8B 89 84 76", "utf-16le", "有意見的"),
        ]
    )
    func `reads a byte order mark`(_ hex: String, _ charset: String, _ text: String) throws {
        let decoded = try decode(bytes(hex: hex), declared: "windows-1252")
        #expect(decoded.charset.name == charset)
        #expect(decoded.text == text)
        #expect(decoded.warnings.isEmpty)
    }

    @Test(
        arguments: [
            "西港市議会は一日、港が再開したと発表した。\n\n一つの桟橋が壊れ、十一日間止まっていた。\n",
            "一座码头\n\n西港一日宣布,一切恢复。\n", "항구 다시 열려\n\n한 달 만이다.\n",
            "Порт открылся\n\nШторм прошёл.\n", "Le port rouvre à Čelákovice\n\nVoilà.\n",
        ]
    )
    func `reads UTF-16 without a byte order mark`(_ text: String) throws {
        let low = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let high = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        for (bytes, charset) in [(low, "utf-16le"), (high, "utf-16be")] {
            let decoded = try decode(bytes)
            #expect(decoded.charset.name == charset)
            #expect(decoded.text == text)
        }
    }

    @Test func `notices UTF-16 that lost its zero bytes`() throws {
        let whole = "The ferries sail again from Monday, the company said."
        let damaged: [[UInt8]] = [
            [0xFF, 0xFE] + Array(whole.utf8),
            // What curl 7.88 sends of a file in either byte order: it cuts at the first zero.
            [0xFF, 0xFE, 0x54], [0xFE, 0xFF],
            [0xFE, 0xFF] + Array(whole.utf8),
            [0xFF, 0xFE] + Array("Hamburg, 3 Mai".utf8.dropLast()),
            // Cyrillic keeps its high bytes; only the spaces lose theirs.
            [0xFF, 0xFE]
                + "Вода поднялась ещё выше, и нет лодок для детей".utf16
                .flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }.filter { $0 != 0 },
        ]
        for bytes in damaged {
            #expect(throws: ParsingError.self) { try decode(bytes) }
            do {
                _ = try decode(bytes)
            } catch ParsingError.damagedEncoding(let detail) {
                #expect(detail.contains("--data-binary"))
            }
        }
    }

    @Test func `falls back to windows-1252`() throws {
        let decoded = try decode(Array("caf".utf8) + [0xE9] + Array(" at 9".utf8))
        #expect(decoded.text == "café at 9")
        #expect(
            decoded.warnings.first?.remedy == .parameter(name: "charset", value: "windows-1252")
        )
    }

    @Test func `takes UTF-8 with a broken byte for UTF-8`() throws {
        let text = "Größe, Maß, Füße, Brücke, Straße, Übung, Öl, ärgerlich, süß"
        let decoded = try decode(Array(text.utf8) + [0xC3])
        #expect(decoded.text == text + "\u{FFFD}")
        #expect(decoded.charset == .utf8)
        #expect(decoded.warnings.map(\.code) == [.charsetGuessed])
    }

    @Test func `does not believe a declared charset that does not fit`() throws {
        let utf8 = try decode(Array("Größe".utf8), declared: "iso-8859-1")
        #expect(utf8.text == "Größe")
        #expect(utf8.warnings.map(\.code) == [.charsetGuessed])
        let unknown = try decode(Array("plain".utf8), declared: "klingon-1")
        #expect(unknown.text == "plain")
        #expect(unknown.warnings.map(\.code) == [.charsetGuessed])
    }

    @Test func `refuses a charset of the client's that is not known`() {
        #expect(throws: ParsingError.unknownCharset("klingon-1")) {
            try decode(Array("plain".utf8), given: "klingon-1")
        }
    }

    @Test(
        arguments: [
            ("The mayorâ€™s plan for MÃ¼ller Street", "The mayor’s plan for Müller Street"),
            ("â€œWe are readyâ€\u{9D}, she said", "“We are ready”, she said"),
            ("Ð’Ð¾Ð´Ð° Ð¿Ð¾Ð´Ð½Ñ\u{8F}Ð»Ð°Ñ\u{81}ÑŒ", "Вода поднялась"),
            ("GrÃƒÂ¶ÃƒÅ¸e", "Größe"),
            ("MÃ¼ller lives in “KÃ¶ln”", "Müller lives in “Köln”"),
            ("Cafe\u{A0}: 10Â€ or 20Â€", nil),
            ("CAFÉ» and «DÉJÀ»", nil),
            ("São Tomé, Ã\u{A0} la carte", nil),
            ("plain text", nil),
        ] as [(String, String?)]
    )
    func `repairs text that had been decoded wrongly`(_ text: String, _ wanted: String?) throws {
        let decoded = try decode(Array(text.utf8))
        #expect(decoded.text == wanted ?? text)
        #expect(decoded.warnings.map(\.code) == (wanted == nil ? [] : [.mojibakeRepaired]))
    }

    @Test func `replaces controls one for one`() throws {
        let text =
            "a\tb\r\nc\u{0C}d\u{0B}e\u{85}f\u{2028}g\u{1}h\u{7F}i\u{92}j\u{FFFF}k and no more of them here, just words"
        let decoded = try decode(Array(text.utf8))
        #expect(
            decoded.text
                == "a\tb\r\nc\u{0C}d\ne\nf\ng h i’j\u{FFFD}k and no more of them here, just words"
        )
        #expect(decoded.text.unicodeScalars.count == text.unicodeScalars.count)
    }

    @Test func `refuses binary data`() {
        var generator = SeededGenerator(seed: 5)
        let noise = (0..<4_096).map { _ in UInt8.random(in: 0...255, using: &generator) }
        let withoutZeros = noise.map { $0 == 0 ? 1 : $0 }
        for bytes in [
            noise, withoutZeros, [UInt8](repeating: 0, count: 100),
        ] {
            #expect(throws: ParsingError.self) { try decode(bytes) }
        }
    }

    @Test func `knows the labels of charsets`() {
        #expect(Charset(label: " Latin1 ")?.name == "windows-1252")
        #expect(Charset(label: "GB2312")?.name == "gb18030")
        #expect(Charset(label: "ks_c_5601-1987")?.name == "euc-kr")
        #expect(Charset(label: "nonsense") == nil)
    }
}
