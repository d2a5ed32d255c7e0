import Testing

@testable import ArticleParsing

@Suite struct IntakeFormatTests {
    private func recognise(
        _ text: String,
        declared: String? = nil,
        given: InputFormat? = nil
    ) -> FormatRecogniser.Recognition {
        FormatRecogniser(given: given, declared: declared).recognise(text)
    }

    @Test(
        arguments: [
            ("<!DOCTYPE html><title>Boats</title>", .html),
            ("\u{FEFF} \n<html lang=en>", .html),
            ("<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"\">", .html),
            ("<!-- saved -->\n<HTML>", .html),
            ("<p>Boats sail.</p>", .html),
            ("<article><h1>Boats</h1></article>", .html),
            ("<?xml version=\"1.0\"?><rss version=\"2.0\">", .feed),
            ("<rss version=\"2.0\">", .feed),
            ("<feed xmlns=\"http://www.w3.org/2005/Atom\">", .feed),
            ("<rdf:RDF xmlns=\"\">", .feed),
            ("{\"title\": \"Boats\"}", .json),
            ("  {}", .json),
            ("[{\"title\": \"Boats\"}]", .json),
            ("[]", .json),
            ("{\n  \"a\": 1\n}", .json),
            ("{\"a\":1}\n{\"a\":2}\n", .ndjson),
            ("{\"a\":1}\r\n\r\n{\"a\":2}\r\n", .ndjson),
            ("---\ntitle: Boats\ndate: 2024-03-04\n---\nWords.", .markdown),
            ("# Boats sail\n\nWords.", .markdown),
            ("Boats sail.", .text),
            ("", .text),
            ("[Updated] Boats sail.", .text),
            ("{sic} he said", .text),
            ("\"Boats sail,\" he said.", .text),
            ("<3 and <5 are not tags", .text),
            ("<br", .text),
            ("<pre-election poll> says", .text),
            ("--- \nBoats sail: a story\n", .text),
            ("---\nBoats sail.\n---\n", .text),
            ("#boats are back", .text),
            ("#1 on the list", .text),
            ("#", .text),
        ] as [(String, InputFormat)]
    )
    func `sniffs the form of a text`(_ text: String, _ format: InputFormat) throws {
        // A byte order mark is gone when the form is recognised.
        let text = text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
        #expect(recognise(text).format == format)
        #expect(recognise(text).mismatch == nil)
    }

    @Test(
        arguments: [
            ("text/html", "Boats <b>sail</b>.", .html, false),
            ("text/html", "Boats sail.", .text, true),
            ("application/json", "{broken", .json, false),
            ("application/json", "[Updated] Boats sail.", .text, true),
            ("application/json", "{\"broken", .json, false),
            ("application/json", "\"Boats sail,\" he said.", .json, false),
            ("application/json", "Boats sail.", .text, true),
            ("application/json", "<p>Boats</p>", .html, true),
            ("application/x-ndjson", "{\"a\":1}", .ndjson, false),
            ("text/markdown", "Boats sail.", .markdown, false),
            ("application/rss+xml", "<rss>", .feed, false),
            ("application/xml", "<?xml version=\"1.0\"?><rss>", .feed, false),
            ("text/plain", "Boats sail.", .text, false),
            ("text/plain", "# Boats", .markdown, false),
            ("text/plain", "<!doctype html>", .html, true),
            ("image/jpeg", "Boats sail.", .text, true),
            ("application/octet-stream", "<!doctype html>", .html, false),
            ("application/x-www-form-urlencoded", "{\"a\":1}", .json, false),
        ] as [(String, String, InputFormat, Bool)]
    )
    func `believes a declared type that the text bears out`(
        _ declared: String,
        _ text: String,
        _ format: InputFormat,
        _ isMismatch: Bool
    ) {
        let found = recognise(text, declared: declared)
        #expect(found.format == format)
        #expect((found.mismatch != nil) == isMismatch)
    }

    @Test func `no two forms have a name or a declared type in common`() {
        let names = InputFormat.allCases.map(\.rawValue)
        #expect(Set(names).count == names.count)
        let types = InputFormat.allCases.flatMap(\.declaredTypes)
        #expect(Set(types).count == types.count)
        for format in InputFormat.allCases {
            #expect(InputFormat(rawValue: format.rawValue) == format)
            #expect(
                format.declaredTypes.isEmpty || format.declaredTypes.contains(format.mediaType)
            )
            for type in format.declaredTypes {
                #expect(InputFormat(declaredType: type) == format)
            }
        }
        #expect(InputFormat(rawValue: "fax") == nil)
    }

    @Test(arguments: InputFormat.allCases)
    func `believes the client in any case`(_ format: InputFormat) {
        let found = recognise("<!doctype html>", declared: "application/json", given: format)
        #expect(found.format == format)
        #expect(found.mismatch == nil)
    }

    @Test func `reads fields with parameters`() {
        let type = FieldValue("Text/Plain ; Charset=\"utf-8\"; a=b;;c; d = \"e;\\\"f\" ; charset=x")
        #expect(type.name == "text/plain")
        #expect(type["charset"] == "utf-8")
        #expect(type["a"] == "b")
        #expect(type["d"] == "e;\"f")
        #expect(type["c"] == nil)
        #expect(FieldValue("").name == "")
        #expect(FieldValue(";=;\"")["x"] == nil)
    }
}
