/// Kinds of files that are not text, known by their first bytes.
struct BinarySignature {
    /// What it is, with its article: "a PDF document".
    let kind: String
    /// What to send instead, as a sentence.
    let hint: String
    private let start: [UInt8]
    private let later: (offset: Int, bytes: [UInt8])?
    private let inside: String?

    /// Describes a kind.
    ///
    /// - Parameters:
    ///   - kind: What it is, with its article.
    ///   - start: The first bytes.
    ///   - later: Bytes that must stand further on as well; enough of them that no words fit.
    ///   - inside: A name that must stand in the first few kilobytes too, to tell apart what is
    ///     packed in the same way.
    ///   - hint: What to send instead.
    private init(
        _ kind: String,
        _ start: [UInt8],
        later: (offset: Int, bytes: [UInt8])? = nil,
        inside: String? = nil,
        hint: String
    ) {
        self.kind = kind
        self.hint = hint
        self.start = start
        self.later = later
        self.inside = inside
    }

    /// The kind that bytes are of; `nil` where they may be text.
    static func match(_ content: [UInt8]) -> BinarySignature? {
        if let found = all.first(where: { $0.matches(content) }) { return found }
        // Readers of PDF take white space before its first line, so programs write it.
        let start = content.prefix(1_024).firstIndex { !ASCII.isSpace($0) } ?? 0
        guard start > 0, content[start...].starts(with: all[0].start) else { return nil }
        return all[0]
    }

    private func matches(_ content: [UInt8]) -> Bool {
        guard content.starts(with: start) else { return false }
        if let later {
            guard content.dropFirst(later.offset).starts(with: later.bytes) else { return false }
        }
        guard let inside else { return true }
        return content.prefix(8 << 10).contains(sequence: Array(inside.utf8))
    }

    private static let toText = "Save it as plain text or as HTML and send that."
    private static let words = "Send the words: a transcript, or the text of the page it is from."
    private static let unpack =
        "Unpack it and send the text files in it, each with a -F of its own."
    private static let export = "Export the text of the articles and send that."
    private static let riff = Array("RIFF".utf8)
    private static let box: [UInt8] = [0x00, 0x00, 0x00]
    private static let zip: [UInt8] = Array("PK\u{3}\u{4}".utf8)

    /// The more exact ones first.
    private static let all: [BinarySignature] = [
        BinarySignature(
            "a PDF document",
            Array("%PDF-".utf8),
            hint: "Send its text: pdftotext makes a text file of it."
        ),
        BinarySignature("a JPEG picture", [0xFF, 0xD8, 0xFF], hint: words),
        BinarySignature("a PNG picture", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], hint: words),
        BinarySignature(
            "a PNG picture that lost its line ends",
            [0x89, 0x50, 0x4E, 0x47],
            hint: words
        ),
        BinarySignature("a GIF picture", Array("GIF87a".utf8), hint: words),
        BinarySignature("a GIF picture", Array("GIF89a".utf8), hint: words),
        BinarySignature("a WebP picture", riff, later: (8, Array("WEBP".utf8)), hint: words),
        BinarySignature(
            "a BMP picture",
            Array("BM".utf8),
            later: (14, [0x28, 0x00, 0x00, 0x00]),
            hint: words
        ),
        BinarySignature("an icon", [0x00, 0x00, 0x01, 0x00], hint: words),
        BinarySignature("a Photoshop picture", Array("8BPS\u{0}\u{1}".utf8), hint: words),
        BinarySignature("a TIFF picture", [0x49, 0x49, 0x2A, 0x00], hint: words),
        BinarySignature("a TIFF picture", [0x4D, 0x4D, 0x00, 0x2A], hint: words),
        BinarySignature("a HEIF picture", box, later: (4, Array("ftyphei".utf8)), hint: words),
        BinarySignature("an AVIF picture", box, later: (4, Array("ftypavif".utf8)), hint: words),
        BinarySignature(
            "a video or a sound recording (MP4)",
            box,
            later: (4, Array("ftyp".utf8)),
            hint: words
        ),
        BinarySignature("a sound recording (MP3)", Array("ID3".utf8) + [0x02], hint: words),
        BinarySignature("a sound recording (MP3)", Array("ID3".utf8) + [0x03], hint: words),
        BinarySignature("a sound recording (MP3)", Array("ID3".utf8) + [0x04], hint: words),
        BinarySignature("a sound recording (MP3)", [0xFF, 0xFB], hint: words),
        BinarySignature("a sound recording (MP3)", [0xFF, 0xF3], hint: words),
        BinarySignature(
            "a sound recording (WAVE)",
            riff,
            later: (8, Array("WAVE".utf8)),
            hint: words
        ),
        BinarySignature("a sound recording (Ogg)", Array("OggS\u{0}".utf8), hint: words),
        BinarySignature("a sound recording (FLAC)", Array("fLaC\u{0}".utf8), hint: words),
        BinarySignature("a video (Matroska or WebM)", [0x1A, 0x45, 0xDF, 0xA3], hint: words),
        BinarySignature("a video (AVI)", riff, later: (8, Array("AVI ".utf8)), hint: words),
        BinarySignature("a Word document (docx)", zip, inside: "word/", hint: toText),
        BinarySignature("an Excel workbook (xlsx)", zip, inside: "xl/", hint: toText),
        BinarySignature("a PowerPoint presentation (pptx)", zip, inside: "ppt/", hint: toText),
        BinarySignature(
            "an OpenDocument text (odt)",
            zip,
            inside: "application/vnd.oasis.opendocument.text",
            hint: toText
        ),
        BinarySignature(
            "an OpenDocument file",
            zip,
            inside: "application/vnd.oasis.opendocument",
            hint: toText
        ),
        BinarySignature("an EPUB book", zip, inside: "application/epub+zip", hint: unpack),
        BinarySignature("a zip archive", zip, hint: unpack),
        BinarySignature("an empty zip archive", Array("PK\u{5}\u{6}".utf8), hint: unpack),
        BinarySignature("an RTF document", Array("{\\rtf".utf8), hint: toText),
        BinarySignature(
            "an old Office document (doc, xls or ppt)",
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
            hint: toText
        ),
        BinarySignature("a PostScript document", Array("%!PS-".utf8), hint: toText),
        BinarySignature("an SQLite database", Array("SQLite format 3\u{0}".utf8), hint: export),
        BinarySignature("a property list", Array("bplist0".utf8), hint: export),
        BinarySignature("a program (ELF)", [0x7F, 0x45, 0x4C, 0x46], hint: export),
        BinarySignature("a program (Mach-O)", [0xCF, 0xFA, 0xED, 0xFE], hint: export),
        BinarySignature("a program (WebAssembly)", [0x00, 0x61, 0x73, 0x6D], hint: export),
        BinarySignature(
            "a bzip2 file",
            Array("BZh".utf8),
            later: (4, [0x31, 0x41, 0x59, 0x26, 0x53, 0x59]),
            hint: "Pack it with gzip or send it as it is."
        ),
        BinarySignature(
            "an xz file",
            [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00],
            hint: "Pack it with gzip or send it as it is."
        ),
        BinarySignature(
            "a Zstandard file",
            [0x28, 0xB5, 0x2F, 0xFD],
            hint: "Pack it with gzip or send it as it is."
        ),
        BinarySignature("a 7z archive", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], hint: unpack),
        BinarySignature("a RAR archive", Array("Rar!\u{1A}\u{7}".utf8), hint: unpack),
        BinarySignature(
            "a tar archive",
            [],
            later: (256, [0x00] + Array("ustar".utf8)),
            hint: unpack
        ),
    ]
}
