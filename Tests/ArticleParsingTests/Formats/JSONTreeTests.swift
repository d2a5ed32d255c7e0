import Testing

@testable import ArticleParsing

/// Our reader of JSON: RFC 8259, and what is taken besides.
@Suite struct JSONTreeTests {
    private func root(_ text: String, limits: JSONLimits = .standard) throws(JSONError) -> JSON {
        try JSONTree.parse(Array(text.utf8), limits: limits).root
    }

    @Test(
        arguments: [
            (#""plain""#, "plain"), (#""""#, ""), (#""a\nb\t\"c\" \/ \\""#, "a\nb\t\"c\" / \\"),
            (#""\u00e9\u20AC""#, "é€"), (#""\ud83d\ude80""#, "🚀"),
            // Half a pair, a pair the wrong way round, and digits that are none.
            (#""\ud83d!""#, "\u{FFFD}!"), (#""\ude80\ud83d""#, "\u{FFFD}\u{FFFD}"),
            (#""\ud83d\u0041""#, "\u{FFFD}A"), (#""\uZZ""#, "\u{FFFD}ZZ"), (#""\q""#, "q"),
            ("\"two\nlines\"", "two\nlines"), (#""ünïcode""#, "ünïcode"),
        ]
    )
    func `reads a string`(source: String, wanted: String) throws {
        #expect(try root(source).string == wanted)
    }

    @Test func `reads what an object and an array hold`() throws {
        let value = try root(#" {"a": [1, -2.5e3, true, null, {}], "b": {"c": "d"}, "a2": []} "#)
        #expect(value.members.map(\.name) == ["a", "b", "a2"])
        let elements = Array(try #require(value["a"]).elements)
        #expect(elements.map(\.kind) == [.number, .number, .truth, .null, .object])
        #expect(elements[0].int == 1)
        #expect(elements[1].number == "-2.5e3")
        #expect(elements[1].int == nil)
        #expect(elements[2].bool == true)
        #expect(value["b"]?["c"]?.string == "d")
        #expect(value["a2"].map { Array($0.elements).isEmpty } == true)
        #expect(value["missing"] == nil)
        #expect(try root(#"{"a": 1, "a": 2}"#)["a"]?.int == 2)
    }

    @Test(
        arguments: [
            "[1, 2,]", "{\"a\": 1,}", "// a note\n[1, 2]", "[1, /* two */ 2]", "\u{1E}[1,2]",
        ]
    )
    func `takes what people write besides`(source: String) throws {
        #expect([.array, .object].contains(try root(source).kind))
    }

    @Test(
        arguments: [
            ("", 0), ("  ", 2), ("[", 1), ("[1", 2), ("{\"a\"}", 4), ("{a: 1}", 1), ("[1 2]", 3),
            ("{\"a\" 1}", 5), ("[1]]", 3), ("\"open", 0), ("tru", 0), ("[1,,2]", 3), ("/", 0),
            ("[}", 1), ("{]", 1), ("/* open", 0), ("[,]", 1),
        ]
    )
    func `says where the grammar breaks`(source: String, offset: Int) {
        #expect { try root(source) } throws: { ($0 as? JSONError)?.offset == offset }
    }

    @Test func `nesting, numbers and counts are bounded`() throws {
        let deep = String(repeating: "[", count: 100_000)
        #expect { try root(deep) } throws: { ($0 as? JSONError)?.offset == 512 }
        let objects = String(repeating: #"{"a":"#, count: 100_000)
        #expect { try root(objects) } throws: { ($0 as? JSONError)?.detail.contains("512") == true }
        let digits = "[" + String(repeating: "9", count: 100_000) + "]"
        #expect(try root(digits).elements.first { _ in true }?.int == nil)
        let many = "[" + String(repeating: "0,", count: 1_000) + "0]"
        #expect(throws: JSONError.self) { try root(many, limits: JSONLimits(values: 100)) }
    }

    @Test func `any cut and any changed byte is read or refused, and nothing else`() {
        let text = #"{"title": "Fähre \u00fc\n", "n": [1, 2.5, {"x": null}], "t": true}"#
        let bytes = Array(text.utf8)
        for end in 0..<bytes.count {
            #expect(throws: JSONError.self) { try JSONTree.parse(Array(bytes[..<end])) }
        }
        let seed: UInt64 = 20_261_126
        var random = SeededGenerator(seed: seed)
        for _ in 0..<2_000 {
            var changed = bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let index = Int.random(in: 0..<changed.count, using: &random)
                changed[index] = UInt8.random(in: 0...255, using: &random)
            }
            guard let tree = try? JSONTree.parse(changed) else { continue }
            // Whatever is read can be walked to its end.
            var pending = [tree.root]
            while let value = pending.popLast() {
                _ = value.string
                pending += value.elements
                pending += value.members.map(\.value)
            }
        }
    }
}
