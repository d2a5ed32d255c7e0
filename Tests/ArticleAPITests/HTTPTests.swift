import Articles
import Testing

@testable import ArticleAPI

private let now = Timestamp(secondsSince1970: 1_698_840_000)

@Suite struct HTTPDateTests {
    // RFC 9110 §5.6.7 gives the first three as the same moment.
    @Test(
        arguments: [
            "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun Nov  6 08:49:37 1994",
        ]
    )
    func `reads the three forms`(text: String) {
        #expect(HTTPDate.parse(text, now: now)?.secondsSince1970 == 784_111_777)
    }

    @Test(
        arguments: [
            "", "yesterday", "Sun, 06 Nov 1994 08:49:37", "Sun, 31 Feb 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 24:49:37 GMT", "1994-11-06T08:49:37Z", "Sun, 06 Nov 1994 8:49:37 GMT",
        ]
    )
    func `refuses others`(text: String) {
        #expect(HTTPDate.parse(text, now: now) == nil)
    }

    @Test func `what is printed is read back`() {
        var random = SeededRandom(seed: 3)
        for _ in 0..<1_000 {
            let moment = Timestamp(secondsSince1970: .random(in: 0...4_000_000_000, using: &random))
            let text = HTTPDate.format(moment)
            #expect(HTTPDate.parse(text, now: now) == moment, "seed 3: \(text)")
        }
        #expect(
            HTTPDate.format(Timestamp(secondsSince1970: 784_111_777))
                == "Sun, 06 Nov 1994 08:49:37 GMT"
        )
    }
}

@Suite struct RangeRequestTests {
    @Test(
        arguments: [
            (nil, .whole), ("bytes=0-99", .part(0..<10)), ("bytes=0-0", .part(0..<1)),
            ("bytes=3-", .part(3..<10)), ("bytes=-4", .part(6..<10)), ("bytes=-99", .part(0..<10)),
            ("BYTES=2-3", .part(2..<4)), ("bytes=10-", .unsatisfiable),
            ("bytes=-0", .unsatisfiable), ("bytes=99999999999999999999-", .unsatisfiable),
            ("bytes=5-2", .whole), ("bytes=abc-xyz", .whole), ("bytes=0-1,3-4", .whole),
            ("bytes=-", .whole), ("bytes=", .whole), ("items=0-1", .whole), ("bytes=1-2-3", .whole),
            ("bytes=0-99999999999999999999", .part(0..<10)),
        ] as [(String?, RangeRequest)]
    )
    func `reads ranges of ten bytes`(field: String?, wanted: RangeRequest) {
        #expect(RangeRequest(field, length: 10) == wanted)
    }

    @Test func `nothing has no part`() {
        #expect(RangeRequest("bytes=0-0", length: 0) == .unsatisfiable)
        #expect(RangeRequest("bytes=-5", length: 0) == .unsatisfiable)
    }
}

@Suite struct EntityTagTests {
    @Test(
        arguments: [
            ("\"1-1\"", true), ("W/\"1-1\"", true), ("\"2-1\", \"1-1\"", true), ("*", true),
            ("\"1-2\"", false), ("1-1", false), ("", false), ("\"1-1", false),
        ]
    )
    func `compares weakly where nothing is sent`(field: String, wanted: Bool) {
        #expect(EntityTag(opaque: "1-1").matches(ifNoneMatch: field) == wanted)
    }

    @Test(arguments: [("\"1-1\"", true), ("W/\"1-1\"", false), ("\"2-1\"", false), ("*", false)])
    func `compares strongly where parts are sent`(field: String, wanted: Bool) {
        #expect(EntityTag(opaque: "1-1").matches(ifRange: field) == wanted)
    }
}

@Suite struct PreferenceTests {
    @Test(
        arguments: [
            ("*/*", "text/plain"), ("text/html", "text/html"), ("text/*", "text/plain"),
            ("text/html;q=0.5, text/plain;q=0.9", "text/plain"),
            ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html"),
            ("text/plain;q=0, */*", "text/html"), ("image/png", nil), ("TEXT/HTML", "text/html"),
            ("*/*;q=0", nil),
        ] as [(String, String?)]
    )
    func `picks the type that is wanted most`(field: String, wanted: String?) {
        #expect(Preference(field).best(of: ["text/plain", "text/html"]) == wanted)
    }

    @Test(
        arguments: [
            ("gzip", true), ("deflate, gzip, br, zstd", true), ("*", true), ("identity", false),
            ("gzip;q=0", false), ("gzip;q=0, *", false), ("br", false), ("", false),
            ("GZIP; q=0.5", true),
        ]
    )
    func `knows whether gzip is welcome`(field: String, wanted: Bool) {
        #expect((Preference(field).weight(ofCoding: "gzip") > 0) == wanted)
    }
}

@Suite struct MediaTypeTests {
    @Test(
        arguments: [
            ("text/plain", "a", "text/plain; charset=utf-8"),
            ("text/plain; charset=ISO-8859-1", "a", "text/plain; charset=iso-8859-1"),
            ("text/markdown", "a", "text/markdown; charset=utf-8"),
            ("application/json", "{}", "application/json"),
            ("text/html", "<script>", "text/plain; charset=utf-8"),
            ("TEXT/HTML; charset=utf-8", "<script>", "text/plain; charset=utf-8"),
            ("application/xhtml+xml", "<a/>", "text/plain; charset=utf-8"),
            ("image/svg+xml", "<svg/>", "text/plain; charset=utf-8"),
            ("application/x-www-form-urlencoded", "a b", "text/plain; charset=utf-8"),
            ("text/plain; charset=\"x\r\ny\"", "a", "text/plain; charset=utf-8"),
            (nil, "a", "text/plain; charset=utf-8"),
            (nil, "a\0b", "application/octet-stream"),
        ] as [(String?, String, String)]
    )
    func `names types that no browser runs`(declared: String?, text: String, wanted: String) {
        #expect(safe(declared, Array(text.utf8)) == wanted)
    }

    private func safe(_ declared: String?, _ bytes: [UInt8]) -> String {
        MediaType.safe(declared: declared, bytes, length: bytes.count)
    }

    @Test func `bytes that are no UTF-8 have no charset`() {
        #expect(safe(nil, [0x61, 0x92, 0x62]) == "text/plain")
        #expect(safe(nil, [0x1F, 0x8B, 8]) == "application/octet-stream")
    }
}

@Suite struct ShellTests {
    @Test(
        arguments: [
            ("plain", "plain"), ("@article.txt", "@article.txt"), ("q=café 100%", "'q=café 100%'"),
            ("it's", "'it'\\''s'"), ("", "''"), ("$(rm -r /)", "'$(rm -r /)'"), ("a;b", "'a;b'"),
        ]
    )
    func `quotes words for a shell`(text: String, wanted: String) {
        #expect(Shell.word(text) == wanted)
    }
}
