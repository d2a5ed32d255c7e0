import Articles
import Testing

@testable import ArticleParsing

@Suite struct IntakeMultipartTests {
    private func field(_ name: String, _ value: String) -> (String, [UInt8]) {
        ("Content-Disposition: form-data; name=\"\(name)\"", Array(value.utf8))
    }

    private func file(_ name: String, _ value: String, type: String = "text/plain") -> (
        String, [UInt8]
    ) {
        (
            "Content-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\nContent-Type: \(type)",
            Array(value.utf8)
        )
    }

    private func read(_ body: [UInt8], type: String = IntakeCurlTests.multipartType) throws
        -> [DecodedText]
    {
        try Intake.read(Upload(bytes: body, declaredType: type, receivedOn: IntakeCurlTests.day))
    }

    @Test func `takes fields beside the text`() throws {
        let body = IntakeCurlTests.multipart([
            field("title", "Ferries & more"), field("published_at", "2024-03-04"),
            file("a.txt", "The strike is over."),
        ])
        let texts = try read(body)
        #expect(texts.map(\.text) == ["The strike is over."])
        #expect(texts[0].given.headline == "Ferries & more")
        #expect(texts[0].given.published?.description == "2024-03-04")
    }

    @Test func `makes a text of each file`() throws {
        let body = IntakeCurlTests.multipart([
            file("a.txt", "The strike is over."),
            file("b.md", "# Boats\n\nThey sail.", type: "text/markdown"),
            field("source", "The Harbour Post"), field("title", "Both"),
        ])
        let texts = try read(body)
        #expect(texts.map(\.format) == [.text, .markdown])
        #expect(texts.map(\.given.source) == ["The Harbour Post", "The Harbour Post"])
        #expect(texts.map(\.given.headline) == [nil, nil])
        #expect(texts[0].warnings.map(\.code) == [.fieldIgnored])
        #expect(texts.map(\.description.bytes) == [19, 19])
    }

    @Test func `keeps line ends that belong to a file`() throws {
        let body = IntakeCurlTests.multipart([file("a.txt", "One\r\ntwo\n\r\n")])
        #expect(try read(body).first?.text == "One\r\ntwo\n\r\n")
    }

    @Test func `reads bodies with bare line feeds, a preamble and no end`() throws {
        let body = """
            This is for programs that know no multipart.
            --b
            content-disposition: form-data; name=text

            Boats --b sail
            --bold words do not end it.
            """
        let type = "multipart/form-data; boundary=\"b\""
        // The delimiter is a line's start, whatever follows it on the line.
        #expect(try read(Array(body.utf8), type: type).first?.text == "Boats --b sail")
    }

    @Test func `finds a boundary of hyphens at the start of a line only`() throws {
        let body = "x----------\n-----\nContent-Disposition: form-data; name=text\n\na -----\n-----"
        let type = "multipart/form-data; boundary=---"
        #expect(try read(Array(body.utf8), type: type).map(\.text) == ["a -----"])
    }

    @Test func `unpacks a file that is gzip`() throws {
        let header =
            "Content-Disposition: form-data; name=\"file\"; filename=\"a.txt.gz\"\r\n"
            + "Content-Type: application/octet-stream"
        let texts = try read(IntakeCurlTests.multipart([(header, IntakeContentCodingTests.gzip)]))
        #expect(texts.map(\.text) == ["Ferries sail again on Monday.\n"])
        #expect(texts[0].warnings.isEmpty)
    }

    @Test(
        arguments: [
            "multipart/form-data", "multipart/form-data; boundary=",
            "multipart/form-data; boundary=zzz",
        ]
    )
    func `refuses a body that it cannot take apart`(_ type: String) {
        let body = IntakeCurlTests.multipart([file("a.txt", "The strike is over.")])
        #expect {
            try read(body, type: type)
        } throws: { error in
            if case ParsingError.noArticle = error { true } else { false }
        }
    }

    @Test func `refuses a body without a text`() {
        #expect(throws: ParsingError.self) {
            try read(IntakeCurlTests.multipart([field("title", "Only a title")]))
        }
        #expect(throws: ParsingError.empty) {
            try read(IntakeCurlTests.multipart([file("a.txt", "")]))
        }
    }

    @Test func `refuses more parts than the limit`() {
        let parts = (0..<10_001).map { file("\($0).txt", "Words.") }
        #expect(throws: ParsingError.noArticle(reason: "It has more than 10000 parts.")) {
            try read(IntakeCurlTests.multipart(parts))
        }
    }

    @Test func `survives bodies that are cut or changed anywhere`() {
        let whole = IntakeCurlTests.multipart([
            field("title", "Ferries"), file("a.txt", "The strike is over."),
        ])
        for length in 0..<whole.count { _ = try? read(Array(whole[..<length])) }
        for seed in UInt64(1)...500 {
            var generator = SeededGenerator(seed: seed)
            var changed = whole
            for _ in 0..<3 {
                let place = Int.random(in: 0..<changed.count, using: &generator)
                changed[place] = UInt8.random(in: 0...255, using: &generator)
            }
            _ = try? read(changed)
        }
    }
}
