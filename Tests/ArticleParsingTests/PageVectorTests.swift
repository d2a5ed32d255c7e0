import Articles
import Foundation
import Testing

@testable import ArticleParsing

/// Whole pages with the fields wanted of them, as files in `Vectors/HTML`; see `PasteVectorTests`.
///
/// Where the fields of several articles are wanted, all are asked for.
@Suite struct PageVectorTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Vectors/HTML")

    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".html") }.map { String($0.dropLast(5)) }.sorted()
    }()

    @Test func `there are vectors`() {
        #expect(Self.names.count >= 20)
    }

    @Test(arguments: names)
    func `a page has the expected fields`(name: String) throws {
        let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: name + ".html")))
        let file = Self.folder.appending(path: name + ".expected")
        let wanted = try String(contentsOf: file, encoding: .utf8)
            .components(separatedBy: "---\n").map(PasteVectorTests.fields)
        var upload = Upload(
            bytes: bytes,
            declaredType: "text/html",
            receivedOn: try #require(wanted[0]["received"].flatMap(PasteVectorTests.day))
        )
        if wanted[0]["articles"] == "0" {
            #expect(throws: ParsingError.self) { try ArticleParser().parse(upload) }
            return
        }
        // Of several articles the main one is taken, unless all are asked for.
        #expect(try ArticleParser().parse(upload).count == 1)
        if wanted.count > 1 { upload.given.split = .all }
        let drafts = try ArticleParser().parse(upload)
        #expect(drafts.count == wanted.count)
        for (draft, fields) in zip(drafts, wanted) { try expect(fields, in: draft, of: bytes) }
    }

    private func expect(
        _ wanted: [String: String],
        in draft: ArticleDraft,
        of bytes: [UInt8]
    ) throws {
        for (field, value) in wanted where field != "received" {
            let found = PasteVectorTests.value(of: field, in: draft.fields, like: value)
            #expect(found == value, "\(field)")
        }
        let source = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        for paragraph in draft.fields.paragraphs where !paragraph.span.range.isEmpty {
            // A span begins and ends with the words that the paragraph begins and ends with; the
            // bars of a table are ours.
            let words = String(String.UnicodeScalarView(source[paragraph.span.range]))
            let parts = paragraph.text.components(separatedBy: " | ")
            #expect(words.hasPrefix(parts[0].prefix(8)), "\(words)")
            #expect(words.hasSuffix(parts[parts.count - 1].suffix(8)), "\(words)")
        }
    }
}
