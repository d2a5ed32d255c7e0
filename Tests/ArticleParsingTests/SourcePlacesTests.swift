import Testing

@testable import ArticleParsing

@Suite struct SourcePlacesTests {
    @Test(arguments: [0, 1, 63, 64, 65, 511, 512, 513, 2_000])
    func `counts what stands before every byte`(length: Int) {
        let parts = ["crane\n", "é", "岸壁", "🚢\n\n", " "]
        var text = ""
        while text.utf8.count < length { text += parts[text.utf8.count % parts.count] }
        let places = SourcePlaces(in: text)
        var (scalars, line) = (0, 1)
        for (index, byte) in text.utf8.enumerated() {
            #expect(places.scalar(at: index) == scalars)
            #expect(places.line(at: index) == line)
            if byte & 0xC0 != 0x80 { scalars += 1 }
            if byte == 0x0A { line += 1 }
        }
        // A place behind the end is the end.
        #expect(places.scalar(at: text.utf8.count + 9) == scalars)
        #expect(places.line(at: text.utf8.count) == line)
        #expect(places.scalar(at: -1) == 0)
    }
}
