import Testing

@testable import ArticleParsing

@Suite struct LanguageIdentifierTests {
    @Test func `tells the language of a short paragraph`() throws {
        let vectors = try vectors("languages.txt")
        #expect(vectors.count > 75)
        for vector in vectors {
            let guess = LanguageIdentifier.language(of: vector[1])
            #expect(guess?.tag == vector[0], "\(vector[1])")
        }
    }

    @Test func `tells the language of a text in capitals`() throws {
        let cased = ["en", "de", "fr", "es", "ru", "uk", "el", "pl", "sv", "vi", "ro", "cs"]
        for vector in try vectors("languages.txt") where cased.contains(vector[0]) {
            let guess = LanguageIdentifier.language(of: vector[1].uppercased())
            #expect(guess?.tag == vector[0], "\(vector[1])")
        }
    }

    @Test(
        arguments: [
            ("Council votes to rebuild the bridge after months of debate", "en"),
            ("Stadtrat streitet weiter über den Neubau der Brücke", "de"),
            ("Le conseil vote la reconstruction du pont", "fr"),
            ("El puente viejo volverá a abrir en otoño", "es"),
            ("Il ponte vecchio riapre dopo due anni di lavori", "it"),
            ("Ponte velha reabre após dois anos de obras", "pt"),
            ("Oude brug gaat na twee jaar weer open", "nl"),
            ("Stary most zostanie otwarty po dwóch latach", "pl"),
            ("Eski köprü iki yıl sonra yeniden açılıyor", "tr"),
        ]
    )
    func `tells the language of a headline`(_ headline: String, _ tag: String) {
        #expect(LanguageIdentifier.language(of: headline)?.tag == tag)
    }

    @Test(arguments: ["", " \n\t ", "12,345.67 – (89)", "!!! ???", "😀😀", "\u{301}"])
    func `says nothing of a text without words`(_ text: String) {
        #expect(LanguageIdentifier.language(of: text) == nil)
    }

    @Test func `does not mind names in another script`() {
        let text = """
            The play 桜の園 by Антон Чехов opens at the theatre on Friday, and the director said \
            that all of the seats had been sold.
            """
        #expect(LanguageIdentifier.language(of: text)?.tag == "en")
    }

    @Test func `looks at no more than a sample`() throws {
        let english = try #require(try vectors("languages.txt").first { $0[0] == "en" })[1] + " "
        let german = try #require(try vectors("languages.txt").first { $0[0] == "de" })[1] + " "
        let half = LanguageIdentifier.sampleBytes / english.utf8.count + 1
        let text =
            String(repeating: english, count: half) + String(repeating: german, count: half * 4)
        #expect(LanguageIdentifier.language(of: text)?.tag == "en")
    }

    @Test func `is never surprised`() {
        for seed in UInt64(1)...200 {
            var generator = SeededGenerator(seed: seed)
            let scalars = (0..<300).compactMap { _ in
                Unicode.Scalar(UInt32.random(in: 0...0x11_0000, using: &generator))
            }
            let text = String(String.UnicodeScalarView(scalars))
            let guess = LanguageIdentifier.language(of: text)
            #expect(guess.map { (0...1).contains($0.confidence) } ?? true, "seed \(seed)")
            // A substring is a text like any other.
            #expect(LanguageIdentifier.language(of: text[...]) == guess, "seed \(seed)")
        }
    }
}
