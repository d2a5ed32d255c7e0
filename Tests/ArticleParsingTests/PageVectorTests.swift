import Articles
import Foundation
import Testing

@testable import ArticleParsing

/// Whole pages with the fields wanted of them, as files in `Vectors/HTML`; see `PasteVectorTests`.
@Suite struct PageVectorTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Vectors/HTML")

    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".html") }.map { String($0.dropLast(5)) }.sorted()
    }()

    @Test func `there are vectors`() {
        #expect(Self.names.count >= 7)
    }

    @Test(arguments: names)
    func `a page has the expected fields`(name: String) throws {
        let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: name + ".html")))
        let file = Self.folder.appending(path: name + ".expected")
        let wanted = PasteVectorTests.fields(try String(contentsOf: file, encoding: .utf8))
        let upload = Upload(
            bytes: bytes,
            declaredType: "text/html",
            receivedOn: try #require(wanted["received"].flatMap(PasteVectorTests.day))
        )
        if wanted["articles"] == "0" {
            #expect(throws: ParsingError.self) { try ArticleParser().parse(upload) }
            return
        }
        let drafts = try ArticleParser().parse(upload)
        let draft = try #require(drafts.first)
        #expect(drafts.count == 1)
        for (field, value) in wanted where field != "received" {
            let found = PasteVectorTests.value(of: field, in: draft.fields, like: value)
            #expect(found == value, "\(field)")
        }
        let source = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        for paragraph in draft.fields.paragraphs where !paragraph.span.range.isEmpty {
            // A span begins and ends with the words that the paragraph begins and ends with.
            let words = String(String.UnicodeScalarView(source[paragraph.span.range]))
            #expect(words.hasPrefix(paragraph.text.prefix(8)), "\(words)")
            #expect(words.hasSuffix(paragraph.text.suffix(8)), "\(words)")
        }
    }
}
