import Testing

@testable import ArticleParsing

@Suite struct IntakeBinaryTests {
    /// A zip archive's first entry: signature, 22 bytes of header, lengths of name and extra field.
    private static func zip(_ name: String, _ content: String = "") -> [UInt8] {
        Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 0, count: 22)
            + [UInt8(name.utf8.count), 0, 0, 0] + Array(name.utf8) + Array(content.utf8)
    }

    static let files: [(String, [UInt8])] = [
        ("a PDF document", Array("%PDF-1.7\n1 0 obj".utf8)),
        ("a PDF document", Array("\n %PDF-1.7\n1 0 obj".utf8)),
        ("a BMP picture", Array("BM".utf8) + [UInt8](repeating: 0, count: 12) + [0x28, 0, 0, 0]),
        ("a sound recording (MP3)", [0xFF, 0xFB, 0x90, 0x64, 0]),
        ("a JPEG picture", [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10] + Array("JFIF".utf8)),
        ("a PNG picture", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        ("a PNG picture that lost its line ends", [0x89, 0x50, 0x4E, 0x47, 0x1A]),
        ("a GIF picture", Array("GIF89a".utf8) + [1, 0, 1, 0]),
        ("a WebP picture", Array("RIFF".utf8) + [0x24, 0, 0, 0] + Array("WEBPVP8 ".utf8)),
        (
            "a sound recording (WAVE)",
            Array("RIFF".utf8) + [0x24, 0, 0, 0] + Array("WAVEfmt ".utf8)
        ),
        ("a sound recording (MP3)", Array("ID3".utf8) + [4, 0, 0]),
        ("a video or a sound recording (MP4)", [0, 0, 0, 0x20] + Array("ftypisom".utf8)),
        ("a HEIF picture", [0, 0, 0, 0x20] + Array("ftypheic".utf8)),
        ("a Word document (docx)", zip("word/document.xml")),
        ("an Excel workbook (xlsx)", zip("[Content_Types].xml") + zip("xl/workbook.xml")),
        ("an OpenDocument text (odt)", zip("mimetype", "application/vnd.oasis.opendocument.text")),
        ("an EPUB book", zip("mimetype", "application/epub+zip")),
        ("a zip archive", zip("article.txt")),
        ("an RTF document", Array("{\\rtf1\\ansi Ferries sail again.}".utf8)),
        (
            "an old Office document (doc, xls or ppt)",
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        ),
        ("an SQLite database", Array("SQLite format 3\u{0}".utf8)),
        ("a program (ELF)", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1]),
        ("a Zstandard file", [0x28, 0xB5, 0x2F, 0xFD, 0]),
        ("a tar archive", [UInt8](repeating: 0, count: 257) + Array("ustar\u{0}00".utf8)),
    ]

    @Test(arguments: files)
    func `names what is not text`(_ kind: String, _ bytes: [UInt8]) {
        #expect {
            try Intake.read(Upload(bytes: bytes, receivedOn: IntakeCurlTests.day))
        } throws: { error in
            guard case ParsingError.notText(kind, let hint) = error else { return false }
            return hint.hasSuffix(".")
        }
    }

    @Test(arguments: files)
    func `names it in a part of a multipart body`(_ kind: String, _ bytes: [UInt8]) {
        let header = "Content-Disposition: form-data; name=\"file\"; filename=\"a\""
        let upload = Upload(
            bytes: IntakeCurlTests.multipart([(header, bytes)]),
            declaredType: IntakeCurlTests.multipartType,
            receivedOn: IntakeCurlTests.day
        )
        #expect {
            try Intake.read(upload)
        } throws: { error in
            if case ParsingError.notText(kind, _) = error { true } else { false }
        }
    }

    @Test(
        arguments: [
            "GIF is forty years old, and nobody agrees on how to say it.",
            "The big WAVE hits the coast in the early morning.",
            "Softype, a maker of fonts, opens an office in the old harbour.",
            "ID3 was the working title of the film.",
            "RIFFs from the guitar filled the hall until midnight.",
            "PK Subban leaves the ice for good.",
            "BZh, the youth club, has a new home.",
            "Rar! cried the bear.",
            "50 % of the boats stay in the harbour. %PDF is not how it begins.",
        ]
    )
    func `takes text for text`(_ text: String) throws {
        let upload = Upload(bytes: Array(text.utf8), receivedOn: IntakeCurlTests.day)
        #expect(try Intake.read(upload).first?.text == text)
    }
}
