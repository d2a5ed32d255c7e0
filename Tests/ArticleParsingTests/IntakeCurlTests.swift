import Articles
import Testing

@testable import ArticleParsing

/// What the bodies of natural curl calls are read as.
@Suite struct IntakeCurlTests {
    static let form = "application/x-www-form-urlencoded"
    static let day = CalendarDay(daysSince1970: 20_000)

    static let article = """
        Ferry workers end strike after pay deal
        March 3: Crews on the island ferries went back to work on Monday after their union accepted \
        a raise of four percent & a bonus.
        “We would have liked more,” said Karin Oldt, who speaks for the crews. The company saw no \
        reason to comment.
        Boats will run on the winter timetable until the end of the month.

        """

    struct Call: Sendable, CustomTestStringConvertible {
        var name: String
        var body: [UInt8]
        var type: String? = form
        var encoding: String?
        var text: String
        var treatedAs = "text/plain"
        var why: String
        var charset = "utf-8"
        var warnings: [ArticleWarning.Code] = []
        var testDescription: String { name }
    }

    static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: " "): "+"
            case _ where ASCII.isLetter(byte) || ASCII.isDigit(byte) || "-._~".utf8.contains(byte):
                String(Unicode.Scalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }

    static let multipartType =
        "multipart/form-data; boundary=------------------------d74496d66958873e"

    static func multipart(_ parts: [(header: String, content: [UInt8])]) -> [UInt8] {
        let boundary = "--------------------------d74496d66958873e"
        let body = parts.map {
            Array("\(boundary)\r\n\($0.header)\r\n\r\n".utf8) + $0.content + Array("\r\n".utf8)
        }
        return body.flatMap { $0 } + Array("\(boundary)--\r\n".utf8)
    }

    static let calls: [Call] = [
        Call(
            name: "row 3: -d \"$(cat article.txt)\"",
            body: Array(article.utf8),
            text: article,
            why: "body holds raw white space and non-ASCII bytes, so it is not a form"
        ),
        Call(
            name: "row 3: -d 'text'",
            body: Array("Trams = late & full".utf8),
            text: "Trams = late & full",
            why: "body holds raw white space, so it is not a form"
        ),
        Call(
            name: "row 6: -T article.txt",
            body: Array(article.utf8),
            type: nil,
            text: article,
            why: "no other form was recognised"
        ),
        Call(
            name: "row 11: -F file=@article.txt",
            body: multipart([
                (
                    "Content-Disposition: form-data; name=\"file\"; filename=\"article.txt\"\r\n"
                        + "Content-Type: text/plain",
                    Array(article.utf8)
                )
            ]),
            type: multipartType,
            text: article,
            why: "no other form was recognised"
        ),
        Call(
            name: "row 12: -F 'text=<article.txt'",
            body: multipart([("Content-Disposition: form-data; name=\"text\"", Array(article.utf8))]
            ),
            type: multipartType,
            text: article,
            why: "it is the form field text"
        ),
        Call(
            name: "row 12: -F 'story=<article.txt', a name that is not known",
            body: multipart([
                ("Content-Disposition: form-data; name=\"story\"", Array(article.utf8))
            ]),
            type: multipartType,
            text: article,
            why: "it is the form field story"
        ),
        Call(
            name: "row 14: --data-urlencode text@article.txt",
            body: Array("text=\(encoded(article))".utf8),
            text: article,
            why: "the body begins with the name of a form field"
        ),
        Call(
            name: "row 15: --data-urlencode @article.txt",
            body: Array(encoded(article).utf8),
            text: article,
            why: "the whole body is percent-encoded"
        ),
        Call(
            name: "row 16: -d title=T -d text=hello",
            body: Array("title=T&text=hello".utf8),
            text: "hello",
            why: "the body begins with the name of a form field"
        ),
        Call(
            name: "row 22: a byte order mark",
            body: [0xFF, 0xFE] + article.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
            text: article,
            why: "body holds raw white space and non-ASCII bytes, so it is not a form",
            charset: "utf-16le"
        ),
        Call(
            name: "row 22: 0x92 for an apostrophe",
            body: Array("The crews".utf8) + [0x92] + Array(" union took the offer on Monday.".utf8),
            text: "The crews’ union took the offer on Monday.",
            why: "body holds raw white space and non-ASCII bytes, so it is not a form",
            charset: "windows-1252",
            warnings: [.charsetGuessed]
        ),
        Call(
            name: "row 43: HTTPie declares JSON around plain text",
            body: Array(article.utf8),
            type: "application/json",
            text: article,
            why: "no other form was recognised",
            warnings: [.typeMismatch]
        ),
        Call(
            name: "Markdown with front matter",
            body: Array("---\ntitle: Ferries\n---\nCrews went back to work.\n".utf8),
            text: "---\ntitle: Ferries\n---\nCrews went back to work.\n",
            treatedAs: "text/markdown",
            why: "it begins with front matter"
        ),
    ]

    @Test(arguments: calls)
    func `reads the body of a natural call`(_ call: Call) throws {
        let upload = Upload(
            bytes: call.body,
            declaredType: call.type,
            contentEncoding: call.encoding,
            receivedOn: Self.day
        )
        let texts = try Intake.read(upload)
        let text = try #require(texts.first)
        #expect(texts.count == 1)
        #expect(text.text == call.text)
        #expect(text.description.treatedAs == call.treatedAs)
        #expect(text.description.why == call.why)
        #expect(text.description.charset == call.charset)
        #expect(text.warnings.map(\.code) == call.warnings)
    }

    @Test func `puts line ends back that -d @file took out`() throws {
        let stripped = Self.article.filter { $0 != "\n" }
        let upload = Upload(
            bytes: Array(stripped.utf8),
            declaredType: Self.form,
            receivedOn: Self.day
        )
        let text = try #require(try Intake.read(upload).first)
        #expect(text.text + "\n" == Self.article)
        #expect(text.warnings.map(\.code) == [.newlinesLost])
        #expect(text.warnings.first?.remedy == .sendBinary)
    }
}
