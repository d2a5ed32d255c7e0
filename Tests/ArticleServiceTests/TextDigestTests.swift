import Articles
import Testing

@testable import ArticleService

@Suite struct TextDigestTests {
    private func fields(_ headline: String?, _ paragraphs: String...) -> ArticleFields {
        var fields = ArticleFields()
        fields.headline = headline
        fields.paragraphs = paragraphs.map { Paragraph(text: $0, span: Span(0, 0)) }
        return fields
    }

    private func normalised(_ text: String) -> String {
        String(decoding: TextDigest.normalised(fields(nil, text)), as: UTF8.self)
    }

    @Test(
        arguments: [
            ("Storm REACHES Coast", "storm reaches coast"),
            ("a  b\t c\r\n\u{A0}d", "a b c d"),
            ("“so” ‘we’ «all» „do“", "\"so\" 'we' \"all\" \"do\""),
            ("it`s it´s it’s", "it's it's it's"),
            ("a – b — c ‑ d − e", "a - b - c - d - e"),
            ("wait…", "wait..."),
            ("co\u{AD}op\u{200B}er\u{FEFF}ate", "cooperate"),
            ("ÄRGER ЁЛКА ΣΑΣ", "ärger ёлка σασ"),
            ("東京で雨", "東京で雨"),
            (" \u{200B} ", ""),
            ("", ""),
        ]
    )
    func `folds what typing and sending change`(text: String, wanted: String) {
        #expect(normalised(text) == wanted)
    }

    @Test func `a headline that was taken for a paragraph makes no difference`() {
        let first = TextDigest.of(fields("Storm reaches coast", "Rain fell.", "It was cold."))
        let second = TextDigest.of(fields(nil, "Storm reaches coast", "Rain fell. It was cold."))
        #expect(first == second)
        #expect(first.count == 32)
    }

    @Test func `other words make another text`() {
        let first = TextDigest.of(fields(nil, "Rain fell."))
        #expect(TextDigest.of(fields(nil, "Rain fell")) != first)
        #expect(TextDigest.of(fields(nil, "Rain felt.")) != first)
        #expect(TextDigest.of(fields(nil, "Rainfell.")) != first)
    }

    @Test func `where it was published does not count`() {
        var other = fields("Storm", "Rain fell.")
        other.source = "The Harbour Post"
        other.url = "https://harbour.example/storm"
        #expect(TextDigest.of(other) == TextDigest.of(fields("Storm", "Rain fell.")))
    }
}

@Suite struct SHA256Tests {
    // FIPS 180-4's examples, as published with it.
    @Test(
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ]
    )
    func `digests the standard's examples`(text: String, wanted: String) {
        #expect(SHA256.hexadecimal(of: Array(text.utf8)) == wanted)
    }
}

@Suite struct WordCountTests {
    @Test(
        arguments: [
            ("", 0), ("Rain fell.", 2), ("  Rain \n fell  ", 2), ("a – b — c", 5),
            ("Amir-Abdollahian didn’t pay $1,200.", 4), ("5 % of 1/2", 4), ("war & peace", 3),
            ("Ärger über Öl", 3), ("дождь шёл всю ночь", 4), ("هطل المطر", 2),
            ("प्रधानमंत्री ने कहा", 3), ("비가 내렸다", 2), ("東京で雨が降った。", 8),
            ("北京（記者）11月", 6), ("iPhoneの値段", 4), ("ฝนตก", 4), ("น้ำ", 2), ("½ cup", 2),
        ]
    )
    func `counts words as wc does, and letters where there are no spaces`(text: String, wanted: Int)
    {
        #expect(WordCount.of([text]) == wanted)
    }

    @Test func `counts each text by itself`() {
        #expect(WordCount.of(["Rain", "fell"]) == 2)
    }
}
