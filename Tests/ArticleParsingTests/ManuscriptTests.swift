import Testing

@testable import ArticleParsing

@Suite struct ManuscriptTests {
    @Test func `a range is written as it was read, whatever its scalars`() {
        let seed = UInt64.random(in: 0 ... .max)
        var generator = SeededGenerator(seed: seed)
        let pieces = ["a", "Z", " ", "\n", "é", "—", "中", "🦉", "e\u{301}", "\u{AD}", "𝒜"]
        for _ in 0..<500 {
            let count = Int.random(in: 0...40, using: &generator)
            let words = (0..<count).compactMap { _ in pieces.randomElement(using: &generator) }
            let text = Manuscript(words.joined())
            #expect(text.scalars == Array(words.joined().unicodeScalars), "seed \(seed)")
            let end = Int.random(in: 0...text.scalars.count, using: &generator)
            let range = Int.random(in: 0...end, using: &generator)..<end
            let wanted = String(String.UnicodeScalarView(text.scalars[range]))
            #expect(text.verbatim(range).utf8.elementsEqual(wanted.utf8), "seed \(seed)")
            var bytes: [UInt8] = [0x2D]
            text.append(range, to: &bytes)
            #expect(bytes == [0x2D] + Array(wanted.utf8), "seed \(seed)")
            let plain = text.scalars[range].allSatisfy { $0 != "\n" && $0 != "\u{AD}" && $0 != " " }
            if plain { #expect(text.text(range).utf8.elementsEqual(wanted.utf8), "seed \(seed)") }
        }
    }

    @Test(
        arguments: [
            ("  two \t\n words ", "two words"), ("soft\u{AD}ly", "softly"),
            ("zero\u{200D}width", "zero\u{200D}width"),
            ("divi-\nded and well-\nKnown", "divided and well- Known"), ("one\n> two", "one two"),
            ("a > b", "a > b"), ("é—中 🦉", "é—中 🦉"), ("", ""), (" \n ", ""),
        ]
    )
    func `words are read without what sets them`(text: String, wanted: String) {
        let text = Manuscript(text)
        #expect(text.text(0..<text.scalars.count) == wanted)
    }

    @Test func `a set of hashes has those that were taken in, 0 among them`() {
        let seed = UInt64.random(in: 0 ... .max)
        var generator = SeededGenerator(seed: seed)
        var words = HashedWords()
        #expect(words.isEmpty && !words.contains(0) && words.place(of: 7) == nil)
        var taken: Set<UInt64> = []
        for round in 0..<3_000 {
            let hash =
                round == 5 ? 0 : UInt64.random(in: 0 ... .max, using: &generator) >> (round % 60)
            // 0 and 1 are one, as no word's hash is either but by a chance of 2^-63.
            taken.insert(max(hash, 1))
            words.insert(hash)
            words.insert(hash)
        }
        #expect(taken.allSatisfy(words.contains), "seed \(seed)")
        #expect(Set(taken.compactMap(words.place)).count == taken.count, "seed \(seed)")
        for _ in 0..<3_000 {
            let hash = UInt64.random(in: 2 ... .max, using: &generator)
            #expect(words.contains(hash) == taken.contains(hash), "seed \(seed)")
        }
    }
}
