import Articles
import Foundation
import Testing

@testable import ArticleParsing

/// Whole pastes with the fields wanted of them, as files in `Vectors/Text`.
///
/// Beside `name.txt` lies `name.expected`: lines `field: value`, articles divided by `---`. A field
/// that is not named is not checked; one without a value must be empty.
@Suite struct PasteVectorTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Vectors/Text")

    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
    }()

    @Test func `there are vectors`() {
        #expect(Self.names.count >= 20)
    }

    @Test(arguments: names)
    func `a paste has the expected fields`(name: String) throws {
        let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: name + ".txt")))
        let file = Self.folder.appending(path: name + ".expected")
        let wanted = try String(contentsOf: file, encoding: .utf8)
            .components(separatedBy: "---\n").map(Self.fields)
        let receivedOn = try #require(wanted.first?["received"].flatMap(Self.day))
        let drafts =
            (try? ArticleParser().parse(Upload(bytes: bytes, receivedOn: receivedOn))) ?? []
        if wanted[0]["articles"] == "0" {
            #expect(drafts.isEmpty)
            return
        }
        #expect(drafts.count == wanted.count)
        for (draft, fields) in zip(drafts, wanted) {
            for (field, value) in fields where field != "received" {
                #expect(Self.value(of: field, in: draft.fields, like: value) == value, "\(field)")
            }
        }
    }

    static func fields(_ text: String) -> [String: String] {
        var fields: [String: String] = [:]
        for line in text.split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            fields[String(line[..<colon])] = line[line.index(after: colon)...]
                .trimmingCharacters(in: .whitespaces)
        }
        return fields
    }

    static func day(_ text: String) -> CalendarDay? {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        return parts.count == 3
            ? CalendarDay(year: parts[0], month: parts[1], day: parts[2]) : nil
    }

    static func value(
        of field: String,
        in fields: ArticleFields,
        like wanted: String
    ) -> String? {
        switch field {
        case "headline": fields.headline
        case "kicker": fields.kicker ?? ""
        case "standfirst": fields.standfirst ?? ""
        case "authors": fields.authors.map(\.name).joined(separator: "; ")
        case "published": fields.published?.description ?? ""
        case "updated": fields.updated?.description ?? ""
        case "source": fields.source ?? ""
        case "credit": fields.credit ?? ""
        case "place": fields.dateline?.place ?? ""
        case "section": fields.section
        case "language": fields.language
        case "url": fields.url
        case "paragraphs": String(fields.paragraphs.count { $0.kind != .caption })
        case "kinds":
            fields.paragraphs.filter { $0.kind != .caption }.map(\.kind.rawValue)
                .joined(separator: " ")
        case "corrections": String(fields.corrections.count)
        case "text": String(fields.text.prefix(wanted.count))
        default: nil
        }
    }
}
