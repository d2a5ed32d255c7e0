import Articles
import Testing

@testable import TextAnalysis

@Suite struct AnalyzerTests {
    /// Terms as a person reads them: those at the position of the one before behind a slash.
    private static func terms(_ text: String, _ language: String?) -> String {
        var output = ""
        Analyzer().analyze(text, in: TextLanguage(language)) { term in
            if !output.isEmpty { output += term.isColocated ? "/" : " " }
            output += String(decoding: term.bytes, as: UTF8.self)
            return true
        }
        return output
    }

    @Test(
        arguments: [
            // English, and Latin script without a language
            ("en", "The Harbours’ ferries sailed", "the harbour ferri sail"),
            (nil, "The council's HOSPITALS", "the council hospit"),
            ("en", "Amir-Abdollahian", "amir/amirabdollahian abdollahian"),
            ("en", "O'Neill, rock'n'roll", "o/oneil neill rock/rocknrol n roll"),
            ("en", "state-of-the-art", "state/stateoftheart of the art"),
            ("en", "a-b-c-d-e", "a b c d e"),
            ("en", "U.N. U.S.A. a.m. U.S.-led", "un usa am us/usl led"),
            ("en", "end.Next 2.3 1,300 12,34 1,300,000", "end next 2 3 1300 12 34 1300000"),
            ("en", "Iran’s IRAN'S its", "iran iran it"),
            ("en", "naïve Résumé re\u{301}sume\u{301}", "naiv resum/resume resum"),
            ("en", "AT&T café_bar x@y", "at/att t cafe bar x y"),
            ("en", "F-16 covid19 ＡＢＣ１２", "f/f16 16 covid19 abc12"),
            ("en", "Œuvre Łódź Ærø straße", "oeuvr lodz aero strass/strasse"),
            ("en", "so\u{AD}ft zero\u{200D}width", "soft zerowidth"),
            // Other languages in Latin script
            ("de", "Die Regierungen der Länder", "die regier der land"),
            ("fr", "l’économie françaises d'État", "l econom francais d etat"),
            ("es", "las canciones niños", "las cancion nin"),
            ("it", "dell'arte italiane", "dell arte italian"),
            ("pt", "eleições brasileiras", "eleico brasileir"),
            ("nl", "de regeringen", "de reger"), ("sv", "regeringarna", "regering"),
            ("da", "regeringerne", "regering"), ("nb", "regjeringene", "regjering"),
            ("fi", "hallituksessa", "hallituks"), ("hu", "kormányok", "kormany"),
            ("ro", "guvernele", "guvern"), ("tr", "hükümetler", "hukumet"),
            ("id", "pemerintahan", "perintah"), ("ca", "governs", "govern"),
            ("lt", "vyriausybės", "vyriausyb"), ("pl", "żółty rządu", "zolty rzadu"),
            ("cs", "vládní příští", "vladni pristi"), ("vi", "Việt Nam đồng", "viet nam dong"),
            // Other scripts
            ("ru", "Правительства решили", "правительств реш"),
            ("ru", "ещё е\u{301} и\u{306} й", "ещ е й й"), ("uk", "Київ їжа", "київ їжа"),
            ("bg", "правителството", "правителството"), ("sr", "владе", "vlad"),
            ("el", "Η κυβέρνηση της Ελλάδας", "η κυβερνησ τ ελλαδ"),
            ("hy", "կառավարության", "կառավ"), ("he", "מֶמְשָׁלָה", "ממשלה"),
            ("ar", "الحُكُومَةُ الإيرانيّة", "حكومه/حكوم ايرانيه/ايران"),
            ("fa", "می‌روم کتاب", "ميروم كتاب"),
            ("hi", "प्रधानमंत्री ने", "प्रधानमंत्र न"), ("bn", "সরকার", "সরকার"),
            ("ta", "அரசு", "அரசு"),
            // Scripts without spaces
            ("zh", "中国政府", "中国 国政 政府 府"), ("ja", "東京は", "東京 京は は"),
            ("ja", "か\u{3099}き", "がき き"), ("ja", "ｶﾞｽ", "ガス ス"), ("ko", "서울 시", "서울 울 시"),
            ("ko", "\u{1109}\u{1165}\u{110B}\u{116E}\u{11AF}", "서울 울"),
            ("th", "ที่นี่", "ที่นี่ นี่"), ("zh", "3月 iPhone手机", "3 月 iphon 手机 机"),
        ] as [(String?, String, String)]
    )
    func `analyses`(language: String?, text: String, wanted: String) {
        #expect(Self.terms(text, language) == wanted)
    }

    @Test func `a term's range is where its word stands`() {
        let text = "In Iran’s Amir-Abdollahian, U.N. élan 中国政"
        var words: [String] = []
        Analyzer().analyze(text, in: TextLanguage("en")) { term in
            words.append(String(decoding: Array(text.utf8)[term.range], as: UTF8.self))
            return true
        }
        #expect(
            words == [
                "In", "Iran", "Amir", "Amir-Abdollahian", "Abdollahian", "U.N.", "élan", "中国",
                "国政", "政",
            ]
        )
    }

    @Test func `any bytes have terms that are short, in order and within the text`() {
        let seed = UInt64.random(in: 0 ... .max)
        var generator = SeededGenerator(seed: seed)
        let pieces: [[UInt8]] =
            [
                "a", "Z", "é", "e\u{301}", "ß", "İ", "-", "'", "’", ".", ",", "&", " ", "1", "٣",
                "中", "か\u{3099}",
                "한", "\u{1109}", "\u{1165}", "ท", "ี่", "न", "ि", "ا", "\u{640}", "\u{200D}", "🦉",
                "U.N.",
                "1,300", "\u{0}", "\u{1}", "\u{FEFF}", "\u{10FFFF}",
                String(repeating: "x", count: 90),
                String(repeating: "ü", count: 90), String(repeating: "-y", count: 20),
            ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE4, 0xB8], [0xED, 0xA0, 0x80], [0xF0]]
        let analyzer = Analyzer()
        let languages = ["en", "fr", "de", "ru", "ar", "sr", nil].map { TextLanguage($0) }
        for round in 0..<4_000 {
            let count = Int.random(in: 0...30, using: &generator)
            let bytes = (0..<count).flatMap { _ in pieces.randomElement(using: &generator) ?? [] }
            let language = languages[round % languages.count]
            var position = 0
            var first: [String] = []
            bytes.withUnsafeBytes { text in
                analyzer.analyze(text, in: language) { term in
                    let comment = Comment(rawValue: "seed \(seed), \(bytes)")
                    #expect(!term.bytes.isEmpty && term.bytes.count <= 3 * 64, comment)
                    #expect(!term.bytes.contains { $0 <= 0x20 }, comment)
                    #expect(term.range.upperBound <= bytes.count && !term.range.isEmpty, comment)
                    #expect(term.range.lowerBound >= position || term.isColocated, comment)
                    position = term.range.lowerBound
                    first.append(String(decoding: term.bytes, as: UTF8.self))
                    return true
                }
                var again: [String] = []
                Analyzer().analyze(text, in: language) { term in
                    again.append(String(decoding: term.bytes, as: UTF8.self))
                    return true
                }
                #expect(first == again, "what was analysed before matters, seed \(seed)")
            }
        }
    }

    @Test func `what is asked for is found at its place, whatever is passed over`() {
        let seed = UInt64.random(in: 0 ... .max)
        var generator = SeededGenerator(seed: seed)
        let pieces = [
            "ferry", "Storm", "STORMS", "skies", "dying", "a", "U.N.", "x.", "y,",
            "Amir-Abdollahian",
            "O'Neill", "sea's", "état", "naïve", "re\u{301}sume", "42", "x86", "1,300", "中国",
            "end.Next",
            "“quote”", "dash—ed", "ſ", "under_score", "me@site.org",
            String(repeating: "q", count: 90),
        ]
        let languages = ["en", "fr", "de", "id", "ga", "ru", nil].map { TextLanguage($0) }
        let analyzer = Analyzer()
        for round in 0..<3_000 {
            let count = Int.random(in: 0...20, using: &generator)
            var text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }
                .joined(separator: round % 3 == 0 ? "" : " ")
            let language = languages[round % languages.count]
            var wanted: Set<[UInt8]> = []
            for piece in pieces.shuffled(using: &generator).prefix(3) {
                analyzer.analyze(piece, in: language) { term in
                    wanted.insert(Array(term.bytes))
                    return true
                }
            }
            let beginnings = TermBeginnings(of: wanted)
            func places(_ beginnings: TermBeginnings?) -> [String] {
                var places: [String] = []
                var position = -1
                text.withUTF8 { utf8 in
                    let bytes = UnsafeRawBufferPointer(utf8)
                    analyzer.analyze(bytes, in: language, beginningWith: beginnings) { term in
                        if !term.isColocated { position += 1 }
                        if wanted.contains(Array(term.bytes)) {
                            let form = String(decoding: term.bytes, as: UTF8.self)
                            places.append("\(position + analyzer.passedOver) \(form)")
                        }
                        return true
                    }
                }
                return places
            }
            #expect(places(beginnings) == places(nil), "seed \(seed), \(text)")
        }
    }

    @Test func `plain words have the terms that a closer look gives them`() {
        let seed = UInt64.random(in: 0 ... .max)
        var generator = SeededGenerator(seed: seed)
        let endings = [
            "s", "ing", "ed", "ational", "ies", "ly", "ness", "e", "", ". ", ", ", ".x", " b.",
        ]
        let languages = ["en", "fr", "de", "id", "ga", "ru", "pl", nil].map { TextLanguage($0) }
        let analyzer = Analyzer()
        func terms(_ text: String, _ language: TextLanguage) -> [String] {
            var terms: [String] = []
            analyzer.analyze(text, in: language) { term in
                let (form, word) = (
                    String(decoding: term.bytes, as: UTF8.self),
                    String(decoding: term.word, as: UTF8.self)
                )
                terms.append("\(form) \(word) \(term.kind)")
                return true
            }
            return terms
        }
        for round in 0..<600 {
            var plain = ""
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                let count = Int.random(in: 1...(round % 9 == 0 ? 90 : 9), using: &generator)
                for _ in 0..<count {
                    let small = Unicode.Scalar(UInt8.random(in: 0x61...0x7A, using: &generator))
                    let letter = String(Character(small))
                    plain += Bool.random(using: &generator) ? letter : letter.uppercased()
                }
                plain += (endings.randomElement(using: &generator) ?? "") + " "
            }
            // Nothing to a word, but it is none of a to z alone.
            let close = plain.unicodeScalars.map {
                String(Character($0)) + ($0.properties.isAlphabetic ? "\u{AD}" : "")
            }.joined()
            let language = languages[round % languages.count]
            #expect(terms(plain, language) == terms(close, language), "seed \(seed), \(plain)")
        }
    }

    @Test func `an article's words are kept once each, those with hyphens whole as well`() {
        var fields = ArticleFields()
        fields.headline = "Ferries, ferries and rock’n’roll"
        let many = (0..<900).map { "w" + String($0, radix: 36).filter(\.isLetter) }
        let terms = ArticleTerms(
            fields,
            text: "Ferries: the Amir-Abdollahian pier at 10b. " + many.joined(separator: " ")
        )
        let words = terms.words.strings
        #expect(Set(words).count == words.count)
        #expect(words.contains("rock'n'roll") && words.contains("amir-abdollahian"))
        #expect(words.contains("roll") && words.contains("abdollahian"))
        #expect(Set(many.filter { $0.count > 2 }).isSubset(of: Set(words)))
        #expect(!words.contains("10b") && !words.contains("at"))
        #expect(ArticleTerms(ArticleFields(), text: "").words.strings.isEmpty)
    }

    @Test func `asks for no more once it is told so`() {
        for text in ["a b c", "中国政府", "a-b-c"] {
            var count = 0
            Analyzer().analyze(text, in: TextLanguage(nil)) { _ in
                count += 1
                return false
            }
            #expect(count == 1)
        }
    }

    @Test func `lengths are coded to within three percent`() {
        var last = -1
        for words in [0, 1, 31, 32, 34, 100, 329, 1_000, 50_000, 400_000] {
            let code = SearchLength.code(words: words)
            #expect(Int(code) > last)
            last = Int(code)
            let error = abs(SearchLength.words(code: code) - words)
            #expect(error * 100 <= 4 * words)
        }
        #expect(SearchLength.code(words: .max) == 255 && SearchLength.code(words: -1) == 0)
    }
}
